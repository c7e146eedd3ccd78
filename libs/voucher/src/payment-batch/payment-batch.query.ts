import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won } from '#libs/money';
import { businessOn } from '../service/service-facts.query.js';
import type { BusinessStanding } from '../service/service.rules.js';
import type { BatchState, Payable } from './payment-batch.js';

/** The account of a payee that is open on the day `$2`: the one registered last. */
const ACCOUNT = `
  (select json_build_object('id', a.id, 'holderIsParty', a.holder_is_party, 'signed', bank_account_signed(a.id))
     from bank_account a left join bank_account_close z on z.account_id = a.id
    where a.party_id = k.payee_id and a.effective_from <= $2 and (z.closed_on is null or z.closed_on >= $2)
    order by a.effective_from desc, a.recorded_at desc limit 1)`;

/** Public money that was set off against a clawback: it is not paid any more. */
const SET_OFF = `(select coalesce(sum(m.amount_won), 0) from clawback_movement m where m.service_id = s.id)`;

/** What is owed for services of a year whose payment was decided, by payee; all of it, or of `serviceIds` alone. Where all was set off, nothing is left but to say so. */
export async function listPayables(tx: Tx, yearId: string, payOn: LocalDate, serviceIds: readonly string[] | null): Promise<Payable[]> {
  type Row = Omit<Payable, 'publicWon' | 'ownWon'> & { readonly publicWon: string; readonly ownWon: string };
  const rows: Row[] = await tx.query(
    `select s.id as "serviceId", s.number, k.payee_id as "payeeId", p.name as payee, ${businessOn('k.payee_id')} as business,
            o.name as company, ${businessOn('o.id')} as "companyBusiness",
            (k.public_won - ${SET_OFF})::text as "publicWon", k.own_won as "ownWon", k.captured_on as "capturedOn", ${ACCOUNT} as account,
            (select b.number from payment_batch_claim w join payment_batch b on b.id = w.batch_id where w.service_id = s.id) as "waitsIn"
       from service_capture k join voucher_service s on s.id = k.service_id join voucher v on v.id = s.voucher_id
       join service_state t on t.service_id = s.id join party p on p.id = k.payee_id join party o on o.id = v.company_id
      where v.year_id = $1 and t.state = 'CAPTURED' and ($3::uuid[] is null or s.id = any ($3))
      order by p.name, s.number, s.id`,
    [yearId, payOn, serviceIds],
  );
  return rows.map((row) => ({ ...row, publicWon: won(row.publicWon), ownWon: won(row.ownWon) }));
}

export interface BatchRow {
  readonly id: string;
  readonly yearId: string;
  readonly number: string;
  readonly payOn: LocalDate;
  readonly totalWon: string;
  readonly lines: number;
  readonly payees: number;
  readonly state: BatchState;
  readonly draftedBy: string | null;
  readonly draftedAt: Date;
  /** Who signed the draft, in their order. */
  readonly signedBy: readonly string[];
  readonly endedBy: string | null;
  readonly endedOn: LocalDate | null;
  readonly reason: string | null;
}

const BATCHES = `
  select b.id, b.year_id as "yearId", b.number, b.pay_on as "payOn", b.total_won::text as "totalWon", n.lines, n.payees, coalesce(e.kind, 'DRAFTED') as state,
         d.name as "draftedBy", b.recorded_at as "draftedAt",
         coalesce((select array_agg(u.name order by s.id) from approval_signature s join app_user u on u.id = s.signer_id where s.request_id = l.approval_id), '{}') as "signedBy",
         w.name as "endedBy", e.happened_on as "endedOn", e.reason
    from payment_batch b
    cross join lateral (select count(*)::int as lines, count(distinct payee_id)::int as payees from payment_batch_line where batch_id = b.id) n
    left join command_log l on l.id = b.command_id
    left join command_author c on c.id = b.command_id left join app_user d on d.id = c.actor_id
    left join payment_batch_end e on e.batch_id = b.id
    left join command_author m on m.id = e.command_id left join app_user w on w.id = m.actor_id`;

/** The batches of a year, the latest first. */
export function listBatches(tx: Tx, yearId: string): Promise<BatchRow[]> {
  return tx.query(`${BATCHES} where b.year_id = $1 order by b.number desc`, [yearId]);
}

export async function getBatch(tx: Tx, id: string): Promise<BatchRow> {
  const rows: BatchRow[] = await tx.query(`${BATCHES} where b.id = $1`, [id]);
  if (rows[0] === undefined) throw notFound({ ko: '지급 묶음', en: 'payment batch' }, id);
  return rows[0];
}

export interface BatchLineRow {
  readonly lineNo: number;
  readonly serviceId: string;
  readonly number: string;
  readonly voucherId: string;
  readonly voucherNumber: string | null;
  readonly payeeId: string;
  readonly payee: string;
  readonly businessNumber: string | null;
  readonly business: BusinessStanding | null;
  readonly company: string;
  readonly companyBusiness: BusinessStanding | null;
  readonly bankAccountId: string;
  readonly bankCode: string;
  readonly numberTail: string;
  readonly numberLength: number;
  readonly holderMasked: string;
  /** The account can be used on the day that is asked for. */
  readonly accountOpen: boolean;
  readonly publicWon: string;
  readonly ownWon: string;
}

/** The lines of a batch, with how payees and accounts stand on `on`. */
export function listBatchLines(tx: Tx, batchId: string, on: LocalDate): Promise<BatchLineRow[]> {
  return tx.query(
    `select n.line_no as "lineNo", n.service_id as "serviceId", s.number, s.voucher_id as "voucherId", i.number as "voucherNumber", n.payee_id as "payeeId", p.name as payee,
            p.business_number as "businessNumber", ${businessOn('n.payee_id')} as business, o.name as company, ${businessOn('o.id')} as "companyBusiness",
            a.id as "bankAccountId", a.bank_code as "bankCode", a.number_tail as "numberTail", a.number_length as "numberLength", a.holder_masked as "holderMasked",
            (z.closed_on is null or z.closed_on >= $2) as "accountOpen", n.public_won::text as "publicWon", n.own_won::text as "ownWon"
       from payment_batch_line n join voucher_service s on s.id = n.service_id join voucher v on v.id = s.voucher_id join party o on o.id = v.company_id
       left join voucher_issue i on i.voucher_id = v.id join party p on p.id = n.payee_id
       join bank_account a on a.id = n.bank_account_id left join bank_account_close z on z.account_id = a.id
      where n.batch_id = $1 order by n.line_no`,
    [batchId, on],
  );
}
