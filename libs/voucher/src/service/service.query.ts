import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { normaliseName } from '#libs/identifier';
import { CLAIM_DEBT } from '../payment/claim-debt.js';
import type { VoucherState } from '../voucher/voucher.js';
import type { ServiceEvent, ServiceState } from './service.js';

/** A service as a list shows it; amounts in won as text of digits, as they stand (less what came back). */
export interface ServiceRow {
  readonly id: string;
  readonly number: string;
  readonly name: string | null;
  readonly state: ServiceState;
  readonly sinceOn: LocalDate;
  readonly voucherId: string;
  readonly yearId: string;
  readonly voucherNumber: string | null;
  readonly voucherState: VoucherState;
  readonly company: string;
  readonly providerId: string;
  readonly provider: string;
  readonly contractedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly contractedWon: string;
  readonly supplyWon: string;
  readonly vatWon: string;
  readonly governmentWon: string;
  readonly selfWon: string;
  readonly invoiceNumber: string | null;
  readonly invoicedOn: LocalDate | null;
  readonly claimedOn: LocalDate | null;
  readonly brokerFeeWon: string | null;
  /** Who recorded the claim: they do not decide on it. */
  readonly claimedById: string | null;
  readonly claimedBy: string | null;
  /** The payment run in which it is, or was, paid; null where a roster or an earlier batch tells of the payment. */
  readonly paymentRunId: string | null;
  readonly paymentNumber: string | null;
  /** What the rules said when it was claimed, or contracted, other than that all is well. */
  readonly remarks: readonly Verdict[];
}

const COLUMNS = `
  s.id, s.number, s.name, t.state, t.since_on as "sinceOn", v.id as "voucherId", v.year_id as "yearId", i.number as "voucherNumber", vs.state as "voucherState", o.name as company,
  sp.id as "providerId", p.name as provider, s.contracted_on as "contractedOn", s.due_on as "dueOn", s.supply_won::text as "contractedWon", u.supply_won::text as "supplyWon", u.vat_won::text as "vatWon",
  u.government_won::text as "governmentWon", u.self_won::text as "selfWon", c.invoice_number as "invoiceNumber", x.invoiced_on as "invoicedOn", c.claimed_on as "claimedOn",
  c.broker_fee_won::text as "brokerFeeWon", w.id as "claimedById", w.name as "claimedBy", pr.id as "paymentRunId", coalesce(pr.number, pb.number) as "paymentNumber",
  coalesce((select jsonb_agg(r) from command_log l, jsonb_array_elements(l.verdicts) as r where l.id = coalesce(c.command_id, s.command_id) and r ->> 'result' <> 'PASS'), '[]') as remarks`;

const SERVICES = `
    from voucher_service s
    join service_state t on t.service_id = s.id
    join service_standing u on u.service_id = s.id
    join service_provider sp on sp.id = t.provider_id
    join party p on p.id = sp.party_id
    join voucher v on v.id = s.voucher_id
    join voucher_state vs on vs.voucher_id = v.id
    join party o on o.id = v.company_id
    left join voucher_issue i on i.voucher_id = v.id
    left join service_claim c on c.id = u.claim_id
    left join tax_invoice x on x.number = c.invoice_number
    left join command_author k on k.id = c.command_id
    left join app_user w on w.id = k.actor_id
    left join payable_state ps on ps.kind = '${CLAIM_DEBT}' and ps.subject_id = s.id and ps.state <> 'WITHDRAWN'
    left join payment_run pr on pr.id = ps.run_id
    left join lateral (select b.number from payment_batch_line n join payment_batch b on b.id = n.batch_id join payment_batch_end e on e.batch_id = b.id and e.kind = 'RELEASED' where n.service_id = s.id) pb on true`;

export interface ServiceFilter {
  readonly yearId: string;
  readonly voucherId: string | null;
  readonly states: readonly ServiceState[];
  /** Part of a number or of the name of the company or provider. */
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
}

const MATCHING = `
   where v.year_id = $1 and ($2::uuid is null or v.id = $2)
     and ($3 = '' or strpos(lower(s.number), lower($3)) > 0 or ($4 <> '' and (strpos(o.match_name, $4) > 0 or strpos(p.match_name, $4) > 0)))`;

/** Services of a year, the one that has waited longest in its state first. */
export function listServices(tx: Tx, filter: ServiceFilter): Promise<ServiceRow[]> {
  return tx.query(`select ${COLUMNS} ${SERVICES} ${MATCHING} and (cardinality($5::text[]) = 0 or t.state = any ($5)) order by t.since_on, s.number, s.id offset $6 limit $7`, [
    ...matching(filter),
    filter.states,
    filter.offset,
    filter.limit,
  ]);
}

/** How many services stand in each state, whatever states the filter asks for. */
export function countServices(tx: Tx, filter: ServiceFilter): Promise<{ readonly state: ServiceState; readonly count: number; readonly supplyWon: string }[]> {
  return tx.query(`select t.state, count(*)::int as count, sum(u.supply_won)::text as "supplyWon" ${SERVICES} ${MATCHING} group by t.state`, matching(filter));
}

function matching({ yearId, voucherId, search }: ServiceFilter): readonly (string | null)[] {
  const words = search.trim();
  return [yearId, voucherId, words, normaliseName(words)];
}

export async function getService(tx: Tx, id: string): Promise<ServiceRow> {
  const rows: ServiceRow[] = await tx.query(`select ${COLUMNS} ${SERVICES} where s.id = $1`, [id]);
  if (rows[0] === undefined) throw notFound({ ko: '서비스', en: 'service' }, id);
  return rows[0];
}

/** One step of a service, with who recorded it and what the rules said. */
export interface ServiceStepRow {
  readonly event: 'contract' | ServiceEvent;
  readonly happenedOn: LocalDate;
  readonly reason: string | null;
  readonly rating: number | null;
  readonly brokerReportedOn: LocalDate | null;
  readonly documentId: string | null;
  readonly fileName: string | null;
  /** Who stood in from then on. */
  readonly provider: string | null;
  readonly by: string | null;
  readonly recordedAt: Date;
  readonly verdicts: readonly Verdict[];
}

/** All that happened to a service, oldest first. */
export function listServiceSteps(tx: Tx, id: string): Promise<ServiceStepRow[]> {
  return tx.query(
    `select e.event, e.happened_on as "happenedOn", e.reason, e.rating, e.broker_reported_on as "brokerReportedOn", e.document_id as "documentId", d.file_name as "fileName",
            p.name as provider, w.name as by, e.recorded_at as "recordedAt", coalesce(l.verdicts, '[]') as verdicts
       from (select 0 as id, 'contract' as event, contracted_on as happened_on, null as reason, null::smallint as rating, null::date as broker_reported_on, null::uuid as document_id,
                    null::uuid as provider_id, recorded_at, command_id from voucher_service where id = $1
              union all
             select id, event, happened_on, reason, rating, broker_reported_on, document_id, provider_id, recorded_at, command_id from service_event where service_id = $1) e
       left join document d on d.id = e.document_id
       left join service_provider sp on sp.id = e.provider_id left join party p on p.id = sp.party_id
       left join command_log l on l.id = e.command_id
       left join command_author k on k.id = e.command_id left join app_user w on w.id = k.actor_id
      order by e.id`,
    [id],
  );
}
