import { FlagField, ShownFlag, ShownId, ShownList, ShownWon, TextField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';

/** Why something that was booked is undone. */
export class ReverseDto {
  @TextField({ min: 2, max: 500, description: 'Why it should not have been booked' })
  reason!: string;

  @FlagField({ optional: true, description: 'Only show what would be posted' })
  dryRun?: boolean;
}

export class ReversedReceiptDto {
  @ShownId()
  id!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon({ description: 'What the partner owes again' })
  unpaidWon!: string;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}
