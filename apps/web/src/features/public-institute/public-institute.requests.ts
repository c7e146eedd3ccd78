import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { uploadFile } from '../../api/download.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type Institute = Schemas['InstituteDto'];
export type RecordInstitutes = Schemas['RecordInstitutesDto'];
export type ImportedInstitutes = Schemas['ImportedInstitutesDto'];

type Headers = { 'Idempotency-Key': string };

/** A list as a workbook or as cells from the clipboard. */
export type InstituteSource = { readonly kind: 'file'; readonly file: File } | { readonly kind: 'paste'; readonly text: string };

export function useInstitutes(text: string): UseQueryResult<Institute[]> {
  return useQuery({
    queryKey: ['public-institutes', text],
    queryFn: () => dataOf(api.GET('/api/public-institutes', { params: { query: text === '' ? {} : { text } } })),
    placeholderData: (before) => before,
  });
}

export async function recordInstitutes(body: RecordInstitutes, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/public-institutes', { params: { header }, body }));
}

export async function endInstitute(id: string, body: { lastOn: string; reason: string }, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/public-institutes/{id}/end', { params: { path: { id }, header }, body }));
}

export function importInstitutes(source: InstituteSource, dryRun: boolean, header: Headers): Promise<ImportedInstitutes> {
  if (source.kind === 'file') return uploadFile(`/api/public-institutes/import?dryRun=${dryRun}`, source.file, header);
  return dataOf(api.POST('/api/public-institutes/paste', { params: { query: { dryRun: dryRun ? 'true' : 'false' }, header }, body: { text: source.text } }));
}

/** After a write: the list, and everything that was checked against it. */
export async function refreshInstitutes(): Promise<void> {
  await Promise.all([['public-institutes'], ['fund'], ['funds']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
