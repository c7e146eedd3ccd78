import { ChoiceField, DateField, FlagField, IntegerField, ListField, ShownFlag, ShownId, ShownList, ShownWon, VerdictDto, WonField } from '#libs/http';
import { DivisionPartDto } from '../royalty.dto.js';

export class DivisionPartInput {
  @WonField({ min: 0n })
  amountWon!: string;
}

export class DivideGrantRoyaltyDto {
  @IntegerField({ min: 2000, max: 2200 })
  year!: number;

  @ChoiceField(['INNOVATION_ACT', 'TRANSFER_ACT'])
  basis!: string;

  @WonField()
  amountWon!: string;

  @DateField({ optional: true, description: 'Default: today' })
  dividedOn?: string;

  @ListField(() => DivisionPartInput, { optional: true, max: 4, description: 'In the order of the statute; left out: the least parts, and the rest to the last party' })
  parts?: DivisionPartInput[];

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class DividedGrantRoyaltyDto {
  @ShownId()
  id!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  amountWon!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => DivisionPartDto)
  parts!: DivisionPartDto[];
}
