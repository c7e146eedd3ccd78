import { ChoiceField, DateField, FlagField, IdField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownList, ShownText, ShownWon, TextField, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { CASH_SOURCES } from './own-share.js';

export class ReceiveGrantOwnShareDto {
  @ChoiceField([...CASH_SOURCES], { optional: true, description: 'Default OWN: the institution itself' })
  source?: string;

  @WonField()
  amountWon!: string;

  @DateField({ description: 'As the bank statement says' })
  receivedOn!: string;

  @TextField({ max: 200, description: 'Line of the bank statement, number of the transfer' })
  reference!: string;

  @IdField({ optional: true, description: 'The bank statement' })
  documentId?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class ReverseGrantOwnShareDto {
  @TextField({ min: 5, max: 500 })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class MovedGrantOwnShareDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  cashBeforeWon!: string;

  @ShownWon()
  cashAfterWon!: string;

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class GrantOwnShareDto {
  @ShownId()
  id!: string;

  @ShownId()
  agreementId!: string;

  @ShownChoice([...CASH_SOURCES])
  source!: string;

  @ShownWon()
  amountWon!: string;

  @ShownDate()
  receivedOn!: string;

  @ShownText()
  reference!: string;

  @ShownId({ nullable: true })
  documentId!: string | null;

  @ShownText({ nullable: true })
  documentName!: string | null;

  @ShownFlag()
  reversed!: boolean;

  @ShownText({ nullable: true })
  reversedFor!: string | null;

  @ShownText({ description: 'Login of who recorded it' })
  actor!: string;
}
