import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { decide, formFund, pendingDeal } from '../../support/funds.js';
import { itIsClosedTo } from '../../support/routes.js';

describe('the accounts of a book', () => {
  let book: string;
  const balances = async (query = ''): Promise<Record<string, string>> => {
    const accounts = (await Client.as('auditor').get(`/ledger/accounts?book=${book}${query}`)).body as Json[];
    return Object.fromEntries(accounts.filter(({ chart }) => ['fund.cash', 'fund.headroom', 'fund.deal-capacity'].includes(chart)).map(({ chart, balance }) => [chart, balance as string]));
  };

  beforeAll(async () => {
    const { id } = await formFund(Client.as('manager'));
    book = `fund/${id}`;
    await decide(await pendingDeal(id, '1000000000'), 'QUALIFIED', { effectiveOn: '2024-08-01' });
  });

  itIsClosedTo('admin', 'listLedgerWords', (client) => client.get('/ledger/words'));
  itIsClosedTo('admin', 'listAccounts', (client) => client.get('/ledger/accounts?book=fund/x'));

  it('carry their balances and floors now', async () => {
    expect(await balances()).toEqual({ 'fund.cash': '-1000000000', 'fund.deal-capacity': '16400000000', 'fund.headroom': '7400000000' });
    const accounts = (await Client.as('auditor').get(`/ledger/accounts?book=${book}`)).body as Json[];
    expect(accounts.find(({ chart }) => chart === 'fund.headroom')).toMatchObject({ floor: '0', held: '0', unit: 'KRW', normalSide: 'C', lineCount: 3, nameKo: '비주목적 투자여력' });
    expect(accounts.find(({ chart }) => chart === 'fund.cash').floor).toBeNull();
  });

  it('carry those of a date, and nothing before anything was known', async () => {
    expect(await balances('&asOf=2024-06-02')).toEqual({ 'fund.deal-capacity': '17400000000', 'fund.headroom': '7400000000' });
    expect(await balances('&asOf=2024-06-03')).toEqual({ 'fund.cash': '-1000000000', 'fund.deal-capacity': '16400000000', 'fund.headroom': '6400000000' });
    expect(await balances('&knownAt=2024-12-31')).toEqual({});
  });

  it('of one kind come in one row where that is asked for, and add up to the same', async () => {
    const [byAccount, byChart] = await Promise.all(['', '&by=chart'].map(async (query) => (await Client.as('auditor').get(`/ledger/accounts?book=${book}${query}`)).body as Json[]));
    const sums = new Map<string, bigint>();
    for (const { chart, balance } of byAccount ?? []) sums.set(chart as string, (sums.get(chart as string) ?? 0n) + BigInt(balance as string));
    expect(byChart?.map(({ key, chart, balance }) => [key, chart, BigInt(balance as string)])).toEqual([...sums].map(([chart, sum]) => [`${book}/${chart}`, chart, sum]));
    expect(byAccount?.length).toBeGreaterThan(sums.size);
  });

  it('have names in both languages, as postings have', async () => {
    const words = (await Client.as('auditor').get('/ledger/words')).body as Json;
    expect(words.charts).toContainEqual({ code: 'fund.headroom', nameKo: '비주목적 투자여력', nameEn: 'Headroom for non-qualifying deals' });
    expect(words.postings).toContainEqual({ code: 'voucher.budget-decided', nameKo: '예산·한도 확정', nameEn: 'Budget and quotas decided' });
  });

  it('are none where there is no such book, and a book has to be named', async () => {
    expect((await Client.as('auditor').get('/ledger/accounts?book=nothing')).body).toEqual([]);
    expect(refusal(await Client.as('auditor').get('/ledger/accounts'))).toEqual([400, 'request.invalid', '/book']);
    expect(refusal(await Client.as('auditor').get(`/ledger/accounts?book=${'x'.repeat(81)}`))).toEqual([400, 'request.invalid', '/book']);
  });
});
