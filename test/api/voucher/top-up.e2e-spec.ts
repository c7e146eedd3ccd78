import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { today, yearInUse, type TestUse } from '../../support/services.js';
import { balanceOf } from '../../support/sql.js';
import { deed, figuresOf, REASON } from '../../support/voucher-life.js';

const topUp = (voucherId: string, amountWon: string, more: Json = {}, ask = {}) => deed(voucherId, 'top-up', { amountWon, ...more }, ask);

describe('topping up a voucher', () => {
  let use: TestUse;

  beforeAll(async () => {
    use = await yearInUse(3, { budgetWon: '15000000', vouchers: 5 }, { amountWon: '4000000' });
    const deposits = use.voucherIds.slice(0, 2).map((voucherId) => ({ voucherId, amountWon: '250000', valueOn: today() }));
    await Client.as('finance').post(`/voucher-years/${use.year.id}/own-money-deposits`, { deposits });
  });

  itIsClosedTo('checker', 'topUpVoucher', (client) => client.post(`/vouchers/${NOWHERE}/top-up`, { reason: REASON, amountWon: '1' }));
  itFindsNothingAt((id) => topUp(id, '1'));
  itWritesOncePerKey((ask, variation) => topUp(use.voucherIds[0] ?? '', variation === 'first' ? '1000' : '2000', {}, ask));

  it('in a dry run shows every rule at once', async () => {
    const { body } = await topUp(use.voucherIds[2] ?? '', '4000000', { dryRun: true });
    expect((body.verdicts as Json[]).map(({ rule, result }) => [rule, result])).toEqual([
      ['top-up-stays-within-the-face-value', 'BLOCK'],
      ['budget-covers-the-top-up', 'BLOCK'],
      ['own-money-covers-the-top-up', 'BLOCK'],
    ]);
    expect(body.verdicts[1].text.en).toBe('2,999,000 won and 2 vouchers are left; 1,001,000 are missing. Lower the amount, or decide on more budget first.');
    expect([body.entries, body.after]).toEqual([[], body.before]);
  });

  it('takes from the budget and adds to the voucher', async () => {
    const voucherId = use.voucherIds[1] ?? '';
    const left = await balanceOf(use.year.account('voucher.budget'));
    const { body } = await topUp(voucherId, '1000000');
    expect(body).toMatchObject({ before: { givenWon: '4000000' }, after: { givenWon: '5000000', availableWon: '5000000', budgetLeftWon: (left - 1_000_000n).toString() } });
    expect(await figuresOf(voucherId)).toMatchObject({ given: '5000000', available: '5000000', own: '1250000' });
  });

  it('waits for the own money of the company', async () => {
    expect(refusal(await topUp(use.voucherIds[2] ?? '', '1000'))).toEqual([422, 'rule.own-money-covers-the-top-up']);
  });

  it.each(['0', '-5'])('refuses %s won', async (amountWon) => {
    expect(refusal(await topUp(use.voucherIds[2] ?? '', amountWon))).toEqual([400, 'request.invalid', '/amountWon']);
  });

  it('gives the last won of the budget once', async () => {
    const { year, voucherIds } = await yearInUse(4, { budgetWon: '16000001', vouchers: 5, terms: { 'voucher.self-burden-channel': 'DIRECT' } }, { amountWon: '4000000', application: { requestedWon: '4000000' } });
    const answers = await Promise.all(voucherIds.map((voucherId) => topUp(voucherId, '1')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422]);
    expect(await balanceOf(year.account('voucher.budget'))).toBe(0n);
  });
});
