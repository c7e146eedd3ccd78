import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { receivedApplication } from '../../support/grant-applications.js';
import { openedCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const finance = Client.as('finance');

describe('answers about applicants', () => {
  const opened = (async () => {
    const id = await receivedApplication((await openedCall({ budgetWon: '0' })).id);
    const { applicants } = (await finance.get(`/grant-applications/${id}`)).body as { applicants: { partyId: string }[] };
    return { id, partyId: applicants[0]?.partyId ?? '' };
  })();
  const answer = async (changes: Json = {}, ask = {}) => {
    const { id, partyId } = await opened;
    return finance.post(`/grant-applications/${id}/answers`, { answers: [{ partyId, kind: 'TAX_ARREARS', result: 'CLEAR', source: '국세청', ...changes }] }, ask);
  };
  const body = { answers: [{ partyId: NOWHERE, kind: 'TAX_ARREARS', result: 'CLEAR', source: '국세청' }] };
  itIsClosedTo('checker', 'answerGrantApplication', (client) => client.post(`/grant-applications/${NOWHERE}/answers`, body));
  itFindsNothingAt((id) => finance.post(`/grant-applications/${id}/answers`, body));
  itWritesOncePerKey((ask, variation) => answer({ note: variation }, ask));

  it('are recorded, each with its source', async () => {
    const recorded = await answer({ note: '조회번호 17' });
    expectStatus(recorded, 201);
    expect(recorded.body).toMatchObject({ recorded: 1 });
  });

  it.each([
    ['about somebody else', { partyId: NOWHERE }, [400, 'grant-application.no-applicant', '/answers/0/partyId']],
    ['of tomorrow', { askedOn: '2099-01-01' }, [400, 'grant-application.answer-in-future', '/answers/0/askedOn']],
    ['about projects without a count', { kind: 'PARTICIPATION' }, [400, 'grant-application.projects-uncounted', '/answers/0/projects']],
    ['with more led than there are', { kind: 'PARTICIPATION', projects: 1, projectsLed: 2 }, [400, 'grant-application.projects-uncounted', '/answers/0/projects']],
    ['without a source', { source: undefined }, [400, 'request.invalid', '/answers/0/source']],
  ])('are refused %s', async (_what, changes, expected) => {
    expect(refusal(await answer(changes))).toEqual(expected);
  });
});
