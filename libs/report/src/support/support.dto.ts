import { ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, BilingualDto } from '#libs/http';

export class SupportDto {
  @ShownText({ description: 'FUND, the kind of a voucher or call, EQUIP_EVAL, TEST or ROYALTY' })
  kind!: string;

  @ShownObject(() => BilingualDto)
  kindName!: BilingualDto;

  @ShownId({ description: 'The fund, voucher year or call' })
  bookId!: string;

  @ShownId({ description: 'The deal, voucher, agreement, order or technology' })
  id!: string;

  @ShownText()
  number!: string;

  @ShownDate()
  on!: string;

  @ShownWon({ description: 'Invested, issued, paid of public money, or the government’s part of a fee' })
  amountWon!: string;

  @ShownText({ nullable: true, description: 'Of the transfer contract, patent or project' })
  technologyNumber!: string | null;

  @ShownText({ nullable: true })
  technology!: string | null;

  @ShownInteger({ nullable: true, description: 'Stage on the way to the market, from 1' })
  stage!: number | null;

  @ShownFlag({ description: 'Whether its technology number stands in support of another kind as well' })
  carriedOn!: boolean;
}

export class CompanySupportsDto {
  @ShownId()
  companyId!: string;

  @ShownText()
  company!: string;

  @ShownChoice(['NONE', 'ONE', 'SEVERAL'], { description: 'Kinds of support: several are a hand-over' })
  reach!: string;

  @ShownList(() => SupportDto)
  supports!: SupportDto[];
}
