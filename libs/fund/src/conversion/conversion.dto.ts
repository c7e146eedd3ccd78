import { ChoiceField, CountField, DateField, FlagField, ObjectField, ShownFlag, ShownId, ShownPercent, ShownText, ShownWon, TextField, WonField } from '#libs/http';
import { ContractTermsInput } from '../deal/deal-term.dto.js';

export class ConvertInvestmentDto {
  @ChoiceField(['COMMON', 'RCPS', 'CPS'], { description: 'What the holding becomes' })
  instrument!: string;

  @DateField({ description: 'Day on which the conversion takes effect' })
  convertedOn!: string;

  @WonField({ optional: true, description: 'Cost that is converted; left out: all that can be' })
  convertedWon?: string;

  @CountField({ description: 'Shares received' })
  shares!: string;

  @WonField({ optional: true, description: 'Conversion price' })
  pricePerShareWon?: string;

  @WonField({ optional: true, description: 'Value of the company after the round that fixed the shares' })
  postMoneyWon?: string;

  @CountField({ optional: true, description: 'All shares of the company after the conversion' })
  totalShares?: string;

  @ObjectField(() => ContractTermsInput, { optional: true, description: 'Terms of what was received' })
  terms?: ContractTermsInput;

  @TextField({ max: 50, optional: true, description: 'Round that fixed the shares' })
  round?: string;

  @TextField({ max: 2000, optional: true, multiline: true })
  note?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class ConvertedInvestmentDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText({ nullable: true })
  number!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon({ description: 'Cost that went over' })
  convertedWon!: string;

  @ShownWon({ description: 'Cost of the deal that was paid in cash: the same before and after' })
  costWon!: string;

  @ShownWon({ description: 'What of the holding could still be converted afterwards' })
  leftWon!: string;

  @ShownPercent({ nullable: true, description: 'Part of the company by the shares received' })
  ownershipPercent!: string | null;
}
