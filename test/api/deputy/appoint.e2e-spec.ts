import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { draftCall, fundWithSignedCalls, sign } from '../../support/approvals.js';
import { Client, type Json, type Person } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const day = (offset: number): string => new Date(Date.now() + 9 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
const idOf = async (login: Person): Promise<string> => (await Client.as(login).get('/session')).body.user.id as string;

describe('deputies', () => {
  let executive: string;
  let head: string;
  const appoint = (login: Person, body: Json, ask = {}) => Client.as(login).post('/deputies', { deputyId: executive, fromOn: day(0), toOn: day(3), reason: '국외 출장', ...body }, ask);

  beforeAll(async () => {
    [executive, head] = [await idOf('executive'), await idOf('head')];
  });

  itIsClosedTo('auditor', 'appointDeputy', (client) => client.post('/deputies', { deputyId: NOWHERE, fromOn: day(0), toOn: day(1), reason: '국외 출장' }));
  itIsClosedTo('auditor', 'listPossibleDeputies', (client) => client.get('/deputies/candidates'));
  itWritesOncePerKey((ask, variation) => appoint('director', { reason: variation === 'first' ? '휴가' : '교육' }, ask));
  itFindsNothingAt((id) => Client.as('head').post(`/deputies/${id}/end`, undefined));

  it('are colleagues of the same role', async () => {
    const candidates = (await Client.as('head').get('/deputies/candidates')).body as { login: string }[];
    expect(candidates.map(({ login }) => login)).toEqual(expect.arrayContaining(['director', 'executive']));
    expect(candidates.map(({ login }) => login)).not.toContain('checker');
    expect(refusal(await appoint('head', { deputyId: head }))).toEqual([400, 'deputy.not-possible', '/deputyId']);
    expect((await appoint('head', { deputyId: await idOf('checker') })).body.errors[0]).toMatchObject({ pointer: '/deputyId', code: 'deputy.not-possible' });
    expect((await appoint('head', { fromOn: day(-1) })).body.errors[0]).toMatchObject({ pointer: '/fromOn', code: 'deputy.in-the-past' });
    expect((await appoint('head', { fromOn: day(2), toOn: day(1) })).body.errors[0]).toMatchObject({ pointer: '/toOn', code: 'deputy.ends-before-it-starts' });
  });

  it('sign in the place of who is away, borrow the rank, inherit the conflicts, until it is over', async () => {
    const fundId = await fundWithSignedCalls([
      { kind: 'REVIEW', role: 'APPROVER', minRank: 'EXECUTIVE' },
      { kind: 'APPROVE', role: 'APPROVER', minRank: 'HEAD' },
    ]);
    const [one, two, three] = [await draftCall(fundId, '1000000'), await draftCall(fundId, '2000000'), await draftCall(fundId, '3000000')];
    const director = await idOf('director');
    for (const request of [one, two, three]) expectStatus(await sign('executive', request), 200);
    expect(refusal(await sign('director', one, { forId: head }))).toEqual([403, 'approval.not-a-deputy']);
    const appointed = await appoint('head', { deputyId: director });
    expectStatus(appointed, 201);
    expect(refusal(await sign('director', one))).toEqual([403, 'approval.not-for-you']);
    const signed = await sign('director', one, { forId: head });
    expect(signed.body.state).toBe('EXECUTED');
    // Whoever has signed cannot sign once more in another's name, nor can another sign in theirs.
    expectStatus(await appoint('executive', { deputyId: director }), 201);
    expect(refusal(await sign('director', two, { forId: executive }))).toEqual([403, 'approval.not-for-you']);
    const mine = ((await Client.as('head').get('/deputies')).body as { id: string; own: boolean; endedOn: string | null }[]).filter(({ own, endedOn }) => own && endedOn === null);
    expect(mine.map(({ id }) => id)).toContain(appointed.body.id);
    expect(refusal(await Client.as('executive').post(`/deputies/${appointed.body.id as string}/end`, undefined))).toEqual([403, 'deputy.not-yours']);
    for (const { id } of mine) expectStatus(await Client.as('head').post(`/deputies/${id}/end`, undefined), 200);
    expect(refusal(await Client.as('head').post(`/deputies/${appointed.body.id as string}/end`, undefined))).toEqual([409, 'deputy.ended-already']);
    expect(refusal(await sign('director', three, { forId: head }))).toEqual([403, 'approval.not-a-deputy']);
  });
});
