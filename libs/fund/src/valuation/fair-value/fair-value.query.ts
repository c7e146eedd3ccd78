import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { won } from '#libs/money';
import { fundAccount, fundBook } from '../../fund/fund.charts.js';
import { IMPAIRMENT_LOSS, UNREALISED_GAIN } from './fair-value.charts.js';
import type { CarryingStep, ValuedDeal } from './fair-value.rules.js';

export interface ValuedDealRow extends ValuedDeal {
  readonly id: string;
  readonly number: string;
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly amountWon: string;
  readonly paidOn: LocalDate;
  readonly standing: boolean;
  readonly exits: readonly { readonly exitedOn: LocalDate; readonly costWon: string }[];
  readonly valuations: readonly { readonly valuedOn: LocalDate; readonly fairValueWon: string; readonly impairmentWon: string }[];
}

/** Everything on record about the value of these deals; of two valuations of one day the one known last. */
export async function valuedDeals(tx: Tx, investmentIds: readonly string[]): Promise<ValuedDealRow[]> {
  const rows: Row[] = await tx.query(
    `select i.id, i.number, i.amount_won::text as "amountWon", i.paid_on as "paidOn",
            not exists (select 1 from investment_void v where v.investment_id = i.id) as standing,
            (select coalesce(json_agg(json_build_object('exitedOn', x.exited_on, 'costWon', x.cost_won::text) order by x.exited_on), '[]'::json)
               from investment_exit x where x.investment_id = i.id) as exits,
            (select coalesce(json_agg(json_build_object('valuedOn', v.valued_on, 'fairValueWon', v.fair_value_won::text, 'impairmentWon', v.impairment_won::text) order by v.valued_on, v.known_at), '[]'::json)
               from valuation v where v.investment_id = i.id) as valuations
       from investment i where i.id = any($1::uuid[]) and i.kind <> 'CONVERSION' order by i.number`,
    [investmentIds],
  );
  return rows.map(({ amountWon, exits, valuations, ...row }) => ({
    ...row,
    amountWon: won(amountWon),
    exits: exits.map((exit) => ({ ...exit, costWon: won(exit.costWon) })),
    valuations: valuations.map((each) => ({ ...each, fairValueWon: won(each.fairValueWon), impairmentWon: won(each.impairmentWon) })),
  }));
}

/** What entries have moved so far, by deal and day. */
export async function postedCarrying(tx: Tx, fundId: string, investmentIds: readonly string[]): Promise<ReadonlyMap<string, readonly CarryingStep[]>> {
  const keys = investmentIds.flatMap((id) => [UNREALISED_GAIN, IMPAIRMENT_LOSS].map((chart) => ({ id, chart, key: fundAccount(chart, fundId, id).key })));
  const rows: { key: string; on: LocalDate; moved: string }[] = await tx.query(
    `select a.key, e.effective_on as on, sum(case when l.side = a.normal_side then l.amount else -l.amount end)::text as moved
       from ledger_account a join entry_line l on l.account_id = a.id join journal_entry e on e.id = l.entry_id
      where a.key = any($1) group by a.key, e.effective_on order by e.effective_on`,
    [keys.map(({ key }) => key)],
  );
  const owner = new Map(keys.map((each) => [each.key, each]));
  const steps = new Map<string, CarryingStep[]>();
  for (const { key, on, moved } of rows) {
    const account = owner.get(key);
    if (account === undefined) continue;
    const part = { on, unrealisedWon: won(account.chart === UNREALISED_GAIN ? moved : 0), impairmentWon: won(account.chart === IMPAIRMENT_LOSS ? moved : 0) };
    steps.set(account.id, [...(steps.get(account.id) ?? []), part]);
  }
  return steps;
}

/** Through which day the fund's books are closed; null where they never were. */
export async function booksClosedThrough(tx: Tx, fundId: string): Promise<LocalDate | null> {
  const rows: { closed: LocalDate | null }[] = await tx.query('select books_closed_through($1) as closed', [fundBook(fundId)]);
  return rows[0]?.closed ?? null;
}
