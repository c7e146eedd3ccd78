import { beforeAll, describe, expect, it } from '@jest/globals';
import { certainLine } from '../../support/bank.js';
import type { Client, Json } from '../../support/client.js';
import { openedCall } from '../../support/grants.js';
import { scopedPerson } from '../../support/scoped.js';

/** An account of the house carries the money of every book: whoever works for one programme sees and moves none of it. */
describe('somebody of one programme', () => {
  let found: Awaited<ReturnType<typeof certainLine>>;
  let maker: Client;

  beforeAll(async () => {
    found = await certainLine();
    maker = await scopedPerson('FINANCE_MAKER', [`programme/${(await openedCall({ budgetWon: '0' })).programmeId}`]);
  });

  it('sees no account and no line', async () => {
    const { accountId } = found;
    expect((await maker.get('/statement-accounts')).body).toEqual([]);
    const looks = await Promise.all(['/bank-statements', '/bank-lines', '/reconciliation/days', '/reconciliation/exceptions'].map((path) => maker.get(`${path}?accountId=${accountId}`)));
    expect(looks.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it('brings nothing in and says of no line what it is', async () => {
    const { accountId, line, item } = found;
    const writes: Json[] = [
      await maker.post(`/bank-statements/paste?accountId=${accountId}`, { text: '거래일\t입금액\n2024-03-09\t1' }),
      await maker.post('/bank-matches', { items: [item] }),
      await maker.post(`/bank-lines/${line.id}/explain`, { reasonCode: 'OFFICE', note: '사무' }),
    ];
    expect(writes.map(({ status }) => status as number)).toEqual([404, 400, 400]);
  });
});
