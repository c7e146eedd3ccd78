import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { Sent } from '../grant-outcome/deed-fields.js';
import type { DeedHeader } from '../rule/use-deed.js';

type Schemas = components['schemas'];

export type ServiceOrder = Schemas['ServiceOrderDto'];
export type AccreditedLab = Schemas['AccreditedLabDto'];

export function useOrders(callId: string): UseQueryResult<ServiceOrder[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'service-orders'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/service-orders', { params: { path: { callId } } })) });
}

/** Laboratories are asked for anew with every page of a call: they may have been registered elsewhere. */
export function useLabs(callId: string): UseQueryResult<AccreditedLab[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'labs'], queryFn: () => dataOf(api.GET('/api/accredited-labs')) });
}

export const requestOrder = (callId: string, body: Sent, header: DeedHeader): Promise<Schemas['RequestedServiceOrderDto']> =>
  dataOf(api.POST('/api/grant-calls/{callId}/service-orders', { params: { path: { callId }, header }, body: body as Schemas['RequestServiceOrderDto'] }));

export const registerLab = (body: Sent, header: DeedHeader): Promise<Schemas['RegisteredAccreditedLabDto']> =>
  dataOf(api.POST('/api/accredited-labs', { params: { header }, body: body as Schemas['RegisterAccreditedLabDto'] }));

export type OrderDeed = 'accept' | 'decline' | 'certify' | 'approve' | 'cancel';

/** One step of an order; the fields of its form are those of the step. */
export function moveOrder(deed: OrderDeed, id: string, body: Sent, header: DeedHeader): Promise<Schemas['MovedServiceOrderDto']> {
  const params = { path: { id }, header };
  switch (deed) {
    case 'accept':
      return dataOf(api.POST('/api/service-orders/{id}/accept', { params, body: body as Schemas['AcceptServiceOrderDto'] }));
    case 'decline':
      return dataOf(api.POST('/api/service-orders/{id}/decline', { params, body: body as Schemas['EndServiceOrderDto'] }));
    case 'certify':
      return dataOf(api.POST('/api/service-orders/{id}/certify', { params, body: body as Schemas['CertifyServiceOrderDto'] }));
    case 'approve':
      return dataOf(api.POST('/api/service-orders/{id}/approve', { params, body: body as Schemas['ApproveServiceOrderDto'] }));
    case 'cancel':
      return dataOf(api.POST('/api/service-orders/{id}/cancel', { params, body: body as Schemas['EndServiceOrderDto'] }));
  }
}
