import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { callBody, readRequest, sign } from '../../support/approvals.js';
import { Client } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { itIsClosedTo } from '../../support/routes.js';

describe('reopening a period', () => {
  const body = (book: string) => ({ book, closedThrough: '2024-01-31', reason: '감사 지적에 따른 정정' });
  itIsClosedTo('manager', 'reopenPeriod', (client) => client.post('/ledger/periods/reopen', body('fund/x')));

  it('takes two other persons, and then lets postings of that time in again', async () => {
    const { id: fundId } = await formFund(Client.as('manager'));
    const book = `fund/${fundId}`;
    const call = () => Client.as('finance').post(`/funds/${fundId}/capital-calls`, callBody('1000000'));
    expectStatus(await Client.as('compliance').post('/ledger/periods', { book, closedThrough: '2024-06-30' }), 201);
    expect((await call()).status).toBe(422);
    const waiting = await Client.as('compliance').post('/ledger/periods/reopen', body(book));
    expectStatus(waiting, 202);
    const request = { id: waiting.body.approval.id as string, contentHash: (await readRequest(waiting.body.approval.id)).contentHash as string };
    expectStatus(await sign('checker', request), 200);
    expect((await call()).status).toBe(422);
    expect((await sign('executive', request)).body.state).toBe('EXECUTED');
    expectStatus(await call(), 201);
    expectStatus(await Client.as('compliance').post('/ledger/periods', { book, closedThrough: '2024-06-30' }), 201);
    expect((await call()).status).toBe(422);
  });

  it('refuses what is open already, before anybody is asked', async () => {
    const { id: fundId } = await formFund(Client.as('manager'));
    expect(refusal(await Client.as('compliance').post('/ledger/periods/reopen', body(`fund/${fundId}`)))).toEqual([409, 'period.open-already']);
    expect(refusal(await Client.as('compliance').post('/ledger/periods/reopen', body('fund/nobody')))).toEqual([404, 'resource.not-found']);
  });
});
