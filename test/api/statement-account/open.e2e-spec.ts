import { describe, expect, it } from '@jest/globals';
import { keptAccount } from '../../support/bank.js';
import { registered } from '../../support/bank-accounts.js';
import { Client } from '../../support/client.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('keeping the statements of an account', () => {
  const finance = Client.as('finance');
  const body = (bankAccountId: string, name = '운영계좌') => ({ bankAccountId, name, keptFrom: '2024-01-01' });

  itIsClosedTo('checker', 'openStatementAccount', (client) => client.post('/statement-accounts', body(NOWHERE)));
  itIsClosedTo('manager', 'listStatementAccounts', (client) => client.get('/statement-accounts'));

  it('shows the account with its number covered', async () => {
    const { accountId, number } = await keptAccount();
    const found = ((await Client.as('auditor').get('/statement-accounts')).body as { id: string; maskedNumber: string }[]).find(({ id }) => id === accountId);
    expect(found).toMatchObject({ name: '시험 운영계좌', keptFrom: '2024-01-01', lines: 0, openLines: 0, firstOn: null, maskedNumber: number.slice(-4).padStart(number.length, '*') });
  });

  it('refuses an account that nobody registered, at the field, and one that is kept already', async () => {
    const unknown = await finance.post('/statement-accounts', body(NOWHERE));
    expect([unknown.status, unknown.body.errors[0].pointer, unknown.body.errors[0].code]).toEqual([400, '/bankAccountId', 'statement-account.unknown-account']);
    const { id } = await registered({ bankCode: '011' });
    const both = [await finance.post('/statement-accounts', body(id)), await finance.post('/statement-accounts', body(id))];
    expect(both.map(({ status, body: told }) => [status, told.code])).toEqual([[201, undefined], [409, 'statement-account.open-already']]);
  });

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    once ??= (await registered({ bankCode: '011' })).id;
    return finance.post('/statement-accounts', body(once, variation), ask);
  });
});
