import { Client, type Answer, type Json } from './client.js';
import { formFund, recordDeal } from './funds.js';
import { withSql } from './sql.js';

/** One row of a valuation sheet. */
export const valued = (investmentId: string, fairValueWon: string, changes: Json = {}): Json => ({ investmentId, fairValueWon, method: '최근 거래가격', ...changes });

export const sheet = (items: readonly Json[], changes: Json = {}): Json => ({ valuedOn: '2024-12-31', items, ...changes });

export const exit = (investmentId: string, proceedsWon: string, changes: Json = {}): Json => ({ investmentId, kind: 'LISTING', exitedOn: '2025-03-03', proceedsWon, ...changes });

export const feeTerms = (terms: readonly Json[], changes: Json = {}): Json => ({ terms, clause: '규약 제36조', reason: '규약에 따라 등록', ...changes });

/** Two per cent of commitments from day to day. */
export const onCommitments = (from: string, to: string, rateBasisPoints = 200): Json => ({ from, to, base: 'COMMITTED', rateBasisPoints, clause: '규약 제36조제1항' });

export const payment = (amountWon: string, changes: Json = {}): Json => ({ kind: 'AUDIT', label: '회계감사 수수료', paidOn: '2025-02-03', amountWon, payee: { name: '한빛회계법인' }, ...changes });

export const examined = (costWon: string, changes: Json = {}): Json => ({ company: '(주)검토기업', kind: 'FINANCIAL', costWon, paidOn: '2025-02-03', payee: { name: '한빛회계법인' }, ...changes });

/** A fund with deals that were paid on 2024-06-03, by their amounts. */
export async function fundWithDeals(amounts: readonly string[], changes: Json = {}, dealChanges: Json = {}): Promise<{ id: string; deals: string[] }> {
  const manager = Client.as('manager');
  const { id } = await formFund(manager, changes);
  const deals: string[] = [];
  for (const amount of amounts) {
    const recorded = await recordDeal(manager, id, amount, dealChanges);
    if (recorded.status !== 201) throw new Error(`recording a deal answered ${recorded.status}: ${recorded.bytes.toString()}`);
    deals.push(recorded.body.id as string);
  }
  return { id, deals };
}

/** A posted answer that has to have gone through. */
export async function posted(answer: Promise<Answer>): Promise<Json> {
  const { status, body, bytes } = await answer;
  if (status !== 201) throw new Error(`answered ${status}: ${bytes.toString()}`);
  return body as Json;
}

/** Balances of a fund's accounts at the end of a day, added up by chart, on their normal sides. */
export async function balancesOn(fundId: string, asOf: string): Promise<Record<string, bigint>> {
  return withSql('APPLICATION', async (sql) => {
    const { rows } = await sql.query<{ chart: string; balance: string }>(
      `select a.chart, sum(case when l.side = a.normal_side then l.amount else -l.amount end) as balance
         from ledger_account a join entry_line l on l.account_id = a.id join journal_entry e on e.id = l.entry_id
        where a.book = $1 and e.effective_on <= $2 group by a.chart`,
      [`fund/${fundId}`, asOf],
    );
    return Object.fromEntries(rows.map(({ chart, balance }) => [chart, BigInt(balance)]));
  });
}

/** Net asset value as the books carry it at the end of a day: cash, cost and what the fair value is beside it. */
export async function assetsInBooks(fundId: string, asOf: string): Promise<bigint> {
  const balances = await balancesOn(fundId, asOf);
  return ['fund.cash', 'fund.investment-cost', 'fund.fair-value-adjustment'].reduce((sum, chart) => sum + (balances[chart] ?? 0n), 0n);
}

/** The same as the figures say it. */
export async function netAssetValue(fundId: string, asOf: string): Promise<bigint> {
  return BigInt((await Client.as('auditor').get(`/funds/${fundId}/performance?asOf=${asOf}`)).body.netAssetValueWon as string);
}
