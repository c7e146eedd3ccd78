import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
type Headers = { 'Idempotency-Key': string };

export type Service = Schemas['ServiceDto'];
export type ServiceState = Service['state'];
export type ServiceListing = Schemas['ServiceListingDto'];
export type ServiceDetail = Schemas['ServiceDetailDto'];
export type UseSplit = Schemas['UseSplitDto'];
export type VoucherMoney = Schemas['VoucherMoneyDto'];
/** What every undoing does to the money, in the end or only shown. */
export type ServiceEffect = Pick<Schemas['CancelledServiceDto'], 'before' | 'after' | 'entries'>;
export type ContractForm = Schemas['ContractServiceDto'];
export type ContractedService = Schemas['ContractedServiceDto'];
export type ClaimForm = Schemas['ClaimServiceDto'];
export type ClaimedService = Schemas['ClaimedServiceDto'];
export type RefundForm = Schemas['RefundServiceDto'];
export type Returned = Schemas['ReturnedDto'];
export type CapturedService = Schemas['CapturedServiceDto'];
export type CaptureOutcomes = Schemas['CaptureOutcomesDto'];
export type DeliverForm = Schemas['DeliverServiceDto'];
export type AcceptForm = Schemas['AcceptServiceDto'];
export type InspectForm = Schemas['InspectServiceDto'];

export interface ServiceFilter {
  readonly state?: ServiceState;
  readonly search?: string;
}

/** So many at most on the screen: whoever has more narrows them. */
export const MOST_SHOWN = 500;

export function useServices(yearId: string, filter: ServiceFilter): UseQueryResult<ServiceListing> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'services', filter],
    queryFn: () => dataOf(api.GET('/api/voucher-years/{yearId}/services', { params: { path: { yearId }, query: { ...filter, limit: MOST_SHOWN } } })),
    placeholderData: (before, query) => (query?.queryKey[1] === yearId ? before : undefined),
  });
}

export function useService(yearId: string, id: string): UseQueryResult<ServiceDetail> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'service', id],
    queryFn: () => dataOf(api.GET('/api/services/{id}', { params: { path: { id } } })),
  });
}

export const contractService = (voucherId: string, body: ContractForm, header: Headers): Promise<ContractedService> =>
  dataOf(api.POST('/api/vouchers/{id}/services', { params: { path: { id: voucherId }, header }, body }));

export async function deliverService(id: string, body: DeliverForm, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/services/{id}/deliver', { params: { path: { id }, header }, body }));
}

export async function acceptService(id: string, body: AcceptForm, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/services/{id}/accept', { params: { path: { id }, header }, body }));
}

export async function inspectService(id: string, body: InspectForm, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/services/{id}/inspect', { params: { path: { id }, header }, body }));
}

export const claimService = (id: string, body: ClaimForm, header: Headers): Promise<ClaimedService> => dataOf(api.POST('/api/services/{id}/claim', { params: { path: { id }, header }, body }));

export const captureService = (id: string, dryRun: boolean, header: Headers): Promise<CapturedService> =>
  dataOf(api.POST('/api/services/{id}/capture', { params: { path: { id }, header }, body: { dryRun } }));

export const captureServices = (yearId: string, serviceIds: readonly string[], header: Headers): Promise<CaptureOutcomes> =>
  dataOf(api.POST('/api/voucher-years/{yearId}/captures', { params: { path: { yearId }, header }, body: { serviceIds: [...serviceIds] } }));

export const refundService = (id: string, body: RefundForm, header: Headers): Promise<Returned> => dataOf(api.POST('/api/services/{id}/refund', { params: { path: { id }, header }, body }));

export async function sendBackService(id: string, reason: string, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/services/{id}/send-back', { params: { path: { id }, header }, body: { reason } }));
}

export async function reassignService(id: string, providerId: string, reason: string, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/services/{id}/reassign', { params: { path: { id }, header }, body: { providerId, reason } }));
}

/** What undoes the money of a service, in the end or only shown. */
export type Undoing = 'cancel' | 'reverse-capture';

export function undoService(undoing: Undoing, id: string, body: { readonly reason: string; readonly dryRun: boolean }, header: Headers): Promise<ServiceEffect> {
  const params = { path: { id }, header };
  return undoing === 'cancel' ? dataOf(api.POST('/api/services/{id}/cancel', { params, body })) : dataOf(api.POST('/api/services/{id}/reverse-capture', { params, body }));
}
