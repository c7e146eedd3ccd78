import { beforeAll, describe, expect, it } from '@jest/globals';
import { logAccess, somebody, userId } from '../../support/access-entries.js';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';

const night = (month: string, count: number): { accessedAt: string }[] => Array.from({ length: count }, (_, index) => ({ accessedAt: `${month}-10T23:${String(index).padStart(2, '0')}:00+09:00` }));
const review = (month: string, changes: Json = {}): Json => ({ month, findings: [], note: '기준을 넘은 접근의 사유를 확인함', ...changes });

describe('completing the review of a month', () => {
  const compliance = Client.as('compliance');
  let second: Client;

  beforeAll(async () => {
    second = await Client.signIn('compliance2');
  });

  itIsClosedTo('auditor', 'completeAccessReview', (client) => client.post('/access-reviews', review('2014-01')));
  itIsClosedTo('admin', 'completeAccessReview', (client) => client.post('/access-reviews', review('2014-01')));

  it('is done once a month, with the same key the same', async () => {
    await logAccess(somebody(), night('2014-02', 1));
    const key = `review-${crypto.randomUUID()}`;
    const first = await compliance.post('/access-reviews', review('2014-02'), { key });
    expectStatus(first, 201);
    expect((await compliance.post('/access-reviews', review('2014-02'), { key })).body).toEqual(first.body);
    expect(refusal(await second.post('/access-reviews', review('2014-02')))).toEqual([409, 'access-review.already-complete']);
  });

  it('has a word on everybody who is over a limit', async () => {
    const [flagged, quiet] = [somebody(), somebody()];
    await logAccess(flagged, night('2014-03', 6));
    await logAccess(quiet, night('2014-03', 2));
    const missing = await compliance.post('/access-reviews', review('2014-03', { findings: [{ userId: quiet.id, conclusion: 'JUSTIFIED', note: '야간 마감' }] }));
    expect([refusal(missing), missing.body.text.ko.includes(flagged.login)]).toEqual([[400, 'access-review.finding-missing', '/findings'], true]);
    expectStatus(await compliance.post('/access-reviews', review('2014-03', { findings: [{ userId: flagged.id, conclusion: 'FOLLOW_UP', note: '소속 부서에 소명 요청' }] })), 201);
  });

  it('is not done by whoever is over a limit, but by somebody else', async () => {
    const id = await userId('compliance');
    await logAccess({ id, login: 'compliance' }, night('2014-04', 6));
    const findings = [{ userId: id, conclusion: 'JUSTIFIED', note: '감사 대응 야간 근무 확인' }];
    expect(refusal(await compliance.post('/access-reviews', review('2014-04', { findings })))).toEqual([422, 'rule.reviewer-is-not-reviewed']);
    expectStatus(await second.post('/access-reviews', review('2014-04', { findings })), 201);
  });

  it('waits until the month is over', async () => {
    const month = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7);
    expect(refusal(await compliance.post('/access-reviews', review(month)))).toEqual([400, 'access-review.month-not-over', '/month']);
  });

  it.each<[string, Json, readonly unknown[]]>([
    ['a month that is none', { month: '2014-13' }, [400, 'request.invalid', '/month']],
    ['no note', { note: '' }, [400, 'request.invalid', '/note']],
    ['a conclusion that does not exist', { findings: [{ userId: crypto.randomUUID(), conclusion: 'FINE', note: '확인' }] }, [400, 'request.invalid', '/findings/0/conclusion']],
  ])('refuses %s', async (_, changes, expected) => {
    expect(refusal(await compliance.post('/access-reviews', review('2014-05', changes)))).toEqual(expected);
  });
});
