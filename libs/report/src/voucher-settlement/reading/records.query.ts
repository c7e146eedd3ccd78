import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { BudgetDecision, Restriction, SettlementClawback, SettlementDocument, WarningDecision, YearClose } from '../voucher-settlement.js';
import { bookedOn, type YearPoint } from './book.query.js';

type Digits<T> = { readonly [K in keyof T]: T[K] extends bigint ? string : T[K] };

/** `spendable` are the stages at which money may be spent. */
export async function readDecisions(tx: Tx, point: YearPoint, spendable: readonly string[]): Promise<BudgetDecision[]> {
  const rows: Digits<BudgetDecision>[] = await tx.query(
    `select d.id, d.stage, d.stage = any($4) as spendable, d.decided_on as "decidedOn", d.amount_won::text as "amountWon", d.vouchers, d.companies, d.clause
       from voucher_budget d where d.year_id = $1::uuid and d.known_at < $3::timestamptz and ${bookedOn('d.command_id', ['voucher-budget', 'd.id'], ['voucher.budget-decided'], 'd.decided_on')} <= $2::date
      order by d.decided_on, d.recorded_at, d.id`,
    [...point, spendable],
  );
  return rows.map((row) => ({ ...row, amountWon: BigInt(row.amountWon) }));
}

/** The close counts from the last day of the fiscal year on, where its entries lie. */
export async function readClose(tx: Tx, point: YearPoint): Promise<YearClose | null> {
  const rows: Digits<YearClose>[] = await tx.query(
    `select c.closed_on as "closedOn", n.name as "nextYear", c.lapsed_won::text as "lapsedWon", c.forwarded_won::text as "forwardedWon", c.carried_over_won::text as "carriedOverWon"
       from voucher_year_close c left join voucher_year n on n.id = c.next_year_id
      where c.year_id = $1::uuid and c.known_at < $3::timestamptz
        and ${bookedOn('c.command_id', ['voucher-year', 'c.year_id'], ['voucher.budget-lapsed', 'voucher.budget-forwarded', 'voucher.commitments-carried-over'], 'c.closed_on')} <= $2::date`,
    [...point],
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, lapsedWon: BigInt(row.lapsedWon), forwardedWon: BigInt(row.forwardedWon), carriedOverWon: BigInt(row.carriedOverWon) };
}

const MOVED = (kind: string): string => `coalesce(sum(m.amount_won) filter (where m.kind = '${kind}'), 0)::text`;

/** A receipt that was reversed counts until the day on which its entry was mirrored. */
const RECEIVED = `coalesce(sum(case m.kind when 'REVERSED' then - m.amount_won else m.amount_won end) filter (where m.kind in ('RECEIVED', 'REVERSED')), 0)::text`;

const MOVEMENTS = `
  select ${MOVED('SURCHARGED')} as surcharged, ${RECEIVED} as received, ${MOVED('OFFSET')} as offset, ${MOVED('WRITTEN_OFF')} as written_off
    from clawback_movement m where m.clawback_id = c.id and m.known_at < $3::timestamptz
     and ${bookedOn('m.command_id', ['clawback', 'c.id'], ['voucher.clawback-received', 'voucher.clawback-offset', 'voucher.clawback-surcharged', 'voucher.clawback-written-off', 'voucher.clawback-receipt-reversed'], 'm.value_on')} <= $2::date`;

