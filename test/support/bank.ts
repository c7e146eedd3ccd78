import { randomInt } from 'node:crypto';
import { registered } from './bank-accounts.js';
import { Client, type Answer, type Ask, type Json } from './client.js';
import { statement, type Movement } from './statement.js';
import { formFund } from './funds.js';
import { made } from './grants.js';

/** An account of its own whose statements are kept; of a number of its own where none is given. */
export async function keptAccount(keptFrom = '2024-01-01', accountNumber?: string): Promise<{ accountId: string; number: string }> {
  const { id, number } = await registered({ bankCode: '011', ...(accountNumber === undefined ? {} : { accountNumber }) });
  const { id: accountId } = made('opening a statement account', await Client.as('finance').post('/statement-accounts', { bankAccountId: id, name: '시험 운영계좌', keptFrom })) as { id: string };
  return { accountId, number };
}

export const pasteLines = (accountId: string, text: string, ask: Omit<Ask, 'body'> = {}, query = ''): Promise<Answer> => Client.as('finance').post(`/bank-statements/paste?accountId=${accountId}${query}`, { text }, ask);

/** The lines of an account in 2024, in turn. */
export const linesIn2024 = async (accountId: string): Promise<Json[]> => ((await Client.as('checker').get(`/bank-lines?accountId=${accountId}&from=2024-01-01&to=2024-12-31`)).body as Json).lines as Json[];

/** An account with these movements. */
export async function importedLines(...movements: Movement[]): Promise<{ accountId: string; lines: Json[] }> {
  const { accountId } = await keptAccount();
  made('importing a statement', await pasteLines(accountId, statement(...movements)));
  return { accountId, lines: await linesIn2024(accountId) };
}

/** An amount that no other spec has. */
export const ownAmount = (): string => String(randomInt(1_000_001, 39_999_999));

/** Capital that the books of a fund of its own say came on the 4th of March 2024. */
export async function recordedCapital(amountWon: string): Promise<{ partner: string }> {
  const manager = Client.as('manager');
  const { id } = await formFund(manager);
  const call = made('calling capital', await manager.post(`/funds/${id}/capital-calls`, { amountWon: '4000000000', purpose: '최초', noticeOn: '2024-02-01', dueOn: '2024-03-04' })) as Json;
  const share = call.shares[0] as Json;
  made('receiving capital', await Client.as('finance').post(`/capital-calls/${call.id}/receipts`, { partnerId: share.partnerId, amountWon, valueOn: '2024-03-04' }));
  return { partner: share.partner as string };
}

/** A line that certainly is a receipt of capital. */
export async function certainLine(...more: Movement[]): Promise<{ accountId: string; line: Json; item: Json; amountWon: string; partner: string }> {
  const amountWon = ownAmount();
  const { partner } = await recordedCapital(amountWon);
  const { accountId, lines } = await importedLines({ on: '2024-03-04', deposit: amountWon, from: partner }, ...more);
  const line = lines[0] as Json;
  const records = ((line.candidates[0]?.records ?? []) as Json[]).map(({ kind, recordId }) => ({ kind, recordId }) as Json);
  return { accountId, line, item: { lineId: line.id, records }, amountWon, partner };
}

export const confirmItems = (items: readonly Json[], changes: Json = {}, ask: Omit<Ask, 'body'> = {}): Promise<Answer> => Client.as('checker').post('/bank-matches', { items, ...changes }, ask);
