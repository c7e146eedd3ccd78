import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { Sent } from '../grant-outcome/deed-fields.js';
import type { DeedHeader } from '../rule/use-deed.js';

type Schemas = components['schemas'];

export type GrantAsset = Schemas['GrantAssetDto'];

export function useAssets(callId: string): UseQueryResult<GrantAsset[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'assets'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/assets', { params: { path: { callId } } })) });
}

export const registerAsset = ({ agreementId, ...body }: Sent, header: DeedHeader): Promise<Schemas['RegisteredGrantAssetDto']> =>
  dataOf(api.POST('/api/grant-agreements/{agreementId}/assets', { params: { path: { agreementId: String(agreementId) }, header }, body: body as Schemas['RegisterGrantAssetDto'] }));

export const confirmAsset = (id: string, body: Sent, header: DeedHeader): Promise<Schemas['ConfirmedGrantAssetDto']> =>
  dataOf(api.POST('/api/grant-assets/{id}/confirm', { params: { path: { id }, header }, body: body as Schemas['ConfirmGrantAssetDto'] }));

export const approveDisposal = (id: string, body: Sent, header: DeedHeader): Promise<Schemas['ApprovedDisposalDto']> =>
  dataOf(api.POST('/api/grant-assets/{id}/approve-disposal', { params: { path: { id }, header }, body: body as Schemas['ApproveDisposalGrantAssetDto'] }));

export const disposeAsset = (id: string, body: Sent, header: DeedHeader): Promise<Schemas['DisposedGrantAssetDto']> =>
  dataOf(api.POST('/api/grant-assets/{id}/dispose', { params: { path: { id }, header }, body: body as Schemas['DisposeGrantAssetDto'] }));
