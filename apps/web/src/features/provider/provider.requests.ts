import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
type Headers = { 'Idempotency-Key': string };

export type Provider = Schemas['ServiceProviderDto'];
export type Broker = Schemas['BrokerDto'];
export type RegisterProvider = Schemas['RegisterServiceProviderDto'];
export type RegisterBroker = Schemas['RegisterBrokerDto'];
export type RecordStatus = Schemas['RecordBusinessStatusDto'];

export function useProviders(yearId: string): UseQueryResult<Provider[]> {
  return useQuery({ queryKey: ['voucher-year', yearId, 'providers'], queryFn: () => dataOf(api.GET('/api/voucher-years/{yearId}/providers', { params: { path: { yearId } } })) });
}

export function useBrokers(yearId: string): UseQueryResult<Broker[]> {
  return useQuery({ queryKey: ['voucher-year', yearId, 'brokers'], queryFn: () => dataOf(api.GET('/api/voucher-years/{yearId}/brokers', { params: { path: { yearId } } })) });
}

export async function registerProvider(yearId: string, body: RegisterProvider, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/voucher-years/{yearId}/providers', { params: { path: { yearId }, header }, body }));
}

export async function registerBroker(yearId: string, body: RegisterBroker, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/voucher-years/{yearId}/brokers', { params: { path: { yearId }, header }, body }));
}

export async function recordStatus(body: RecordStatus, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/business-statuses', { params: { header }, body }));
}

/** What can be done to a registration from a day on, with a reason. */
export type Deed = 'suspend' | 'resume' | 'renew' | 'strike-off';

export async function doDeed(deed: Deed, id: string, day: string, reason: string, header: Headers): Promise<void> {
  const params = { path: { id }, header };
  if (deed === 'suspend') await dataOf(api.POST('/api/service-providers/{id}/suspend', { params, body: { effectiveOn: day, reason } }));
  if (deed === 'resume') await dataOf(api.POST('/api/service-providers/{id}/resume', { params, body: { effectiveOn: day, reason } }));
  if (deed === 'renew') await dataOf(api.POST('/api/brokers/{id}/renew', { params, body: { validTo: day, reason } }));
  if (deed === 'strike-off') await dataOf(api.POST('/api/brokers/{id}/strike-off', { params, body: { effectiveOn: day, reason } }));
}
