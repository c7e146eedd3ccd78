import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../../support/client.js';
import { decide, formFund, pendingDeal } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('an investment', () => {
  let id: string;
  const read = () => Client.as('auditor').get(`/investments/${id}`);
  beforeAll(async () => {
    id = await pendingDeal((await formFund(Client.as('manager'))).id, '1000000000');
  });

  itIsClosedTo('admin', 'getInvestment', (client) => client.get(`/investments/${NOWHERE}`));
  itFindsNothingAt((unknown) => Client.as('auditor').get(`/investments/${unknown}`));

  it('shows its evidence against what its route demands, and who recorded it', async () => {
    const { body } = await read();
    expect(body).toMatchObject({ amountWon: '1000000000', outstandingCostWon: '1000000000', status: 'PENDING', route: 'LAB_COMPANY', recordedBy: '김바람', voided: false, exits: [], classifications: [] });
    expect(body.requirements).toEqual([
      { kind: '연구소기업 등록증', present: true },
      { kind: '주주명부', present: true },
    ]);
    expect(body.evidence).toHaveLength(2);
  });

  it('carries an ETag that stays while nothing happens and changes with every decision', async () => {
    const [first, again] = [await read(), await read()];
    expect(first.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    await decide(id, 'NOT_QUALIFIED');
    const decided = await read();
    expect(decided.headers.get('etag')).not.toBe(first.headers.get('etag'));
    expect(decided.body.classifications).toEqual([expect.objectContaining({ decision: 'NOT_QUALIFIED', decidedBy: '정다온', effectiveOn: '2024-06-03', reason: '증빙 확인' })]);
  });
});
