import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { openedCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const compliance = Client.as('compliance');
const form = (changes: Json = {}): Json => ({ key: 'grant.score-minimum', value: '70', effectiveFrom: '2021-01-01', clause: '2021년 공고문', source: 'NOTICE', ...changes });
const decide = (id: string, changes: Json = {}, ask = {}): Promise<Answer> => compliance.post(`/grant-calls/${id}/terms`, form(changes), ask);

describe('the terms of a call', () => {
  const shared = openedCall({ budgetWon: '0' });
  itIsClosedTo('finance', 'decideGrantTerm', (client) => client.post(`/grant-calls/${NOWHERE}/terms`, form()));
  itIsClosedTo('admin', 'listGrantTerms', (client) => client.get(`/grant-calls/${NOWHERE}/terms`));
  itFindsNothingAt((id) => decide(id));
  itFindsNothingAt((id) => compliance.get(`/grant-calls/${id}/terms`));
  itWritesOncePerKey(async (ask, variation) => decide((await shared).id, { value: variation === 'first' ? '65' : '66' }, ask));

  it('are decided for one call from a day on; the others keep the default', async () => {
    const [{ id }, { id: other }] = [await openedCall({ budgetWon: '0' }), await openedCall({ budgetWon: '0' })];
    const answer = await decide(id);
    expectStatus(answer, 201);
    expect(answer.body).toEqual({ dryRun: false, before: '60', after: '70' });
    const termOf = async (callId: string): Promise<Json> => ((await compliance.get(`/grant-calls/${callId}`)).body.terms as Json[]).find(({ key }) => key === 'grant.score-minimum');
    expect(await termOf(id)).toMatchObject({ value: '70', source: 'NOTICE', ofThisCall: true, clause: '2021년 공고문' });
    expect(await termOf(other)).toMatchObject({ value: '60', source: 'ASSUMPTION', ofThisCall: false });
    expect((await compliance.get(`/grant-calls/${id}/terms`)).body).toMatchObject([{ key: 'grant.score-minimum', value: '70', actor: 'compliance' }]);
  });

  it('are tried without being decided', async () => {
    const { id } = await openedCall({ budgetWon: '0' });
    expectStatus(await decide(id, { dryRun: true }), 201);
    expect((await compliance.get(`/grant-calls/${id}/terms`)).body).toEqual([]);
  });

  it.each([
    ['grant.triad-required', 'true', 'true'],
    ['grant.project-amount-won', '2800000000', '2800000000'],
    ['grant.tiers', '기본 | 성장 | 유망', '기본 | 성장 | 유망'],
  ])('%s takes %s', async (key, value, after) => {
    const answer = await decide((await shared).id, { key, value });
    expectStatus(answer, 201);
    expect(answer.body.after).toBe(after);
  });

  it.each([
    ['a term nobody knows', { key: 'grant.colour' }, [400, 'grant-term.unknown', '/key']],
    ['a count with a comma', { value: '1,000' }, [400, 'grant-term.value', '/value']],
    ['neither yes nor no', { key: 'grant.triad-required', value: '예' }, [400, 'grant-term.value', '/value']],
    ['an item named twice', { key: 'grant.tiers', value: '기본 | 기본' }, [400, 'grant-term.value', '/value']],
  ])('refuse %s', async (_what, changes, expected) => {
    expect(refusal(await decide((await shared).id, changes))).toEqual(expected);
  });
});
