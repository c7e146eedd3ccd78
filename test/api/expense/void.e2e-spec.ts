import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { balancesOn, payment, posted } from '../../support/outcomes.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('voiding a payment', () => {
  const finance = Client.as('finance');
  let fundId: string;
  const undo = (id: string) => finance.post(`/funds/${fundId}/expenses/${id}/void`, { reason: '이중 입력' });

  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
  });

  itIsClosedTo('manager', 'voidExpense', (client) => client.post(`/funds/${NOWHERE}/expenses/${NOWHERE}/void`, { reason: '시험' }));
  itFindsNothingAt((id) => undo(id));

  it('mirrors the entry today; figures of then know it, figures of now do not', async () => {
    const id = (await posted(finance.post(`/funds/${fundId}/expenses`, payment('7000000')))).id as string;
    const then = new Date().toISOString();
    await posted(undo(id));
    expect((await undo(id)).body.code).toBe('expense.voided-already');
    const balances = await balancesOn(fundId, '2199-12-31');
    expect([balances['fund.expense'], balances['fund.cash']]).toEqual([0n, 0n]);
    const spent = async (query: string) => (await finance.get(`/funds/${fundId}/performance${query}`)).body.feesAndExpensesWon as string;
    expect([await spent(''), await spent(`?knownAt=${then}`)]).toEqual(['0', '7000000']);
    const { plan, payments } = (await finance.get(`/funds/${fundId}/expenses`)).body;
    expect([plan.paidWon, (payments as Json[])[0]?.voidReason]).toEqual(['0', '이중 입력']);
  });
});
