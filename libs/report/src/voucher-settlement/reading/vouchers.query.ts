import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { stepOf } from '#libs/life';
import { VOUCHER_LIFE, type VoucherEvent, type VoucherState } from '#libs/voucher';
import { POSTED, type FunnelStep, type OwnMoneyLot, type SettlementBroker, type SettlementFacts, type SettlementVoucher } from '../voucher-settlement.js';
import { bookedOn, type YearPoint } from './book.query.js';

/** Steps by which a voucher ends: what is left on it goes back. */
const ENDS = `('expire', 'withdraw', 'cancel', 'clawBack')`;

/** What happened to a voucher by the point of the report. */
const SEEN = 'e.happened_on <= $2::date and e.known_at < $3::timestamptz';

const DEEDS = `
  select array_agg(e.event order by e.id) as events,
         (array_agg(e.valid_to order by e.id desc) filter (where e.valid_to is not null))[1] as valid_to,
         coalesce(sum(e.amount_won) filter (where e.event = 'topUp'), 0) as topped_up,
         coalesce(sum(e.amount_won) filter (where e.event = 'split'), 0) as split_off
    from voucher_event e where e.voucher_id = v.id and ${SEEN}`;

/** Counted on the day of the entry: a clawback may be noticed in a period that is closed. */
const ENDED = `
  select coalesce(sum(e.amount_won), 0) as won
    from voucher_event e where e.voucher_id = v.id and e.event in ${ENDS} and e.known_at < $3::timestamptz and ${bookedOn('e.command_id', ['voucher', 'e.voucher_id'], [POSTED.expired, POSTED.revoked], 'e.happened_on')} <= $2::date`;

/** What services set free when their voucher had ended already. The import tells history in one go and passes nothing on. */
const PASSED_ON = `
  select coalesce(sum(case e.event when 'cancel' then s.government_won when 'capture' then s.government_won - c.public_won when 'reverseCapture' then c.public_won else r.public_won end), 0) as won
    from voucher_service s join service_event e on e.service_id = s.id and e.event in ('cancel', 'capture', 'reverseCapture', 'refundPart', 'refundWhole')
    left join service_capture c on c.service_id = s.id
    left join service_refund r on r.service_id = s.id and r.command_id = e.command_id
   where s.voucher_id = v.id and e.known_at < $3::timestamptz and ${bookedOn('e.command_id', ['voucher', 'v.id'], [POSTED.expired, POSTED.revoked], 'e.happened_on')} <= $2::date
     and exists (select 1 from voucher_event x where x.voucher_id = v.id and x.event in ${ENDS} and x.recorded_at < e.recorded_at and x.command_id <> e.command_id)`;

const OWN_MONEY = (table: string, posting: string): string =>
  `(select coalesce(sum(m.amount_won), 0) from ${table} m where m.voucher_id = v.id and m.known_at < $3::timestamptz and ${bookedOn('m.command_id', ['voucher', 'v.id'], [posting], 'm.value_on')} <= $2::date)::text`;

/** A broker who was struck off is registered through the day before. */
const BROKER = `
  select b.number, b.name, b.organisation, b.registered_on as "registeredOn",
         case t.kind when 'STRUCK_OFF' then t.effective_on - 1 when 'RENEWED' then t.effective_on else b.valid_to end as "validTo",
         coalesce(i.broker_joined_on, case when g.broker_id = b.id then g.agreed_on end) as "joinedOn"
    from broker b left join lateral (select kind, effective_on from broker_turn where broker_id = b.id and known_at < $3::timestamptz order by id desc limit 1) t on true
   where b.id = i.broker_id`;

