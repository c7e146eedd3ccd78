import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { Client, type Json } from '../support/client.js';
import { decide, obligation } from '../support/funds.js';
import { callSheet, dealSheet, overviewSheet, partnerSheet } from '../support/register.js';

/** S10 of docs/domain.md: what was the ratio on 30 June 2023, as everybody knew it then, and as it is known since? */
describe('a recognition that is decided years later, for the day of the payment', () => {
  const number = `FND-2021-${randomInt(1000, 10_000)}`;
  let fundId: string;
  let pendingId: string;
  const ratio = async (query: string): Promise<readonly string[]> => {
    const { decisive, qualifyingWon, pendingWon } = await obligation(fundId, query);
    return [decisive.ratioPercent, qualifyingWon, pendingWon];
  };

  beforeAll(async () => {
    const paste = (sheet: string, text: string) => Client.as('manager').post('/imports/fund-register/paste', { sheet, text });
    await paste('조합개요', overviewSheet(number));
    await paste('조합원명부', partnerSheet(number));
    await paste('출자납입', callSheet(number));
    await paste('투자현황', dealSheet(number, [
      { number: 'INV-2021-0001', paidOn: '2021-06-15', amount: '1000000000', status: '인정', decidedOn: '2021-06-10' },
      { number: 'INV-2022-0001', paidOn: '2022-03-15', amount: '900000000', status: '보류' },
    ]));
    fundId = ((await Client.as('auditor').get('/funds')).body as Json[]).find((fund) => fund.number === number).id as string;
    pendingId = ((await Client.as('auditor').get(`/funds/${fundId}/investments`)).body as Json[]).find(({ status }) => status === 'PENDING').id as string;
  });

  it('was ten percent with nine hundred million pending before the correction', async () => {
    expect(await ratio('?asOf=2023-06-30&knownAt=2023-06-30')).toEqual(['10.00', '1000000000', '900000000']);
    expect(await ratio('?asOf=2023-06-30')).toEqual(['10.00', '1000000000', '900000000']);
  });

  it('is nineteen percent on that day since the correction, and still ten as it was known then', async () => {
    expect((await decide(pendingId, 'QUALIFIED', { effectiveOn: '2022-03-15', reason: '증빙 보완(납입일 기준 소급)' })).status).toBe(201);
    expect(await ratio('?asOf=2023-06-30')).toEqual(['19.00', '1900000000', '0']);
    expect(await ratio('?asOf=2023-06-30&knownAt=2023-06-30')).toEqual(['10.00', '1000000000', '900000000']);
  });

  it('shows the same two figures in the list of funds, of deals and in the ledger', async () => {
    const read = async (path: string, known: string): Promise<Json> => (await Client.as('auditor').get(`${path}asOf=2023-06-30${known}`)).body;
    for (const [known, percent, status, headroom] of [['', '19.00', 'QUALIFIED', '4000000000'], ['&knownAt=2023-06-30', '10.00', 'PENDING', '3100000000']] as const) {
      expect((await read('/funds?', known) as Json[]).find((fund) => fund.number === number).ratioPercent).toBe(percent);
      expect((await read(`/funds/${fundId}/investments?`, known) as Json[]).find(({ id }) => id === pendingId).status).toBe(status);
      expect((await read(`/ledger/accounts?book=fund/${fundId}&`, known) as Json[]).find(({ chart }) => chart === 'fund.headroom').balance).toBe(headroom);
    }
  });
});
