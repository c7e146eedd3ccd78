import { ChoiceField, FlagField, ShownFlag, ShownList, ShownWon, TextField, VerdictDto } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';

export class CloseVoucherYearDto {
  @ChoiceField(['LAPSE', 'FORWARD'], { description: 'What becomes of the budget that was not issued: back to the Treasury, or on to the next year' })
  unissued!: string;

  @TextField({ max: 300, description: 'Decision it rests on' })
  clause!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class ClosedVoucherYearDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownWon({ description: 'Back to the Treasury' })
  lapsedWon!: string;

  @ShownWon({ description: 'On to the next year' })
  forwardedWon!: string;

  @ShownWon({ description: 'Open vouchers and payables that are paid after the year' })
  carriedOverWon!: string;

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}
