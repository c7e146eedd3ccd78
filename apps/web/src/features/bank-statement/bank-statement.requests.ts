import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { uploadFile } from '../../api/download.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
type Headers = { 'Idempotency-Key': string };

export type StatementAccount = Schemas['StatementAccountDto'];
export type OpenStatementAccount = Schemas['OpenStatementAccountDto'];
export type ImportedBankStatement = Schemas['ImportedBankStatementDto'];
export type BankLines = Schemas['BankLinesDto'];
export type BankLine = Schemas['BankLineDto'];
export type MatchCandidate = Schemas['MatchCandidateDto'];
export type MatchLine = Schemas['MatchLineDto'];
export type BalanceDays = Schemas['BalanceDaysDto'];
export type ReconciliationException = Schemas['ReconciliationExceptionDto'];
export type ExplainBankLine = Schemas['ExplainBankLineDto'];

/** Days of an account; what is left out is the latest month. */
export interface Period {
  readonly accountId: string;
  readonly from?: string;
  readonly to?: string;
}

const BANK = 'bank-statement';

export const useStatementAccounts = (): UseQueryResult<StatementAccount[]> => useQuery({ queryKey: [BANK, 'accounts'], queryFn: () => dataOf(api.GET('/api/statement-accounts')) });

export function useBankLines(query: Period): UseQueryResult<BankLines> {
  return useQuery({ queryKey: [BANK, 'lines', query], queryFn: () => dataOf(api.GET('/api/bank-lines', { params: { query } })), placeholderData: (before) => before });
}

export function useBalanceDays(query: Period): UseQueryResult<BalanceDays> {
  return useQuery({ queryKey: [BANK, 'days', query], queryFn: () => dataOf(api.GET('/api/reconciliation/days', { params: { query } })) });
}

export function useExceptions(query: Period): UseQueryResult<ReconciliationException[]> {
  return useQuery({ queryKey: [BANK, 'exceptions', query], queryFn: () => dataOf(api.GET('/api/reconciliation/exceptions', { params: { query } })) });
}

/** After a write: everything that is shown about statements is asked for again. */
export const refreshBank = (): Promise<void> => queryClient.invalidateQueries({ queryKey: [BANK] });

export const openStatementAccount = (body: OpenStatementAccount, header: Headers): Promise<unknown> => dataOf(api.POST('/api/statement-accounts', { params: { header }, body }));

/** Where the lines come from: a file of the bank, or its page by way of the clipboard. */
export type StatementSource = File | string;

/** Keeps the lines of a statement; a message of the bank (XML) goes as the text that it is. */
export async function importStatement(accountId: string, source: StatementSource, header: Headers): Promise<ImportedBankStatement> {
  const params = { query: { accountId }, header };
  if (typeof source === 'string') return dataOf(api.POST('/api/bank-statements/paste', { params, body: { text: source } }));
  if (source.name.toLowerCase().endsWith('.xml')) return dataOf(api.POST('/api/bank-statements/message', { params, body: { fileName: source.name, content: await source.text() } }));
  return uploadFile<ImportedBankStatement>(`/api/bank-statements?accountId=${accountId}`, source, { ...header });
}

export const confirmMatches = (items: readonly MatchLine[], header: Headers): Promise<unknown> => dataOf(api.POST('/api/bank-matches', { params: { header }, body: { items: [...items] } }));
export const explainLine = (id: string, body: ExplainBankLine, header: Headers): Promise<unknown> => dataOf(api.POST('/api/bank-lines/{id}/explain', { params: { path: { id }, header }, body }));
export const undoMatch = (id: string, reason: string, header: Headers): Promise<unknown> => dataOf(api.POST('/api/bank-matches/{id}/undo', { params: { path: { id }, header }, body: { reason } }));
