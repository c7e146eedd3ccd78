import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { previewHeaders } from '../../api/intent.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
type Headers = { 'Idempotency-Key': string };

export type ApplicationSummary = Schemas['ApplicationSummaryDto'];
export type Application = Schemas['ApplicationDto'];
export type ReceiveApplication = Schemas['ReceiveApplicationDto'];
export type ReceivedApplication = Schemas['ReceivedApplicationDto'];
export type ScreeningInput = Schemas['ScreeningInput'];
export type ScreenedApplication = Schemas['ScreenedApplicationDto'];
export type Declaration = Schemas['DeclarationInput'];
export type Score = Schemas['ScoreInput'];
export type Ranking = Schemas['RankingDto'];
export type PromisedVoucher = Schemas['PromisedInput'];
export type Promotion = Schemas['PromotedSelectionDto'];
export type AgreeVouchers = Schemas['AgreeVouchersDto'];
export type AgreedVoucher = Schemas['AgreedVoucherDto'];
export type Deposit = Schemas['DepositInput'];
export type Deposited = Schemas['DepositedOwnMoneyDto'];
export type ReturnOwnMoney = Schemas['ReturnOwnMoneyDto'];
export type Broker = Schemas['BrokerDto'];

const PAGE = 1000;

/** Every application of the year, page after page. */
export function useApplications(yearId: string): UseQueryResult<ApplicationSummary[]> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'applications'],
    queryFn: async () => {
      const all: ApplicationSummary[] = [];
      for (let after: string | undefined; ; ) {
        const page: ApplicationSummary[] = await dataOf(
          api.GET('/api/voucher-years/{yearId}/applications', { params: { path: { yearId }, query: { limit: PAGE, ...(after === undefined ? {} : { after }) } } }),
        );
        all.push(...page);
        if (page.length < PAGE) return all;
        after = page.at(-1)?.number;
      }
    },
  });
}

export function useApplication(yearId: string, voucherId: string): UseQueryResult<Application> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'application', voucherId],
    queryFn: () => dataOf(api.GET('/api/vouchers/{id}/application', { params: { path: { id: voucherId } } })),
  });
}

export function useYearBrokers(yearId: string, enabled: boolean): UseQueryResult<Broker[]> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'brokers'],
    queryFn: () => dataOf(api.GET('/api/voucher-years/{yearId}/brokers', { params: { path: { yearId } } })),
    enabled,
  });
}

/** What the screening would say of an application that is being typed. */
export function useReceivePreview(yearId: string, body: ReceiveApplication | null): UseQueryResult<ReceivedApplication> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'application-preview', body],
    queryFn: () => receiveApplication(yearId, { ...(body ?? ({} as ReceiveApplication)), dryRun: true }, previewHeaders()),
    enabled: body !== null,
    retry: false,
    placeholderData: (before) => (body === null ? undefined : before),
  });
}

export function receiveApplication(yearId: string, body: ReceiveApplication, header: Headers): Promise<ReceivedApplication> {
  return dataOf(api.POST('/api/voucher-years/{yearId}/applications', { params: { path: { yearId }, header }, body }));
}

export function useScreeningPreview(yearId: string, applications: readonly ScreeningInput[]): UseQueryResult<ScreenedApplication[]> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'screening-preview', applications],
    queryFn: () => dataOf(api.POST('/api/voucher-years/{yearId}/screenings', { params: { path: { yearId }, header: previewHeaders() }, body: { applications: [...applications], dryRun: true } })),
    retry: false,
    placeholderData: (before) => before,
  });
}

export function screenApplications(yearId: string, applications: readonly ScreeningInput[], header: Headers): Promise<ScreenedApplication[]> {
  return dataOf(api.POST('/api/voucher-years/{yearId}/screenings', { params: { path: { yearId }, header }, body: { applications: [...applications] } }));
}

export async function rejectApplication(voucherId: string, reason: string, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/vouchers/{id}/reject', { params: { path: { id: voucherId }, header }, body: { reason } }));
}

export async function declareConflicts(yearId: string, declarations: readonly Declaration[], header: Headers): Promise<void> {
  await dataOf(api.POST('/api/voucher-years/{yearId}/declarations', { params: { path: { yearId }, header }, body: { declarations: [...declarations] } }));
}

export async function scoreApplications(yearId: string, scores: readonly Score[], header: Headers): Promise<void> {
  await dataOf(api.POST('/api/voucher-years/{yearId}/scores', { params: { path: { yearId }, header }, body: { scores: [...scores] } }));
}

export function useRanking(yearId: string, cut: number | null): UseQueryResult<Ranking> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'ranking', cut],
    queryFn: () => dataOf(api.GET('/api/voucher-years/{yearId}/ranking', { params: { path: { yearId }, query: cut === null ? {} : { cut } } })),
    placeholderData: (before) => before,
  });
}

export async function decideSelection(yearId: string, body: Schemas['DecideSelectionDto'], header: Headers): Promise<void> {
  await dataOf(api.POST('/api/voucher-years/{yearId}/selection', { params: { path: { yearId }, header }, body }));
}

/** Who would move up from the waiting list, and whether places are free. */
export function usePromotionPreview(yearId: string, count: number): UseQueryResult<Promotion> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'promotion-preview', count],
    queryFn: () => promoteSelection(yearId, { count, dryRun: true }, previewHeaders()),
    retry: false,
    placeholderData: (before) => before,
  });
}

export function promoteSelection(yearId: string, body: Schemas['PromoteSelectionDto'], header: Headers): Promise<Promotion> {
  return dataOf(api.POST('/api/voucher-years/{yearId}/promotions', { params: { path: { yearId }, header }, body }));
}

export function useAgreementPreview(yearId: string, body: AgreeVouchers | null): UseQueryResult<AgreedVoucher[]> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'agreement-preview', body],
    queryFn: () => agreeVouchers(yearId, { ...(body ?? ({} as AgreeVouchers)), dryRun: true }, previewHeaders()),
    enabled: body !== null,
    retry: false,
    placeholderData: (before) => (body === null ? undefined : before),
  });
}

export function agreeVouchers(yearId: string, body: AgreeVouchers, header: Headers): Promise<AgreedVoucher[]> {
  return dataOf(api.POST('/api/voucher-years/{yearId}/agreements', { params: { path: { yearId }, header }, body }));
}

export function useDepositPreview(yearId: string, deposits: readonly Deposit[]): UseQueryResult<Deposited> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'deposit-preview', deposits],
    queryFn: () => dataOf(api.POST('/api/voucher-years/{yearId}/own-money-deposits', { params: { path: { yearId }, header: previewHeaders() }, body: { deposits: [...deposits], dryRun: true } })),
    enabled: deposits.length > 0,
    retry: false,
    placeholderData: (before) => (deposits.length === 0 ? undefined : before),
  });
}

export async function depositOwnMoney(yearId: string, deposits: readonly Deposit[], header: Headers): Promise<void> {
  await dataOf(api.POST('/api/voucher-years/{yearId}/own-money-deposits', { params: { path: { yearId }, header }, body: { deposits: [...deposits] } }));
}

export async function returnOwnMoney(voucherId: string, body: ReturnOwnMoney, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/vouchers/{id}/own-money-returns', { params: { path: { id: voucherId }, header }, body }));
}
