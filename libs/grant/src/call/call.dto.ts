import {
  BilingualDto, ChoiceField, DateField, IdField, IntegerField, ListField, ObjectField, ShownChoice, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, TextsField, WonField,
} from '#libs/http';
import { GrantTermDto, GrantTermInput } from '../term/term.dto.js';
import { AMOUNT_BASES, GRANT_KINDS, GRANT_REGIMES, OPENED_KINDS, RECIPIENT_ROLES } from './call.js';

const KINDS = Object.keys(GRANT_KINDS);
const REGIMES = Object.keys(GRANT_REGIMES);

export class ProposalInput {
  @WonField()
  amountWon!: string;

  @TextField({ max: 300, description: 'Where the proposal stands' })
  clause!: string;
}

export class OpenGrantCallDto {
  @ChoiceField(OPENED_KINDS)
  kind!: string;

  @ChoiceField(REGIMES, { description: 'R&D contribution or national subsidy: decided with the call, for good' })
  regime!: string;

  @IntegerField({ min: 2000, max: 2199 })
  fiscalYear!: number;

  @TextField({ max: 300, optional: true, description: 'Default: the year and the kind' })
  name?: string;

  @TextField({ max: 200, description: 'The dedicated agency' })
  agency!: string;

  @ChoiceField([...RECIPIENT_ROLES], { optional: true, description: 'To whom the money goes; left out where the call does not say' })
  recipientRole?: string;

  @ChoiceField([...AMOUNT_BASES], { optional: true, description: 'How the amount of a project is read: in total (default) or for each year' })
  amountBasis?: string;

  @ChoiceField(['NOT_NEEDED', 'PENDING'], { optional: true, description: 'PENDING: no budget before the preliminary feasibility study is passed' })
  feasibility?: string;

  @IdField({ optional: true, description: 'Default: the programme of this kind, founded with its first call' })
  programmeId?: string;

  @TextsField({ max: 40, maxLength: 4, optional: true, description: 'Codes of the lines on which money may be spent; default: every line of the regime' })
  lines?: string[];

  @ObjectField(() => ProposalInput, { optional: true, description: 'What the government proposed: on record, and no money yet' })
  proposal?: ProposalInput;

  @ListField(() => GrantTermInput, { optional: true, max: 40, description: 'Terms that differ from the defaults' })
  terms?: GrantTermInput[];
}

export class OpenedGrantCallDto {
  @ShownId()
  id!: string;

  @ShownText()
  name!: string;
}

export class PassFeasibilityDto {
  @DateField()
  passedOn!: string;

  @TextField({ max: 300, description: 'The decision that says so' })
  clause!: string;
}

export class PassedFeasibilityDto {
  @ShownId()
  callId!: string;
}

export class GrantCallSummaryDto {
  @ShownId()
  id!: string;

  @ShownId()
  programmeId!: string;

  @ShownChoice(KINDS)
  kind!: string;

  @ShownChoice(REGIMES)
  regime!: string;

  @ShownInteger()
  fiscalYear!: number;

  @ShownText()
  name!: string;

  @ShownText()
  agency!: string;

  @ShownChoice(['NOT_NEEDED', 'PENDING', 'PASSED'])
  feasibility!: string;

  @ShownWon({ description: 'Proposed by the government: no money yet' })
  proposedWon!: string;

  @ShownWon({ description: 'Granted by decisions that can be spent' })
  budgetWon!: string;

  @ShownWon({ description: 'Not agreed with anybody yet' })
  availableWon!: string;

  @ShownWon({ description: 'Agreed and not yet decided to be paid' })
  committedWon!: string;

  @ShownWon({ description: 'Decided to be paid and not transferred' })
  payableWon!: string;

  @ShownWon({ description: 'Transferred to the institutions' })
  paidWon!: string;

  @ShownWon({ description: 'Cash that the institutions used, of whatever source' })
  spentWon!: string;

  @ShownWon()
  returnedWon!: string;

  @ShownInteger()
  agreements!: number;

  @ShownInteger({ description: 'Of the agreements, those settled and closed' })
  settled!: number;
}

export class CallLineDto {
  @ShownText()
  code!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownFlag()
  indirect!: boolean;

  @ShownFlag({ description: 'May be brought in kind' })
  inKind!: boolean;
}

export class FiscalYearFiguresDto {
  @ShownInteger()
  fiscalYear!: number;

  @ShownWon()
  budgetWon!: string;

  @ShownWon()
  availableWon!: string;

  @ShownWon({ description: 'May still be drawn from the state' })
  undrawnWon!: string;
}

export class RegimeFactDto {
  @ShownText()
  key!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownObject(() => BilingualDto)
  value!: BilingualDto;

  @ShownText()
  clause!: string;
}

/** One reading of an amount that the source leaves open. */
export class AmountReadingDto {
  @ShownChoice([...AMOUNT_BASES])
  basis!: string;

  @ShownFlag({ description: 'The one that applies' })
  applies!: boolean;

  @ShownWon({ description: 'Of one project over all its years' })
  projectWon!: string;

  @ShownWon({ nullable: true, description: 'Of one project in one year; null where the whole does not part evenly' })
  projectYearWon!: string | null;

  @ShownWon({ nullable: true, description: 'Of all projects over all years; null where their number is not limited' })
  allWon!: string | null;
}

export class GrantCallDto extends GrantCallSummaryDto {
  @ShownText()
  prefix!: string;

  @ShownChoice([...RECIPIENT_ROLES], { nullable: true })
  recipientRole!: string | null;

  @ShownChoice([...AMOUNT_BASES])
  amountBasis!: string;

  @ShownText({ description: 'Its set of books' })
  book!: string;

  @ShownList(() => CallLineDto)
  lines!: CallLineDto[];

  @ShownList(() => GrantTermDto)
  terms!: GrantTermDto[];

  @ShownList(() => FiscalYearFiguresDto)
  years!: FiscalYearFiguresDto[];

  @ShownList(() => RegimeFactDto, { description: 'What the law of the call asks for' })
  regimeFacts!: RegimeFactDto[];

  @ShownList(() => AmountReadingDto, { description: 'Both readings of the amount of a project; empty where the call names none' })
  readings!: AmountReadingDto[];
}

export class PresetTermDto {
  @ShownText()
  key!: string;

  @ShownText()
  value!: string;

  @ShownText()
  clause!: string;

  @ShownText()
  source!: string;
}

export class PresetProposalDto {
  @ShownWon()
  amountWon!: string;

  @ShownText()
  clause!: string;
}

export class GrantCallPresetDto {
  @ShownChoice(KINDS)
  kind!: string;

  @ShownText({ description: 'Its number in the plan of 2020' })
  plan!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownChoice(REGIMES)
  regime!: string;

  @ShownInteger()
  fiscalYear!: number;

  @ShownText()
  agency!: string;

  @ShownChoice([...RECIPIENT_ROLES], { nullable: true })
  recipientRole!: string | null;

  @ShownChoice([...AMOUNT_BASES])
  amountBasis!: string;

  @ShownChoice(['NOT_NEEDED', 'PENDING'])
  feasibility!: string;

  @ShownObject(() => PresetProposalDto, { nullable: true })
  proposal!: PresetProposalDto | null;

  @ShownList(() => PresetTermDto)
  terms!: PresetTermDto[];

  @ShownObject(() => BilingualDto, { nullable: true, description: 'What the source leaves open' })
  open!: BilingualDto | null;
}
