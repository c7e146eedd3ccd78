import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { concludedAgreement, openedCall, subsidyForm, type TestAgreement, type TestCall } from '../../support/grants.js';
import { claimedRoyalty, finishedProject, registeredAsset } from '../../support/outcomes-of-grants.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const list = async (query: string): Promise<Json> => (await Client.as('auditor').get(`/grant-deadlines?${query}`)).body;
const keysOf = (listed: Json): string[] => [...new Set((listed.deadlines as Json[]).map(({ key }) => key as string))].sort();
const fulfil = (callId: string, body: Json, ask = {}): Promise<Answer> => Client.as('finance').post(`/grant-calls/${callId}/deadlines/fulfil`, body, ask);

describe('what is due in grants', () => {
  itIsClosedTo('admin', 'listGrantDeadlines', (client) => client.get('/grant-deadlines'));
  it('knows no call that nobody has', async () => {
    expect(refusal(await Client.as('finance').get(`/grant-deadlines?callId=${NOWHERE}`))).toEqual([404, 'resource.not-found']);
  });

  let project: { call: TestCall; agreement: TestAgreement };
  let subsidy: TestCall;
  let subsidised: TestAgreement;
  beforeAll(async () => {
    project = await finishedProject();
    await registeredAsset(project.agreement.id);
    subsidy = await openedCall({ regime: 'SUBSIDY' });
    subsidised = await concludedAgreement(subsidy.id, {}, subsidyForm);
  });

  it('follows the law of the call: neither regime shows what the other asks for', async () => {
    expect(keysOf(await list(`callId=${project.call.id}&view=ALL`))).toEqual(['asset-check', 'own-cash', 'settlement-report-rnd', 'use-report']);
    expect(keysOf(await list(`callId=${subsidy.id}&view=ALL`))).toEqual(['disclosure', 'own-cash-subsidy', 'settlement-report-subsidy']);
  });

  it('tells how each day was reached: 31 December 2021 and three months, two months, one month', async () => {
    const { deadlines } = await list(`callId=${project.call.id}&view=ALL`);
    const of = (key: string): Json => (deadlines as Json[]).find((each) => each.key === key);
    expect(of('settlement-report-rnd')).toMatchObject({ from: '2021-12-31', effective: '2022-03-31', state: 'OVERDUE', clause: '국가연구개발혁신법 시행령 제26조제1항', party: expect.any(String) });
    // 31 January 2022 opened the holidays of the lunar new year.
    expect(of('use-report')).toMatchObject({ nominal: '2022-01-31', effective: '2022-02-03' });
    expect(of('use-report').steps.map(({ ko }: Json) => ko)).toEqual(expect.arrayContaining([expect.stringContaining('민법 제157조'), expect.stringContaining('제161조')]));
    expect((await list(`callId=${subsidy.id}&view=ALL`)).deadlines).toEqual(expect.arrayContaining([expect.objectContaining({ key: 'settlement-report-subsidy', effective: '2022-02-28' })]));
  });

  it('counts what is overdue, and filters by who has to act, by view and by days', async () => {
    const all = await list(`callId=${project.call.id}`);
    expect(all.overdue).toBe((all.deadlines as Json[]).filter(({ state }) => state === 'OVERDUE').length);
    expect((await list(`callId=${project.call.id}&owner=AGENCY`)).deadlines).toEqual([]);
    expect((await list(`callId=${project.call.id}&view=DONE`)).deadlines).toEqual([]);
    expect((await list(`callId=${project.call.id}&regime=SUBSIDY`)).deadlines).toEqual([]);
    expect(((await list(`callId=${project.call.id}&withinDays=0`)).deadlines as Json[]).every(({ daysLeft }) => daysLeft <= 0)).toBe(true);
    expect((await Client.as('finance').get('/grant-deadlines?view=SOMETIMES')).status).toBe(400);
  });

  it('is done once the money came: a notice that is paid is no longer due', async () => {
    const { call, claimId } = await claimedRoyalty();
    const due = async (): Promise<Json> => ((await list(`callId=${call.id}&view=ALL`)).deadlines as Json[]).find(({ key }) => key === 'royalty-payment');
    expect(await due()).toMatchObject({ effective: '2024-10-08', state: 'OVERDUE' });
    expectStatus(await Client.as('finance').post(`/outcome-claims/${claimId}/receive`, { amountWon: '5000000', valueOn: '2024-09-01' }), 201);
    expect(await due()).toMatchObject({ state: 'DONE', doneOn: '2024-09-01' });
    expect(((await list(`callId=${call.id}&view=ALL`)).deadlines as Json[]).filter(({ key }) => key === 'sales-declaration').map(({ effective, state }) => [effective, state])).toEqual(
      expect.arrayContaining([['2024-07-01', 'DONE'], ['2025-06-30', 'OVERDUE']]),
    );
  });

  describe('of which nothing else tells', () => {
    itIsClosedTo('checker', 'fulfilGrantDeadline', (client) => client.post(`/grant-calls/${NOWHERE}/deadlines/fulfil`, {}));
    const disclosure = (changes: Json = {}): Json => ({ key: 'disclosure', subjectId: subsidised.id, from: '2021-12-31', doneOn: '2022-04-01', ...changes });

    it.each<[string, Json, unknown[]]>([
      ['what the list does not have', { subjectId: NOWHERE }, [400, 'grant-deadline.unknown', '/subjectId']],
      ['a day before it began', { doneOn: '2021-12-30' }, [400, 'grant-deadline.done-out-of-time', '/doneOn']],
      ['tomorrow', { doneOn: '2099-01-01' }, [400, 'grant-deadline.done-out-of-time', '/doneOn']],
      ['a file that was never uploaded', { documentId: NOWHERE }, [400, 'document.unknown', '/documentId']],
    ])('refuses %s', async (_what, changes, expected) => {
      expect(refusal(await fulfil(subsidy.id, disclosure(changes)))).toEqual(expected);
    });

    it('is said to be done, once', async () => {
      expect((await fulfil(subsidy.id, disclosure())).body).toMatchObject({ effective: '2022-05-02', inTime: true });
      expect(refusal(await fulfil(subsidy.id, disclosure()))).toEqual([409, 'grant-deadline.done-already']);
      expect((await list(`callId=${subsidy.id}&view=DONE`)).deadlines).toMatchObject([{ key: 'disclosure', doneOn: '2022-04-01' }]);
    });

    describe('with a key', () => {
      let ids: string[];
      beforeAll(async () => {
        ids = [(await concludedAgreement(subsidy.id, {}, subsidyForm)).id, (await concludedAgreement(subsidy.id, {}, subsidyForm)).id];
      });
      itWritesOncePerKey((ask, variation) => fulfil(subsidy.id, disclosure({ subjectId: ids[variation === 'first' ? 0 : 1] }), ask));
    });
  });
});
