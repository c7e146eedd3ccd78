import { readFileSync } from 'node:fs';
import { Client, type Answer, type Ask, type Json } from './client.js';

/** A workbook of test/fixtures. */
export const workbook = (name: string): Buffer => readFileSync(`test/fixtures/${name}.xlsx`);

const query = (options: Readonly<Record<string, string>>): string => (Object.keys(options).length === 0 ? '' : `?${new URLSearchParams(options).toString()}`);

/** Sends a workbook as finance does, with the cells that were put right. */
export function uploadRoster(bytes: Buffer, options: Readonly<Record<string, string>> = {}, corrections: readonly Json[] = [], ask: Ask = {}): Promise<Answer> {
  const form = new FormData();
  if (corrections.length > 0) form.append('corrections', JSON.stringify(corrections));
  form.append('file', new Blob([new Uint8Array(bytes)]), 'roster.xlsx');
  return Client.as('finance').ask('POST', `/voucher-rosters${query(options)}`, { ...ask, form });
}

/** Looks at the preview and imports what it shows. */
export async function importRoster(bytes: Buffer, options: Readonly<Record<string, string>> = {}, corrections: readonly Json[] = []): Promise<Json> {
  const preview = await uploadRoster(bytes, { ...options, dryRun: 'true' }, corrections);
  if (preview.status !== 201) throw new Error(`the preview answered ${preview.status}: ${preview.bytes.toString()}`);
  const answer = await uploadRoster(bytes, { ...options, amountWon: preview.body.issuedWon as string }, corrections);
  if (answer.status !== 201) throw new Error(`the import answered ${answer.status}: ${answer.bytes.toString()}`);
  return answer.body;
}

/** One sheet as Excel puts it on the clipboard. */
export function pasteRoster(sheet: string, rows: readonly string[], options: Readonly<Record<string, string>> = {}, more: Json = {}, ask: Omit<Ask, 'body'> = {}): Promise<Answer> {
  return Client.as('finance').post(`/voucher-rosters/paste${query(options)}`, { sheet, text: rows.join('\n').replaceAll(' | ', '\t'), ...more }, ask);
}
