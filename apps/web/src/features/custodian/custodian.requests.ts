import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { uploadFile } from '../../api/download.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

type Schemas = components['schemas'];
type Headers = { 'Idempotency-Key': string };

export type CustodianLine = Schemas['CustodianLineDto'];
export type Suggestion = Schemas['SuggestionDto'];
export type MatchItem = Schemas['MatchItemDto'];
export type MatchedCapital = Schemas['MatchedCapitalDto'];
export type ImportedStatement = Schemas['ImportedStatementDto'];
export type CustodianAccount = Schemas['CustodianAccountDto'];
export type RegisterAccount = Schemas['RegisterCustodianAccountDto'];

export function useCustodianLines(fundId: string, point: TimePoint): UseQueryResult<CustodianLine[]> {
  return useQuery({
    queryKey: ['fund', fundId, 'custodian-lines', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/custodian-lines', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}

export function useCustodianAccounts(fundId: string, point: TimePoint): UseQueryResult<CustodianAccount[]> {
  return useQuery({
    queryKey: ['fund', fundId, 'custodian-accounts', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/custodian-accounts', { params: { path: { fundId }, query: point } })),
  });
}

export function registerAccount(fundId: string, body: RegisterAccount, header: Headers): Promise<unknown> {
  return dataOf(api.POST('/api/funds/{fundId}/custodian-accounts', { params: { path: { fundId }, header }, body }));
}

/** Where the rows come from: the bank's file, or its page by way of the clipboard. */
export type StatementSource = File | string;

/** Keeps the lines of a statement; nothing is booked by it. */
export function importStatement(fundId: string, source: StatementSource, header: Headers): Promise<ImportedStatement> {
  if (typeof source !== 'string') return uploadFile<ImportedStatement>(`/api/funds/${fundId}/custodian-statements`, source, { ...header });
  return dataOf(api.POST('/api/funds/{fundId}/custodian-statements/paste', { params: { path: { fundId }, header }, body: { text: source } }));
}

/** Books what the lines are; in a dry run only shows it. */
export function matchCapital(fundId: string, items: readonly MatchItem[], dryRun: boolean, header: Headers): Promise<MatchedCapital> {
  return dataOf(api.POST('/api/funds/{fundId}/capital-matches', { params: { path: { fundId }, header }, body: { items: [...items], dryRun } }));
}
