import { registered } from './bank-accounts.js';
import { Client } from './client.js';

/** Where the payer of the specs is. */
export const ADDRESS = { street: '가정로', building: '218', postCode: '34129', town: '대전광역시 유성구' } as const;

/** An account of the agency, designated for a book since the first day of this year. */
export async function designated(book: string): Promise<{ accountId: string; accountNumber: string }> {
  const { id, number } = await registered({ bankCode: '011' });
  const answer = await Client.as('finance').post('/paying-accounts', { book, bankAccountId: id, effectiveFrom: `${new Date().getUTCFullYear()}-01-01`, ...ADDRESS });
  if (answer.status !== 201) throw new Error(`designating an account answered ${answer.status}: ${answer.bytes.toString()}`);
  return { accountId: id, accountNumber: number };
}
