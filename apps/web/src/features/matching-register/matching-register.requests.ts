import { api, dataOf } from '../../api/client.js';
import { uploadFile } from '../../api/download.js';
import type { components, paths } from '../../api/schema.js';
import type { Correction } from '../roster/roster.requests.js';
import type { DeedHeader } from '../rule/use-deed.js';

type Schemas = components['schemas'];

export type MatchingRegisterResult = Schemas['MatchingRegisterResultDto'];
export type RegisterSheet = Schemas['PasteMatchingRegisterDto']['sheet'];

export const REGISTER_SHEETS: readonly RegisterSheet[] = ['과제', '민간입금', '정부지급', '집행잔액'];

/** Where the rows come from: a whole workbook, or the cells of one sheet from the clipboard. */
export type RegisterSource = { readonly kind: 'file'; readonly file: File } | { readonly kind: 'paste'; readonly sheet: RegisterSheet; readonly text: string };

/** A register as it is sent: into a call, or with what a call is opened by. */
export interface RegisterRequest {
  readonly source: RegisterSource;
  readonly where: { readonly callId: string } | { readonly agency: string; readonly name?: string };
  readonly corrections: readonly Correction[];
}

/** What makes two attempts the same intent: a retry after a lost connection must not import twice. */
export function describeRegister({ source, ...options }: RegisterRequest, amountWon: string): unknown {
  return [source.kind === 'file' ? [source.file.name, source.file.size, source.file.lastModified] : [source.sheet, source.text], options, amountWon];
}

/** Judges every row and says what would be posted. Nothing is recorded. */
export const previewRegister = (request: RegisterRequest, header: DeedHeader): Promise<MatchingRegisterResult> => send(request, { dryRun: 'true' }, header);

/** Imports what the preview showed; `amountWon` is its total. Throws `SubmittedError` where it waits for signatures. */
export const importRegister = (request: RegisterRequest, amountWon: string, header: DeedHeader): Promise<MatchingRegisterResult> => send(request, { amountWon }, header);

function send({ source, where, corrections }: RegisterRequest, how: { dryRun: 'true' } | { amountWon: string }, header: DeedHeader): Promise<MatchingRegisterResult> {
  if (source.kind === 'file') {
    const fields = corrections.length === 0 ? {} : { corrections: JSON.stringify(corrections) };
    return uploadFile<MatchingRegisterResult>(`/api/matching-registers?${new URLSearchParams({ ...where, ...how }).toString()}`, source.file, { ...header }, fields);
  }
  const query = { ...where, ...how } as NonNullable<paths['/api/matching-registers/paste']['post']['parameters']['query']>;
  return dataOf(api.POST('/api/matching-registers/paste', { params: { query, header }, body: { sheet: source.sheet, text: source.text, corrections: [...corrections] } }));
}
