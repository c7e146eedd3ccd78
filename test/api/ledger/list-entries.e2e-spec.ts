import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { formFund, recordDeal } from '../../support/funds.js';
import { itIsClosedTo } from '../../support/routes.js';

describe('the entries of a book', () => {
  let book: string;
  let dealId: string;
  const entries = async (query = ''): Promise<Json[]> => (await Client.as('checker').get(`/ledger/entries?book=${book}${query}`)).body as Json[];

  beforeAll(async () => {
    const { id } = await formFund(Client.as('manager'));
    book = `fund/${id}`;
    dealId = (await recordDeal(Client.as('manager'), id, '1000000000')).body.id as string;
    await recordDeal(Client.as('manager'), id, '200000000', { paidOn: '2024-09-02' });
  });

  itIsClosedTo('admin', 'listEntries', (client) => client.get('/ledger/entries?book=fund/x'));

  it('tell who did what by which command, with lines that balance', async () => {
    const [entry] = await entries(`&subject=${dealId}`);
    expect(entry).toMatchObject({ posting: 'fund.investment-paid', postingKo: '투자금 납입', effectiveOn: '2024-06-03', command: 'investment.record', actor: 'manager', actorName: '김바람', subjectKind: 'investment', reverses: null, reversedBy: null });
    const sum = (side: string) => (entry.lines as Json[]).filter((line) => line.side === side).reduce((total, line) => total + BigInt(line.amountWon), 0n);
    expect([entry.lines.length, sum('D'), sum('C')]).toEqual([6, 3_000_000_000n, 3_000_000_000n]);
  });

  it('can be narrowed to an account, a chart, an object and a date, and turned page by page', async () => {
    expect((await entries()).map(({ posting }) => posting as string)).toEqual(['fund.investment-paid', 'fund.investment-paid', 'fund.limits-granted', 'fund.commitment-signed', 'fund.commitment-signed', 'fund.commitment-signed']);
    expect(await entries('&chart=fund.cash')).toHaveLength(2);
    expect(await entries(`&account=${book}/fund.headroom`)).toHaveLength(3);
    expect(await entries('&asOf=2024-06-30')).toHaveLength(5);
    const [first, ...rest] = await entries('&limit=3');
    expect([rest.length, (await entries(`&before=${first.id}&limit=200`)).length]).toEqual([2, 5]);
  });

  it.each([
    ['before=abc', '/before'],
    ['before=-1', '/before'],
    ['before=99999999999999999999', '/before'],
    ['subject=abc', '/subject'],
    ['limit=0', '/limit'],
    ['limit=1e2', '/limit'],
    ['asOf=2023-02-30', '/asOf'],
  ])('refuse %s', async (query, pointer) => {
    expect(refusal(await Client.as('checker').get(`/ledger/entries?book=${book}&${query}`))).toEqual([400, 'request.invalid', pointer]);
  });
});
