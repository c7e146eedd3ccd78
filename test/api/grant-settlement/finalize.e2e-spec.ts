import { beforeAll, describe, expect, it } from '@jest/globals';
import { readEmbeddedFiles } from '#libs/pdf';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { expenseRow, record, recordedExpense, review, rulesOf } from '../../support/expenses.js';
import { untiedGrants } from '../../support/grant-ties.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { today } from '../../support/services.js';
import { demanded, endedStage, ENDED, finalize, recoveryPage, settled, settle, spent, SME_FORM, TV12, TWO_STAGES, worksheet, type TestStage } from '../../support/settlements.js';
import { balanceOf } from '../../support/sql.js';

const object = (id: string, changes: Json = {}) => Client.as('finance').post(`/grant-settlements/${id}/object`, { objectedOn: today(), grounds: '불인정 사유에 이의가 있음', ...changes });
const answer = (id: string, changes: Json = {}, ask = {}) => Client.as('finance').post(`/grant-settlements/${id}/answer`, { outcome: 'REJECTED', reason: '증빙이 부족함', ...changes }, ask);

describe('making a settlement final', () => {
  itIsClosedTo('checker', 'finalizeGrantSettlement', (client) => client.post(`/grant-settlements/${NOWHERE}/finalize`, { noticeOn: today() }));
  itIsClosedTo('checker', 'objectGrantSettlement', (client) => client.post(`/grant-settlements/${NOWHERE}/object`, { objectedOn: today(), grounds: '이의신청' }));
  itIsClosedTo('checker', 'answerGrantSettlement', (client) => client.post(`/grant-settlements/${NOWHERE}/answer`, { outcome: 'REJECTED', reason: '증빙이 부족함' }));
  itFindsNothingAt((id) => finalize(id));
  itFindsNothingAt((id) => object(id));
  itFindsNothingAt((id) => answer(id));

  describe('TV-12', () => {
    let stage: TestStage;
    let id: string;
    beforeAll(async () => {
      stage = await endedStage(TV12);
      id = await settled(stage.agreement.id);
    });

    it('waits for the term of objection unless the institution agreed', async () => {
      expect(refusal(await finalize(id, { acceptedOn: undefined }))).toEqual([422, 'rule.settlement-may-be-final']);
      expect(refusal(await finalize(id, { acceptedOn: '2021-01-01' }))).toEqual([400, 'grant-settlement.not-accepted-then', '/acceptedOn']);
      expect(refusal(await finalize(id, { dueOn: today() }))).toEqual([422, 'rule.due-date-leaves-the-term']);
      expect(refusal(await finalize(id, { instalments: 13 }))).toEqual([400, 'recovery.instalments-out-of-range', '/instalments']);
    });

    it('rests on what the books say now', async () => {
      const [late] = await spent(stage.call.id, stage.agreement.id, [['D8', '1000']]);
      expect(refusal(await finalize(id))).toEqual([422, 'rule.settlement-rests-on-present-facts']);
      expectStatus(await Client.as('finance').post(`/grant-expenses/${late ?? ''}/void`, { reason: '잘못 기록함' }), 200);
    });

    it('closes the lines, demands what goes back and posts it', async () => {
      const preview = await finalize(id, { dryRun: true, instalments: 3 });
      expect(preview.body).toMatchObject({ dryRun: true, recovery: { id: null, demandedWon: '11315000' } });
      expect((preview.body.entries as Json[]).map(({ posting }) => posting as string)).toEqual(['grant.lines-closed', 'grant.recovery-demanded']);
      const done = await finalize(id, { instalments: 3 });
      expectStatus(done, 201);
      const recoveryId = (done.body.recovery as Json).id as string;
      const page = await recoveryPage(recoveryId);
      expect(page).toMatchObject({ kind: 'SETTLEMENT', status: 'OPEN', principalWon: '11000000', interestWon: '315000', demandedWon: '11315000', openWon: '11315000' });
      expect((page.plan as Json[]).map(({ amountWon }) => amountWon as string)).toEqual(['3771670', '3771670', '3771660']);
      const account = (chart: string, part?: string) => balanceOf(stage.call.account(chart, part));
      expect([await account('grant.recovery-receivable', recoveryId), await account('grant.recovered-principal'), await account('grant.recovered-interest'), await account('grant.line', stage.agreement.lineOf('D1'))]).toEqual([11_315_000n, 11_000_000n, 315_000n, 0n]);
      expect(refusal(await finalize(id))).toEqual([409, 'grant-settlement.final']);
      expect(refusal(await object(id))).toEqual([409, 'grant-settlement.final']);
    });

    it('takes no more expenses on its lines', async () => {
      const { body } = await record(stage.call.id, [expenseRow(stage.agreement.id, { spentOn: ENDED, supplyWon: '1000', vatWon: '0' })]);
      expect([body.code, body.recorded ?? []]).toEqual(['rule.stage-is-not-final', []]);
    });

    it('goes out as the same notice every time, with the form inside', async () => {
      const { final } = (await Client.as('auditor').get(`/grant-settlements/${id}`)).body as { final: { recoveryId: string } };
      const [first, second] = [await Client.as('auditor').get(`/grant-recoveries/${final.recoveryId}/notice`), await Client.as('checker').get(`/grant-recoveries/${final.recoveryId}/notice`)];
      expect([first.status, first.headers.get('content-type'), first.bytes.equals(second.bytes)]).toEqual([200, 'application/pdf', true]);
      const [file] = readEmbeddedFiles(first.bytes).files;
      expect(JSON.parse(Buffer.from(file?.bytes ?? []).toString())).toMatchObject({ demandedWon: '11315000', settlement: { returns: { totalWon: '11315000' } } });
    });
  });

  describe('what it was computed from', () => {
    const finance = Client.as('finance');
    let stage: TestStage;
    let expenseId: string;
    let interestId: string;
    beforeAll(async () => {
      stage = await demanded(TWO_STAGES);
      expenseId = (((await worksheet(stage.agreement.id)).origins as Json).expenses as Json[])[0]?.id as string;
      interestId = ((await finance.get(`/grant-agreements/${stage.agreement.id}/interest`)).body as Json[])[0]?.id as string;
    });
    const transfer = (ofStage: number, changes: Json = {}): Json => ({ decidedOn: today(), reason: '단계 예산 조정', transfers: [{ stage: ofStage, fiscalYear: Number(today().slice(0, 4)), from: 'D4', to: 'D8', amountWon: '1000' }], ...changes });
    const amend = (body: Json) => finance.post(`/grant-agreements/${stage.agreement.id}/amendments`, body);

    it.each([
      ['an expense undone', () => finance.post(`/grant-expenses/${expenseId}/void`, { reason: '금액을 잘못 적음' })],
      ['another review', () => review(stage.call.id, [{ expenseId, decision: 'DISALLOWED', reason: '증빙 없음' }])],
      ['interest of its days', () => finance.post(`/grant-agreements/${stage.agreement.id}/interest`, { time: 'DURING', earnedOn: ENDED, earnedWon: '100' })],
      ['another use of its interest', () => finance.post(`/grant-interest/${interestId}/uses`, { purpose: 'TREASURY', amountWon: '1', usedOn: today() })],
      ['its interest undone', () => finance.post(`/grant-interest/${interestId}/void`, { reason: '은행 통지 정정' })],
      ['money moved between its lines by approval', () => amend(transfer(1))],
      ['money moved between its lines by notice', () => finance.post(`/grant-agreements/${stage.agreement.id}/notices`, transfer(1))],
      ['another first day', () => amend({ decidedOn: today(), reason: '단계 기간 조정', periodFrom: `${today().slice(0, 4)}-01-04` })],
    ])('stays: %s is refused, and told what to do instead', async (_what, ask) => {
      const answer = await ask();
      expect(refusal(answer)).toEqual([409, 'grant-stage.final']);
      expect(answer.body.detail).toContain('다음 단계');
    });

    it('says in a preview of which rows the stage is final, and takes those of the next', async () => {
      const row = (spentOn: string): Json => expenseRow(stage.agreement.id, { spentOn, supplyWon: '1000', vatWon: '0' });
      const { body } = await record(stage.call.id, [row(ENDED), row(today())], { dryRun: true });
      expect([(body.refused as Json[]).flatMap(rulesOf), (body.recorded as Json[]).length]).toEqual([expect.arrayContaining(['BLOCK stage-is-not-final']), 1]);
    });

    it('binds the next stage in nothing', async () => {
      expectStatus(await amend(transfer(2)), 201);
      expectStatus(await finance.post(`/grant-agreements/${stage.agreement.id}/interest`, { time: 'DURING', earnedOn: today(), earnedWon: '100' }), 201);
      const { id } = await recordedExpense(stage.call.id, stage.agreement.id, { spentOn: today(), supplyWon: '1000', vatWon: '0' });
      expectStatus(await finance.post(`/grant-expenses/${id}/void`, { reason: '금액을 잘못 적음' }), 200);
      expect(await untiedGrants([stage.call.id])).toEqual([]);
    });
  });

  describe('after an objection', () => {
    let stage: TestStage;
    let id: string;
    beforeAll(async () => {
      stage = await endedStage(TV12);
      id = await settled(stage.agreement.id);
    });

    it('is taken within its term, once', async () => {
      expect(refusal(await answer(id))).toEqual([409, 'grant-settlement.nothing-to-answer']);
      expect(refusal(await object(id, { objectedOn: '2099-01-01' }))).toEqual([400, 'grant-settlement.not-objected-yet', '/objectedOn']);
      expect(refusal(await object(id, { objectedOn: '2021-01-01' }))).toEqual([400, 'grant-settlement.objection-out-of-term', '/objectedOn']);
      expectStatus(await object(id), 201);
      expect(refusal(await object(id))).toEqual([409, 'grant-settlement.objected-already']);
      expect(refusal(await finalize(id))).toEqual([409, 'grant-settlement.objection-waits']);
    });

    it('is accepted only if something changed, and then settles anew', async () => {
      expect(refusal(await answer(id, { outcome: 'ACCEPTED', noticeWon: '11315000' }))).toEqual([400, 'grant-settlement.nothing-changed', '/outcome']);
      const { origins } = await worksheet(stage.agreement.id);
      const refused = (origins.expenses as Json[]).find(({ disallowedWon }) => disallowedWon === '3100000') as Json;
      expectStatus(await review(stage.call.id, [{ expenseId: refused.id, decision: 'ALLOWED' }]), 200);
      expect(refusal(await answer(id, { outcome: 'ACCEPTED' }))).toEqual([400, 'grant-settlement.notice-wanted', '/noticeWon']);
      const { body } = await answer(id, { outcome: 'ACCEPTED', noticeWon: '8315000' });
      expect(body).toMatchObject({ outcome: 'ACCEPTED', next: { noticeWon: '8315000' } });
      const next = (body.next as Json).id as string;
      expect((await Client.as('auditor').get(`/grant-settlements/${next}`)).body).toMatchObject({ version: 2, latest: true, form: { returns: { disallowedWon: '0', totalWon: '8315000' } } });
      expect((await Client.as('auditor').get(`/grant-settlements/${id}`)).body).toMatchObject({ latest: false, form: { returns: { totalWon: '11315000' } }, answer: { outcome: 'ACCEPTED', settlementId: next } });
      expect(refusal(await finalize(id))).toEqual([409, 'grant-settlement.superseded']);
      expectStatus(await finalize(next), 201);
    });
  });

  it('stands when the objection is rejected, and is final at once', async () => {
    const { agreement } = await endedStage(TV12);
    const id = await settled(agreement.id);
    expectStatus(await object(id), 201);
    expectStatus(await answer(id), 201);
    expectStatus(await finalize(id, { acceptedOn: undefined }), 201);
  });

  it('of a stage that gives nothing back closes it without a claim', async () => {
    const form = { ...SME_FORM, institution: 'NON_PROFIT', sources: [{ stage: 1, fiscalYear: Number(today().slice(0, 4)), source: 'GOVERNMENT', resource: 'CASH', amountWon: '1000000' }], lines: [{ stage: 1, fiscalYear: Number(today().slice(0, 4)), code: 'D4', resource: 'CASH', amountWon: '1000000' }] };
    const { agreement } = await endedStage({ form, paidWon: '1000000', spent: [['D4', '1000000']] });
    const { body } = await finalize(await settled(agreement.id));
    expect(body).toMatchObject({ recovery: null, entries: [] });
  });

  describe('twice', () => {
    let id: string;
    beforeAll(async () => {
      id = await settled((await endedStage(TV12)).agreement.id);
    });
    itWritesOncePerKey((ask, variation) => finalize(id, variation === 'first' ? {} : { instalments: 2 }, ask));
  });

  it('leaves the project with what is its own: received = spent and returned and left', async () => {
    const { call, agreement, recoveryId } = await demanded(TV12);
    expectStatus(await Client.as('finance').post(`/grant-recoveries/${recoveryId}/receive`, { amountWon: '11315000', valueOn: today() }), 201);
    const account = (chart: string) => balanceOf(call.account(chart, agreement.id));
    const [government, own, interest, madeGood] = [await account('grant.project-government'), await account('grant.project-own'), await account('grant.project-interest'), await account('grant.project-made-good')];
    const [spentWon, returned, left] = [await account('grant.project-spent'), await account('grant.project-returned'), await account('grant.project-cash')];
    expect([returned, madeGood, left]).toEqual([11_315_000n, 4_789_500n, 0n]);
    expect(government + own + interest + madeGood).toBe(spentWon + returned + left);
    expect(refusal(await settle(agreement.id))).toEqual([409, 'grant-settlement.decided-already']);
    expect(await untiedGrants([call.id])).toEqual([]);
  });
});