export async function readClawbacks(tx: Tx, point: YearPoint): Promise<SettlementClawback[]> {
  const rows: Digits<SettlementClawback>[] = await tx.query(
    `select c.id, c.number, coalesce(i.number, '') as voucher, y.name as debtor, c.legal_regime as "legalRegime", c.ground, c.reason, c.notice_on as "noticeOn", c.due_on as "dueOn",
            c.principal_won::text as "principalWon", c.interest_won::text as "interestWon", c.penalty_won::text as "penaltyWon", c.dropped_won::text as "droppedWon", c.published,
            s.surcharged as "surchargeWon", s.received as "receivedWon", s.offset as "offsetWon", s.written_off as "writtenOffWon",
            (select count(*)::int from clawback_instalment n where n.clawback_id = c.id) as "instalmentCount"
       from clawback c join party y on y.id = c.debtor_id left join voucher_issue i on i.voucher_id = c.voucher_id cross join lateral (${MOVEMENTS}) s
      where c.year_id = $1::uuid and c.known_at < $3::timestamptz and ${bookedOn('c.command_id', ['clawback', 'c.id'], ['voucher.clawback-decided'], 'c.notice_on')} <= $2::date
      order by c.number`,
    [...point],
  );
  return rows.map((row) => ({
    ...row,
    principalWon: BigInt(row.principalWon),
    interestWon: BigInt(row.interestWon),
    penaltyWon: BigInt(row.penaltyWon),
    droppedWon: BigInt(row.droppedWon),
    surchargeWon: BigInt(row.surchargeWon),
    receivedWon: BigInt(row.receivedWon),
    offsetWon: BigInt(row.offsetWon),
    writtenOffWon: BigInt(row.writtenOffWon),
  }));
}

const DECIDED_ON = `(w.known_at at time zone 'Asia/Seoul')::date`;

export function readWarnings(tx: Tx, point: YearPoint): Promise<WarningDecision[]> {
  return tx.query(
    `select ${DECIDED_ON} as "decidedOn", w.signal, coalesce(l.label, '') as subject, w.verdict, w.reason, coalesce(u.name, c.actor_login) as "decidedBy"
       from warning_decision w join command_author c on c.id = w.command_id left join app_user u on u.id = c.actor_id left join subject_label l on l.id = w.subject_id
      where w.year_id = $1::uuid and w.known_at < $3::timestamptz and ${DECIDED_ON} <= $2::date order by w.known_at, w.id`,
    [...point],
  );
}

/** Vouchers and providers that were suspended or taken up again. */
export function readRestrictions(tx: Tx, point: YearPoint): Promise<Restriction[]> {
  return tx.query(
    `select e.happened_on as "happenedOn", i.number || ' ' || p.name as subject, case e.event when 'suspend' then '사용정지' else '정지해제' end as what, e.reason, e.known_at as at
       from voucher_event e join voucher v on v.id = e.voucher_id join party p on p.id = v.company_id join voucher_issue i on i.voucher_id = v.id
      where v.year_id = $1::uuid and e.event in ('suspend', 'resume') and e.happened_on <= $2::date and e.known_at < $3::timestamptz
     union all
     select t.effective_on, p.name || ' (공급기관)', case t.kind when 'SUSPENDED' then '공급기관 정지' else '정지해제' end, t.reason, t.known_at
       from service_provider_turn t join service_provider x on x.id = t.provider_id join party p on p.id = x.party_id
      where x.year_id = $1::uuid and t.effective_on <= $2::date and t.known_at < $3::timestamptz
      order by 1, 5, 2`,
    [...point],
  );
}

/** Agreements and deliverables with the hashes of their files, by voucher. */
export async function readDocuments(tx: Tx, point: YearPoint): Promise<SettlementDocument[]> {
  const rows: (Omit<SettlementDocument, 'dated'> & { readonly dated: LocalDate })[] = await tx.query(
    `select '협약서' as kind, coalesce(i.number, a.number, '') as subject, g.agreed_on as dated, d.file_name as "fileName", d.sha256
       from voucher_agreement g join voucher v on v.id = g.voucher_id left join voucher_issue i on i.voucher_id = v.id left join voucher_application a on a.voucher_id = v.id
       left join document d on d.id = g.document_id
      where v.year_id = $1::uuid and g.document_id is not null and g.agreed_on <= $2::date and g.known_at < $3::timestamptz
     union all
     select '결과물', i.number || ' ' || s.number, e.happened_on, d.file_name, coalesce(d.sha256, e.content_hash)
       from service_event e join voucher_service s on s.id = e.service_id join voucher v on v.id = s.voucher_id join voucher_issue i on i.voucher_id = v.id left join document d on d.id = e.document_id
      where v.year_id = $1::uuid and (e.document_id is not null or e.content_hash is not null) and e.happened_on <= $2::date and e.known_at < $3::timestamptz
      order by 2, 3, 1`,
    [...point],
  );
  return rows;
}
