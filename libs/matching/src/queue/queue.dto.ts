import { BilingualDto, DateField, FlagField, IdsField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, WonField } from '#libs/http';
import { BOUNDS } from '../plan/plan.dto.js';

const OUTCOMES = ['SELECTED', 'WAITLISTED', 'REJECTED'];
const STATES = ['APPLIED', 'CHECKED', 'EVALUATED', 'SELECTED', 'WAITLISTED', 'REJECTED', 'WITHDRAWN', 'AGREED'];

export class DecideQueueDto {
  @DateField({ optional: true, description: 'Default: today' })
  decidedOn?: string;

  @DateField({ optional: true, description: 'Day of the notice; default: the day of the decision' })
  notifiedOn?: string;

  @IdsField({ optional: true, max: 500, description: 'Applications that the preview selected; needed unless dryRun' })
  selectedIds?: string[];

  @WonField({ optional: true, min: 0n, description: 'Sum of their commitments, as the preview showed it; needed unless dryRun' })
  amountWon?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class QueuePlaceDto {
  @ShownId()
  applicationId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  title!: string;

  @ShownText()
  company!: string;

  @ShownText()
  performer!: string;

  @ShownDate()
  receivedOn!: string;

  @ShownChoice(STATES)
  state!: string;

  @ShownText({ nullable: true, description: 'Mean of the evaluators' })
  score!: string | null;

  @ShownInteger({ nullable: true, description: 'Place in the queue' })
  position!: number | null;

  @ShownChoice(OUTCOMES, { nullable: true, description: 'What it becomes if the queue is decided now, or became; null while it is checked' })
  outcome!: string | null;

  @ShownWon()
  privateWon!: string;

  @ShownInteger({ description: 'Government won for private won, in basis points' })
  matchBasisPoints!: number;

  @ShownWon({ nullable: true })
  governmentWon!: string | null;

  @ShownChoice(BOUNDS, { nullable: true, description: 'Why it is no more' })
  bound!: string | null;

  @ShownWon({ nullable: true, description: 'Of the budget before it' })
  budgetLeftWon!: string | null;

  @ShownObject(() => BilingualDto, { nullable: true })
  why!: BilingualDto | null;

  @ShownId({ nullable: true, description: 'The project that it became' })
  agreementId!: string | null;
}

export class QueueDto {
  @ShownWon({ description: 'Neither committed nor promised' })
  budgetLeftWon!: string;

  @ShownWon({ description: 'What deciding now would promise' })
  amountWon!: string;

  @ShownList(() => QueuePlaceDto, { description: 'In the order in which they come: by receipt, then by number' })
  next!: QueuePlaceDto[];

  @ShownList(() => QueuePlaceDto, { description: 'Still being checked or evaluated' })
  coming!: QueuePlaceDto[];

  @ShownList(() => QueuePlaceDto, { description: 'Decided: promised, agreed, or turned down' })
  decided!: QueuePlaceDto[];
}

export class DecidedQueueDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  budgetLeftWon!: string;

  @ShownWon({ description: 'Promised to the selected' })
  amountWon!: string;

  @ShownList(() => QueuePlaceDto)
  places!: QueuePlaceDto[];
}
