import { Client, type Answer, type Json } from './client.js';

const HEADER = ['거래일', '입금액', '출금액', '잔액', '입금자', '적요', '거래번호'];

/** A movement of the custodian's account as the bank lists it. */
export interface Movement {
  readonly on: string;
  readonly deposit?: string;
  readonly withdrawal?: string;
  readonly balance?: string;
  readonly from?: string;
  readonly memo?: string;
  readonly reference?: string;
}

/** Rows as Excel puts them on the clipboard. */
export const statement = (...movements: readonly Movement[]): string =>
  [HEADER, ...movements.map(({ on, deposit, withdrawal, balance, from, memo, reference }) => [on, deposit, withdrawal, balance, from, memo, reference].map((cell) => cell ?? ''))].map((row) => row.join('\t')).join('\r\n');

export const pasteStatement = (fundId: string, text: string, query = '', client = Client.as('finance')): Promise<Answer> => client.post(`/funds/${fundId}/custodian-statements/paste${query}`, { text });

/** The lines of a fund's account, the latest first. */
export const linesOf = async (fundId: string, query = ''): Promise<Json[]> => (await Client.as('finance').get(`/funds/${fundId}/custodian-lines${query}`)).body as Json[];

export const matchLines = (fundId: string, items: readonly Json[], changes: Json = {}): Promise<Answer> => Client.as('finance').post(`/funds/${fundId}/capital-matches`, { items, ...changes });

/** An account, a statement, and a line of it that is a partner's late capital with interest. */
export async function matchedLine(fundId: string, callId: string, partnerId: string): Promise<{ lineId: string; receiptId: string; interestId: string }> {
  await Client.as('finance').post(`/funds/${fundId}/custodian-accounts`, { bankCode: '088', accountNumber: '100-200-300400', holder: '수탁은행', effectiveFrom: '2024-02-01' });
  await pasteStatement(fundId, statement({ on: '2024-03-14', deposit: '1100000', from: '조합원' }, { on: '2024-03-15', deposit: '700', from: '이자' }));
  const [, line] = await linesOf(fundId);
  const { status, bytes, body } = await matchLines(fundId, [{ lineId: line?.id, callId, partnerId, capitalWon: '1000000', interestWon: '1000' }]);
  if (status !== 201) throw new Error(`matching answered ${status}: ${bytes.toString()}`);
  return { lineId: line?.id as string, receiptId: body.items[0].receiptId as string, interestId: body.items[0].interestId as string };
}
