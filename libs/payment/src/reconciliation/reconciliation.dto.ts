import { BilingualDto, Personal, ShownChoice, ShownDate, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon } from '#libs/http';
import { EXCEPTION_CODES } from './exception.rules.js';

export class BalanceDayDto {
  @ShownDate()
  on!: string;

  @ShownInteger()
  lines!: number;

  @ShownInteger({ description: 'Lines of which something is not explained' })
  openLines!: number;

  @ShownWon()
  inWon!: string;

  @ShownWon()
  outWon!: string;

  @ShownWon({ nullable: true, description: 'As the bank states it at the end of the day' })
  closingWon!: string | null;

  @ShownWon({ description: 'Stated less expected; zero where the day adds up' })
  differenceWon!: string;
}

export class BalanceDaysDto {
  @ShownDate({ nullable: true })
  from!: string | null;

  @ShownDate({ nullable: true })
  to!: string | null;

  @ShownWon({ nullable: true })
  openingWon!: string | null;

  @ShownList(() => BalanceDayDto)
  days!: BalanceDayDto[];
}

export class ReconciliationExceptionDto {
  @ShownChoice(EXCEPTION_CODES)
  code!: string;

  @ShownDate()
  on!: string;

  @ShownInteger()
  ageDays!: number;

  @ShownWon({ nullable: true })
  amountWon!: string | null;

  @ShownId({ nullable: true })
  lineId!: string | null;

  @Personal()
  @ShownText()
  about!: string;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;
}
