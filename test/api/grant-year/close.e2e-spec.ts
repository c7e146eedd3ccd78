import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { agreementForm, concludedAgreement, decidedTranche, openedCall, type TestCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const finance = Client.as('finance');
const closing = (changes: Json = {}): Json => ({ fiscalYear: 2021, clause: '2021회계연도 마감', ...changes });
const carryOver = (agreementId: string, changes: Json = {}): Json => ({ agreementId, fiscalYear: 2021, kind: 'ACCIDENT', reason: '시제품 제작 지연', clause: '사고이월 승인', ...changes });

describe('closing a fiscal year', () => {
  const close = (id: string, changes: Json = {}, ask = {}) => finance.post(`/grant-calls/${id}/years`, closing(changes), ask);
  const figures = (call: TestCall) => Promise.all(['grant.appropriation', 'grant.available', 'grant.appropriation-carried'].map((chart) => balanceOf(call.account(chart, '2021'))));

  itIsClosedTo('checker', 'closeGrantYear', (client) => client.post(`/grant-calls/${NOWHERE}/years`, closing()));
  itFindsNothingAt((id) => close(id));
  itFindsNothingAt((id) => finance.get(`/grant-calls/${id}/years`));

  describe('once', () => {
    let call: TestCall;
    beforeAll(async () => {
      call = await openedCall({ budgetWon: '150000000' });
    });
    itWritesOncePerKey((ask, variation) => close(call.id, { clause: variation === 'first' ? '마감' : '마감 정정' }, ask));
    it('and never again', async () => {
      expect((await close(call.id)).body.code).toBe('grant-year.closed-already');
    });
  });

  it('carries what is committed over, lets the rest lapse and leaves nothing of the year undrawn', async () => {
    const call = await openedCall({ budgetWon: '400000000' });
    const [carried, given] = [await concludedAgreement(call.id), await concludedAgreement(call.id)];
    await decidedTranche(carried.id, '75000000');
    const listed = (await finance.get(`/grant-calls/${call.id}/years`)).body;
    expect(listed.years).toMatchObject([{ fiscalYear: 2021, over: true, availableWon: '100000000', close: null, open: [{ number: carried.number, openWon: '150000000', decidedWon: '75000000' }, { number: given.number, openWon: '150000000' }] }]);
    const dry = await close(call.id, { carryOvers: [carryOver(carried.id)], dryRun: true });
    expect([dry.body.carriedWon, dry.body.lapsedWon, dry.body.forwardedWon]).toEqual(['150000000', '250000000', '0']);
    expect(await figures(call)).toEqual([400_000_000n, 100_000_000n, 0n]);
    expectStatus(await close(call.id, { carryOvers: [carryOver(carried.id)] }), 201);
    expect(await figures(call)).toEqual([0n, 0n, 150_000_000n]);
    expect([await balanceOf(call.account('grant.committed', carried.id)), await balanceOf(call.account('grant.committed', given.id))]).toEqual([75_000_000n, 0n]);
    const after = (await finance.get(`/grant-calls/${call.id}/years`)).body;
    expect([after.years[0].close, after.carryOvers]).toMatchObject([{ carriedWon: '150000000', actor: 'finance' }, [{ number: carried.number, kind: 'ACCIDENT', fromYear: 2021, amountWon: '150000000' }]]);
    // The year takes no new agreement.
    expect((await finance.post(`/grant-calls/${call.id}/agreements`, agreementForm())).body.code).toBe('grant-agreement.year-closed');
  });

  it('carries no accident over twice (국가재정법 제48조)', async () => {
    const call = await openedCall({ budgetWon: '150000000' });
    await finance.post(`/grant-calls/${call.id}/budget`, { fiscalYear: 2022, stage: 'APPROVED', amountWon: '1000', decidedOn: '2022-01-02', clause: '국회확정' });
    const { id } = await concludedAgreement(call.id);
    expectStatus(await close(call.id, { carryOvers: [carryOver(id)] }), 201);
    const again = await close(call.id, { fiscalYear: 2022, carryOvers: [carryOver(id)] });
    expect([again.status, again.body.code]).toEqual([422, 'rule.accident-is-not-carried-twice']);
    const lapsed = await close(call.id, { fiscalYear: 2022 });
    expect([lapsed.status, lapsed.body.lapsedWon]).toEqual([201, '150001000']);
    expect([await balanceOf(call.account('grant.committed', id)), await balanceOf(call.account('grant.appropriation-carried', '2021'))]).toEqual([0n, 0n]);
  });

  it('carries over by accident what the Assembly had allowed before', async () => {
    const call = await openedCall({ budgetWon: '150000000' });
    await finance.post(`/grant-calls/${call.id}/budget`, { fiscalYear: 2022, stage: 'APPROVED', amountWon: '1000', decidedOn: '2022-01-02', clause: '국회확정' });
    const { id } = await concludedAgreement(call.id);
    expectStatus(await close(call.id, { carryOvers: [carryOver(id, { kind: 'EXPLICIT' })] }), 201);
    expectStatus(await close(call.id, { fiscalYear: 2022, carryOvers: [carryOver(id)] }), 201);
    expect(await balanceOf(call.account('grant.appropriation-carried', '2021'))).toBe(150_000_000n);
  });

  it('sends budget that nobody took to the next year', async () => {
    const call = await openedCall({ budgetWon: '150000000' });
    expectStatus(await close(call.id, { unagreed: 'FORWARD', clause: '명시이월 승인' }), 201);
    expect(await figures(call)).toEqual([0n, 0n, 0n]);
    expect([await balanceOf(call.account('grant.available', '2022')), (await finance.get(`/grant-calls/${call.id}/budget`)).body.at(-1)]).toMatchObject([150_000_000n, { stage: 'CARRIED_FORWARD', fiscalYear: 2022, decidedOn: '2022-01-01' }]);
  });

  it('lets nothing lapse that is decided to be paid, and closes no year before its end', async () => {
    const call = await openedCall({ budgetWon: '150000000' });
    const { id } = await concludedAgreement(call.id);
    await decidedTranche(id, '75000000');
    expect((await close(call.id)).body.code).toBe('rule.nothing-decided-lapses');
    expect((await close(call.id, { fiscalYear: 2199 })).body.code).toBe('rule.fiscal-year-is-over');
    expect(refusal(await close(call.id, { carryOvers: [carryOver(id), carryOver(id)] }))).toEqual([400, 'grant-year.nothing-open', '/carryOvers/1/agreementId']);
    expect(refusal(await close(call.id, { carryOvers: [carryOver(NOWHERE)] }))).toEqual([400, 'grant-year.nothing-open', '/carryOvers/0/agreementId']);
  });
});
