import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { agreementForm, openedCall } from '../../support/grants.js';
import { decidedSelection, evaluatedApplications, receivedApplication, TWO_EVALUATORS } from '../../support/grant-applications.js';

const finance = Client.as('finance');

describe('an agreement that follows from an application', () => {
  it('is concluded once it was selected, and once only', async () => {
    const { id: callId } = await openedCall(TWO_EVALUATORS);
    const [applicationId = ''] = await evaluatedApplications(callId, ['90']);
    const conclude = (id: string, changes: Json = {}) => finance.post(`/grant-calls/${callId}/agreements`, agreementForm({ applicationId: id, ...changes }));
    expect((await conclude(applicationId)).body.code).toBe('grant-application.not-in-this-state');
    expectStatus(await decidedSelection(callId), 200);
    const concluded = await conclude(applicationId);
    expectStatus(concluded, 201);
    expect((await finance.get(`/grant-applications/${applicationId}`)).body.state).toBe('AGREED');
    const again = await conclude(applicationId);
    expect([again.status, again.body.code]).toEqual([409, 'grant-agreement.agreed-already']);
    const unchecked = await receivedApplication(callId);
    expect((await conclude(unchecked)).status).toBe(409);
  });
});
