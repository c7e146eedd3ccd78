import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { balancesOn, payment, posted } from '../../support/outcomes.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('voiding a fee bill', () => {
  const finance = Client.as('finance');
  let fundId: string;
  const bill = async (periodTo: string): Promise<string> => (await posted(finance.post(`/funds/${fundId}/fee-bills`, { periodTo, billedOn: periodTo }))).id as string;
  const undo = (id: string) => finance.post(`/funds/${fundId}/fee-bills/${id}/void`, { reason: '요율 오류' });

  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
  });

  itIsClosedTo('manager', 'voidFee', (client) => client.post(`/funds/${NOWHERE}/fee-bills/${NOWHERE}/void`, { reason: '시험' }));
  itFindsNothingAt((id) => undo(id));

  it('mirrors its entry and opens the period again; the last one first, and none that is paid', async () => {
    const [first, second] = [await bill('2024-03-31'), await bill('2024-06-30')];
    expect((await undo(first)).body.code).toBe('fee.not-the-last');
    const paid = await posted(finance.post(`/funds/${fundId}/expenses`, payment('1000', { kind: 'MANAGEMENT_FEE', billId: second, label: '관리보수', payee: undefined })));
    expect((await undo(second)).body.code).toBe('fee.paid-already');
    await posted(finance.post(`/funds/${fundId}/expenses/${paid.id as string}/void`, { reason: '오지급' }));
    await posted(undo(second));
    expect((await undo(second)).body.code).toBe('fee.voided-already');
    const balances = await balancesOn(fundId, '2199-12-31');
    expect([balances['fund.expense'], balances['fund.fee-payable'], balances['fund.cash']]).toEqual([84_383_561n, 84_383_561n, 0n]);
    expect((await posted(finance.post(`/funds/${fundId}/fee-bills`, { periodTo: '2024-06-30', billedOn: '2024-06-30' }))).amountWon).toBe('99726028');
    const bills = (await finance.get(`/funds/${fundId}/fee-schedule`)).body.bills as Json[];
    expect(bills.map(({ voidReason }) => voidReason)).toEqual([null, '요율 오류', null]);
  });
});
