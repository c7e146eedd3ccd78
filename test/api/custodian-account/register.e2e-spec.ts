import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const account = (changes: Json = {}): Json => ({ bankCode: '088', accountNumber: '100-200-300400', holder: '시험조합', effectiveFrom: '2024-02-01', ...changes });

describe('the custodian’s account', () => {
  const finance = Client.as('finance');
  let fundId: string;
  const register = (changes: Json = {}, ask = {}) => finance.post(`/funds/${fundId}/custodian-accounts`, account(changes), ask);
  const list = async (query = ''): Promise<Json[]> => (await Client.as('auditor').get(`/funds/${fundId}/custodian-accounts${query}`)).body as Json[];

  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
  });

  itIsClosedTo('manager', 'registerCustodianAccount', (client) => client.post(`/funds/${NOWHERE}/custodian-accounts`, account()));
  itIsClosedTo('admin', 'listCustodianAccounts', (client) => client.get(`/funds/${NOWHERE}/custodian-accounts`));
  itFindsNothingAt((id) => finance.post(`/funds/${id}/custodian-accounts`, account()));
  itFindsNothingAt((id) => finance.get(`/funds/${id}/custodian-accounts`));
  itWritesOncePerKey((ask, variation) => register(variation === 'first' ? { effectiveFrom: '2024-01-15' } : { effectiveFrom: '2024-01-16' }, ask));

  it('is kept as digits, the latest first, as known at a time', async () => {
    const before = new Date().toISOString();
    expectStatus(await register({ accountNumber: '１１０ 222 333444', effectiveFrom: '2025-01-02' }), 201);
    expect((await list())[0]).toMatchObject({ bank: { ko: '신한은행' }, accountNumber: '110222333444', effectiveFrom: '2025-01-02' });
    expect((await list(`?knownAt=${encodeURIComponent(before)}`)).map(({ effectiveFrom }) => effectiveFrom)).not.toContain('2025-01-02');
  });

  it.each([
    ['with too few digits', { accountNumber: '123' }, 'custodian-account.number', '/accountNumber'],
    ['that is masked', { accountNumber: '********1234' }, 'custodian-account.number', '/accountNumber'],
    ['of no bank', { bankCode: '999' }, 'request.invalid', '/bankCode'],
    ['before the founding', { effectiveFrom: '2024-01-14' }, 'custodian-account.outside-fund-life', '/effectiveFrom'],
  ])('refuses one %s', async (_what, changes, code, pointer) => {
    expect(refusal(await register(changes))).toEqual([400, code, pointer]);
  });
});
