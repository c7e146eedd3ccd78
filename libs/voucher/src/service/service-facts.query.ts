import type { LocalDate } from '#libs/calendar';
import { askPrepared, type Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won, ZERO_WON, type Won } from '#libs/money';
import { brokerActiveOn, type Broker } from '../broker/broker.js';
import type { UseLots } from '../claim/refund.rules.js';
import { OWN_MONEY } from '../year/year.charts.js';
import { joinAccountOfVoucher } from '../voucher/account.query.js';
import type { VoucherState } from '../voucher/voucher.js';
import type { BrokerStanding, BusinessStanding } from './service.rules.js';
import type { ServiceState } from './service.js';

/** One bill for a service as it was claimed last; amounts in won. */
export interface ClaimFacts {
  readonly id: string;
  readonly supplyWon: Won;
  readonly governmentWon: Won;
  readonly selfWon: Won;
  readonly vatWon: Won;
  readonly brokerFeeWon: Won | null;
  /** The command that recorded it. */
  readonly commandId: string;
}

/** All that a step of a service is decided by, as of one day. */
export interface ServiceFacts {
  readonly id: string;
  readonly number: string;
  readonly state: ServiceState;
  readonly sinceOn: LocalDate;
  readonly contractedOn: LocalDate;
  readonly taxable: boolean;
  readonly contractedWon: Won;
  /** Public money set aside by the contract; zero where there is no hold. */
  readonly heldWon: Won;
  readonly holdId: string | null;
  readonly provider: { readonly id: string; readonly partyId: string; readonly name: string; readonly registeredOn: LocalDate | null; readonly suspendedOn: LocalDate | null; readonly business: BusinessStanding | null };
  readonly voucher: { readonly id: string; readonly yearId: string; readonly number: string | null; readonly state: VoucherState; readonly issuedOn: LocalDate | null; readonly validTo: LocalDate | null; readonly ownMoneyWon: Won };
  readonly company: { readonly id: string; readonly name: string; readonly business: BusinessStanding | null };
  readonly broker: BrokerStanding | null;
  readonly brokerReportedOn: LocalDate | null;
  /** Null while nothing is claimed, or after the claim was sent back. */
  readonly claim: ClaimFacts | null;
  /** What was decided to be paid out of each lot; null before. */
  readonly captured: { readonly publicWon: Won; readonly ownWon: Won } | null;
  readonly refunded: UseLots;
}

/** Somebody's standing at the tax office on the day `$2`, as JSON: what `partyIsInBusiness` asks. */
export const businessOn = (party: string): string => `
  (select json_build_object('status', b.status, 'since', b.effective_on) from business_status b
    where b.party_id = ${party} and b.effective_on <= $2 order by b.effective_on desc, b.id desc limit 1)`;

/** The day since which a provider is suspended, seen from the day `$2`. */
export const SUSPENDED_ON = `
  (select case when r.kind = 'SUSPENDED' then r.effective_on end from service_provider_turn r
    where r.provider_id = sp.id and r.effective_on <= $2 order by r.effective_on desc, r.id desc limit 1)`;

/** The broker of a voucher with the turns of the registration, as JSON: what `brokerActiveOn` asks. */
const BROKER = `
  (select json_build_object('name', b.name, 'registeredOn', b.registered_on, 'validTo', b.valid_to,
            'turns', (select coalesce(json_agg(json_build_object('kind', r.kind, 'effectiveOn', r.effective_on, 'reason', r.reason) order by r.id), '[]'::json) from broker_turn r where r.broker_id = b.id))
     from broker b where b.id = coalesce(i.broker_id, a.broker_id))`;

const FACTS = `
  select s.id, s.number, t.state, t.since_on as "sinceOn", s.contracted_on as "contractedOn", s.taxable, s.supply_won as "contractedWon", s.government_won as "heldWon",
         s.hold_id as "holdId", sp.id as "providerId", p.id as "payeeId", p.name as payee, sp.registered_on as "registeredOn", ${SUSPENDED_ON} as "suspendedOn",
         ${businessOn('p.id')} as "providerBusiness", v.id as "voucherId", v.year_id as "yearId", i.number as "voucherNumber", vs.state as "voucherState", i.issued_on as "issuedOn", vs.valid_to as "validTo",
         own.balance as "ownMoneyWon", o.id as "companyId", o.name as company, ${businessOn('o.id')} as "companyBusiness", ${BROKER} as broker,
         (select e.broker_reported_on from service_event e where e.service_id = s.id and e.event = 'deliver' order by e.id desc limit 1) as "brokerReportedOn",
         case when c.id is not null then json_build_object('id', c.id, 'supplyWon', c.supply_won::text, 'governmentWon', c.government_won::text, 'selfWon', c.self_won::text,
           'vatWon', c.vat_won::text, 'brokerFeeWon', c.broker_fee_won::text, 'commandId', c.command_id) end as claim,
         case when k.service_id is not null then json_build_object('publicWon', k.public_won::text, 'ownWon', k.own_won::text) end as captured,
         r.public_won as "refundedPublicWon", r.self_won as "refundedSelfWon", r.vat_won as "refundedVatWon"
    from voucher_service s
    join service_state t on t.service_id = s.id
    join service_provider sp on sp.id = t.provider_id
    join party p on p.id = sp.party_id
    join voucher v on v.id = s.voucher_id
    join voucher_state vs on vs.voucher_id = v.id
    join party o on o.id = v.company_id
    left join voucher_issue i on i.voucher_id = v.id
    left join voucher_agreement a on a.voucher_id = v.id
    ${joinAccountOfVoucher(OWN_MONEY, 'oa')}
    left join account_balance own on own.account_id = oa.id
    left join service_standing u on u.service_id = s.id
    left join service_claim c on c.id = u.claim_id
    left join service_capture k on k.service_id = s.id
    left join lateral (select sum(public_won) as public_won, sum(self_won) as self_won, sum(vat_won) as vat_won from service_refund f where f.service_id = s.id) r on true
   where s.id = any ($1::uuid[])`;

