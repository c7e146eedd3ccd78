import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { SPENDABLE_STAGES } from '#libs/journal';
import { balanceOf } from '#libs/ledger';
import { won, type Won } from '#libs/money';
import { AVAILABLE, grantAccount } from '../call/call.charts.js';
import type { GrantCall } from '../call/call.js';
import type { YearNeed } from './agreement.rules.js';

/** The next free number of the programme in the year of the call, without a gap; whoever asks waits for the others. */
export async function nextAgreementNumber(tx: Tx, { programmeId, prefix, fiscalYear }: GrantCall): Promise<string> {
  const series = `${prefix}-${fiscalYear}-`;
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('grant number ' || $1 || $2, 0))`, [programmeId, series]);
  const [row]: { last: number }[] = await tx.query(
    `select coalesce(max(substring(a.number from '[0-9]+$')::int), 0) as last
       from grant_agreement a join grant_call c on c.id = a.call_id where c.programme_id = $1 and a.number ~ ('^' || $2 || '[0-9]{3,6}$')`,
    [programmeId, series],
  );
  return `${series}${String((row?.last ?? 0) + 1).padStart(3, '0')}`;
}

/** What each year needs beside what is left of its budget. */
export async function yearNeeds(tx: Tx, callId: string, government: ReadonlyMap<number, Won>): Promise<YearNeed[]> {
  const rows: { year: number }[] = await tx.query('select distinct fiscal_year as year from grant_budget where call_id = $1 and stage = any($2)', [callId, SPENDABLE_STAGES]);
  const decided = new Set(rows.map(({ year }) => year));
  const needs: YearNeed[] = [];
  for (const [fiscalYear, neededWon] of [...government].toSorted(([one], [other]) => one - other)) {
    needs.push({ fiscalYear, neededWon, availableWon: decided.has(fiscalYear) ? won(await balanceOf(tx, grantAccount(AVAILABLE, callId, String(fiscalYear)).key)) : null });
  }
  return needs;
}

/** Years of a call that were closed. */
export async function closedYears(tx: Tx, callId: string): Promise<ReadonlySet<number>> {
  const rows: { year: number }[] = await tx.query('select fiscal_year as year from grant_year_close where call_id = $1', [callId]);
  return new Set(rows.map(({ year }) => year));
}

/** Projects under way on `on` that this researcher leads, of all calls in sight. */
export async function countLedBy(tx: Tx, investigatorNumber: string, on: LocalDate): Promise<number> {
  const rows: { count: number }[] = await tx.query(
    `select count(*)::int as count from grant_agreement a join grant_state s on s.agreement_id = a.id
       join lateral (select v.period_to, coalesce(v.detail ->> 'investigatorNumber', a.investigator_number) as number from grant_version v where v.agreement_id = a.id order by v.version desc limit 1) v on true
      where v.number = $1 and a.role = 'LEAD' and s.state in ('ACTIVE', 'SUSPENDED') and v.period_to >= $2`,
    [investigatorNumber, on],
  );
  return rows[0]?.count ?? 0;
}

/** What an agreement has of the budget of each year, and what of it is decided to be paid; won. */
export interface YearFunding {
  readonly fiscalYear: number;
  readonly fundedWon: Won;
  readonly decidedWon: Won;
}

export async function fundingOf(tx: Tx, agreementId: string): Promise<YearFunding[]> {
  const rows: { fiscalYear: number; fundedWon: string; decidedWon: string }[] = await tx.query(
    `select f.fiscal_year as "fiscalYear", sum(f.amount_won)::text as "fundedWon",
            (select coalesce(sum(t.amount_won), 0)::text from grant_tranche t join grant_tranche_state s on s.tranche_id = t.id
              where t.agreement_id = $1 and t.fiscal_year = f.fiscal_year and s.state = 'DECIDED') as "decidedWon"
       from grant_funding f where f.agreement_id = $1 group by f.fiscal_year order by f.fiscal_year`,
    [agreementId],
  );
  return rows.map(({ fiscalYear, fundedWon, decidedWon }) => ({ fiscalYear, fundedWon: won(BigInt(fundedWon)), decidedWon: won(BigInt(decidedWon)) }));
}

/** Throws conflict `grant-agreement.agreed-already` where the application has led to an agreement. */
export async function requireFreeApplication(tx: Tx, applicationId: string): Promise<void> {
  const [taken]: { number: string }[] = await tx.query('select number from grant_agreement where application_id = $1', [applicationId]);
  if (taken === undefined) return;
  throw new DomainError('conflict', 'grant-agreement.agreed-already', { ko: `이 신청으로 이미 ${taken.number} 협약을 체결했습니다. 바꿀 것이 있으면 협약을 변경해 주세요.`, en: `This application led to ${taken.number} already. To change something, amend that agreement.` });
}
