import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { today } from '../../support/services.js';
import { endedStage, settle, settled, SME_FORM, TV12, TV13, worksheet, type TestStage } from '../../support/settlements.js';

describe('settling a stage', () => {
  itIsClosedTo('checker', 'decideGrantSettlement', (client) => client.post(`/grant-agreements/${NOWHERE}/settlements`, { stage: 1, noticeOn: today(), noticeWon: '0' }));
  itIsClosedTo('admin', 'getSettlementWorksheet', (client) => client.get(`/grant-agreements/${NOWHERE}/settlement-worksheet`));
  itIsClosedTo('admin', 'getGrantSettlement', (client) => client.get(`/grant-settlements/${NOWHERE}`));
  itIsClosedTo('admin', 'listGrantSettlements', (client) => client.get(`/grant-calls/${NOWHERE}/settlements`));
  itFindsNothingAt((id) => settle(id));
  itFindsNothingAt((id) => Client.as('auditor').get(`/grant-agreements/${id}/settlement-worksheet`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/grant-settlements/${id}`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/grant-calls/${id}/settlements`));

  describe('TV-12, an SME', () => {
    let stage: TestStage;
    beforeAll(async () => {
      stage = await endedStage(TV12);
    });

    it('is computed from the rows of the books, and each figure names where it comes from', async () => {
      const page = await worksheet(stage.agreement.id);
      expect(page.form.returns).toMatchObject({
        ...{ unusedWon: '6200000', disallowedWon: '3100000', cashWon: '9300000', governmentPart: { numerator: '30', denominator: '31' }, returnedWon: '9000000', inKindShortageWon: '2000000' },
        ...{ indirectProportionalWon: '0', ownUnpaidWon: '0', neverPaidWon: '0', interestWon: '325500', returnedInterestWon: '315000', totalWon: '11315000', noticeWon: '11315000', droppedWon: '0' },
      });
      const materials = (page.form.lines as Json[]).find(({ line, resource }) => line === 'D4' && resource === 'CASH') as Json;
      expect(materials).toMatchObject({ plannedWon: '58000000', subtotalWon: '58000000', usedWon: '57300000', disallowedWon: '3100000', balanceWon: '700000', usedPercent: '98.79' });
      const rows = (page.origins.expenses as Json[]).filter(({ lineId }) => lineId === materials.lineId);
      expect(rows.map(({ amountWon, disallowedWon }) => [amountWon, disallowedWon])).toEqual([['54200000', '0'], ['3100000', '3100000']]);
      expect(rows.every(({ entryIds }) => (entryIds as string[]).length === 1)).toBe(true);
      expect((page.origins.plan as Json[]).filter(({ lineId }) => lineId === materials.lineId)).toMatchObject([{ version: 1, kind: 'PLANNED', amountWon: '58000000' }]);
      expect(page.books).toEqual({ governmentPaidWon: '150000000', ownPaidWon: '5000000', payableWon: '0', cashWon: '6525500' });
      expect(page.form.disallowed).toMatchObject([{ line: 'D4', disallowedWon: '3100000', reason: '증빙과 다른 용도', clause: '연구개발비 사용 기준 제73조' }]);
    });

    it('says in a dry run what is missing, and refuses what was not read', async () => {
      const { body } = await settle(stage.agreement.id, { dryRun: true, noticeWon: '1' });
      expect((body.verdicts as Json[]).filter(({ result }) => result !== 'PASS').map(({ rule, result }) => `${rule as string} ${result as string}`)).toEqual(['settlement-report-was-received WARN', 'settlement-is-what-was-read BLOCK']);
      expect(refusal(await settle(stage.agreement.id, { noticeWon: '11315010' }))).toEqual([422, 'rule.settlement-is-what-was-read']);
      expect(refusal(await settle(stage.agreement.id, { noticeWon: undefined }))).toEqual([400, 'grant-settlement.notice-wanted', '/noticeWon']);
      expect(refusal(await settle(stage.agreement.id, { stage: 2 }))).toEqual([400, 'grant-settlement.no-such-stage', '/stage']);
      expect(refusal(await settle(stage.agreement.id, { noticeOn: '2021-01-01' }))).toEqual([400, 'grant-settlement.notice-in-the-past', '/noticeOn']);
      expect(refusal(await settle(stage.agreement.id, { retained: [{ lineId: NOWHERE, amountWon: '1' }] }))).toEqual([400, 'grant-settlement.no-such-line', '/retained/0/lineId']);
    });

    it('freezes the form with its fingerprint, once', async () => {
      const before = await worksheet(stage.agreement.id);
      const answer = await settle(stage.agreement.id);
      expectStatus(answer, 201);
      expect(answer.body).toMatchObject({ version: 1, totalWon: '11315000', noticeWon: '11315000' });
      expect(answer.body.number).toMatch(/^GS-20\d\d-\d{4}$/);
      const decided = (await Client.as('auditor').get(`/grant-settlements/${answer.body.id as string}`)).body;
      expect(decided).toMatchObject({ latest: true, objection: null, final: null, digest: before.digest, form: before.form });
      expect(refusal(await settle(stage.agreement.id))).toEqual([409, 'grant-settlement.decided-already']);
      const listed = (await Client.as('auditor').get(`/grant-calls/${stage.call.id}/settlements`)).body as Json[];
      expect(listed).toMatchObject([{ status: 'DECIDED', settlementNumber: answer.body.number as string, noticeWon: '11315000' }]);
    });
  });

  it('TV-13, a university that hardly began: indirect cost goes back in proportion', async () => {
    const { agreement } = await endedStage(TV13);
    expect((await worksheet(agreement.id)).form.returns).toMatchObject({ cashWon: '60000000', returnedWon: '60000000', indirectProportionalWon: '10000000', interestWon: '88321', totalWon: '70088321', noticeWon: '70088320', droppedWon: '1' });
  });

  it('asks back nothing that was never paid, and own cash that never came', async () => {
    const { agreement } = await endedStage({ ...TV12, paidWon: '146000000', ownWon: '2000000' });
    expect((await worksheet(agreement.id)).form.returns).toMatchObject({ returnedWon: '9000000', neverPaidWon: '4000000', ownUnpaidWon: '3000000', totalWon: '10315000' });
  });

  it('leaves with the institution what a special rule leaves', async () => {
    const { agreement } = await endedStage(TV12);
    const retained = [{ lineId: agreement.lineOf('D8'), amountWon: '1400000' }];
    const { body } = await settle(agreement.id, { retained, noticeWon: undefined, dryRun: true });
    // 1,400,000 × 30/31 less: 11,315,000 − 1,354,838.7…
    expect(body).toMatchObject({ totalWon: '9960161', noticeWon: '9960160' });
  });

  it('waits for the end of the stage', async () => {
    const { agreement } = await endedStage({ form: { ...SME_FORM, periodTo: `${today().slice(0, 4)}-12-31` }, paidWon: '0', spent: [] });
    expect(refusal(await settle(agreement.id))).toEqual([422, 'rule.stage-is-over']);
  });

  describe('twice', () => {
    let stage: TestStage;
    beforeAll(async () => {
      stage = await endedStage(TV13);
    });
    itWritesOncePerKey((ask, variation) => settle(stage.agreement.id, variation === 'first' ? { noticeWon: '70088320' } : { noticeWon: '1' }, ask));
  });

  it('at the same moment is decided once', async () => {
    const { agreement } = await endedStage(TV13);
    const answers = await Promise.all([1, 2, 3].map(() => settle(agreement.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await settled(agreement.id).catch(() => 'refused')).toBe('refused');
  });
});
