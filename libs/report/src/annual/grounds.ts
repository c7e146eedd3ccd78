import type { TimePoint } from '#libs/http';
import type { RowChoice } from '#libs/seal';

/** What every figure of the books follows from, and the facts that the control totals and the texts are read from; $1 as of, $2 known before. */
const GROUNDS: readonly (readonly [table: string, condition: string])[] = [
  ['clawback', 't.notice_on <= $1::date'],
  ['grant_budget', 't.decided_on <= $1::date'],
  ['grant_recovery', 't.notice_on <= $1::date'],
  ['grant_sanction', 't.notice_on <= $1::date'],
  ['investment', 't.paid_on <= $1::date'],
  ['journal_entry', 't.effective_on <= $1::date'],
  ['outcome_receipt', 't.value_on <= $1::date'],
  ['outcome_receipt_reversal', '$1::date is not null'],
  ['report_text', '$1::date is not null'],
  ['royalty_declaration', '$1::date is not null'],
  ['voucher_budget', 't.decided_on <= $1::date'],
  ['voucher_issue', 't.issued_on <= $1::date'],
];

/** The sealed rows that an annual report rests on, as far as the reader sees them. */
export const annualGrounds = ({ asOf, knownBefore }: TimePoint): RowChoice[] =>
  GROUNDS.map(([table, condition]) => ({ table, condition: `(${condition}) and t.known_at < $2`, parameters: [asOf, knownBefore] }));
