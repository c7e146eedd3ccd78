import {
  BasisPointsField, ChoiceField, DateField, FlagField, IdField, IntegerField, ListField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField,
} from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { CONDITION_KINDS, TRANCHE_LIFE } from './tranche.js';

const STATES = Object.keys(TRANCHE_LIFE.states);
const PAYMENTS = ['OWED', 'IN_RUN', 'PAID', 'WITHDRAWN'];

export class TrancheConditionInput {
  @ChoiceField([...CONDITION_KINDS])
  kind!: string;

  @WonField({ optional: true, description: 'OWN_CASH: paid in by the institution at least' })
  amountWon?: string;

  @BasisPointsField({ optional: true, description: 'PREVIOUS_SPENT: of the cash received so far at least' })
  basisPoints?: number;

  @TextField({ max: 200, optional: true, description: 'MILESTONE or REPORT: which' })
  label?: string;
}

export class PlannedTrancheInput {
  @IntegerField({ min: 2000, max: 2199 })
  fiscalYear!: number;

  @TextField({ max: 60 })
  label!: string;

  @WonField()
  amountWon!: string;

  @DateField()
  plannedOn!: string;

  @ListField(() => TrancheConditionInput, { optional: true, max: 10 })
  conditions?: TrancheConditionInput[];
}

export class PlanGrantTranchesDto {
  @ListField(() => PlannedTrancheInput, { min: 1, max: 60, description: 'All that is not asked for yet: the plan so far is laid anew' })
  tranches!: PlannedTrancheInput[];
}

export class PlannedGrantTranchesDto {
  @ShownId()
  agreementId!: string;
}

export class ConfirmGrantTrancheDto {
  @IntegerField({ min: 1, max: 20, description: 'Which condition of the tranche' })
  position!: number;

  @DateField()
  metOn!: string;

  @TextField({ max: 500 })
  note!: string;

  @IdField({ optional: true, description: 'The report, or the protocol of acceptance' })
  documentId?: string;
}

export class ConfirmedGrantTrancheDto {
  @ShownId()
  trancheId!: string;
}

export class RequestGrantTrancheDto {
  @TextField({ max: 500, optional: true })
  note?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class StepGrantTrancheDto {
  @TextField({ min: 2, max: 500 })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class DecideGrantTrancheDto {
  @WonField({ description: 'As it was asked for' })
  amountWon!: string;

  @DateField({ optional: true, description: 'Not paid before; default: today' })
  payFrom?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class SteppedGrantTrancheDto {
  @ShownId()
  trancheId!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownWon()
  committedBeforeWon!: string;

  @ShownWon()
  committedAfterWon!: string;

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class TrancheConditionDto {
  @ShownInteger()
  position!: number;

  @ShownChoice([...CONDITION_KINDS])
  kind!: string;

  @ShownWon({ nullable: true })
  amountWon!: string | null;

  @ShownInteger({ nullable: true })
  basisPoints!: number | null;

  @ShownText({ nullable: true })
  label!: string | null;

  @ShownObject(() => VerdictDto, { description: 'What the books and the records say of it now' })
  verdict!: VerdictDto;

  @ShownDate({ nullable: true })
  metOn!: string | null;

  @ShownId({ nullable: true })
  documentId!: string | null;

  @ShownText({ nullable: true })
  documentName!: string | null;
}

export class GrantTrancheDto {
  @ShownId()
  id!: string;

  @ShownId()
  agreementId!: string;

  @ShownInteger()
  number!: number;

  @ShownInteger()
  fiscalYear!: number;

  @ShownText()
  label!: string;

  @ShownWon()
  amountWon!: string;

  @ShownDate()
  plannedOn!: string;

  @ShownChoice(STATES)
  state!: string;

  @ShownDate()
  sinceOn!: string;

  @ShownChoice(PAYMENTS, { nullable: true, description: 'Where the payment of a decided tranche stands' })
  payment!: string | null;

  @ShownDate({ nullable: true })
  paidOn!: string | null;

  @ShownText({ nullable: true })
  runNumber!: string | null;

  @ShownWon({ description: 'Set off against recoveries, and not transferred' })
  setOffWon!: string;

  @ShownList(() => TrancheConditionDto)
  conditions!: TrancheConditionDto[];
}

export class ProposedTrancheDto {
  @ShownInteger()
  fiscalYear!: number;

  @ShownText()
  label!: string;

  @ShownWon()
  amountWon!: string;
}

export class GrantTranchesDto {
  @ShownList(() => GrantTrancheDto)
  tranches!: GrantTrancheDto[];

  @ShownList(() => ProposedTrancheDto, { description: 'What is not asked for yet, parted by the pattern of the call' })
  proposal!: ProposedTrancheDto[];

  @ShownText({ description: 'Where the pattern comes from' })
  patternClause!: string;

  @ShownText({ description: 'LAW, NOTICE, ASSUMPTION, …' })
  patternSource!: string;

  @ShownInteger({ description: 'Of the cash received, to be spent before the next tranche; the default of a plan' })
  previousSpentBasisPoints!: number;

  @ShownWon({ description: 'What the institution promised in cash' })
  ownCashPlannedWon!: string;
}

/** A tranche on the desk of a call, with whose it is. */
export class DueGrantTrancheDto extends GrantTrancheDto {
  @ShownText()
  agreementNumber!: string;

  @ShownText()
  partyName!: string;

  @ShownChoice(['ACTIVE', 'SUSPENDED', 'COMPLETED', 'TERMINATED', 'CLOSED'])
  agreementState!: string;
}
