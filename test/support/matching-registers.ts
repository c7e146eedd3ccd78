import { Client, type Answer, type Ask, type Json } from './client.js';

const query = (options: Readonly<Record<string, string>>): string => `?${new URLSearchParams(options).toString()}`;

/** Sends a register of matching projects as finance does, with the cells that were put right. */
export function uploadMatching(bytes: Buffer, options: Readonly<Record<string, string>>, corrections: readonly Json[] = [], ask: Ask = {}): Promise<Answer> {
  const form = new FormData();
  if (corrections.length > 0) form.append('corrections', JSON.stringify(corrections));
  form.append('file', new Blob([new Uint8Array(bytes)]), 'matching-projects.xlsx');
  return Client.as('finance').ask('POST', `/matching-registers${query(options)}`, { ...ask, form });
}

/** Looks at the preview and imports what it shows. */
export async function importMatching(bytes: Buffer, options: Readonly<Record<string, string>>, corrections: readonly Json[] = []): Promise<Json> {
  const preview = await uploadMatching(bytes, { ...options, dryRun: 'true' }, corrections);
  if (preview.status !== 201) throw new Error(`the preview answered ${preview.status}: ${preview.bytes.toString()}`);
  const answer = await uploadMatching(bytes, { ...options, amountWon: preview.body.committedWon as string }, corrections);
  if (answer.status !== 201) throw new Error(`the import answered ${answer.status}: ${answer.bytes.toString()}`);
  return answer.body;
}

/** One sheet as Excel puts it on the clipboard. */
export const pasteMatching = (sheet: string, rows: readonly string[], options: Readonly<Record<string, string>>, ask: Omit<Ask, 'body'> = {}): Promise<Answer> =>
  Client.as('finance').post(`/matching-registers/paste${query(options)}`, { sheet, text: rows.join('\n').replaceAll(' | ', '\t') }, ask);
