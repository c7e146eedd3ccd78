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

const ITS_EVIDENCE = `select e.id from evidence e join investment i on i.id = e.investment_id where i.fund_id = $1::uuid and e.known_at < $2`;
const ITS_EXITS = `select x.id from investment_exit x join investment i on i.id = x.investment_id where i.fund_id = $1::uuid and x.known_at < $2`;
const ITS_RUNS = 'select r.id from distribution_run r where r.fund_id = $1::uuid and r.known_at < $2';
const ITS_VERSIONS = 'select v.id from agreement_version v where v.fund_id = $1::uuid and v.known_at < $2';

/** What the figures of the fund's capital and terms follow from. */
const CAPITAL: readonly Ground[] = [
  ['agreement_term', `t.version_id in (${ITS_VERSIONS})`],
  ['agreement_version', OF_THE_FUND],
  ['capital_call', OF_THE_FUND],
  ['capital_call_detail', `t.call_id in (${ITS_CALLS}) and ${KNOWN}`],
  ['capital_call_share', `t.call_id in (${ITS_CALLS})`],
  ['capital_receipt', `t.call_id in (${ITS_CALLS}) and ${KNOWN}`],
  ['capital_receipt_void', `t.receipt_id in (select r.id from capital_receipt r where r.call_id in (${ITS_CALLS})) and ${KNOWN}`],
  ['commitment_transfer', OF_THE_FUND],
  ['fund', `t.id = $1::uuid and ${KNOWN}`],
  ['fund_dissolution', OF_THE_FUND],
  ['fund_extension', OF_THE_FUND],
  ['fund_partner', OF_THE_FUND],
  ['mandate_rule', OF_THE_FUND],
  ['overdue_interest_receipt', `t.call_id in (${ITS_CALLS}) and ${KNOWN}`],
  ['overdue_interest_void', `t.interest_id in (select i.id from overdue_interest_receipt i where i.call_id in (${ITS_CALLS})) and ${KNOWN}`],
  ['overdue_interest_waiver', `t.call_id in (${ITS_CALLS}) and ${KNOWN}`],
  ['policy', `t.scope in (select '*' union select ${ITS_BOOK} union ${ITS_PROGRAMME}) and ${KNOWN}`],
  ['statutory_profile', OF_THE_FUND],
  ['waterfall_decision', OF_THE_FUND],
];

/** What its deals are, how they were recognised and what they are worth. */
const DEALS: readonly Ground[] = [
  ['classification', OF_ITS_DEALS],
  ['deal_conversion', OF_ITS_DEALS],
  ['deal_term', OF_ITS_DEALS],
  ['deal_trait', OF_ITS_DEALS],
  ['evidence', OF_ITS_DEALS],
  ['evidence_detail', `t.evidence_id in (${ITS_EVIDENCE}) and ${KNOWN}`],
  ['evidence_turn', `t.evidence_id in (${ITS_EVIDENCE}) and ${KNOWN}`],
  ['investment', OF_THE_FUND],
  ['investment_exit', OF_ITS_DEALS],
  ['investment_void', OF_ITS_DEALS],
  ['recognition_snapshot', `t.classification_id in (select c.id from classification c join investment i on i.id = c.investment_id where i.fund_id = $1::uuid) and ${KNOWN}`],
  ['rule_verdict', `${OF_THE_FUND} and t.result <> 'PASS'`],
  ['valuation', OF_ITS_DEALS],
  ['waiver', OF_THE_FUND],
  ['waiver_end', `t.waiver_id in (select w.id from waiver w where w.fund_id = $1::uuid) and ${KNOWN}`],
];

/** What was paid out, and the books. */
const PAYMENTS: readonly Ground[] = [
  ['carry_payment', `t.run_id in (${ITS_RUNS}) and ${KNOWN}`],
  ['distribution', OF_THE_FUND],
  ['distribution_recallable', `t.distribution_id in (select d.id from distribution d where d.fund_id = $1::uuid and d.known_at < $2)`],
  ['distribution_reversal', `t.run_id in (${ITS_RUNS}) and ${KNOWN}`],
  ['distribution_run', OF_THE_FUND],
  ['exit_term', `t.exit_id in (${ITS_EXITS}) and ${KNOWN}`],
  ['fund_expense', OF_THE_FUND],
  ['fund_expense_void', `t.expense_id in (select e.id from fund_expense e where e.fund_id = $1::uuid) and ${KNOWN}`],
  ['journal_entry', `t.book = ${ITS_BOOK} and ${KNOWN}`],
  ['ledger_account', `exists (select 1 from entry_line l join journal_entry e on e.id = l.entry_id where l.account_id = t.id and e.book = ${ITS_BOOK} and e.known_at < $2)`],
];

/** Everything that the figures and findings of a fund report follow from, by name of the table. */
const GROUNDS: readonly Ground[] = [...CAPITAL, ...DEALS, ...PAYMENTS].sort(([one], [other]) => (one < other ? -1 : 1));

/** The sealed rows that a report on a fund rests on. Rows with somebody's contact leave the house as their digest only. */
export const fundGrounds = (fundId: string, { knownBefore }: TimePoint): RowChoice[] => choose(fundId, knownBefore, '$1::uuid', hasContact);

/** Accounts and memos of the books name the other partners. */
const TELLS_OF_OTHERS = new Set([
  ...['agreement_version', 'capital_call_share', 'capital_receipt', 'capital_receipt_void', 'carry_payment', 'commitment_transfer', 'distribution', 'distribution_recallable'],
  ...['fund_partner', 'journal_entry', 'ledger_account', 'overdue_interest_receipt', 'overdue_interest_void', 'overdue_interest_waiver', 'rule_verdict'],
]);

/** Those that a report for one partner rests on: what concerns other partners leaves the house as a digest only. */
export function partnerGrounds(partnerId: string, { knownBefore }: TimePoint): RowChoice[] {
  const own = (row: Row): boolean => row['partner_id'] === partnerId || row['id'] === partnerId;
  const fund = '(select p.fund_id from fund_partner p where p.id = $1::uuid)';
  return choose(partnerId, knownBefore, fund, hasContact).map((choice) =>
    TELLS_OF_OTHERS.has(choice.table) ? { ...choice, withheld: (row) => hasContact(row) || !own(row) } : choice,
  );
}

type Row = Parameters<NonNullable<RowChoice['withheld']>>[0];

const hasContact = (row: Row): boolean => row['contact'] !== undefined;

function choose(subjectId: string, knownBefore: Date, fund: string, withheld: (row: Row) => boolean): RowChoice[] {
  return GROUNDS.map(([table, condition]) => ({
    table,
    condition: condition.replaceAll('$1::uuid', fund),
    // A condition without the second parameter names it all the same: PostgreSQL wants to know the type of each.
    parameters: [subjectId, knownBefore],
    withheld,
  }));
}
