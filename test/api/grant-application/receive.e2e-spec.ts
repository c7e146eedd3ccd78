import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { applicant, applicationForm, receivedApplication } from '../../support/grant-applications.js';
import { openedCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const finance = Client.as('finance');
const receive = (callId: string, changes: Json = {}, ask = {}) => finance.post(`/grant-calls/${callId}/applications`, applicationForm(changes), ask);

describe('receiving an application', () => {
  const shared = openedCall({ budgetWon: '0' });
  itIsClosedTo('checker', 'receiveGrantApplication', (client) => client.post(`/grant-calls/${NOWHERE}/applications`, applicationForm()));
  itIsClosedTo('admin', 'listGrantApplications', (client) => client.get(`/grant-calls/${NOWHERE}/applications`));
  itIsClosedTo('admin', 'getGrantApplication', (client) => client.get(`/grant-applications/${NOWHERE}`));
  itFindsNothingAt((id) => receive(id));
  itFindsNothingAt((id) => finance.get(`/grant-calls/${id}/applications`));
  itFindsNothingAt((id) => finance.get(`/grant-applications/${id}`));
  const bodies = { first: applicationForm(), other: applicationForm() };
  itWritesOncePerKey(async (ask, variation) => finance.post(`/grant-calls/${(await shared).id}/applications`, bodies[variation], ask));

  it('numbers them, whatever the check will say, and shows who asks for what', async () => {
    const { id } = await openedCall({ budgetWon: '0' });
    const joint = applicant({ role: 'JOINT', institution: 'NON_PROFIT', governmentWon: '50000000', ownCashWon: '0', ownInKindWon: '0' });
    const answers = [await receive(id, { applicants: [applicant(), joint] }), await receive(id)];
    answers.forEach((answer) => expectStatus(answer, 201));
    expect(answers.map(({ body }) => body.number as string)).toEqual(['APP-2021-001', 'APP-2021-002']);
    expect((answers[0]?.body.verdicts as Json[]).filter(({ result }) => result === 'BLOCK').map(({ rule }) => rule as string)).toEqual(['taxes-are-paid', 'taxes-are-paid']);
    const [first] = (await finance.get(`/grant-calls/${id}/applications`)).body as Json[];
    expect(first).toMatchObject({ number: 'APP-2021-001', institutions: 2, requestedWon: '200000000', state: 'APPLIED', scored: 0, rank: null, agreeBy: null });
    const one = (await Client.as('auditor').get(`/grant-applications/${answers[0]?.body.applicationId as string}`)).body;
    expect(one.applicants).toMatchObject([{ role: 'LEAD', institution: 'SME', governmentWon: '150000000' }, { role: 'JOINT', institution: 'NON_PROFIT', governmentWon: '50000000' }]);
  });

  it('is tried without being received', async () => {
    const { id } = await openedCall({ budgetWon: '0' });
    const tried = await receive(id, { dryRun: true });
    expect([tried.status, tried.body.applicationId, tried.body.dryRun]).toEqual([201, null, true]);
    expect((await finance.get(`/grant-calls/${id}/applications`)).body).toEqual([]);
  });

  it.each([
    ['nobody who leads', { applicants: [applicant({ role: 'JOINT' })] }, [400, 'grant-application.one-lead', '/applicants']],
    ['two who lead', { applicants: [applicant(), applicant()] }, [400, 'grant-application.one-lead', '/applicants']],
    ['a lead that asks for nothing', { applicants: [applicant({ governmentWon: '0' })] }, [400, 'grant-application.asks-nothing', '/applicants/0/governmentWon']],
    ['a wrong business number', { applicants: [applicant({ organisation: { name: '(주)틀림', businessNumber: '123-45-67890' } })] }, [400, 'BRN_CHECKSUM', '/applicants/0/organisation/businessNumber']],
    ['a wrong researcher number', { applicants: [applicant({ investigatorNumber: '12' })] }, [400, 'RESEARCHER_NUMBER_FORMAT', '/applicants/0/investigatorNumber']],
    ['a receipt of tomorrow', { receivedOn: '2099-01-01' }, [400, 'grant-application.not-received-yet', '/receivedOn']],
    ['a project that ends before it begins', { periodTo: '2021-03-31' }, [400, 'grant-application.period-backwards', '/periodTo']],
    ['no institution', { applicants: [] }, [400, 'request.invalid', '/applicants']],
  ])('refuses %s', async (_what, changes, expected) => {
    expect(refusal(await receive((await shared).id, changes))).toEqual(expected);
  });

  it('refuses an institution named twice and a number that is taken', async () => {
    const { id } = await openedCall({ budgetWon: '0' });
    const one = applicant();
    expect(refusal(await receive(id, { applicants: [one, { ...one, role: 'JOINT' }] }))).toEqual([400, 'grant-application.institution-twice', '/applicants/1/organisation']);
    await receivedApplication(id, { number: 'IRIS-7' });
    expect(refusal(await receive(id, { number: 'IRIS-7' }))).toEqual([400, 'grant-application.number-taken', '/number']);
  });
});
