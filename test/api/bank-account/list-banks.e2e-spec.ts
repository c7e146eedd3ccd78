import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';

describe('banks', () => {
  itIsClosedTo('admin', 'listBanks', (client) => client.get('/bank-accounts/banks'));

  it('are named once each, as they are called today', async () => {
    const banks = (await Client.as('finance').get('/bank-accounts/banks')).body as Json[];
    expect(banks).toContainEqual({ code: '031', name: { ko: 'iM뱅크', en: 'iM Bank' } });
    expect(new Set(banks.map((bank) => bank.code as string)).size).toBe(banks.length);
  });
});
