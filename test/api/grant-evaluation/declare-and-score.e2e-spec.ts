import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { checkedApplication, receivedApplication, TWO_EVALUATORS } from '../../support/grant-applications.js';
import { openedCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const [one, two] = [Client.as('committee1'), Client.as('committee2')];
const declare = (member: Client, callId: string, applicationId: string, changes: Json = {}) => member.post(`/grant-calls/${callId}/evaluation/declarations`, { declarations: [{ applicationId, conflicted: false, ...changes }] });
const score = (member: Client, callId: string, applicationId: string, points: string, ask = {}) => member.post(`/grant-calls/${callId}/evaluation/scores`, { scores: [{ applicationId, score: points }] }, ask);

describe('evaluating applications', () => {
  itIsClosedTo('finance', 'declareGrantEvaluation', (client) => declare(client, NOWHERE, NOWHERE));
  itIsClosedTo('finance', 'scoreGrantEvaluation', (client) => score(client, NOWHERE, NOWHERE, '80'));
  itFindsNothingAt((id) => declare(one, id, NOWHERE));
  itFindsNothingAt((id) => score(one, id, NOWHERE, '80'));

  it('takes declarations first, then scores, blind, until there are enough', async () => {
    const { id } = await openedCall(TWO_EVALUATORS);
    const application = await checkedApplication(id);
    expect(refusal(await score(one, id, application, '80'))).toEqual([400, 'evaluation.not-declared', '/scores/0/applicationId']);
    const key = `once-${crypto.randomUUID()}`;
    for (const member of [one, two]) expectStatus(await declare(member, id, application), 200);
    expect(refusal(await declare(one, id, application))).toEqual([400, 'evaluation.declared-already', '/declarations/0/applicationId']);
    const [first, again] = [await score(one, id, application, '80.25', { key }), await score(one, id, application, '80.25', { key })];
    expect([first.body, again.body]).toEqual([{ scored: 1, evaluated: 0 }, first.body]);
    expect((await score(one, id, application, '90', { key })).body.code).toBe('idempotency.key-reused');
    const seenBy = async (client: Client): Promise<unknown> => ((await client.get(`/grant-calls/${id}/applications`)).body as Json[])[0]?.meanScore;
    expect([await seenBy(two), await seenBy(one), await seenBy(Client.as('finance'))]).toEqual([null, '80.25', '80.25']);
    expect((await two.get(`/grant-applications/${application}`)).body.evaluations.map(({ score: given }: Json) => given as string | null)).toEqual([null, null]);
    expect((await score(two, id, application, '91')).body).toEqual({ scored: 1, evaluated: 1 });
    expect(((await two.get(`/grant-calls/${id}/applications`)).body as Json[])[0]).toMatchObject({ state: 'EVALUATED', meanScore: '85.625', scored: 2, ownScore: '91' });
    expect(refusal(await score(two, id, application, '92'))).toEqual([400, 'evaluation.scored-already', '/scores/0/applicationId']);
  });

  it('keeps whoever has a conflict out, with what it is', async () => {
    const { id } = await openedCall(TWO_EVALUATORS);
    const application = await checkedApplication(id);
    expect(refusal(await declare(one, id, application, { conflicted: true }))).toEqual([400, 'evaluation.conflict-unexplained', '/declarations/0/note']);
    expectStatus(await declare(one, id, application, { conflicted: true, note: '신청기관의 사외이사입니다.' }), 200);
    expect(refusal(await score(one, id, application, '80'))).toEqual([400, 'evaluation.conflicted', '/scores/0/applicationId']);
  });

  it('is open between the checks and the selection', async () => {
    const { id } = await openedCall(TWO_EVALUATORS);
    const unchecked = await receivedApplication(id);
    expect(refusal(await declare(one, id, unchecked))).toEqual([400, 'evaluation.not-screened', '/declarations/0/applicationId']);
    const application = await checkedApplication(id);
    expect(refusal(await score(one, id, application, '100.01'))).toEqual([400, 'evaluation.no-score', '/scores/0/score']);
    const { id: other } = await openedCall({ budgetWon: '0' });
    expect(refusal(await declare(one, other, application))).toEqual([400, 'grant-application.not-of-the-call', '/declarations/0/applicationId']);
  });
});