interface FactsRow {
  readonly id: string;
  readonly number: string;
  readonly state: ServiceState;
  readonly sinceOn: LocalDate;
  readonly contractedOn: LocalDate;
  readonly taxable: boolean;
  readonly contractedWon: string;
  readonly heldWon: string;
  readonly holdId: string | null;
  readonly providerId: string;
  readonly payeeId: string;
  readonly payee: string;
  readonly registeredOn: LocalDate | null;
  readonly suspendedOn: LocalDate | null;
  readonly providerBusiness: BusinessStanding | null;
  readonly voucherId: string;
  readonly yearId: string;
  readonly voucherNumber: string | null;
  readonly voucherState: VoucherState;
  readonly issuedOn: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly ownMoneyWon: string | null;
  readonly companyId: string;
  readonly company: string;
  readonly companyBusiness: BusinessStanding | null;
  readonly broker: Pick<Broker, 'name' | 'registeredOn' | 'validTo' | 'turns'> | null;
  readonly brokerReportedOn: LocalDate | null;
  readonly claim: Readonly<Record<'id' | 'supplyWon' | 'governmentWon' | 'selfWon' | 'vatWon' | 'commandId', string>> & { readonly brokerFeeWon: string | null } | null;
  readonly captured: { readonly publicWon: string; readonly ownWon: string } | null;
  readonly refundedPublicWon: string | null;
  readonly refundedSelfWon: string | null;
  readonly refundedVatWon: string | null;
}

function factsOf(row: FactsRow, on: LocalDate): ServiceFacts {
  const { claim, captured, broker } = row;
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    sinceOn: row.sinceOn,
    contractedOn: row.contractedOn,
    taxable: row.taxable,
    contractedWon: won(row.contractedWon),
    heldWon: won(row.heldWon),
    holdId: row.holdId,
    provider: { id: row.providerId, partyId: row.payeeId, name: row.payee, registeredOn: row.registeredOn, suspendedOn: row.suspendedOn, business: row.providerBusiness },
    voucher: { id: row.voucherId, yearId: row.yearId, number: row.voucherNumber, state: row.voucherState, issuedOn: row.issuedOn, validTo: row.validTo, ownMoneyWon: wonOrNone(row.ownMoneyWon) },
    company: { id: row.companyId, name: row.company, business: row.companyBusiness },
    broker: broker === null ? null : { name: broker.name, active: brokerActiveOn(broker, on) },
    brokerReportedOn: row.brokerReportedOn,
    claim:
      claim === null
        ? null
        : {
            id: claim.id,
            supplyWon: won(claim.supplyWon),
            governmentWon: won(claim.governmentWon),
            selfWon: won(claim.selfWon),
            vatWon: won(claim.vatWon),
            brokerFeeWon: claim.brokerFeeWon === null ? null : won(claim.brokerFeeWon),
            commandId: claim.commandId,
          },
    captured: captured === null ? null : { publicWon: won(captured.publicWon), ownWon: won(captured.ownWon) },
    refunded: { publicWon: wonOrNone(row.refundedPublicWon), selfWon: wonOrNone(row.refundedSelfWon), vatWon: wonOrNone(row.refundedVatWon) },
  };
}

const wonOrNone = (digits: string | null): Won => (digits === null ? ZERO_WON : won(digits));

/** The facts of each service in sight as of `on`, in one question. */
export async function listServiceFacts(tx: Tx, ids: readonly string[], on: LocalDate): Promise<ReadonlyMap<string, ServiceFacts>> {
  const rows = await askPrepared<FactsRow>(tx, FACTS, [ids, on]);
  return new Map(rows.map((row) => [row.id, factsOf(row, on)]));
}

export async function getServiceFacts(tx: Tx, id: string, on: LocalDate): Promise<ServiceFacts> {
  return requireFacts(await listServiceFacts(tx, [id], on), id);
}

export function requireFacts(facts: ReadonlyMap<string, ServiceFacts>, id: string): ServiceFacts {
  const found = facts.get(id);
  if (found === undefined) throw notFound({ ko: '서비스', en: 'service' }, id);
  return found;
}
