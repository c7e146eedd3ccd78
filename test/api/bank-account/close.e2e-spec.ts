import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { newParty, registered } from '../../support/bank-accounts.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const end = { closedOn: '2024-12-31', reason: '계좌 변경' };

describe('ending the use of a bank account', () => {
  const finance = Client.as('finance');
  let partyId: string;

  beforeAll(async () => {
    partyId = (await newParty()).id;
  });

  itIsClosedTo('checker', 'closeBankAccount', (client) => client.post(`/bank-accounts/${NOWHERE}/close`, end));
  itFindsNothingAt((id) => finance.post(`/bank-accounts/${id}/close`, end));

  it('keeps the account on the list with its last day, once', async () => {
    const { id } = await registered({ partyId });
    const key = `close-${crypto.randomUUID()}`;
    const first = await finance.post(`/bank-accounts/${id}/close`, end, { key });
    expectStatus(first, 200);
    expect((await finance.post(`/bank-accounts/${id}/close`, end, { key })).body).toEqual(first.body);
    expect(refusal(await finance.post(`/bank-accounts/${id}/close`, { ...end, closedOn: '2025-01-31' }))).toEqual([409, 'bank-account.closed']);
    const row = ((await finance.get(`/bank-accounts?partyId=${partyId}`)).body as Json[]).find((each) => each.id === id);
    expect(row?.closedOn).toBe('2024-12-31');
  });

  it('does not end before it began, and asks why', async () => {
    const { id } = await registered({ partyId });
    expect(refusal(await finance.post(`/bank-accounts/${id}/close`, { ...end, closedOn: '2024-06-02' }))).toEqual([400, 'bank-account.closed-before-opening', '/closedOn']);
    expect(refusal(await finance.post(`/bank-accounts/${id}/close`, { closedOn: '2024-12-31' }))).toEqual([400, 'request.invalid', '/reason']);
    expectStatus(await finance.post(`/bank-accounts/${id}/close`, { ...end, closedOn: '2024-06-03' }), 200);
  });
});
