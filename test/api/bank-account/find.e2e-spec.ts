import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { accountNumber, newParty, registered } from '../../support/bank-accounts.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';

const find = (bankCode: string, number: string, client = Client.as('compliance')) => client.post('/bank-accounts/find', { bankCode, accountNumber: number });

describe('finding a bank account by its number', () => {
  itIsClosedTo('manager', 'findBankAccounts', (client) => find('004', accountNumber(), client));

  it('finds every party that has it, however it is written, and nothing near it', async () => {
    const parties = [await newParty(), await newParty()];
    const { number } = await registered({ partyId: parties[0]?.id });
    await registered({ partyId: parties[1]?.id, accountNumber: number });
    const written = `${number.slice(0, 3)} ${number.slice(3, 6)}-${number.slice(6)}`;
    const found = (await find('004', written)).body as Json[];
    expect(found.map((row) => row.partyId as string).sort()).toEqual(parties.map(({ id }) => id).sort());
    const near = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
    expect([(await find('088', number)).body, (await find('004', near)).body]).toEqual([[], []]);
  });

  it('refuses at the field what is no number', async () => {
    expect(refusal(await find('004', '123-456-78'))).toEqual([400, 'bank-account.number-malformed', '/accountNumber']);
  });
});
