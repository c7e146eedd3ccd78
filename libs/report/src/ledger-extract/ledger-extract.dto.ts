import { AsOfQuery, TextField } from '#libs/http';
import { Matches } from 'class-validator';

/** A whole book taken away: which, as of when, and why. */
export class DownloadLedgerExtractDto extends AsOfQuery {
  @TextField({ max: 60, description: 'The book, as accounts and entries name it', example: 'fund/018f9c2e-0000-7000-8000-000000000000' })
  book!: string;

  @TextField({ min: 5, max: 500, description: 'Why it is taken away; kept in the access log' })
  @Matches(/\S.{3,}\S/u)
  reason!: string;
}
