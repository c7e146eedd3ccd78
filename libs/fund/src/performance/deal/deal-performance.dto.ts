import { ShownChoice, ShownDate, ShownObject, ShownText, ShownWon } from '#libs/http';
import { RateDto } from '../performance.dto.js';

export class DealPerformanceDto {
  @ShownText()
  number!: string;

  @ShownText()
  company!: string;

  @ShownText()
  instrument!: string;

  @ShownDate()
  paidOn!: string;

  @ShownWon()
  costWon!: string;

  @ShownWon({ description: 'Proceeds less the expenses of the exits' })
  netProceedsWon!: string;

  @ShownWon()
  outstandingCostWon!: string;

  @ShownWon()
  fairValueWon!: string;

  @ShownDate({ nullable: true })
  valuedOn!: string | null;

  @ShownText({ nullable: true, description: '(Net proceeds + fair value) ÷ cost, four decimals' })
  multiple!: string | null;

  @ShownObject(() => RateDto)
  rate!: RateDto;

  @ShownChoice(['HELD', 'PARTLY_EXITED', 'EXITED'])
  state!: string;
}