interface Row {
  readonly id: string;
  readonly number: string | null;
  readonly applicationNumber: string | null;
  readonly companyId: string;
  readonly company: string;
  readonly businessNumber: string | null;
  readonly issuedOn: LocalDate | null;
  readonly validTo: LocalDate;
  readonly events: readonly VoucherEvent[] | null;
  readonly isPart: boolean;
  readonly agreedOn: LocalDate | null;
  readonly broker: SettlementBroker | null;
  readonly issuedWon: string;
  readonly toppedUpWon: string;
  readonly splitOffWon: string;
  readonly endedWon: string;
  readonly passedOnWon: string;
  readonly depositedWon: string;
  readonly returnedOwnWon: string;
}

/** Issued vouchers in the order of their numbers, what companies paid in, and where every application of the year stands. */
export async function readVouchers(tx: Tx, point: YearPoint): Promise<Pick<SettlementFacts, 'vouchers' | 'lots' | 'funnel'>> {
  const rows: Row[] = await tx.query(
    `select v.id, i.number, a.number as "applicationNumber", v.company_id as "companyId", p.name as company, p.business_number as "businessNumber", i.issued_on as "issuedOn", coalesce(d.valid_to, i.valid_to) as "validTo",
            d.events, v.parent_id is not null as "isPart", g.agreed_on as "agreedOn", to_jsonb(k) as broker,
            i.amount_won::text as "issuedWon", d.topped_up::text as "toppedUpWon", d.split_off::text as "splitOffWon", f.won::text as "endedWon", o.won::text as "passedOnWon",
            ${OWN_MONEY('own_money_deposit', POSTED.deposited)} as "depositedWon", ${OWN_MONEY('own_money_return', POSTED.returnedOwn)} as "returnedOwnWon"
       from voucher v join party p on p.id = v.company_id
       left join voucher_issue i on i.voucher_id = v.id and i.issued_on <= $2::date and i.known_at < $3::timestamptz
       left join voucher_application a on a.voucher_id = v.id
       left join voucher_agreement g on g.voucher_id = v.id and g.agreed_on <= $2::date and g.known_at < $3::timestamptz
       cross join lateral (${DEEDS}) d cross join lateral (${ENDED}) f cross join lateral (${PASSED_ON}) o left join lateral (${BROKER}) k on true
      where v.year_id = $1::uuid and v.known_at < $3::timestamptz and coalesce(a.received_on, i.issued_on) <= $2::date
      order by i.number, a.number`,
    [...point],
  );
  const standing = rows.map((row) => ({ ...row, state: stateAfter(row.events ?? []) }));
  return { vouchers: standing.flatMap(issued), lots: rows.flatMap(lotOf), funnel: funnelOf(standing.map(({ state }) => state)) };
}

function issued({ number, issuedOn, events, ...row }: Row & { readonly state: VoucherState }): SettlementVoucher[] {
  if (number === null || issuedOn === null || events === null) return [];
  return [
    {
      ...row,
      number,
      issuedOn,
      issuedWon: BigInt(row.issuedWon),
      toppedUpWon: BigInt(row.toppedUpWon),
      splitOffWon: BigInt(row.splitOffWon),
      endedWon: BigInt(row.endedWon),
      passedOnWon: BigInt(row.passedOnWon),
    },
  ];
}

function lotOf({ id, number, applicationNumber, company, depositedWon, returnedOwnWon }: Row): OwnMoneyLot[] {
  if (depositedWon === '0') return [];
  return [{ voucherId: id, number: number ?? applicationNumber ?? '', company, depositedWon: BigInt(depositedWon), returnedWon: BigInt(returnedOwnWon) }];
}

/** Where these steps lead from the application on; one that was learnt out of order changes nothing. */
function stateAfter(events: readonly VoucherEvent[]): VoucherState {
  return events.reduce<VoucherState>((state, event) => {
    const step = stepOf(VOUCHER_LIFE, state, event);
    return step.allowed ? step.to : state;
  }, 'APPLIED');
}

/** In the order of the life of a voucher. */
function funnelOf(states: readonly VoucherState[]): FunnelStep[] {
  return Object.keys(VOUCHER_LIFE.states)
    .map((state) => ({ state, count: states.filter((each) => each === state).length }))
    .filter(({ count }) => count > 0);
}
