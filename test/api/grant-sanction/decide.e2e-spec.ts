import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { today } from '../../support/services.js';
import { collectRecovery, endedStage, recoveryPage, TV12, type TestStage } from '../../support/settlements.js';
import { balanceOf } from '../../support/sql.js';

const imposed = (changes: Json = {}): Json => ({ ground: 'OFF_PURPOSE', improperOn: `${today().slice(0, 4)}-03-10`, noticeOn: today(), misspentWon: '3100000', banMonths: 12, reason: '연구재료비를 목적 외로 사용', ...changes });
const sanction = (agreementId: string, changes: Json = {}, ask = {}) => Client.as('compliance').post(`/grant-agreements/${agreementId}/sanctions`, imposed(changes), ask);
const step = (id: string, verb: string, body: Json) => Client.as('compliance').post(`/grant-sanctions/${id}/${verb}`, body);
const OBJECTION = { objectedOn: today(), grounds: '과실이 가벼움을 소명함' };

describe('imposing a sanction', () => {
  let stage: TestStage;
  beforeAll(async () => {
    stage = await endedStage(TV12);
  });

  itIsClosedTo('finance', 'decideGrantSanction', (client) => client.post(`/grant-agreements/${NOWHERE}/sanctions`, imposed()));
  itIsClosedTo('finance', 'objectGrantSanction', (client) => client.post(`/grant-sanctions/${NOWHERE}/object`, OBJECTION));
  itIsClosedTo('finance', 'answerGrantSanction', (client) => client.post(`/grant-sanctions/${NOWHERE}/answer`, { outcome: 'UPHELD', reason: '사유 없음' }));
  itIsClosedTo('admin', 'listGrantSanctions', (client) => client.get(`/grant-calls/${NOWHERE}/sanctions`));
  itFindsNothingAt((id) => sanction(id));
  itFindsNothingAt((id) => step(id, 'object', OBJECTION));
  itFindsNothingAt((id) => step(id, 'answer', { outcome: 'UPHELD', reason: '사유 없음' }));
  itFindsNothingAt((id) => Client.as('auditor').get(`/grant-calls/${id}/sanctions`));
  itWritesOncePerKey((ask, variation) => sanction(stage.agreement.id, { dryRun: false, banMonths: variation === 'first' ? 6 : 7 }, ask));

  it.each([
    ['8000000', '8000000', '4000000', '12000000', 6, 24],
    ['50000000', '50000000', '25000000', '75000000', 24, 48],
    ['100000000', '100000000', '50000000', '150000000', 48, 60],
    ['145000000', '167500000', '83750000', '251250000', 60, 84],
  ])('TV-14: %s won are proposed at %s', async (misspentWon, standardWon, lowestWon, highestWon, monthsFrom, monthsTo) => {
    const { body } = await sanction(stage.agreement.id, { dryRun: true, misspentWon, banMonths: monthsFrom });
    expect(body).toMatchObject({ id: null, standardWon, lowestWon, highestWon, penaltyWon: standardWon, monthsFrom, monthsTo });
  });

  it.each<[string, Json, readonly unknown[]]>([
    ['beyond the room of the table', { penaltyWon: '4650001', adjustment: '고의가 무거움' }, [422, 'rule.penalty-lies-within-the-table']],
    ['another amount without a reason', { penaltyWon: '3000000' }, [422, 'rule.an-adjusted-penalty-says-why']],
    ['a ban beside the table', { banMonths: 25 }, [422, 'rule.ban-lies-within-the-table']],
    ['more than was paid', { misspentWon: '150000001', banMonths: 0 }, [422, 'rule.misuse-stays-within-what-was-paid']],
    ['after ten years', { improperOn: '2015-01-01' }, [422, 'rule.sanction-comes-in-time']],
    ['an act of tomorrow', { improperOn: '2099-01-01' }, [400, 'grant-sanction.not-happened-yet', '/improperOn']],
    ['a notice of yesterday', { noticeOn: '2021-01-01' }, [400, 'grant-sanction.notice-in-the-past', '/noticeOn']],
    ['a ban before its notice', { banFrom: '2021-01-01' }, [400, 'grant-sanction.ban-before-notice', '/banFrom']],
    ['a person without a number', { bansInvestigator: true }, [400, 'grant-sanction.no-investigator', '/bansInvestigator']],
    ['nothing at all', { penaltyWon: '0', banMonths: 0 }, [400, 'grant-sanction.nothing-imposed', '/banMonths']],
  ])('refuses %s', async (_what, changes, expected) => {
    expect(refusal(await sanction(stage.agreement.id, changes))).toEqual(expected);
  });

  it('demands the penalty, bans the institution, and lowers both after an objection', async () => {
    const { call, agreement } = await endedStage(TV12);
    const { body, status } = await sanction(agreement.id, { penaltyWon: '4000005', adjustment: '반복 위반으로 가중' });
    expect([status, (body.recovery as Json).demandedWon]).toEqual([201, '4000000']);
    const { id, recovery } = body as { id: string; recovery: { id: string } };
    expect(await recoveryPage(recovery.id)).toMatchObject({ kind: 'PENALTY', penaltyWon: '4000000', droppedWon: '5', openWon: '4000000' });
    const [listed] = (await Client.as('auditor').get(`/grant-calls/${call.id}/sanctions`)).body as Json[];
    expect(listed).toMatchObject({ penaltyWon: '4000005', banMonths: 12, bans: [{ isPerson: false, fromOn: today(), endedEarly: false }] });
    expect(refusal(await step(id, 'answer', { outcome: 'UPHELD', reason: '사유 없음' }))).toEqual([409, 'grant-sanction.nothing-to-answer']);
    expect(refusal(await step(id, 'object', { ...OBJECTION, objectedOn: '2021-01-01' }))).toEqual([400, 'grant-sanction.objection-out-of-term', '/objectedOn']);
    expectStatus(await step(id, 'object', OBJECTION), 201);
    expect(refusal(await step(id, 'object', OBJECTION))).toEqual([409, 'grant-sanction.objected-already']);
    expectStatus(await collectRecovery(recovery.id, 'receive', { amountWon: '3000000', valueOn: today() }), 201);
    expect(refusal(await step(id, 'answer', { outcome: 'REDUCED', reason: '경과실로 봄', penaltyWon: '5000000' }))).toEqual([400, 'grant-sanction.not-lower', '/penaltyWon']);
    expect(refusal(await step(id, 'answer', { outcome: 'REDUCED', reason: '경과실로 봄' }))).toEqual([400, 'grant-sanction.nothing-reduced', '/penaltyWon']);
    expect(refusal(await step(id, 'answer', { outcome: 'LIFTED', reason: '경과실로 봄' }))).toEqual([400, 'grant-sanction.paid-already', '/penaltyWon']);
    expect((await step(id, 'answer', { outcome: 'REDUCED', reason: '경과실로 봄', penaltyWon: '3100000', banMonths: 6 })).body).toMatchObject({ penaltyWon: '3100000', banMonths: 6, entries: [{ posting: 'grant.penalty-reduced' }] });
    expect(await recoveryPage(recovery.id)).toMatchObject({ demandedWon: '3100000', openWon: '100000' });
    expect(await balanceOf(call.account('grant.recovered-penalty'))).toBe(3_100_000n);
    const [after] = (await Client.as('auditor').get(`/grant-calls/${call.id}/sanctions`)).body as Json[];
    expect(after).toMatchObject({ answer: { outcome: 'REDUCED' }, bans: [{ endedEarly: true }] });
  });
});
