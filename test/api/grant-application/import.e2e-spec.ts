import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { applicant, applicationForm } from '../../support/grant-applications.js';
import { openedCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const finance = Client.as('finance');
const take = (callId: string, rows: readonly Json[], more: Json = {}, ask = {}) => finance.post(`/grant-calls/${callId}/applications/import`, { rows, ...more }, ask);

describe('receiving many applications', () => {
  const shared = openedCall({ budgetWon: '0' });
  itIsClosedTo('manager', 'importGrantApplications', (client) => client.post(`/grant-calls/${NOWHERE}/applications/import`, { rows: [applicationForm()] }));
  itFindsNothingAt((id) => take(id, [applicationForm()]));
  const rows = { first: [applicationForm()], other: [applicationForm()] };
  itWritesOncePerKey(async (ask, variation) => take((await shared).id, rows[variation], {}, ask));

  it('takes all of them, numbered as they are or next', async () => {
    const { id } = await openedCall({ budgetWon: '0' });
    const taken = await take(id, [applicationForm({ number: 'RS-2021-00000001' }), applicationForm(), applicationForm()]);
    expectStatus(taken, 201);
    expect(taken.body.numbers).toEqual(['RS-2021-00000001', 'APP-2021-001', 'APP-2021-002']);
    expect((await finance.get(`/grant-calls/${id}/applications`)).body).toHaveLength(3);
  });

  it('or none: a fault is told at its row', async () => {
    const { id } = await openedCall({ budgetWon: '0' });
    const wrong = await take(id, [applicationForm(), applicationForm({ applicants: [applicant({ governmentWon: '0' })], periodTo: '2021-01-01' })]);
    expect(refusal(wrong)).toEqual([400, 'grant-application.period-backwards', '/rows/1/periodTo', '/rows/1/applicants/0/governmentWon']);
    expect(refusal(await take(id, [applicationForm({ number: 'X' }), applicationForm({ number: 'X' })]))).toEqual([400, 'grant-application.number-taken', '/rows/1/number']);
    expectStatus(await take(id, [applicationForm()], { dryRun: true }), 201);
    expect((await finance.get(`/grant-calls/${id}/applications`)).body).toEqual([]);
  });
});
