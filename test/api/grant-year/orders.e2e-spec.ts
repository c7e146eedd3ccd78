import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { registered } from '../../support/bank-accounts.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { made, openedCall, type TestCall } from '../../support/grants.js';
import { accreditedLab, business, certificate, moveOrder, orderOf, requestOrder } from '../../support/outcomes-of-grants.js';
import { nextSecond } from '../../support/packs.js';
import { designated, draftRun, exportedRun, stepRun } from '../../support/payments.js';
import { NOWHERE } from '../../support/routes.js';
import { today } from '../../support/services.js';
import { balanceOf, withSql } from '../../support/sql.js';

const finance = Client.as('finance');
const carry = (orderId: string, changes: Json = {}): Json => ({ orderId, kind: 'EXPLICIT', reason: '성적서 발급 지연', clause: '명시이월 승인', ...changes });

/** What becomes of orders of laboratories when their fiscal year is closed: 1,500,000 won of the government each. */
describe('orders of laboratories at the close of a year', () => {
  let labId: string;
  let lab: { name: string };
  beforeAll(async () => {
    lab = business('수행기관') as { name: string };
    labId = await accreditedLab({ lab });
    await registered({ partyId: labId, holder: lab.name });
  });

  const close = (callId: string, changes: Json = {}): Promise<Answer> => finance.post(`/grant-calls/${callId}/years`, { fiscalYear: 2021, clause: '2021회계연도 마감', ...changes });
  const years = async (callId: string): Promise<Json> => (await finance.get(`/grant-calls/${callId}/years`)).body;
  const figures = (call: TestCall): Promise<bigint[]> => Promise.all(['grant.appropriation', 'grant.available', 'grant.appropriation-carried'].map((chart) => balanceOf(call.account(chart, '2021'))));
  const callOf = (budgetWon = '10000000'): Promise<TestCall> => openedCall({ budgetWon });

  async function accepted(callId: string): Promise<string> {
    const id = made('the order', await requestOrder(callId, labId)).id as string;
    made('the acceptance', await moveOrder(id, 'accept', { on: '2021-05-04' }));
    return id;
  }
  async function certified(callId: string): Promise<string> {
    const id = await accepted(callId);
    made('the certificate', await moveOrder(id, 'certify', certificate()));
    return id;
  }
  const approve = (orderId: string, payOn: string): Promise<Answer> => moveOrder(orderId, 'approve', { amountWon: '1500000', payOn });
  const debtOf = async (orderId: string): Promise<{ id: string; detail: Json }> => {
    const { rows } = await withSql('OWNER', (sql) => sql.query<{ id: string; detail: Json }>('select id, detail from payable where subject_id = $1', [orderId]));
    return rows[0] ?? { id: '', detail: {} };
  };

  it('are carried over with the year, or given up and cancelled', async () => {
    const call = await callOf();
    const [kept, given] = [await certified(call.id), await accepted(call.id)];
    expect((await years(call.id)).years).toMatchObject([{ availableWon: '7000000', open: [], openOrders: [{ orderId: kept, state: 'CERTIFIED', openWon: '1500000' }, { orderId: given, state: 'ACCEPTED', lab: lab.name }] }]);
    const dry = await close(call.id, { orderCarryOvers: [carry(kept)], dryRun: true });
    expect([dry.body.carriedWon, dry.body.lapsedWon, (dry.body.entries as Json[]).map(({ posting }) => posting)]).toEqual(['1500000', '8500000', ['grant.service-order-cancelled', 'grant.commitments-carried-over', 'grant.budget-lapsed']]);
    expectStatus(await close(call.id, { orderCarryOvers: [carry(kept)] }), 201);
    expect(await figures(call)).toEqual([0n, 0n, 1_500_000n]);
    expect([await balanceOf(call.account('grant.committed', kept)), await balanceOf(call.account('grant.committed', given))]).toEqual([1_500_000n, 0n]);
    expect([await orderOf(call.id, kept), await orderOf(call.id, given)]).toMatchObject([{ state: 'CERTIFIED', fiscalYear: 2021, carriedTo: 2022 }, { state: 'CANCELLED', carriedTo: null }]);
    expect(await years(call.id)).toMatchObject({ years: [{ close: { carriedWon: '1500000' }, openOrders: [] }], carryOvers: [{ orderId: kept, agreementId: null, kind: 'EXPLICIT', fromYear: 2021, amountWon: '1500000' }] });
  });

  it('are not given up once the certificate is there, and named only while they are open', async () => {
    const call = await callOf();
    const id = await certified(call.id);
    expect((await close(call.id)).body.code).toBe('rule.no-certified-order-lapses');
    expect(refusal(await close(call.id, { orderCarryOvers: [carry(id), carry(id)] }))).toEqual([400, 'grant-year.nothing-open', '/orderCarryOvers/1/orderId']);
    expect(refusal(await close(call.id, { orderCarryOvers: [carry(NOWHERE)] }))).toEqual([400, 'grant-year.nothing-open', '/orderCarryOvers/0/orderId']);
  });

  it('are paid out of the money that was carried over, which the bank gives back to it', async () => {
    const call = await callOf();
    await designated(call.book);
    const id = await certified(call.id);
    expect(refusal(await approve(id, '2022-03-02'))).toEqual([400, 'service-order.other-year', '/payOn']);
    expectStatus(await close(call.id, { orderCarryOvers: [carry(id)] }), 201);
    made('the approval', await approve(id, '2022-03-02'));
    const debt = await debtOf(id);
    expect(debt.detail).toEqual({ fiscalYear: '2021' });
    const run = await exportedRun(call.book, [debt.id], '1500000');
    expectStatus(await stepRun(run.id, 'confirm', { paidOn: today() }), 200);
    expect(await figures(call)).toEqual([0n, 0n, 0n]);
    expectStatus(await stepRun(run.id, 'return-line', { lineNo: 1, happenedOn: today(), reason: '예금주 불일치 반송' }), 200);
    expect([await figures(call), await balanceOf(call.account('grant.payable', id))]).toEqual([[0n, 0n, 1_500_000n], 1_500_000n]);
  });

  it('wait for the close where their year is over', async () => {
    const call = await callOf();
    await designated(call.book);
    const id = await certified(call.id);
    made('the approval', await approve(id, '2021-12-30'));
    const { id: debtId } = await debtOf(id);
    const { payables, refused } = made('what is due', await finance.get(`/payables?book=${encodeURIComponent(call.book)}`)) as { payables: Json[]; refused: Json[] };
    expect([payables, refused.map(({ payableId, text }) => [payableId, text.ko])]).toEqual([[], [[debtId, expect.stringContaining('회계연도를 마감하며 이월한 뒤')]]]);
    expect((await draftRun(call.book, { payableIds: [debtId], totalWon: '1500000' })).status).toBe(409);
    expect((await close(call.id)).body.code).toBe('rule.no-certified-order-lapses');
    expectStatus(await close(call.id, { orderCarryOvers: [carry(id)] }), 201);
    expectStatus(await draftRun(call.book, { payableIds: [debtId], totalWon: '1500000' }), 201);
  });

  it('stay in what was carried over when they are carried over again, by accident only once', async () => {
    const call = await callOf();
    await finance.post(`/grant-calls/${call.id}/budget`, { fiscalYear: 2022, stage: 'APPROVED', amountWon: '1000', decidedOn: '2022-01-02', clause: '국회확정' });
    const [stays, lapses, cancelled] = [await accepted(call.id), await accepted(call.id), await accepted(call.id)];
    expectStatus(await close(call.id, { orderCarryOvers: [carry(stays), carry(lapses, { kind: 'ACCIDENT' }), carry(cancelled)] }), 201);
    expect(await figures(call)).toEqual([0n, 0n, 4_500_000n]);
    // Cancelled after it was carried over, the money is nobody's.
    const cancel = await moveOrder(cancelled, 'cancel', { reason: '기업이 의뢰를 거둠' });
    expect((cancel.body.entries as Json[]).map(({ posting }) => posting)).toEqual(['grant.commitment-lapsed']);
    const next = (changes: Json = {}): Promise<Answer> => close(call.id, { fiscalYear: 2022, ...changes });
    expect((await next({ orderCarryOvers: [carry(stays), carry(lapses)] })).body.code).toBe('rule.accident-is-not-carried-twice');
    const closed = await next({ orderCarryOvers: [carry(stays)] });
    expect([closed.status, closed.body.carriedWon, closed.body.lapsedWon]).toEqual([201, '1500000', '1501000']);
    expect([await figures(call), (await orderOf(call.id, stays)).carriedTo, (await orderOf(call.id, lapses)).state]).toEqual([[0n, 0n, 1_500_000n], 2023, 'CANCELLED']);
  });

  it('are not accepted out of a closed year, and stand in report C', async () => {
    const call = await callOf();
    const [kept, late] = [await certified(call.id), made('the order', await requestOrder(call.id, labId)).id as string];
    expectStatus(await close(call.id, { orderCarryOvers: [carry(kept)] }), 201);
    expect((await moveOrder(late, 'accept', { on: '2021-05-04' })).body.code).toBe('service-order.year-closed');
    await nextSecond();
    const report = await Client.as('auditor').get(`/reports/grant-settlement/${call.id}?asOf=${today()}`);
    expectStatus(report, 200);
    expect(JSON.stringify(report.body)).toContain('2021 → 2022');
  });
});
