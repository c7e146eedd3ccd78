import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { downloadFile, uploadFile } from '../../api/download.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
type Headers = { 'Idempotency-Key': string; 'Approval-Supersedes'?: string };

export type RosterResult = Schemas['RosterResultDto'];
export type RosterRow = Schemas['SheetRowDto'];
export type RosterRemark = Schemas['SheetRemarkDto'];
export type Correction = Schemas['CorrectionDto'];
export type IssueLimits = Schemas['IssueLimitsDto'];
export type PostedTotal = Schemas['PostedTotalDto'];
export type IssuableVoucher = Schemas['IssuableVoucherDto'];
export type IssueVouchers = Schemas['IssueVouchersDto'];
export type IssuedVouchers = Schemas['IssuedVouchersDto'];
type PastedSheet = Schemas['PasteRosterDto']['sheet'];

export const ROSTER_SHEETS: readonly PastedSheet[] = ['발급대장', '신청명단', '사용내역', '공급기관', '중개인명부', '사업개요'];

/** Where the rows come from: a whole workbook, or the cells of one sheet from the clipboard. */
export type SheetSource<Sheet extends string> = { readonly kind: 'file'; readonly file: File } | { readonly kind: 'paste'; readonly sheet: Sheet; readonly text: string };

/** A roster as it is sent: for a year, or for the one that its overview states and that may be opened. */
export interface RosterRequest {
  readonly source: SheetSource<PastedSheet>;
  readonly yearId: string | null;
  readonly legalRegime: string;
  readonly corrections: readonly Correction[];
}

/** What makes two attempts the same intent: a retry after a lost connection must not import twice. */
export function describeImport({ source, ...options }: { readonly source: SheetSource<string> }, amountWon: string): unknown {
  return [source.kind === 'file' ? [source.file.name, source.file.size, source.file.lastModified] : [source.sheet, source.text], options, amountWon];
}

/** Judges every row and says what would be posted. Nothing is recorded. */
export const previewRoster = (request: RosterRequest, headers: Headers): Promise<RosterResult> => sendRoster(request, { dryRun: 'true' }, headers);

/** Imports what the preview showed; `amountWon` is its total. Throws `SubmittedError` where it waits for signatures. */
export const importRoster = (request: RosterRequest, amountWon: string, headers: Headers): Promise<RosterResult> => sendRoster(request, { amountWon }, headers);

function sendRoster({ source, yearId, legalRegime, corrections }: RosterRequest, how: { dryRun: 'true' } | { amountWon: string }, header: Headers): Promise<RosterResult> {
  const where = yearId === null ? { legalRegime: legalRegime as NonNullable<Schemas['OpenVoucherYearDto']['legalRegime']> } : { yearId };
  if (source.kind === 'file') {
    const fields = corrections.length === 0 ? {} : { corrections: JSON.stringify(corrections) };
    return uploadFile<RosterResult>(`/api/voucher-rosters?${new URLSearchParams({ ...where, ...how }).toString()}`, source.file, { ...header }, fields);
  }
  const body = { sheet: source.sheet, text: source.text, corrections: [...corrections] };
  return dataOf(api.POST('/api/voucher-rosters/paste', { params: { query: { ...where, ...how }, header }, body }));
}

export function useIssuable(yearId: string, issuedOn: string | null): UseQueryResult<Schemas['IssuableDto']> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'issuable', issuedOn],
    queryFn: () => dataOf(api.GET('/api/voucher-years/{yearId}/issuable-vouchers', { params: { path: { yearId }, query: issuedOn === null ? {} : { issuedOn } } })),
    placeholderData: (before) => before,
  });
}

export function issueVouchers(yearId: string, body: IssueVouchers, header: Headers): Promise<IssuedVouchers> {
  return dataOf(api.POST('/api/voucher-years/{yearId}/issues', { params: { path: { yearId }, header }, body }));
}

/** Letters of the vouchers, or of all of the year, as one PDF or as an archive of single ones. */
export function downloadLetters(yearId: string, format: 'PDF' | 'ZIP', voucherIds?: readonly string[]): Promise<void> {
  return downloadFile(`/api/voucher-years/${yearId}/letters`, { format, ...(voucherIds === undefined ? {} : { voucherIds }) }, {}, format === 'PDF' ? 'letters.pdf' : 'letters.zip');
}
