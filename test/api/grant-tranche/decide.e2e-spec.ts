import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { concludedAgreement, decidedTranche, openedCall, plannedTranches, receivedOwnShare, type TestCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const [finance, checker] = [Client.as('finance'), Client.as('checker')];
const request = (id: string, body: Json = {}) => finance.post(`/grant-tranches/${id}/request`, body);
const decide = (id: string, amountWon: string, body: Json = {}, ask = {}) => checker.post(`/grant-tranches/${id}/decision`, { amountWon, payFrom: '2021-04-05', ...body }, ask);
const results = (verdicts: Json[]): Json => Object.fromEntries(verdicts.map(({ rule, result }) => [rule, result]));

describe('a tranche on its way to its payment', () => {
  let call: TestCall;
  beforeAll(async () => {
    call = await openedCall();
  });

  itIsClosedTo('checker', 'requestGrantTranche', (client) => client.post(`/grant-tranches/${NOWHERE}/request`, {}));
  itIsClosedTo('finance', 'decideGrantTranche', (client) => client.post(`/grant-tranches/${NOWHERE}/decision`, { amountWon: '1' }));
  itIsClosedTo('manager', 'sendBackGrantTranche', (client) => client.post(`/grant-tranches/${NOWHERE}/send-back`, { reason: '보완' }));
  itIsClosedTo('checker', 'voidGrantTranche', (client) => client.post(`/grant-tranches/${NOWHERE}/void`, { reason: '착오' }));
  itIsClosedTo('checker', 'confirmGrantTranche', (client) => client.post(`/grant-tranches/${NOWHERE}/confirmations`, { position: 1, metOn: '2021-04-01', note: '확인' }));
  itFindsNothingAt((id) => request(id));
  itFindsNothingAt((id) => decide(id, '1'));

  describe('step by step', () => {
    let asked: string;
    let confirmed: string;
    let decided: string;
    let wanted: string;
    let owed: string;
    beforeAll(async () => {
      const { id: agreementId } = await concludedAgreement(call.id);
      const [first = '', second = ''] = await plannedTranches(agreementId, ['50000000', '60000000'], [[], [{ kind: 'REPORT', label: '중간보고서' }]]);
      [asked, confirmed] = [first, second];
      [wanted = '', owed = ''] = await plannedTranches((await concludedAgreement(call.id)).id, ['50000000', '60000000']);
      expectStatus(await request(owed), 200);
      decided = await decidedTranche((await concludedAgreement(call.id)).id, '40000000');
    });
    itWritesOncePerKey((ask, variation) => finance.post(`/grant-tranches/${wanted}/request`, { note: note(variation) }, ask));
    itWritesOncePerKey((ask, variation) => decide(owed, '60000000', { payFrom: variation === 'first' ? '2021-04-05' : '2021-04-06' }, ask));
    const note = (variation: 'first' | 'other'): string => (variation === 'first' ? '접수번호 12' : '접수번호 13');
    itWritesOncePerKey((ask, variation) => finance.post(`/grant-tranches/${confirmed}/confirmations`, { position: 1, metOn: '2021-05-01', note: note(variation) }, ask));
    itWritesOncePerKey((ask, variation) => finance.post(`/grant-tranches/${decided}/void`, { reason: `${note(variation)} 결정 취소` }, ask));
    itWritesOncePerKey(async (ask, variation) => {
      await request(asked);
      return checker.post(`/grant-tranches/${asked}/send-back`, { reason: `${note(variation)} 보완 요청` }, ask);
    });
  });

  it('is owed once it is decided, and committed no more', async () => {
    const { id: agreementId } = await concludedAgreement(call.id);
    const [id = ''] = await plannedTranches(agreementId, ['75000000']);
    expectStatus(await request(id), 200);
    const dry = await decide(id, '75000000', { dryRun: true });
    expect([dry.body.entries[0].posting, await balanceOf(call.account('grant.payable', agreementId))]).toEqual(['grant.tranche-decided', 0n]);
    const key = `tranche-${id}`;
    const decided = await decide(id, '75000000', {}, { key });
    expect([decided.status, decided.body.committedBeforeWon, decided.body.committedAfterWon]).toEqual([200, '150000000', '75000000']);
    expect((await decide(id, '75000000', {}, { key })).status).toBe(200);
    expect([await balanceOf(call.account('grant.committed', agreementId)), await balanceOf(call.account('grant.payable', agreementId))]).toEqual([75_000_000n, 75_000_000n]);
    expect((await finance.get(`/grant-agreements/${agreementId}/tranches`)).body.tranches).toMatchObject([{ state: 'DECIDED', payment: 'OWED', paidOn: null }]);
    expect((await finance.get(`/grant-calls/${call.id}/tranches`)).body).toContainEqual(expect.objectContaining({ id, payment: 'OWED', partyName: expect.any(String) }));
  });

  it('waits for own cash, for earlier money to be spent and for what was agreed on (시행령 제19조제5항)', async () => {
    const { id: agreementId } = await concludedAgreement(call.id);
    const conditions = [[{ kind: 'OWN_CASH', amountWon: '5000000' }, { kind: 'REPORT', label: '중간보고서' }], [{ kind: 'PREVIOUS_SPENT', basisPoints: 5000 }]];
    const [first = '', second = ''] = await plannedTranches(agreementId, ['75000000', '75000000'], conditions);
    const asked = await request(first);
    expect([asked.status, results(asked.body.verdicts)]).toEqual([200, expect.objectContaining({ 'own-cash-is-paid-in': 'WARN', 'report-is-handed-in': 'WARN', 'year-funds-the-tranche': 'PASS' })]);
    const refused = await decide(first, '75000000');
    expect([refused.status, refused.body.code, refused.body.text.ko]).toEqual([422, 'rule.own-cash-is-paid-in', expect.stringContaining('5,000,000원이 모자랍니다')]);
    await receivedOwnShare(agreementId, '5000000');
    expect((await decide(first, '75000000')).body.code).toBe('rule.report-is-handed-in');
    const confirm = (body: Json) => finance.post(`/grant-tranches/${first}/confirmations`, { metOn: '2021-05-01', note: '접수번호 12', ...body });
    expect(refusal(await confirm({ position: 1 }))).toEqual([400, 'grant-tranche.nothing-to-confirm', '/position']);
    expect(refusal(await confirm({ position: 2, metOn: '2199-01-01' }))).toEqual([400, 'grant-tranche.not-met-yet', '/metOn']);
    expectStatus(await confirm({ position: 2 }), 201);
    expect((await confirm({ position: 2 })).body.code).toBe('grant-tranche.confirmed-already');
    expectStatus(await decide(first, '75000000'), 200);
    await request(second);
    expect((await decide(second, '75000000')).body.code).toBe('rule.previous-money-is-spent');
  });

  it('is decided by another person than who asked, for what was asked', async () => {
    const { id: agreementId } = await concludedAgreement(call.id);
    const [id = ''] = await plannedTranches(agreementId, ['75000000']);
    expect((await decide(id, '75000000')).body.code).toBe('grant-tranche.not-in-this-state');
    await request(id);
    expect(refusal(await decide(id, '74999999'))).toEqual([400, 'grant-tranche.another-amount', '/amountWon']);
    expectStatus(await checker.post(`/grant-tranches/${id}/send-back`, { reason: '계좌 확인 필요' }), 200);
    expect((await finance.get(`/grant-agreements/${agreementId}/tranches`)).body.tranches).toMatchObject([{ state: 'PLANNED' }]);
  });

  it('is not paid while the agreement is suspended', async () => {
    const { id: agreementId } = await concludedAgreement(call.id);
    const [id = ''] = await plannedTranches(agreementId, ['75000000']);
    await request(id);
    await finance.post(`/grant-agreements/${agreementId}/suspend`, { happenedOn: '2021-05-01', reason: '현장점검 지적' });
    expect((await decide(id, '75000000')).body.code).toBe('rule.agreement-is-open-for-payment');
    await finance.post(`/grant-agreements/${agreementId}/resume`, { happenedOn: '2021-05-02', reason: '지적사항 조치 완료' });
    expectStatus(await decide(id, '75000000'), 200);
  });

  it('is taken back as long as no run has it, and committed again', async () => {
    const { id: agreementId } = await concludedAgreement(call.id);
    const id = await decidedTranche(agreementId, '75000000');
    const voided = await finance.post(`/grant-tranches/${id}/void`, { reason: '금액 착오' });
    expect([voided.status, voided.body.committedBeforeWon, voided.body.committedAfterWon]).toEqual([200, '75000000', '150000000']);
    expect([await balanceOf(call.account('grant.payable', agreementId)), (await finance.get(`/grant-agreements/${agreementId}/tranches`)).body.tranches[0].state]).toEqual([0n, 'VOIDED']);
    expect((await finance.post(`/grant-tranches/${id}/void`, { reason: '다시' })).body.code).toBe('grant-tranche.not-in-this-state');
    // What came free can be planned again.
    expect(await plannedTranches(agreementId, ['150000000'])).toHaveLength(1);
  });

  it('is decided once, however many ask at the same time', async () => {
    const { id: agreementId } = await concludedAgreement(call.id);
    const [id = ''] = await plannedTranches(agreementId, ['75000000']);
    await request(id);
    const answers = await Promise.all(Array.from({ length: 5 }, () => decide(id, '75000000')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect(await balanceOf(call.account('grant.payable', agreementId))).toBe(75_000_000n);
  });
});
