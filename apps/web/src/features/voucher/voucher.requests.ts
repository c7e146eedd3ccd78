import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { downloadFile } from '../../api/download.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
type Headers = { 'Idempotency-Key': string };

export type Voucher = Schemas['VoucherDto'];
export type VoucherListing = Schemas['VoucherListingDto'];
export type VoucherPageData = Schemas['VoucherPageDto'];
export type VoucherChange = Schemas['VoucherChangeDto'];
export type Standing = Schemas['StandingDto'];
export type Expiry = Schemas['ExpiryDto'];
export type Action = Schemas['OfferedActionDto']['action'];

/** Which vouchers are looked at. */
export interface VoucherFilter {
  readonly state?: 'OPEN' | 'ENDED';
  readonly expiringWithinDays?: number;
  readonly search?: string;
}

/** So many at most on the screen: whoever has more narrows them, or takes all of them away as a workbook. */
const MOST_SHOWN = 1000;

export function useVouchers(yearId: string, filter: VoucherFilter): UseQueryResult<VoucherListing> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'vouchers', filter],
    queryFn: () => dataOf(api.GET('/api/voucher-years/{yearId}/vouchers', { params: { path: { yearId }, query: { ...filter, limit: MOST_SHOWN } } })),
    placeholderData: (before, query) => (query?.queryKey[1] === yearId ? before : undefined),
  });
}

export function useVoucher(yearId: string, voucherId: string, enabled = true): UseQueryResult<VoucherPageData> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'vouchers', voucherId],
    queryFn: () => dataOf(api.GET('/api/vouchers/{id}', { params: { path: { id: voucherId } } })),
    enabled,
  });
}

export const exportVouchers = (yearId: string, filter: VoucherFilter): Promise<void> => downloadFile(`/api/voucher-years/${yearId}/vouchers/export`, filter, {}, 'vouchers.xlsx');

/** Letters of issued vouchers in one PDF. */
export const downloadLetters = (yearId: string, voucherIds: readonly string[]): Promise<void> =>
  downloadFile(`/api/voucher-years/${yearId}/letters`, { voucherIds, format: 'PDF' }, {}, 'letters.pdf');

/** What a dialog asks of one voucher. */
export interface ChangeBody {
  readonly reason: string;
  readonly to?: string;
  readonly amountWon?: string;
  readonly dryRun?: boolean;
}

/** The changes of a voucher that have a dialog of their own here; expiry and clawback have theirs elsewhere. */
export type ChangeAction = Exclude<Action, 'expire' | 'clawBack'>;

export function changeVoucher(action: ChangeAction, id: string, body: ChangeBody, header: Headers): Promise<VoucherChange> {
  const params = { path: { id }, header };
  const { reason, dryRun = false, to = '', amountWon = '' } = body;
  switch (action) {
    case 'withdraw':
      return dataOf(api.POST('/api/vouchers/{id}/withdraw', { params, body: { reason, dryRun } }));
    case 'cancel':
      return dataOf(api.POST('/api/vouchers/{id}/cancel', { params, body: { reason, dryRun } }));
    case 'suspend':
      return dataOf(api.POST('/api/vouchers/{id}/suspend', { params, body: { reason, dryRun } }));
    case 'resume':
      return dataOf(api.POST('/api/vouchers/{id}/resume', { params, body: { reason, dryRun } }));
    case 'extend':
      return dataOf(api.POST('/api/vouchers/{id}/extend', { params, body: { reason, to, dryRun } }));
    case 'topUp':
      return dataOf(api.POST('/api/vouchers/{id}/top-up', { params, body: { reason, amountWon, dryRun } }));
    case 'split':
      return dataOf(api.POST('/api/vouchers/{id}/split', { params, body: { reason, amountWon, dryRun } }));
  }
}

export function expireVouchers(yearId: string, body: Schemas['ExpireVouchersDto'], header: Headers): Promise<Expiry> {
  return dataOf(api.POST('/api/voucher-years/{yearId}/expire', { params: { path: { yearId }, header }, body }));
}
