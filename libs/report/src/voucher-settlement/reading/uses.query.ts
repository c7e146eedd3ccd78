import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { stepOf } from '#libs/life';
import { SERVICE_LIFE, type ServiceEvent, type ServiceState } from '#libs/voucher';
import { POSTED, type SettlementUse } from '../voucher-settlement.js';
import { bookedOn, type YearPoint } from './book.query.js';

interface Deed {
  readonly event: ServiceEvent;
  readonly on: LocalDate;
  readonly rating: number | null;
  readonly brokerReportedOn: LocalDate | null;
}

/** What happened to a service by the point of the report, and who stood in for its provider. */
const SEEN = `case when e.event in ('refundPart', 'refundWhole') then ${bookedOn('e.command_id', ['service', 's.id'], [POSTED.refunded], 'e.happened_on')} else e.happened_on end <= $2::date`;
const DEEDS = `
  select coalesce(json_agg(json_build_object('event', e.event, 'on', e.happened_on, 'rating', e.rating, 'brokerReportedOn', e.broker_reported_on) order by e.id), '[]') as deeds,
         (array_agg(e.provider_id order by e.id desc) filter (where e.provider_id is not null))[1] as provider_id,
         (array_agg(e.command_id order by e.id desc) filter (where e.event = 'pay'))[1] as paid_by
    from service_event e where e.service_id = s.id and e.known_at < $3::timestamptz and ${SEEN}`;

const CLAIM = `
  select m.* from service_claim m where m.service_id = s.id and m.claimed_on <= $2::date and m.known_at < $3::timestamptz order by m.recorded_at desc, m.id limit 1`;

const REFUNDS = `
  select coalesce(sum(r.public_won), 0) as public_won, coalesce(sum(r.self_won), 0) as self_won, coalesce(sum(r.vat_won), 0) as vat_won
    from service_refund r where r.service_id = s.id and r.known_at < $3::timestamptz and ${bookedOn('r.command_id', ['service', 's.id'], [POSTED.refunded], 'r.returned_on')} <= $2::date`;

/** What the payment moved, lot by lot; an imported payment names none and was all that was decided. */
const PAYMENT = `
  select l.public_won, l.own_won from voucher_payment l where l.service_id = s.id and l.command_id = d.paid_by`;

interface Row {
  readonly id: string;
  readonly number: string;
  readonly voucherId: string;
  readonly name: string | null;
  readonly payeeId: string;
  readonly provider: string;
  readonly providerNumber: string | null;
  readonly contractedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly invoice: string | null;
  readonly capturedOn: LocalDate | null;
  readonly deeds: readonly Deed[];
  readonly brokerFeeWon: string | null;
  readonly supplyWon: string;
  readonly vatWon: string;
  readonly governmentWon: string;
  readonly selfWon: string;
  readonly heldWon: string;
  readonly publicWon: string;
  readonly ownWon: string;
  readonly sentPublicWon: string;
  readonly sentOwnWon: string;
  readonly refundedWon: string;
  readonly refundedSelfWon: string;
  readonly refundedVatWon: string;
}

/** Services of the year in the order of their contracts. */
export async function readUses(tx: Tx, point: YearPoint): Promise<SettlementUse[]> {
  const rows: Row[] = await tx.query(
    `select s.id, s.number, s.voucher_id as "voucherId", s.name, y.id as "payeeId", y.name as provider, y.business_number as "providerNumber",
            s.contracted_on as "contractedOn", s.due_on as "dueOn", m.invoice_number as invoice, c.captured_on as "capturedOn", d.deeds, m.broker_fee_won::text as "brokerFeeWon",
            coalesce(m.supply_won, s.supply_won)::text as "supplyWon", coalesce(m.vat_won, s.vat_won)::text as "vatWon",
            coalesce(m.government_won, s.government_won)::text as "governmentWon", coalesce(m.self_won, s.self_won)::text as "selfWon", s.government_won::text as "heldWon",
            coalesce(c.public_won, 0)::text as "publicWon", coalesce(c.own_won, 0)::text as "ownWon",
            coalesce(t.public_won, c.public_won, 0)::text as "sentPublicWon", coalesce(t.own_won, c.own_won, 0)::text as "sentOwnWon",
            r.public_won::text as "refundedWon", r.self_won::text as "refundedSelfWon", r.vat_won::text as "refundedVatWon"
       from voucher_service s join voucher v on v.id = s.voucher_id
       cross join lateral (${DEEDS}) d left join lateral (${CLAIM}) m on true cross join lateral (${REFUNDS}) r left join lateral (${PAYMENT}) t on true
       left join service_capture c on c.service_id = s.id and c.captured_on <= $2::date and c.known_at < $3::timestamptz
       join service_provider x on x.id = coalesce(d.provider_id, s.provider_id) join party y on y.id = coalesce(c.payee_id, x.party_id)
      where v.year_id = $1::uuid and s.contracted_on <= $2::date and s.known_at < $3::timestamptz
      order by s.contracted_on, s.number, s.id`,
    [...point],
  );
  return rows.map(useOf);
}

function useOf({ deeds, sentPublicWon, sentOwnWon, ...row }: Row): SettlementUse {
  const last = (event: ServiceEvent): Deed | null => deeds.filter((deed) => deed.event === event).at(-1) ?? null;
  const count = (event: ServiceEvent): number => deeds.filter((deed) => deed.event === event).length;
  const delivered = last('deliver');
  // What the bank sent back is not paid.
  const paid = deeds.findLast(({ event }) => event === 'pay' || event === 'bounce')?.event === 'pay' ? last('pay') : null;
  return {
    ...row,
    ...amountsOf(row),
    state: stateAfter(deeds),
    deliveredOn: delivered?.on ?? null,
    acceptedOn: last('accept')?.on ?? null,
    inspectedOn: last('inspect')?.on ?? null,
    sentBackCount: count('sendBack'),
    reassignedCount: count('reassign'),
    brokerReportedOn: delivered?.brokerReportedOn ?? null,
    rating: last('accept')?.rating ?? null,
    undoneOn: last('reverseCapture')?.on ?? null,
    paidOn: paid?.on ?? null,
    paidPublicWon: paid === null ? 0n : BigInt(sentPublicWon),
    paidOwnWon: paid === null ? 0n : BigInt(sentOwnWon),
  };
}

function amountsOf(row: Omit<Row, 'deeds' | 'sentPublicWon' | 'sentOwnWon'>) {
  return {
    brokerFeeWon: row.brokerFeeWon === null ? null : BigInt(row.brokerFeeWon),
    supplyWon: BigInt(row.supplyWon),
    vatWon: BigInt(row.vatWon),
    governmentWon: BigInt(row.governmentWon),
    selfWon: BigInt(row.selfWon),
    heldWon: BigInt(row.heldWon),
    publicWon: BigInt(row.publicWon),
    ownWon: BigInt(row.ownWon),
    refundedWon: BigInt(row.refundedWon),
    refundedSelfWon: BigInt(row.refundedSelfWon),
    refundedVatWon: BigInt(row.refundedVatWon),
  };
}

function stateAfter(deeds: readonly Deed[]): ServiceState {
  return deeds.reduce<ServiceState>((state, { event }) => {
    const step = stepOf(SERVICE_LIFE, state, event);
    return step.allowed ? step.to : state;
  }, 'CONTRACTED');
}
