import { ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownList, ShownObject, ShownPercent, ShownText, ShownWon } from '#libs/http';
import { RATIO_EVENTS } from './ratio-series.js';

export class BasisRatioDto {
  @ShownText()
  basis!: string;

  @ShownPercent({ nullable: true })
  ratioPercent!: string | null;
}

export class RatioStandDto {
  @ShownPercent({ nullable: true, description: 'On the basis that decides; truncated, null on a base of zero' })
  ratioPercent!: string | null;

  @ShownPercent()
  requiredPercent!: string;

  @ShownWon({ description: 'M' })
  qualifyingWon!: string;

  @ShownWon({ description: 'T' })
  investedWon!: string;

  @ShownWon()
  shortfallWon!: string;

  @ShownChoice(['MET', 'NOT_MET', 'IN_PROGRESS', 'UNREACHABLE'])
  verdict!: string;

  @ShownList(() => BasisRatioDto)
  bases!: BasisRatioDto[];
}

export class RatioPointDto {
  @ShownDate()
  on!: string;

  @ShownObject(() => RatioStandDto, { nullable: true, description: 'As known at the end of that day; null before there was a rule' })
  then!: RatioStandDto | null;

  @ShownObject(() => RatioStandDto, { nullable: true, description: 'As known at the time asked for' })
  now!: RatioStandDto | null;
}

export class RatioEventDto {
  @ShownChoice(RATIO_EVENTS)
  kind!: string;

  @ShownDate()
  effectOn!: string;

  @ShownInstant()
  knownAt!: string;

  @ShownDate({ description: 'In Seoul' })
  knownOn!: string;

  @ShownText()
  what!: string;

  @ShownId()
  subjectId!: string;

  @ShownFlag({ description: 'Known only after the day on which it took effect' })
  late!: boolean;
}

export class RatioSeriesDto {
  @ShownId()
  fundId!: string;

  @ShownText()
  fundNumber!: string;

  @ShownText()
  fundName!: string;

  @ShownDate()
  asOf!: string;

  @ShownInstant({ description: 'Exclusive bound of what was known' })
  knownBefore!: string;

  @ShownText({ description: 'The basis that decides on the date of the figures' })
  decidingBasis!: string;

  @ShownDate()
  foundedOn!: string;

  @ShownList(() => RatioPointDto, { description: 'The days on which something may have changed; between two of them nothing did' })
  points!: RatioPointDto[];

  @ShownList(() => RatioEventDto)
  events!: RatioEventDto[];
}
