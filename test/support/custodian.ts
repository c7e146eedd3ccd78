import { confirmItems, pasteLines } from './bank.js';
import { Client, type Answer, type Json } from './client.js';
import { made } from './grants.js';
import { statement } from './statement.js';

/** Where partners of a fund pay in; its statements are kept from February 2024. */
export const custodianOf = (fundId: string): Promise<Answer> => Client.as('finance').post(`/funds/${fundId}/custodian-accounts`, { bankCode: '088', accountNumber: '100-200-300400', holder: '수탁은행', effectiveFrom: '2024-02-01' });

/** The account of a fund whose statements are kept, registered where there is none. */
export async function accountOf(fundId: string): Promise<string> {
  const found = async (): Promise<string | undefined> => ((await Client.as('finance').get('/statement-accounts')).body as Json[]).find(({ book }) => book === `fund/${fundId}`)?.id as string | undefined;
  const known = await found();
  if (known !== undefined) return known;
  made('registering the account at the custodian', await custodianOf(fundId));
  return (await found()) ?? '';
}

export const pasteStatement = async (fundId: string, text: string): Promise<Answer> => pasteLines(await accountOf(fundId), text);

/** The lines of a fund's account in turn. */
export const linesOf = async (fundId: string): Promise<Json[]> => (await Client.as('finance').get(`/bank-lines?accountId=${await accountOf(fundId)}&from=2024-01-01&to=2026-12-31`)).body.lines as Json[];

/** What a line best is, as confirming it wants it. */
export const bestOf = (line: Json): Json => ({ lineId: line?.id as string, records: ((line?.candidates[0]?.records ?? []) as Json[]).map(({ kind, recordId }) => ({ kind, recordId }) as Json) }) as Json;

/** A line of a fund's account that is capital of a partner, and interest that came by itself. */
export async function matchedLine(fundId: string, callId: string, partnerId: string): Promise<{ lineId: string; receiptId: string; interestId: string }> {
  const calls = (await Client.as('finance').get(`/funds/${fundId}/capital-calls`)).body as Json[];
  const partner = (calls.find(({ id }) => id === callId)?.shares as Json[]).find((share) => share.partnerId === partnerId)?.partner as string;
  await pasteStatement(fundId, statement({ on: '2024-03-14', deposit: '1100000', from: partner }));
  const line = (await linesOf(fundId))[0];
  made('matching', await confirmItems([bestOf(line)]));
  const receipts = async (): Promise<Json[]> => (((await Client.as('finance').get(`/funds/${fundId}/capital-calls`)).body as Json[])[0]?.shares as Json[]).find((share) => share.partnerId === partnerId)?.receipts as Json[];
  const interest = made('the interest', await Client.as('finance').post(`/capital-calls/${callId}/overdue-interest`, { partnerId, amountWon: '1000', valueOn: '2024-03-15' }));
  return { lineId: line?.id as string, receiptId: (await receipts()).find(({ amountWon }) => amountWon === '1100000')?.id as string, interestId: interest.id as string };
}
