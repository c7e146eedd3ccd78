import {
  BilingualDto, ChoiceField, FlagField, IdField, IntegerField, ListField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto,
} from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { CARRY_KINDS } from './year-close.js';

export class CarryOverInput {
  @IdField()
  agreementId!: string;

  @IntegerField({ min: 2000, max: 2199, description: 'Whose budget is carried over' })
  fiscalYear!: number;

  @ChoiceField([...CARRY_KINDS], { description: 'EXPLICIT 명시이월, ACCIDENT 사고이월' })
  kind!: string;

  @TextField({ min: 5, max: 500 })
  reason!: string;

  @TextField({ max: 300, description: 'Decision it rests on' })
  clause!: string;
}

export class OrderCarryOverInput {
  @IdField()
  orderId!: string;

  @ChoiceField([...CARRY_KINDS], { description: 'EXPLICIT 명시이월, ACCIDENT 사고이월' })
  kind!: string;

  @TextField({ min: 5, max: 500 })
  reason!: string;

  @TextField({ max: 300, description: 'Decision it rests on' })
  clause!: string;
}

export class CloseGrantYearDto {
  @IntegerField({ min: 2000, max: 2199 })
  fiscalYear!: number;

  @ChoiceField(['LAPSE', 'FORWARD'], { optional: true, description: 'Budget that no agreement took: lapses (default) or goes on to the next year' })
  unagreed?: string;

  @ListField(() => CarryOverInput, { optional: true, max: 500, description: 'Open commitments that are carried over; all others are given up' })
  carryOvers?: CarryOverInput[];

  @ListField(() => OrderCarryOverInput, { optional: true, max: 500, description: 'Orders of laboratories that are carried over; those without a certificate are cancelled otherwise' })
  orderCarryOvers?: OrderCarryOverInput[];

  @TextField({ max: 300 })
  clause!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class ClosedGrantYearDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  lapsedWon!: string;

  @ShownWon()
  forwardedWon!: string;

  @ShownWon()
  carriedWon!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class OpenCommitmentDto {
  @ShownId()
  agreementId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  partyName!: string;

  @ShownInteger()
  fiscalYear!: number;

  @ShownWon()
  openWon!: string;

  @ShownWon({ description: 'Of it decided to be paid' })
  decidedWon!: string;

  @ShownFlag({ description: 'Carried over by accident before: not again' })
  carriedByAccident!: boolean;
}

export class OpenOrderDto {
  @ShownId()
  orderId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  company!: string;

  @ShownText()
  lab!: string;

  @ShownInteger()
  fiscalYear!: number;

  @ShownChoice(['ACCEPTED', 'CERTIFIED', 'APPROVED'])
  state!: string;

  @ShownObject(() => BilingualDto)
  stateName!: BilingualDto;

  @ShownWon()
  openWon!: string;

  @ShownFlag({ description: 'Carried over by accident before: not again' })
  carriedByAccident!: boolean;
}

export class GrantYearCloseDto {
  @ShownDate()
  closedOn!: string;

  @ShownWon()
  lapsedWon!: string;

  @ShownWon()
  forwardedWon!: string;

  @ShownWon()
  carriedWon!: string;

  @ShownText()
  clause!: string;

  @ShownText()
  actor!: string;
}

export class GrantYearDto {
  @ShownInteger()
  fiscalYear!: number;

  @ShownFlag({ description: 'Past, and therefore to be closed' })
  over!: boolean;

  @ShownWon({ description: 'Budget that no agreement took' })
  availableWon!: string;

  @ShownObject(() => GrantYearCloseDto, { nullable: true })
  close!: GrantYearCloseDto | null;

  @ShownList(() => OpenCommitmentDto, { description: 'Not paid yet; of a closed year none' })
  open!: OpenCommitmentDto[];

  @ShownList(() => OpenOrderDto, { description: 'Orders of laboratories that are accepted and not paid yet; of a closed year none' })
  openOrders!: OpenOrderDto[];
}

export class GrantCarryOverDto {
  @ShownId({ nullable: true, description: 'The agreement; null of an order' })
  agreementId!: string | null;

  @ShownId({ nullable: true, description: 'The order; null of an agreement' })
  orderId!: string | null;

  @ShownText()
  number!: string;

  @ShownInteger()
  fiscalYear!: number;

  @ShownInteger()
  fromYear!: number;

  @ShownChoice([...CARRY_KINDS])
  kind!: string;

  @ShownWon()
  amountWon!: string;

  @ShownText()
  reason!: string;

  @ShownText()
  clause!: string;
}

export class GrantYearsDto {
  @ShownList(() => GrantYearDto)
  years!: GrantYearDto[];

  @ShownList(() => GrantCarryOverDto)
  carryOvers!: GrantCarryOverDto[];
}
