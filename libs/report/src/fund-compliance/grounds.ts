import type { RowChoice } from '#libs/seal';
import type { TimePoint } from '#libs/http';

/** A table and which of its rows a fund report rests on; $1 is the fund, $2 the bound of what was known. */
type Ground = readonly [table: string, condition: string];

const KNOWN = 't.known_at < $2';
const OF_THE_FUND = `t.fund_id = $1::uuid and ${KNOWN}`;
const OF_ITS_DEALS = `t.investment_id in (select i.id from investment i where i.fund_id = $1::uuid) and ${KNOWN}`;
const ITS_CALLS = 'select c.id from capital_call c where c.fund_id = $1::uuid and c.known_at < $2';
const ITS_BOOK = `'fund/' || ($1::uuid)::text`;
const ITS_PROGRAMME = `select 'programme/' || v.programme_id from fund f join vintage v on v.id = f.vintage_id where f.id = $1::uuid`;

/** Everything that the figures and findings of a fund report follow from. */
const GROUNDS: readonly Ground[] = [
  ['capital_call', OF_THE_FUND],
  ['capital_call_share', `t.call_id in (${ITS_CALLS})`],
  ['capital_receipt', `t.call_id in (${ITS_CALLS}) and ${KNOWN}`],
  ['classification', OF_ITS_DEALS],
  ['distribution', OF_THE_FUND],
  ['evidence', OF_ITS_DEALS],
  ['fund', `t.id = $1::uuid and ${KNOWN}`],
  ['fund_expense', OF_THE_FUND],
  ['fund_partner', OF_THE_FUND],
  ['investment', OF_THE_FUND],
  ['investment_exit', OF_ITS_DEALS],
  ['investment_void', OF_ITS_DEALS],
  ['journal_entry', `t.book = ${ITS_BOOK} and ${KNOWN}`],
  ['ledger_account', `exists (select 1 from entry_line l join journal_entry e on e.id = l.entry_id where l.account_id = t.id and e.book = ${ITS_BOOK} and e.known_at < $2)`],
  ['policy', `t.scope in (select '*' union select ${ITS_BOOK} union ${ITS_PROGRAMME}) and ${KNOWN}`],
  ['rule_verdict', `${OF_THE_FUND} and t.result <> 'PASS'`],
  ['valuation', OF_ITS_DEALS],
];

/** The sealed rows that a report on a fund rests on. Rows with somebody's contact leave the house as their digest only. */
export function fundGrounds(fundId: string, { knownBefore }: TimePoint): RowChoice[] {
  return GROUNDS.map(([table, condition]) => ({
    table,
    condition,
    // A condition without the second parameter names it all the same: PostgreSQL wants to know the type of each.
    parameters: [fundId, knownBefore],
    withheld: (row) => row['contact'] !== undefined,
  }));
}
