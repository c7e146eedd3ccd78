import type { Tx } from '#libs/database';
import { SPENDABLE_STAGES } from '#libs/journal';
import { notFound } from '#libs/errors';
import { won, type Won } from '#libs/money';
import { APPROPRIATION, APPROPRIATION_CARRIED, AVAILABLE, COMMITTED, PAYABLE, PROJECT_GOVERNMENT, PROJECT_RETURNED, PROJECT_SPENT } from './call.charts.js';

/** What the books of a call say of it; won. */
export interface CallFigures {
  readonly callId: string;
  /** Proposed by the government and no money yet. */
  readonly proposedWon: Won;
  /** Granted by decisions that can be spent. */
  readonly budgetWon: Won;
  /** Not agreed with anybody yet. */
  readonly availableWon: Won;
  /** Agreed and not yet decided to be paid. */
  readonly committedWon: Won;
  /** Decided to be paid and not transferred. */
  readonly payableWon: Won;
  /** Transferred to the institutions. */
  readonly paidWon: Won;
  /** Cash that the institutions used, of whatever source. */
  readonly spentWon: Won;
  readonly returnedWon: Won;
  readonly agreements: number;
  /** Of them settled and closed. */
  readonly settled: number;
}

type FiguresRow = { readonly [K in keyof CallFigures]: string };

const sumOf = (charts: readonly { readonly code: string }[]): string => `coalesce(sum(b.balance) filter (where a.chart in (${charts.map(({ code }) => `'${code}'`).join(', ')})), 0)::text`;

/** The figures of these calls, one statement for all of them. */
export async function figuresOfCalls(tx: Tx, callIds: readonly string[]): Promise<ReadonlyMap<string, CallFigures>> {
  const rows: FiguresRow[] = await tx.query(
    `select c.id as "callId", m.*,
            (select coalesce(sum(d.amount_won), 0)::text from grant_budget d where d.call_id = c.id and d.stage = any($2)) as "budgetWon",
            (select coalesce(sum(d.amount_won), 0)::text from grant_budget d where d.call_id = c.id and d.stage = 'PROPOSAL') as "proposedWon",
            (select count(*)::text from grant_agreement g where g.call_id = c.id) as agreements,
            (select count(*)::text from grant_agreement g join grant_state s on s.agreement_id = g.id where g.call_id = c.id and s.state = 'CLOSED') as settled
       from grant_call c
       cross join lateral (
         select ${sumOf([AVAILABLE])} as "availableWon", ${sumOf([COMMITTED])} as "committedWon", ${sumOf([PAYABLE])} as "payableWon", ${sumOf([PROJECT_GOVERNMENT])} as "paidWon",
                ${sumOf([PROJECT_SPENT])} as "spentWon", ${sumOf([PROJECT_RETURNED])} as "returnedWon"
           from ledger_account a join account_balance b on b.account_id = a.id
          where a.book = 'grant/' || c.id) as m
      where c.id = any($1)`,
    [callIds, SPENDABLE_STAGES],
  );
  return new Map(rows.map(({ callId, agreements, settled, ...amounts }) => [callId, { callId, agreements: Number(agreements), settled: Number(settled), ...wonOf(amounts) }]));
}

/** The figures of one call; throws not found for one that is not there or not in sight. */
export async function figuresOfCall(tx: Tx, callId: string): Promise<CallFigures> {
  const found = (await figuresOfCalls(tx, [callId])).get(callId);
  if (found === undefined) throw notFound({ ko: '공고', en: 'call' }, callId);
  return found;
}

const wonOf = <Key extends string>(row: Readonly<Record<Key, string>>): Record<Key, Won> => Object.fromEntries(Object.entries<string>(row).map(([key, text]) => [key, won(BigInt(text))])) as Record<Key, Won>;

/** What is left of the budget of each fiscal year, and what of it has been drawn; won. */
export interface FiscalYearFigures {
  readonly fiscalYear: number;
  readonly budgetWon: Won;
  readonly availableWon: Won;
  /** May still be drawn from the state, money carried over with it. */
  readonly undrawnWon: Won;
}

export async function figuresByFiscalYear(tx: Tx, callId: string): Promise<FiscalYearFigures[]> {
  const rows: { fiscalYear: number; budgetWon: string; availableWon: string; undrawnWon: string }[] = await tx.query(
    `with money as (
       select split_part(a.key, '/', 4)::int as year, ${sumOf([AVAILABLE])} as available, ${sumOf([APPROPRIATION, APPROPRIATION_CARRIED])} as undrawn
         from ledger_account a join account_balance b on b.account_id = a.id
        where a.book = 'grant/' || $1 and a.chart in ('${AVAILABLE.code}', '${APPROPRIATION.code}', '${APPROPRIATION_CARRIED.code}') group by 1)
     select d.fiscal_year as "fiscalYear", sum(d.amount_won)::text as "budgetWon", coalesce(max(m.available), '0') as "availableWon", coalesce(max(m.undrawn), '0') as "undrawnWon"
       from grant_budget d left join money m on m.year = d.fiscal_year
      where d.call_id = $1::uuid and d.stage = any($2) group by d.fiscal_year order by d.fiscal_year`,
    [callId, SPENDABLE_STAGES],
  );
  return rows.map(({ fiscalYear, ...amounts }) => ({ fiscalYear, ...wonOf(amounts) }));
}
