import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { ServiceState } from '../service/service.js';

/** Something that happened to a voucher, a service of it, its money or a clawback, with who recorded it. */
export interface HistoryRow {
  readonly at: Date;
  readonly on: LocalDate;
  readonly kind: 'VOUCHER' | 'SERVICE' | 'DEPOSIT' | 'RETURN' | 'REFUND' | 'CLAWBACK' | 'MOVEMENT';
  /** The step in the words of the life it belongs to; of a movement, its kind. */
  readonly event: string;
  /** The service or clawback that it happened to. */
  readonly subject: string | null;
  readonly amountWon: string | null;
  readonly reason: string | null;
  readonly actor: string;
  readonly actorLogin: string;
  readonly commandId: string;
  /** The approval that let it pass; null where it needed none. */
  readonly approvalId: string | null;
}

const HAPPENED = `
  select e.recorded_at, e.id as place, e.happened_on, 'VOUCHER' as kind, e.event, null as subject, e.amount_won, e.reason, e.command_id from voucher_event e where e.voucher_id = $1
  union all
  select s.recorded_at, 0, s.contracted_on, 'SERVICE', 'contract', s.number, s.government_won, s.name, s.command_id from voucher_service s where s.voucher_id = $1
  union all
  select e.recorded_at, e.id, e.happened_on, 'SERVICE', e.event, s.number, case e.event when 'capture' then c.public_won end, e.reason, e.command_id
    from service_event e join voucher_service s on s.id = e.service_id left join service_capture c on c.service_id = s.id where s.voucher_id = $1
  union all
  select d.recorded_at, 0, d.value_on, 'DEPOSIT', 'deposit', d.bank_reference, d.amount_won, null, d.command_id from own_money_deposit d where d.voucher_id = $1
  union all
  select r.recorded_at, 0, r.value_on, 'RETURN', 'return', r.bank_reference, r.amount_won, null, r.command_id from own_money_return r where r.voucher_id = $1
  union all
  select r.recorded_at, 0, r.returned_on, 'REFUND', 'refund', s.number, r.public_won + r.self_won + r.vat_won, r.reason, r.command_id
    from service_refund r join voucher_service s on s.id = r.service_id where s.voucher_id = $1
  union all
  select c.recorded_at, 0, c.notice_on, 'CLAWBACK', 'decide', c.number, c.principal_won + c.interest_won + c.penalty_won - c.dropped_won, c.reason, c.command_id
    from clawback c where c.voucher_id = $1
  union all
  select m.recorded_at, 0, m.value_on, 'MOVEMENT', m.kind, c.number, m.amount_won, m.reason, m.command_id
    from clawback_movement m join clawback c on c.id = m.clawback_id where c.voucher_id = $1`;

/** The whole history of a voucher, the latest first. */
export function listHistory(tx: Tx, voucherId: string): Promise<HistoryRow[]> {
  return tx.query(
    `select c.acted_at as at, h.happened_on as on, h.kind, h.event, h.subject, h.amount_won::text as "amountWon", h.reason,
            coalesce(u.name, c.actor_login) as actor, c.actor_login as "actorLogin", h.command_id as "commandId", t.request_id as "approvalId"
       from (${HAPPENED}) as h
       join command_author c on c.id = h.command_id
       left join app_user u on u.id = c.actor_id
       left join approval_state t on t.executed_command_id = h.command_id
      order by h.recorded_at desc, h.place desc`,
    [voucherId],
  );
}

export interface ServiceRow {
  readonly id: string;
  readonly number: string;
  readonly name: string | null;
  readonly provider: string;
  readonly state: ServiceState;
  readonly contractedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly supplyWon: string;
  readonly governmentWon: string;
  readonly selfWon: string;
  readonly vatWon: string;
  /** Public money that was decided to be paid and has not come back. */
  readonly capturedWon: string;
  readonly clawedBackWon: string;
  readonly invoiceNumber: string | null;
}

export function listServicesOf(tx: Tx, voucherId: string): Promise<ServiceRow[]> {
  return tx.query(
    `select s.id, s.number, s.name, p.name as provider, t.state, s.contracted_on as "contractedOn", s.due_on as "dueOn", s.supply_won::text as "supplyWon",
            s.government_won::text as "governmentWon", s.self_won::text as "selfWon", s.vat_won::text as "vatWon",
            (coalesce(c.public_won, 0) - coalesce((select sum(r.public_won) from service_refund r where r.service_id = s.id), 0))::text as "capturedWon",
            coalesce((select sum(b.principal_won) from clawback b where b.service_id = s.id), 0)::text as "clawedBackWon",
            (select m.invoice_number from service_claim m where m.service_id = s.id order by m.recorded_at desc limit 1) as "invoiceNumber"
       from voucher_service s
       join service_state t on t.service_id = s.id
       join service_provider sp on sp.id = t.provider_id
       join party p on p.id = sp.party_id
       left join service_capture c on c.service_id = s.id
      where s.voucher_id = $1 order by s.contracted_on, s.number`,
    [voucherId],
  );
}

/** One line on the voucher's own account, or on the account of the company's lot. */
export interface AccountLineRow {
  readonly entryId: string;
  readonly on: LocalDate;
  readonly posting: string;
  readonly postingKo: string;
  readonly postingEn: string;
  readonly memo: string;
  readonly lot: 'PUBLIC' | 'OWN';
  /** What it adds; negative where it takes. */
  readonly amountWon: string;
  readonly balanceWon: string;
}

/** The voucher's two accounts line by line, in the order of the books, with the balance after each. */
export function listAccountLines(tx: Tx, yearId: string, voucherId: string): Promise<AccountLineRow[]> {
  return tx.query(
    `select e.id as "entryId", e.effective_on as on, e.posting, p.name_ko as "postingKo", p.name_en as "postingEn", e.memo, a.lot,
            (case l.side when 'C' then l.amount else -l.amount end)::text as "amountWon",
            sum(case l.side when 'C' then l.amount else -l.amount end) over (partition by a.lot order by e.id, l.line_no)::text as "balanceWon"
       from (select id, case chart when 'voucher.balance' then 'PUBLIC' else 'OWN' end as lot from ledger_account where key = any($1)) as a
       join entry_line l on l.account_id = a.id
       join journal_entry e on e.id = l.entry_id
       join posting_rule p on p.code = e.posting
      order by e.id, l.line_no`,
    [['voucher.balance', 'voucher.own-money'].map((chart) => `voucher/${yearId}/${chart}/${voucherId}`)],
  );
}

export interface RelativeRow {
  readonly id: string;
  readonly number: string | null;
  readonly relation: 'WHOLE' | 'PART';
}

/** The voucher it was split off, and those that were split off it. */
export function listRelatives(tx: Tx, voucherId: string): Promise<RelativeRow[]> {
  return tx.query(
    `select v.id, i.number, case when v.parent_id = $1 then 'PART' else 'WHOLE' end as relation
       from voucher v left join voucher_issue i on i.voucher_id = v.id
      where v.parent_id = $1 or v.id = (select parent_id from voucher where id = $1) order by i.number`,
    [voucherId],
  );
}
