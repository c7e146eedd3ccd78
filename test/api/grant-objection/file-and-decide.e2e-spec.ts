import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { decidedSelection, evaluatedApplications, receivedApplication, scored, TWO_EVALUATORS } from '../../support/grant-applications.js';
import { openedCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const [finance, compliance] = [Client.as('finance'), Client.as('compliance')];
const REASON = '평가 항목이 잘못 적용되었습니다.';
const file = (applicationId: string, changes: Json = {}) => finance.post(`/grant-applications/${applicationId}/objections`, { reason: REASON, ...changes });
const decide = (objectionId: string, outcome: string, changes: Json = {}) => compliance.post(`/grant-objections/${objectionId}/decision`, { outcome, reason: '재검토 결과입니다.', ...changes });
const stateOf = async (id: string): Promise<string> => (await finance.get(`/grant-applications/${id}`)).body.state as string;

describe('an objection', () => {
  itIsClosedTo('manager', 'fileGrantObjection', (client) => client.post(`/grant-applications/${NOWHERE}/objections`, { reason: REASON }));
  itIsClosedTo('finance', 'decideGrantObjection', (client) => client.post(`/grant-objections/${NOWHERE}/decision`, { outcome: 'UPHELD', reason: REASON }));
  itIsClosedTo('admin', 'listGrantObjections', (client) => client.get(`/grant-calls/${NOWHERE}/objections`));
  itFindsNothingAt((id) => file(id));
  itFindsNothingAt((id) => decide(id, 'UPHELD'));
  itFindsNothingAt((id) => finance.get(`/grant-calls/${id}/objections`));

  it('against a selection leads to another evaluation when it is upheld, scored anew', async () => {
    const { id } = await openedCall({ ...TWO_EVALUATORS, budgetWon: '150000000' });
    const [, weak] = (await evaluatedApplications(id, ['90', '40'])) as [string, string];
    expectStatus(await decidedSelection(id, { decidedOn: '2021-03-02' }), 200);
    const filed = await file(weak, { filedOn: '2021-03-12' });
    expectStatus(filed, 201);
    expect(refusal(await file(weak, { filedOn: '2021-03-12' }))).toEqual([409, 'grant-objection.open-already']);
    const decided = await decide(filed.body.id as string, 'UPHELD', { decidedOn: '2021-03-15' });
    expectStatus(decided, 200);
    expect(decided.body.state).toBe('CHECKED');
    expect(refusal(await decide(filed.body.id as string, 'DISMISSED'))).toEqual([409, 'grant-objection.decided-already']);
    await scored(id, weak, { committee1: '85', committee2: '85' });
    expect(await stateOf(weak)).toBe('EVALUATED');
    expect((await finance.get(`/grant-calls/${id}/objections`)).body).toMatchObject([{ applicationId: weak, against: 'REJECTED', outcome: 'UPHELD', reason: REASON }]);
  });

  it('against a refusal at the checks leads back to them; dismissed, nothing changes', async () => {
    const { id } = await openedCall();
    const [one, other] = [await receivedApplication(id), await receivedApplication(id)];
    for (const each of [one, other]) expectStatus(await finance.post(`/grant-applications/${each}/reject`, { reason: '신청자격이 없습니다.' }), 200);
    const [first, second] = [await file(one), await file(other)];
    expect((await decide(first.body.id as string, 'UPHELD')).body.state).toBe('APPLIED');
    expect((await decide(second.body.id as string, 'DISMISSED')).body.state).toBe('REJECTED');
  });

  it('comes within ten days of the notice', async () => {
    const { id } = await openedCall({ ...TWO_EVALUATORS });
    const [weak] = (await evaluatedApplications(id, ['40'])) as [string];
    expectStatus(await decidedSelection(id, { decidedOn: '2021-03-02' }), 200);
    const late = await file(weak, { filedOn: '2021-03-13' });
    expect([late.status, late.body.code]).toEqual([422, 'rule.objection-comes-in-time']);
    const tried = await file(weak, { filedOn: '2021-03-13', dryRun: true });
    expect([tried.status, tried.body.id, tried.body.verdicts.map(({ result }: Json) => result as string)]).toEqual([201, null, ['BLOCK']]);
    const key = `once-${crypto.randomUUID()}`;
    const body = { reason: REASON, filedOn: '2021-03-12' };
    const [first, again] = [await finance.post(`/grant-applications/${weak}/objections`, body, { key }), await finance.post(`/grant-applications/${weak}/objections`, body, { key })];
    expect([first.status, again.body]).toEqual([201, first.body]);
    expect(refusal(await decide(first.body.id as string, 'UPHELD', { decidedOn: '2021-03-11' }))).toEqual([400, 'grant-objection.wrong-day', '/decidedOn']);
  });

  it('is about something that was decided against', async () => {
    const { id } = await openedCall();
    const open = await receivedApplication(id);
    expect(refusal(await file(open))).toEqual([409, 'grant-objection.nothing-against']);
    expect(refusal(await file(open, { reason: '짧음' }))).toEqual([400, 'request.invalid', '/reason']);
  });
});
