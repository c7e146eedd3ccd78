import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won, type Won } from '#libs/money';
import { paymentsOf } from '#libs/payment';
import type { Release } from './release.js';

const RELEASE_SELECT = `
  select m.tranche_id as id, m.agreement_id as "agreementId", a.number as "agreementNumber", p.name as performer, t.label, t.amount_won::text as "amountWon", t.fiscal_year as "fiscalYear", m.milestone,
         (select max(c.met_on) from grant_condition_met c where c.tranche_id = t.id) as "milestoneMetOn",
         case s.state when 'DROPPED' then 'SENT_BACK' when 'PLANNED' then 'SENT_BACK' else s.state end as state, s.since_on as "sinceOn",
         m.allowed_won::text as "allowedWon", m.released_won::text as "releasedWon", coalesce(u.name, w.actor_login) as "requestedBy",
         (select max(e.effective_on) from journal_entry e where e.subject_id = t.id and e.posting = 'grant.tranche-paid' and not exists (select 1 from payable y where y.subject_id = t.id)) as "toldPaidOn"
    from matching_release m
    join grant_tranche t on t.id = m.tranche_id
    join grant_tranche_state s on s.tranche_id = t.id
    join grant_agreement a on a.id = m.agreement_id
    join party p on p.id = a.party_id
    left join command_author w on w.id = m.command_id left join app_user u on u.id = w.actor_id`;

type Amount = 'amountWon' | 'allowedWon' | 'releasedWon';
/** What a register tells was paid stands in the books alone: no run paid it. */
type ReleaseRow = Omit<Release, Amount | 'payment' | 'paidOn' | 'runNumber'> & Readonly<Record<Amount, string>> & { readonly toldPaidOn: LocalDate | null };

async function withPayments(tx: Tx, rows: readonly ReleaseRow[]): Promise<Release[]> {
  const payments = await paymentsOf(tx, 'grant.tranche', rows.map(({ id }) => id));
  return rows.map(({ toldPaidOn, ...row }) => {
    const payment = payments.find(({ subjectId }) => subjectId === row.id);
    return { ...row, amountWon: won(row.amountWon), allowedWon: won(row.allowedWon), releasedWon: won(row.releasedWon), payment: payment?.state ?? (toldPaidOn === null ? null : 'PAID'), paidOn: payment?.paidOn ?? toldPaidOn, runNumber: payment?.runNumber ?? null };
  });
}

/** Releases of a pool, what waits for its decision first. */
export async function releasesOfPool(tx: Tx, callId: string): Promise<Release[]> {
  return withPayments(tx, await tx.query(`${RELEASE_SELECT} where a.call_id = $1 order by s.state <> 'REQUESTED', s.since_on desc, a.number, t.number desc`, [callId]));
}

export async function getRelease(tx: Tx, id: string): Promise<Release> {
  const [found] = await withPayments(tx, await tx.query(`${RELEASE_SELECT} where m.tranche_id = $1`, [id]));
  if (found === undefined) throw notFound({ ko: '매칭 지급', en: 'release' }, id);
  return found;
}

/** Asked for and not decided yet, of a project; won. */
export async function requestedOf(tx: Tx, agreementId: string): Promise<Won> {
  const [row]: { won: string }[] = await tx.query(
    `select coalesce(sum(t.amount_won), 0)::text as won from matching_release m join grant_tranche t on t.id = m.tranche_id join grant_tranche_state s on s.tranche_id = t.id
      where m.agreement_id = $1 and s.state = 'REQUESTED'`,
    [agreementId],
  );
  return won(row?.won ?? '0');
}

/** Tranches that the plan of an agreement has for its days, and what of them is due by `on`: against it private money is late; won. */
export async function plannedBy(tx: Tx, agreementIds: readonly string[], on: string): Promise<ReadonlyMap<string, Won>> {
  const rows: { agreementId: string; won: string }[] = await tx.query(
    `select t.agreement_id as "agreementId", sum(t.amount_won)::text as won from grant_tranche t join grant_tranche_state s on s.tranche_id = t.id
      where t.agreement_id = any($1) and t.planned_on <= $2 and s.state in ('PLANNED', 'REQUESTED', 'DECIDED') group by t.agreement_id`,
    [agreementIds, on],
  );
  return new Map(rows.map(({ agreementId, won: amount }) => [agreementId, won(amount)]));
}
