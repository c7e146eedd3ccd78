import { randomInt } from 'node:crypto';
import { Client, type Answer, type Ask, type Json } from './client.js';
import { formFund } from './funds.js';
import { withSql } from './sql.js';

/** Twelve digits that nobody else has. */
export const accountNumber = (): string => `9${Array.from({ length: 11 }, () => randomInt(10)).join('')}`;

/** A party that no other spec uses: the first partner of a fund of its own. */
export async function newParty(): Promise<{ id: string; name: string }> {
  const { id } = await formFund(Client.as('manager'));
  return withSql('OWNER', async (sql) => {
    const { rows } = await sql.query<{ id: string; name: string }>('select p.id, p.name from fund_partner f join party p on p.id = f.party_id where f.fund_id = $1 order by f.ordinal limit 1', [id]);
    return rows[0] ?? { id: '', name: '' };
  });
}

export function account(partyId: string, changes: Json = {}): Json {
  return { partyId, bankCode: '004', accountNumber: accountNumber(), holder: '시험 모태펀드', effectiveFrom: '2024-06-03', ...changes };
}

export const register = (partyId: string, changes: Json = {}, ask: Omit<Ask, 'body'> = {}): Promise<Answer> =>
  Client.as('finance').post('/bank-accounts', account(partyId, changes), ask);

/** A registered account and its number. */
export async function registered(changes: Json = {}): Promise<{ id: string; partyId: string; number: string }> {
  const number = (changes.accountNumber as string | undefined) ?? accountNumber();
  const partyId = (changes.partyId as string | undefined) ?? (await newParty()).id;
  const answer = await register(partyId, { ...changes, accountNumber: number });
  if (answer.status !== 201) throw new Error(`registering an account answered ${answer.status}: ${answer.bytes.toString()}`);
  return { id: (answer.body as { id: string }).id, partyId, number };
}
