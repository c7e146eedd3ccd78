import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';
import { agreedVoucher, agreedVouchers, appliedVoucher, openVoucherYear, type TestYear } from '../../support/vouchers.js';

describe('own money that a company pays in', () => {
  const finance = Client.as('finance');
  let year: TestYear;
  const deposit = (deposits: Json[], more: Json = {}, ask = {}) => finance.post(`/voucher-years/${year.id}/own-money-deposits`, { deposits, ...more }, ask);
  const row = (voucherId: string, amountWon = '1250000', changes: Json = {}): Json => ({ voucherId, amountWon, valueOn: '2021-04-02', ...changes });

  let first: string;
  beforeAll(async () => {
    year = await openVoucherYear();
    first = await agreedVoucher(year.id, { deposited: false });
  });

  itIsClosedTo('manager', 'depositOwnMoney', (client) => client.post(`/voucher-years/${NOWHERE}/own-money-deposits`, { deposits: [row(NOWHERE)] }));
  itFindsNothingAt((id) => finance.post(`/voucher-years/${id}/own-money-deposits`, { deposits: [row(NOWHERE)] }));
  itWritesOncePerKey((ask, variation) => deposit([row(first, variation === 'first' ? '1' : '2')], {}, ask));

  it('is a lot of its own for each voucher, in custody: the list of the bank in one go', async () => {
    const { id, account } = await openVoucherYear();
    const [one = '', two = ''] = await agreedVouchers(id, 2, { deposited: false });
    const send = (more: Json = {}) => finance.post(`/voucher-years/${id}/own-money-deposits`, { deposits: [row(one, '1000000', { bankReference: '1차' }), row(two), row(one, '250000')], ...more });
    const dry = await send({ dryRun: true });
    expect([dry.status, dry.body.dryRun, dry.body.entries.length]).toEqual([201, true, 3]);
    expect(dry.body.vouchers.map(({ voucherId, paidBeforeWon, paidAfterWon, dueWon }: Json) => [voucherId, paidBeforeWon, paidAfterWon, dueWon]).sort()).toEqual([[one, '0', '1250000', '1250000'], [two, '0', '1250000', '1250000']].sort());
    expect(await balanceOf(account('voucher.custody'))).toBe(0n);
    expectStatus(await send(), 201);
    expect(await Promise.all([account('voucher.custody'), account('voucher.own-money', one), account('voucher.own-money', two)].map(balanceOf))).toEqual([2_500_000n, 1_250_000n, 1_250_000n]);
  });

  it('takes no won more than is due, says how much is, and books nothing of the list', async () => {
    const [one = '', two = ''] = await agreedVouchers(year.id, 2, { deposited: false });
    const refused = await deposit([row(one), row(two, '1250001')]);
    expect(refusal(refused)).toEqual([400, 'own-money.more-than-due', '/deposits/1/amountWon']);
    expect(refused.body.errors[0].text.ko).toContain('더 낼 자부담금은 1,250,000원입니다');
    expect(await balanceOf(year.account('voucher.own-money', one))).toBe(0n);
    expect(refusal(await deposit([row(one, '1000000'), row(one, '250001')]))).toEqual([400, 'own-money.more-than-due', '/deposits/1/amountWon']);
  });

  it('takes the last won once when several enter it at the same time', async () => {
    const id = await agreedVoucher(year.id, { deposited: false });
    const answers = await Promise.all(Array.from({ length: 5 }, () => deposit([row(id)])));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400]);
    expect(await balanceOf(year.account('voucher.own-money', id))).toBe(1_250_000n);
  });

  it('names every row at fault', async () => {
    const [applied, agreed] = [await appliedVoucher(year.id), await agreedVoucher(year.id, { deposited: false })];
    const answer = await deposit([row(applied), row(NOWHERE), row(agreed, '1', { valueOn: '2199-01-01' })]);
    expect(refusal(answer)).toEqual([400, 'own-money.not-open', '/deposits/0/voucherId', '/deposits/1/voucherId', '/deposits/2/valueOn']);
  });
});
