import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { assetsInBooks, balancesOn, netAssetValue, payment, posted } from '../../support/outcomes.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('paying fees and expenses', () => {
  const finance = Client.as('finance');
  let fundId: string;
  let billId: string;
  const pay = (body: Json, ask = {}) => finance.post(`/funds/${fundId}/expenses`, body, ask);
  const fee = (amountWon: string, changes: Json = {}): Json => payment(amountWon, { kind: 'MANAGEMENT_FEE', label: '1분기 관리보수', billId, payee: undefined, ...changes });

  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
    billId = (await posted(finance.post(`/funds/${fundId}/fee-bills`, { periodTo: '2024-03-31', billedOn: '2024-03-31' }))).id as string;
  });

  itIsClosedTo('manager', 'payExpense', (client) => client.post(`/funds/${NOWHERE}/expenses`, payment('1')));
  itFindsNothingAt((id) => finance.post(`/funds/${id}/expenses`, payment('1')));
  itWritesOncePerKey((ask, variation) => pay(payment(variation === 'first' ? '1000' : '2000'), ask));

  it('pays a bill in parts and never more than it says', async () => {
    const first = await posted(pay(fee('80000000')));
    expect((first.postings as Json[])[0]?.lines.map(({ chart, side, amountWon }: Json) => [chart, side, amountWon])).toEqual([
      ['fund.fee-payable', 'D', '80000000'],
      ['fund.cash', 'C', '80000000'],
    ]);
    expect(refusal(await pay(fee('4383562')))).toEqual([400, 'expense.more-than-billed', '/amountWon']);
    await posted(pay(fee('4383561')));
    expect((await balancesOn(fundId, '2199-12-31'))['fund.fee-payable']).toBe(0n);
    const payments = (await finance.get(`/funds/${fundId}/expenses`)).body.payments as Json[];
    expect(payments.filter((each) => each.billId === billId).map(({ payee, periodTo }) => [payee, periodTo])).toEqual([
      ['시험기술지주(주)', '2024-03-31'],
      ['시험기술지주(주)', '2024-03-31'],
    ]);
  });

  it('says when the plan for the whole life is passed, which capacity rests on', async () => {
    const over = await pay(payment('2600000000', { dryRun: true }));
    expect([over.body.verdicts[0].rule, over.body.verdicts[0].result, over.body.verdicts[1].result]).toEqual(['spending-stays-within-plan', 'WARN', 'WARN']);
    const within = await pay(payment('1000', { dryRun: true }));
    expect([within.body.verdicts[0].result, within.body.id]).toEqual(['PASS', null]);
  });

  it('keeps the books worth what the figures say', async () => {
    await posted(pay(payment('33000000', { kind: 'CUSTODY', label: '수탁보수', payee: { name: '시험은행(수탁)' } })));
    expect(await assetsInBooks(fundId, '2199-12-31')).toBe(await netAssetValue(fundId, '2199-12-31'));
  });

  it.each<[string, () => Json, string, string]>([
    ['tomorrow', () => payment('1', { paidOn: '2199-01-01' }), 'expense.in-future', '/paidOn'],
    ['before the founding', () => payment('1', { paidOn: '2024-01-14' }), 'expense.before-founding', '/paidOn'],
    ['to nobody', () => payment('1', { payee: undefined }), 'expense.no-payee', '/payee'],
    ['a fee without a bill', () => fee('1', { billId: undefined }), 'expense.fee-without-bill', '/billId'],
    ['a bill that nobody made', () => fee('1', { billId: NOWHERE }), 'expense.unknown-bill', '/billId'],
    ['a bill as an audit', () => payment('1', { billId }), 'expense.bill-of-fee', '/kind'],
    ['a period that ends before it begins', () => payment('1', { periodFrom: '2025-01-02', periodTo: '2025-01-01' }), 'expense.period', '/periodTo'],
    ['nothing', () => payment('0'), 'request.invalid', '/amountWon'],
  ])('refuses a payment %s', async (_what, body, code, pointer) => {
    expect(refusal(await pay(body()))).toEqual([400, code, pointer]);
  });
});
