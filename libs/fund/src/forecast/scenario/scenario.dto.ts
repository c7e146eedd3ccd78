import {
  DateField, IntegerField, ListField, ObjectField, ShownChoice, ShownDate, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, WonField,
} from '#libs/http';
import { RateDto } from '../../performance/performance.dto.js';

const MULTIPLE = { min: 0, max: 1_000_000 } as const;

export class PlannedFlowDto {
  @DateField()
  on!: string;

  @WonField({ min: 1n })
  amountWon!: string;
}

export class PlannedDealDto extends PlannedFlowDto {
  @DateField({ description: 'Day of its exit' })
  exitOn!: string;

  @IntegerField({ ...MULTIPLE, description: 'Proceeds in basis points of the cost: 15000 is one and a half times' })
  multipleBasisPoints!: number;
}

export class PlannedExitDto {
  @TextField({ max: 40, description: 'Number of the deal' })
  number!: string;

  @DateField()
  on!: string;

  @IntegerField({ ...MULTIPLE, description: 'Proceeds in basis points of the fair value' })
  multipleBasisPoints!: number;
}

export class PlannedPayoutDto {
  @DateField()
  on!: string;
}

export class AssumptionsDto {
  @ListField(() => PlannedFlowDto, { max: 100 })
  calls!: PlannedFlowDto[];

  @ListField(() => PlannedDealDto, { max: 200 })
  deals!: PlannedDealDto[];

  @ListField(() => PlannedFlowDto, { max: 200, description: 'Fees and expenses still to be paid' })
  expenses!: PlannedFlowDto[];

  @DateField({ description: 'Exit of every holding that has none of its own' })
  exitOn!: string;

  @IntegerField({ ...MULTIPLE, description: 'Proceeds in basis points of the fair value, where a holding has none of its own' })
  multipleBasisPoints!: number;

  @ListField(() => PlannedExitDto, { max: 500 })
  exits!: PlannedExitDto[];

  @ListField(() => PlannedPayoutDto, { max: 60, description: 'Days of distribution; on the last one everything is handed out' })
  payouts!: PlannedPayoutDto[];

  @WonField({ min: 0n, description: 'Cash kept back at every distribution but the last' })
  reserveWon!: string;
}

export class SaveScenarioDto {
  @TextField({ max: 80 })
  name!: string;

  @ObjectField(() => AssumptionsDto)
  assumptions!: AssumptionsDto;
}

export class SavedScenarioDto {
  @ShownId()
  id!: string;
}

export class ScenarioDto {
  @ShownId({ nullable: true, description: 'Null for a scenario to start from that nobody saved' })
  id!: string | null;

  @ShownText()
  name!: string;

  @ShownInstant({ nullable: true })
  savedAt!: string | null;

  @ShownObject(() => AssumptionsDto)
  assumptions!: AssumptionsDto;
}

export class ForecastEventDto {
  @ShownDate()
  on!: string;

  @ShownChoice(['CALL', 'EXIT', 'EXPENSE', 'DEAL', 'PAYOUT'])
  kind!: string;

  @ShownWon({ description: 'Into the cash of the fund, or out of it' })
  amountWon!: string;

  @ShownWon()
  cashAfterWon!: string;

  @ShownText({ nullable: true, description: 'Number of the deal' })
  reference!: string | null;
}

export class ShortOfCashDto {
  @ShownDate()
  on!: string;

  @ShownWon({ description: 'The most that is missing' })
  mostWon!: string;
}

export class ForecastPartDto {
  @ShownId()
  partnerId!: string;

  @ShownText()
  partner!: string;

  @ShownWon({ description: 'Distributions since inception, expected ones included' })
  amountWon!: string;
}

export class ForecastDto {
  @ShownText()
  scenario!: string;

  @ShownList(() => ForecastEventDto)
  events!: ForecastEventDto[];

  @ShownList(() => ForecastPartDto)
  byPartner!: ForecastPartDto[];

  @ShownWon()
  carryWon!: string;

  @ShownWon()
  cashAtEndWon!: string;

  @ShownObject(() => ShortOfCashDto, { nullable: true })
  shortOfCash!: ShortOfCashDto | null;

  @ShownText({ nullable: true })
  dpi!: string | null;

  @ShownText({ nullable: true })
  tvpi!: string | null;

  @ShownObject(() => RateDto)
  netRate!: RateDto;

  @ShownInteger({ description: 'Movements of cash' })
  eventCount!: number;
}
