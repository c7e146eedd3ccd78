import { FlagField, TextField } from '#libs/http';

export class ReverseRecoveryReceiptDto {
  @TextField({ min: 5, max: 1000, multiline: true })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}
