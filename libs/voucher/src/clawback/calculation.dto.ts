import { BilingualDto, ChoiceField, DateField, FlagField, IdField, IntegerField, ShownChoice, ShownDate, ShownFlag, ShownInteger, ShownList, ShownObject, ShownText, ShownTexts, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { DEBTORS, GROUNDS, InstalmentDto } from './clawback.dto.js';

/** The circumstances of a clawback. What is left out is what is usual: the company at fault, no mitigation, the earliest due date, one payment. */
class CircumstancesDto {
  @ChoiceField(GROUNDS)
  ground!: string;

  @WonField({ description: 'Public money that was paid improperly' })
  principalWon!: string;

  @DateField({ description: 'Day of the improper act' })
  improperOn!: string;

  @DateField({ description: 'Day of the notice' })
  noticeOn!: string;

  @DateField({ optional: true, description: 'Last day of payment; left out: the earliest that the statute allows' })
  dueOn?: string;

  @ChoiceField(DEBTORS, { optional: true, description: 'Who has to pay; COMPANY unless said' })
  debtor?: string;

  @IdField({ optional: true, description: 'The service whose payment was improper' })
  serviceId?: string;

  @FlagField({ optional: true, description: 'The recipient is at fault (true unless said); decides about interest on a mispayment' })
  atFault?: boolean;

  @DateField({ optional: true, description: 'When the money came back before the notice' })
  returnedOn?: string;

  @WonField({ optional: true, min: 0n, description: 'Interest fixed by decision, where the statute has no formula' })
  fixedInterestWon?: string;

  @WonField({ optional: true, min: 0n, description: 'Left out: what the statute makes of it' })
  penaltyWon?: string;

  @DateField({ optional: true, description: 'Day of a voluntary report' })
  reportedOn?: string;

  @DateField({ optional: true, description: 'Day of the advance notice' })
  advanceNoticeOn?: string;

  @FlagField({ optional: true })
  fullyReturned?: boolean;

  @FlagField({ optional: true })
  negligent?: boolean;

  @FlagField({ optional: true, description: 'Fined for the same act already' })
  otherwiseFined?: boolean;

  @IntegerField({ optional: true, min: 1, max: 60 })
  instalments?: number;
}

export class CalculateClawbackDto extends CircumstancesDto {
  @IdField({ description: 'The year whose statute applies' })
  yearId!: string;

  @IdField({ optional: true, description: 'Left out: only the arithmetic' })
  voucherId?: string;
}

export class DecideClawbackDto extends CircumstancesDto {
  @TextField({ max: 1000, min: 5, multiline: true })
  reason!: string;

  @FlagField({ optional: true, description: 'Only show what would be decided and posted' })
  dryRun?: boolean;
}

export class InterestLineDto {
  @ShownDate({ description: 'First day of the first month' })
  from!: string;

  @ShownInteger()
  months!: number;

  @ShownInteger({ description: 'A year' })
  rateBasisPoints!: number;

  @ShownText()
  clause!: string;

  @ShownText()
  source!: string;

  @ShownWon()
  interestWon!: string;
}

export class PenaltyOptionDto {
  @ShownChoice(GROUNDS, { nullable: true, description: 'Null where the scale does not ask for the ground' })
  ground!: string | null;

  @ShownWon()
  amountWon!: string;

  @ShownText()
  clause!: string;
}

export class MitigationDto {
  @ShownText()
  kind!: string;

  @ShownChoice(['MAY', 'MUST'])
  duty!: string;

  @ShownText()
  clause!: string;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;
}

export class NoticeLineDto {
  @ShownObject(() => BilingualDto)
  label!: BilingualDto;

  @ShownWon()
  amountWon!: string;

  @ShownText({ description: 'As official documents write it' })
  inWords!: string;
}

export class CalculationDto {
  @ShownText({ description: 'The statute that governs the programme' })
  regime!: string;

  @ShownWon()
  gainWon!: string;

  @ShownList(() => InterestLineDto)
  interest!: InterestLineDto[];

  @ShownWon()
  interestWon!: string;

  @ShownWon({ description: 'Gain and interest, to the won' })
  recoveryWon!: string;

  @ShownWon({ description: 'The same as the notice demands it' })
  recoveryNoticeWon!: string;

  @ShownList(() => PenaltyOptionDto)
  options!: PenaltyOptionDto[];

  @ShownWon()
  penaltyStandardWon!: string;

  @ShownWon()
  penaltyLowestWon!: string;

  @ShownWon()
  penaltyHighestWon!: string;

  @ShownText()
  penaltyClause!: string;

  @ShownList(() => MitigationDto)
  mitigations!: MitigationDto[];

  @ShownWon({ description: 'Chosen, or proposed' })
  penaltyWon!: string;

  @ShownWon({ description: 'What the notices drop' })
  droppedWon!: string;

  @ShownWon({ description: 'What the debtor owes' })
  demandedWon!: string;

  @ShownDate()
  earliestDueOn!: string;

  @ShownDate()
  dueOn!: string;

  @ShownList(() => InstalmentDto)
  plan!: InstalmentDto[];

  @ShownFlag({ description: 'The name of the debtor is published' })
  published!: boolean;

  @ShownWon({ nullable: true, description: 'The most that can be claimed back; null without a voucher' })
  claimableWon!: string | null;

  @ShownList(() => NoticeLineDto)
  notice!: NoticeLineDto[];

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownTexts({ description: 'Every article a figure rests on' })
  clauses!: string[];
}
