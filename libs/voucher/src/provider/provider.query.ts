import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { ServiceProvider } from './provider.js';

const PROVIDER_SELECT = `
  select s.id, s.year_id as "yearId", s.party_id as "partyId", p.name, p.business_number as "businessNumber", s.registered_on as "registeredOn",
         (select coalesce(json_agg(json_build_object('kind', t.kind, 'effectiveOn', t.effective_on, 'reason', t.reason) order by t.id), '[]'::json)
            from service_provider_turn t where t.provider_id = s.id) as turns
    from service_provider s join party p on p.id = s.party_id`;

/** The providers of a year by name, each with its suspensions; ask `providerActiveOn` of a day. */
export function providersOf(tx: Tx, yearId: string): Promise<ServiceProvider[]> {
  return tx.query(`${PROVIDER_SELECT} where s.year_id = $1 order by p.name, s.id`, [yearId]);
}

export async function getProvider(tx: Tx, providerId: string): Promise<ServiceProvider> {
  const rows: ServiceProvider[] = await tx.query(`${PROVIDER_SELECT} where s.id = $1`, [providerId]);
  if (rows[0] === undefined) throw notFound({ ko: '공급기관', en: 'provider' }, providerId);
  return rows[0];
}

/** What each provider of a year has at stake: services that are not ended, and won held or owed for them. */
export interface ProviderLoad {
  readonly providerId: string;
  readonly openServices: number;
  readonly openWon: string;
  readonly capturedWon: string;
}

export function loadsOfProviders(tx: Tx, yearId: string): Promise<ProviderLoad[]> {
  return tx.query(
    `select t.provider_id as "providerId",
            count(*) filter (where t.state in ('CONTRACTED', 'DELIVERED', 'ACCEPTED', 'INSPECTED', 'CLAIMED'))::int as "openServices",
            coalesce(sum(s.government_won) filter (where t.state in ('CONTRACTED', 'DELIVERED', 'ACCEPTED', 'INSPECTED', 'CLAIMED')), 0)::text as "openWon",
            coalesce(sum(s.government_won) filter (where t.state in ('CAPTURED', 'PAID')), 0)::text as "capturedWon"
       from service_state t join voucher_service s on s.id = t.service_id join voucher v on v.id = s.voucher_id
      where v.year_id = $1 group by t.provider_id`,
    [yearId],
  );
}
