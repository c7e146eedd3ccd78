import type { LocalDate } from '#libs/calendar';
import type { StatusRecord } from '#libs/identifier';
import type { ServiceProviderDto } from './provider.dto.js';
import { providerActiveOn, type ServiceProvider } from './provider.js';
import type { ProviderLoad } from './provider.query.js';

/** The providers of a year as they stand on `on`. */
export function viewProviders(providers: readonly ServiceProvider[], statuses: ReadonlyMap<string, StatusRecord>, loads: readonly ProviderLoad[], on: LocalDate): ServiceProviderDto[] {
  const byId = new Map(loads.map((load) => [load.providerId, load]));
  return providers.map((provider) => {
    const { id, partyId, name, businessNumber, registeredOn, turns } = provider;
    const load = byId.get(id);
    const status = statuses.get(partyId);
    return {
      ...{ id, partyId, name, businessNumber, registeredOn, turns: turns.map((turn) => ({ ...turn })) },
      active: providerActiveOn(provider, on),
      status: status === undefined ? null : { ...status },
      ...{ openServices: load?.openServices ?? 0, openWon: load?.openWon ?? '0', capturedWon: load?.capturedWon ?? '0' },
    };
  });
}
