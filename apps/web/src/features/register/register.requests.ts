import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { uploadFile } from '../../api/download.js';
import { queryClient } from '../../api/query-client.js';
import type { ImportResult, ImportSummary } from '../../api/types.js';
import type { components } from '../../api/schema.js';

export type PastedSheet = components['schemas']['PasteRegisterDto'];

/** Where the rows come from: a whole workbook, or the cells of one sheet from the clipboard. */
export type RegisterSource = { readonly kind: 'file'; readonly file: File } | { readonly kind: 'paste'; readonly pasted: PastedSheet };

export const REGISTER_SHEETS = ['조합개요', '조합원명부', '출자납입', '투자현황', '회수·분배', '평가', '관리보수'] as const;

/** Judges every row; with `dryRun` nothing is recorded. Throws `ProblemError`. */
export function importRegister(source: RegisterSource, dryRun: boolean, header: { 'Idempotency-Key': string }): Promise<ImportResult> {
  if (source.kind === 'file') return uploadFile<ImportResult>(`/api/imports/fund-register?dryRun=${dryRun}`, source.file, header);
  return dataOf(api.POST('/api/imports/fund-register/paste', { params: { query: { dryRun: dryRun ? 'true' : 'false' }, header }, body: source.pasted }));
}

export function useImports(): UseQueryResult<ImportSummary[]> {
  return useQuery({ queryKey: ['imports'], queryFn: () => dataOf(api.GET('/api/imports')) });
}

export function useImport(id: string): UseQueryResult<ImportResult> {
  return useQuery({ queryKey: ['imports', id], queryFn: () => dataOf(api.GET('/api/imports/{id}', { params: { path: { id } } })), staleTime: Infinity });
}

/** An import may change everything: all that is shown is asked for again. */
export function refreshEverything(): Promise<void> {
  return queryClient.invalidateQueries();
}
