import { AsOfQuery, DateField, ShownDate, ShownId, ShownList, ShownObject, ShownText, ShownWon } from '#libs/http';

/** A period from a day to the date of the figures, both included. */
export class CapitalAccountsQuery extends AsOfQuery {
  @DateField({ description: 'First day of the period; its last one is asOf' })
  from!: string;
}

export class CapitalAccountDto {
  @ShownId()
  partnerId!: string;

  @ShownText()
  partner!: string;

  @ShownWon()
  commitmentWon!: string;

  @ShownWon({ description: 'Called by the end of the period' })
  calledWon!: string;

  @ShownWon()
  paidInWon!: string;

  @ShownWon()
  distributedToDateWon!: string;

  @ShownWon({ description: "The partner's part of the net asset value before the period" })
  openingWon!: string;

  @ShownWon()
  contributedWon!: string;

  @ShownWon()
  distributedWon!: string;

  @ShownWon()
  feesWon!: string;

  @ShownWon()
  realisedWon!: string;

  @ShownWon()
  unrealisedWon!: string;

  @ShownWon({ description: 'Carry accrued to the general partner (negative), and losses that others bear first' })
  carryWon!: string;

  @ShownWon({ description: 'Opening + contributed − distributed + fees + realised + unrealised + carry' })
  closingWon!: string;
}

export class CarryAccountDto {
  @ShownWon()
  openingWon!: string;

  @ShownWon()
  accruedWon!: string;

  @ShownWon()
  paidWon!: string;

  @ShownWon()
  closingWon!: string;
}

export class CapitalAccountsDto {
  @ShownDate({ description: 'Openings are of the end of this day' })
  openingOn!: string;

  @ShownDate()
  closingOn!: string;

  @ShownList(() => CapitalAccountDto)
  accounts!: CapitalAccountDto[];

  @ShownObject(() => CarryAccountDto)
  carry!: CarryAccountDto;

  @ShownWon({ description: 'The closings of all accounts and of the carry' })
  netAssetValueWon!: string;
}
