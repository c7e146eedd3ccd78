import { describe, expect, it } from '@jest/globals';
import { certainLine, confirmItems, linesIn2024 } from '../../support/bank.js';
import { Client } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('undoing a match', () => {
  const checker = Client.as('checker');
  const reason = '다른 납입의 거래';

  itIsClosedTo('manager', 'undoBankMatch', (client) => client.post(`/bank-matches/${NOWHERE}/undo`, { reason }));
  itFindsNothingAt((id) => checker.post(`/bank-matches/${id}/undo`, { reason }));

  it('opens line and record again, once', async () => {
    const { accountId, item } = await certainLine();
    const { id } = (await confirmItems([item])).body.matches[0] as { id: string };
    const both = [await checker.post(`/bank-matches/${id}/undo`, { reason }), await checker.post(`/bank-matches/${id}/undo`, { reason })];
    expect(both.map(({ status, body }) => [status, body.code])).toEqual([[200, undefined], [409, 'bank-match.undone']]);
    expect((await linesIn2024(accountId))[0]).toMatchObject({ state: 'OPEN', matches: [], candidates: [{ certainty: 'CERTAIN' }] });
    expect((await confirmItems([item])).status).toBe(201);
  });

  let made: Promise<string> | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    made ??= certainLine().then(async ({ item }) => (await confirmItems([item])).body.matches[0].id as string);
    return checker.post(`/bank-matches/${await made}/undo`, { reason: `${reason} ${variation}` }, ask);
  });
});
