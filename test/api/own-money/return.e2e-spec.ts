import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';
import { agreedVoucher, openVoucherYear, type TestYear } from '../../support/vouchers.js';

describe('own money that goes back', () => {
  const finance = Client.as('finance');
  let year: TestYear;
  const give = (voucherId: string, amountWon: string, changes: Json = {}, ask = {}) => finance.post(`/vouchers/${voucherId}/own-money-returns`, { amountWon, valueOn: '2021-06-01', ...changes }, ask);
  const withdrawn = async (): Promise<string> => {
    const id = await agreedVoucher(year.id);
    expectStatus(await finance.post(`/vouchers/${id}/withdraw`, { reason: '기업 사정으로 포기' }), 201);
    return id;
  };

  let first: string;
  beforeAll(async () => {
    year = await openVoucherYear();
    first = await withdrawn();
  });

  itIsClosedTo('manager', 'returnOwnMoney', (client) => client.post(`/vouchers/${NOWHERE}/own-money-returns`, { amountWon: '1', valueOn: '2021-06-01' }));
  itFindsNothingAt((id) => give(id, '1'));
  itWritesOncePerKey((ask, variation) => give(first, variation === 'first' ? '1' : '2', {}, ask));

  it('returns to the company what a given up voucher leaves, to the won', async () => {
    const id = await withdrawn();
    const dry = await give(id, '1250000', { dryRun: true });
    expect([dry.status, dry.body.leftBeforeWon, dry.body.leftAfterWon, dry.body.entries[0].posting]).toEqual([201, '1250000', '0', 'voucher.own-money-returned']);
    expect(refusal(await give(id, '1250001'))).toEqual([400, 'own-money.still-needed', '/amountWon']);
    expectStatus(await give(id, '1250000'), 201);
    expect(await balanceOf(year.account('voucher.own-money', id))).toBe(0n);
    expect(refusal(await give(id, '1'))).toEqual([400, 'own-money.still-needed', '/amountWon']);
  });

  it('keeps what an agreed voucher still needs, and says how much may go', async () => {
    const id = await agreedVoucher(year.id);
    const refused = await give(id, '1');
    expect([...refusal(refused), refused.body.text.en]).toEqual([400, 'own-money.still-needed', '/amountWon', 'Of the 1,250,000 won left, 0 can go back now. The rest belongs to services under way or still to come.']);
  });

  it('returns once, whoever asks at the same moment', async () => {
    const id = await withdrawn();
    const answers = await Promise.all(Array.from({ length: 4 }, () => give(id, '1250000')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
  });

  it('takes no day to come', async () => {
    expect(refusal(await give(await withdrawn(), '1', { valueOn: '2199-01-01' }))).toEqual([400, 'own-money.not-moved-yet', '/valueOn']);
  });
});
