import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won, type Won } from '#libs/money';
import type { EarlierUses } from '../claim/claim.rules.js';
import type { VoucherState } from '../voucher/voucher.js';
import { businessOn, SUSPENDED_ON } from '../service/service-facts.query.js';
import type { BusinessStanding, ProviderStanding } from '../service/service.rules.js';

/** A voucher as a contract for a service sees it. */
export interface ContractingVoucher {
  readonly id: string;
  readonly yearId: string;
  /** Null until it is issued. */
  readonly number: string | null;
  readonly state: VoucherState;
  readonly issuedOn: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly company: string;
  readonly companyBusiness: BusinessStanding | null;
  /** How many services it was used for, whatever became of them. */
  readonly services: number;
}

export async function getContractingVoucher(tx: Tx, voucherId: string, on: LocalDate): Promise<ContractingVoucher> {
  const rows: ContractingVoucher[] = await tx.query(
    `select v.id, v.year_id as "yearId", i.number, s.state, i.issued_on as "issuedOn", s.valid_to as "validTo", p.name as company,
            ${businessOn('p.id')} as "companyBusiness",
            (select count(*)::int from voucher_service u where u.voucher_id = v.id) as services
       from voucher v join voucher_state s on s.voucher_id = v.id join party p on p.id = v.company_id left join voucher_issue i on i.voucher_id = v.id
      where v.id = $1`,
    [voucherId, on],
  );
  if (rows[0] === undefined) throw notFound({ ko: '바우처', en: 'voucher' }, voucherId);
  return rows[0];
}

/** The uses of a voucher that stand, all but `exceptServiceId`: cancelled and refunded ones left out. */
export async function standingUses(tx: Tx, voucherId: string, exceptServiceId: string | null): Promise<EarlierUses> {
  const rows: { supplyWon: string; governmentWon: string }[] = await tx.query(
    `select coalesce(sum(supply_won), 0)::text as "supplyWon", coalesce(sum(government_won), 0)::text as "governmentWon"
       from service_standing where voucher_id = $1 and state not in ('CANCELLED', 'REFUNDED') and service_id is distinct from $2`,
    [voucherId, exceptServiceId],
  );
  const sum = (digits: string | undefined): Won => won(digits ?? '0');
  return { supplyWon: sum(rows[0]?.supplyWon), governmentWon: sum(rows[0]?.governmentWon) };
}

/** A registered provider as of a day, and what the tax office said of it. */
export interface ProviderFacts extends ProviderStanding {
  readonly id: string;
  readonly yearId: string;
  readonly partyId: string;
  readonly business: BusinessStanding | null;
}

export async function getProviderFacts(tx: Tx, providerId: string, on: LocalDate): Promise<ProviderFacts> {
  const rows: ProviderFacts[] = await tx.query(
    `select sp.id, sp.year_id as "yearId", sp.party_id as "partyId", p.name, sp.registered_on as "registeredOn", ${SUSPENDED_ON} as "suspendedOn",
            ${businessOn('p.id')} as business
       from service_provider sp join party p on p.id = sp.party_id where sp.id = $1`,
    [providerId, on],
  );
  if (rows[0] === undefined) throw notFound({ ko: '공급기관', en: 'service provider' }, providerId);
  return rows[0];
}

/** Other services for which a file of this content was handed in, by number. */
export async function servicesWithContent(tx: Tx, contentHash: string, exceptServiceId: string): Promise<string[]> {
  const rows: { number: string }[] = await tx.query(
    `select distinct coalesce(i.number || ' ', '') || s.number as number from service_event e join voucher_service s on s.id = e.service_id
       left join voucher_issue i on i.voucher_id = s.voucher_id where e.content_hash = $1 and e.service_id <> $2 order by 1`,
    [contentHash, exceptServiceId],
  );
  return rows.map(({ number }) => number);
}
