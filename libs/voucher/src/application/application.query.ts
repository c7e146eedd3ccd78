import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { VoucherEvent, VoucherState } from '../voucher/voucher.js';

/** Amounts in won and scores are text; a mean score has up to six decimals. */
export interface ApplicationRow {
  readonly voucherId: string;
  readonly yearId: string;
  readonly number: string;
  readonly receivedOn: LocalDate;
  readonly receivedTime: string | null;
  readonly companyId: string;
  readonly company: string;
  readonly businessNumber: string | null;
  readonly state: VoucherState;
  readonly sinceOn: LocalDate;
  readonly contractNumber: string | null;
  readonly contractOn: LocalDate | null;
  readonly technology: string | null;
  readonly institution: string | null;
  readonly requestedWon: string;
  /** Declarations of evaluators without and with a conflict of interest, and their scores so far. */
  readonly free: number;
  readonly conflicted: number;
  readonly scored: number;
  readonly meanScore: string | null;
  /** What the reader has declared and scored as an evaluator. */
  readonly ownDeclaration: 'FREE' | 'CONFLICTED' | null;
  readonly ownScore: string | null;
  /** By the decision on the selection. */
  readonly rank: number | null;
  readonly agreedOn: LocalDate | null;
  readonly agreedWon: string | null;
  readonly brokerName: string | null;
  readonly ownDueWon: string | null;
  readonly ownPaidWon: string;
  /** Of the voucher that was issued on it. */
  readonly voucherNumber: string | null;
}

/** $1 the reader. */
const APPLICATION_SELECT = `
  select a.voucher_id as "voucherId", a.year_id as "yearId", a.number, a.received_on as "receivedOn", to_char(a.received_time, 'HH24:MI:SS') as "receivedTime",
         v.company_id as "companyId", p.name as company, p.business_number as "businessNumber", s.state, s.since_on as "sinceOn",
         a.contract_number as "contractNumber", a.contract_on as "contractOn", a.technology, a.institution, a.requested_won::text as "requestedWon",
         coalesce(d.free, 0) as free, coalesce(d.conflicted, 0) as conflicted, coalesce(c.scored, 0) as scored, coalesce(c.mean, trim_scale(r.score))::text as "meanScore",
         case d.own when false then 'FREE' when true then 'CONFLICTED' end as "ownDeclaration", trim_scale(c.own)::text as "ownScore",
         (select (e.detail ->> 'rank')::int from voucher_event e where e.voucher_id = v.id and e.event in ('select', 'waitlist') order by e.id desc limit 1) as rank,
         g.agreed_on as "agreedOn", g.amount_won::text as "agreedWon", b.name as "brokerName",
         own_money_due(v.id)::text as "ownDueWon", own_money_lies_in(v.id)::text as "ownPaidWon", i.number as "voucherNumber"
    from voucher_application a
    join voucher v on v.id = a.voucher_id
    join voucher_state s on s.voucher_id = v.id
    join party p on p.id = v.company_id
    left join lateral (select count(*) filter (where not conflicted)::int as free, count(*) filter (where conflicted)::int as conflicted, bool_or(conflicted) filter (where evaluator_id = $1) as own
                         from evaluation_declaration where voucher_id = v.id) d on true
    left join lateral (select count(*)::int as scored, trim_scale(round(avg(score), 6)) as mean, max(score) filter (where evaluator_id = $1) as own from evaluation_score where voucher_id = v.id) c on true
    left join evaluation_result r on r.voucher_id = v.id
    left join voucher_agreement g on g.voucher_id = v.id
    left join broker b on b.id = g.broker_id
    left join voucher_issue i on i.voucher_id = v.id`;

/** Applications of a year by number, a page at a time: those after `after`. */
export function listApplications(tx: Tx, readerId: string, yearId: string, after: string | null, limit: number): Promise<ApplicationRow[]> {
  return tx.query(`${APPLICATION_SELECT} where a.year_id = $2 and ($3::text is null or a.number > $3) order by a.number limit $4`, [readerId, yearId, after, limit]);
}

export async function getApplication(tx: Tx, readerId: string, voucherId: string): Promise<ApplicationRow> {
  const rows: ApplicationRow[] = await tx.query(`${APPLICATION_SELECT} where a.voucher_id = $2`, [readerId, voucherId]);
  if (rows[0] === undefined) throw notFound({ ko: '신청', en: 'application' }, voucherId);
  return rows[0];
}

/** A step of an application with the sentence that was kept with it. */
export interface ApplicationStep {
  readonly event: VoucherEvent;
  readonly happenedOn: LocalDate;
  readonly by: string;
  readonly recordedAt: Date;
  readonly reason: string | null;
}

export function listSteps(tx: Tx, voucherId: string): Promise<ApplicationStep[]> {
  return tx.query(
    `select e.event, e.happened_on as "happenedOn", u.name as by, e.recorded_at as "recordedAt", coalesce(e.reason, e.detail -> 'why' ->> 'ko') as reason
       from voucher_event e join command_author c on c.id = e.command_id join app_user u on u.id = c.actor_id
      where e.voucher_id = $1 order by e.id`,
    [voucherId],
  );
}

/** Which of `voucherIds` are no applications of the year. */
export async function strangersTo(tx: Tx, yearId: string, voucherIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query('select voucher_id as id from voucher_application where year_id = $1 and voucher_id = any($2)', [yearId, voucherIds]);
  const known = new Set(rows.map(({ id }) => id));
  return voucherIds.filter((id) => !known.has(id));
}
