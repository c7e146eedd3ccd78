import { ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownPercent, ShownText, ShownWon } from '#libs/http';
import { RECOGNITION_ROUTES } from '../classification/classification.js';
import { OBLIGATION_BASES } from './obligation.js';

export class ObligationRuleDto {
  @ShownInteger({ description: 'Hundredths of a percent: 5000 is 50 %' })
  ratioBasisPoints!: number;

  @ShownChoice(OBLIGATION_BASES)
  denominator!: string;

  @ShownChoice(['CUMULATIVE_COST', 'OUTSTANDING_COST'])
  measure!: string;

  @ShownChoice(['BY_DEADLINE', 'AT_ALL_TIMES', 'MILESTONES'])
  test!: string;

  @ShownDate({ nullable: true })
  deadlineOn!: string | null;

  @ShownText()
  clause!: string;

  @ShownText({ description: 'LAW, AGREEMENT, NOTICE, SEED, PRACTICE or ASSUMPTION' })
  source!: string;

  @ShownText()
  version!: string;
}

export class BasisPositionDto {
  @ShownChoice(OBLIGATION_BASES)
  basis!: string;

  @ShownWon()
  baseWon!: string;

  @ShownPercent({ nullable: true, description: 'Truncated; null on a base of zero' })
  ratioPercent!: string | null;

  @ShownWon()
  requiredWon!: string;

  @ShownWon()
  shortfallWon!: string;

  @ShownFlag({ description: 'Decided in whole won, never by the percentage' })
  met!: boolean;
}

export class FeasibilityDto {
  @ShownWon({ description: 'Commitments less fees and expenses over the whole life' })
  capacityWon!: string;

  @ShownWon()
  remainingWon!: string;

  @ShownWon()
  shortfallWon!: string;

  @ShownWon({ description: 'What may still go to deals that do not qualify; negative when out of reach' })
  headroomWon!: string;

  @ShownFlag()
  feasible!: boolean;

  @ShownPercent({ nullable: true })
  maxAttainablePercent!: string | null;

  @ShownPercent({ nullable: true })
  requiredShareOfRemainingPercent!: string | null;
}

export class PacePointDto {
  @ShownDate()
  on!: string;

  @ShownWon()
  expectedWon!: string;

  @ShownWon({ nullable: true, description: 'Null after the date of the figures' })
  qualifyingWon!: string | null;

  @ShownWon({ nullable: true })
  investedWon!: string | null;
}

export class PaceDto {
  @ShownInteger()
  totalDays!: number;

  @ShownInteger()
  elapsedDays!: number;

  @ShownWon()
  expectedQualifyingWon!: string;

  @ShownWon()
  gapWon!: string;

  @ShownList(() => PacePointDto)
  points!: PacePointDto[];
}

export class RouteShareDto {
  @ShownChoice([...RECOGNITION_ROUTES, 'NONE'])
  route!: string;

  @ShownInteger()
  count!: number;

  @ShownWon()
  amountWon!: string;

  @ShownWon({ description: 'The part of it that is recognised' })
  qualifyingWon!: string;
}

export class ObligationDto {
  @ShownId()
  fundId!: string;

  @ShownText()
  fundNumber!: string;

  @ShownDate()
  asOf!: string;

  @ShownInstant({ description: 'Facts known before this instant count' })
  knownBefore!: Date;

  @ShownChoice(['MET', 'NOT_MET', 'IN_PROGRESS', 'UNREACHABLE'])
  verdict!: string;

  @ShownObject(() => ObligationRuleDto)
  rule!: ObligationRuleDto;

  @ShownWon()
  committedWon!: string;

  @ShownWon()
  paidInWon!: string;

  @ShownWon({ description: 'T' })
  investedWon!: string;

  @ShownWon({ description: 'M' })
  qualifyingWon!: string;

  @ShownWon()
  qualifyingOutstandingWon!: string;

  @ShownWon()
  pendingWon!: string;

  @ShownInteger()
  pendingCount!: number;

  @ShownInteger()
  investmentCount!: number;

  @ShownInteger()
  qualifyingCount!: number;

  @ShownWon({ description: 'E' })
  lifetimeExpensesWon!: string;

  @ShownObject(() => BasisPositionDto, { description: 'The basis the rule is measured on' })
  decisive!: BasisPositionDto;

  @ShownList(() => BasisPositionDto)
  bases!: BasisPositionDto[];

  @ShownList(() => BasisPositionDto, { description: 'The same if every pending deal were accepted' })
  basesIfPendingAccepted!: BasisPositionDto[];

  @ShownObject(() => FeasibilityDto)
  feasibility!: FeasibilityDto;

  @ShownWon()
  minAdditionalQualifyingWon!: string;

  @ShownWon()
  maxAdditionalNonQualifyingWon!: string;

  @ShownObject(() => PaceDto)
  pace!: PaceDto;

  @ShownList(() => RouteShareDto)
  byRoute!: RouteShareDto[];
}

export class ProgrammeObligationDto {
  @ShownId()
  programmeId!: string;

  @ShownText()
  nameKo!: string;

  @ShownText()
  nameEn!: string;

  @ShownDate()
  asOf!: string;

  @ShownWon({ nullable: true, description: 'Planned size of the whole programme' })
  targetCommitmentWon!: string | null;

  @ShownObject(() => BasisPositionDto)
  position!: BasisPositionDto;

  @ShownInteger()
  fundCount!: number;

  @ShownInteger()
  fundsMet!: number;
}
