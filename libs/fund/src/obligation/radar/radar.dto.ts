import { ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownPercent, ShownText, ShownTexts, ShownWon } from '#libs/http';
import { MandateRuleDto } from '../mandate-rule/mandate-rule.dto.js';

export const MANDATE_VERDICTS = ['MET', 'IN_PROGRESS', 'UNREACHABLE', 'IN_GRACE', 'CURABLE', 'NOT_MET'];

export class NeededByDto {
  @ShownDate()
  on!: string;

  @ShownInteger()
  ratioBasisPoints!: number;

  @ShownWon()
  requiredWon!: string;

  @ShownWon()
  neededWon!: string;
}

/** Where one rule stands. */
export class MandatePositionDto {
  @ShownObject(() => MandateRuleDto)
  rule!: MandateRuleDto;

  @ShownText({ description: 'The fund, manager or programme whose rule it is' })
  ofWhom!: string;

  @ShownId({ nullable: true, description: 'Of a rule of one fund' })
  fundId!: string | null;

  @ShownInteger({ description: 'Whose deals count together' })
  fundCount!: number;

  @ShownFlag({ description: 'It counts funds outside of your scope as well: the figures are of a part' })
  partial!: boolean;

  @ShownWon()
  baseWon!: string;

  @ShownWon()
  countedWon!: string;

  @ShownWon({ description: 'Would count besides if every open claim were accepted' })
  pendingWon!: string;

  @ShownPercent({ nullable: true, description: 'Truncated; null on a base of zero' })
  ratioPercent!: string | null;

  @ShownInteger({ description: 'Asked for in the end' })
  finalRatioBasisPoints!: number;

  @ShownWon({ description: 'Asked for by now or, before the first test, at it' })
  requiredWon!: string;

  @ShownWon()
  shortfallWon!: string;

  @ShownFlag({ description: 'Decided in whole won' })
  met!: boolean;

  @ShownObject(() => NeededByDto, { nullable: true })
  neededBy!: NeededByDto | null;

  @ShownDate({ nullable: true, description: 'At the pace so far' })
  reachedOn!: string | null;

  @ShownWon({ description: 'What may still go to deals that do not count for it, were it the only rule' })
  headroomWon!: string;

  @ShownFlag()
  reachable!: boolean;

  @ShownFlag({ description: 'Broken for good: its last day has passed short, or no capital is left to make it good' })
  lost!: boolean;

  @ShownFlag({ description: 'It is what stops a larger deal that counts for nothing' })
  binding!: boolean;

  @ShownChoice(MANDATE_VERDICTS)
  verdict!: string;
}

export class RadarDto {
  @ShownDate()
  asOf!: string;

  @ShownInstant()
  knownBefore!: Date;

  @ShownList(() => MandatePositionDto, { description: 'Worst first' })
  positions!: MandatePositionDto[];
}

export class RoomDto {
  @ShownWon({ nullable: true, description: 'Largest deal of this kind; below zero by the capital that is lacking; null where no capital would do' })
  headroomWon!: string | null;

  @ShownTexts({ description: 'Rules without any one of which more would be possible' })
  binding!: string[];

  @ShownFlag()
  boundByCapital!: boolean;
}

export class FundObligationsDto {
  @ShownId()
  fundId!: string;

  @ShownDate()
  asOf!: string;

  @ShownInstant()
  knownBefore!: Date;

  @ShownList(() => MandatePositionDto)
  positions!: MandatePositionDto[];

  @ShownFlag({ description: 'Every open rule can be met, all of them at once' })
  reachable!: boolean;

  @ShownWon({ nullable: true, description: 'Least that has to be invested yet to meet them all; null where no amount does' })
  leastFurtherWon!: string | null;

  @ShownTexts({ description: 'Rules that cannot be met together, none of which could be left out' })
  conflict!: string[];

  @ShownFlag({ description: 'Some rules count funds outside of your scope: nothing is said about all rules together' })
  partial!: boolean;

  @ShownObject(() => RoomDto, { description: 'For a deal that counts for nothing' })
  room!: RoomDto;

  @ShownInteger()
  dealCount!: number;

  @ShownWon()
  remainingWon!: string;
}

export class CountedDealDto {
  @ShownId()
  investmentId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  company!: string;

  @ShownDate()
  paidOn!: string;

  @ShownWon()
  amountWon!: string;

  @ShownWon()
  outstandingWon!: string;

  @ShownTexts({ description: 'Rules that it counts for' })
  countsFor!: string[];

  @ShownTexts({ description: 'Rules that it would count for besides if its claim were accepted' })
  wouldCountFor!: string[];
}
