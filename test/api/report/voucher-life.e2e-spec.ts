import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { loneAmounts } from '../../support/figures.js';
import { nextSecond } from '../../support/packs.js';
import { designated } from '../../support/paying-accounts.js';
import { digitsOf, settlementReport, tableOf, totalsOf } from '../../support/reports.js';
import { capture, capturedService, claimedService, contractedService, paidRun, paidService, payableProvider, step, today, yearInUse, type TestUse } from '../../support/services.js';
import { deed, expire } from '../../support/voucher-life.js';
import { issuedVouchers, openVoucherYear } from '../../support/vouchers.js';

const done = (answer: Answer): void => expectStatus({ ...answer, status: answer.status === 200 ? 201 : answer.status }, 201);

/** One year in which everything happens that can happen to vouchers; the report has to tie after each deed, or it is not made. */
describe('the settlement report of a year in use', () => {
  let use: TestUse;
  const voucher = (at: number): string => use.voucherIds[at] ?? '';
  const report = async (): Promise<Json> => {
    await nextSecond();
    const answer = await settlementReport(use.year.id);
    expectStatus(answer, 200);
    expect(loneAmounts(answer.body)).toEqual([]);
    return answer.body;
  };
  const sum = async (): Promise<Record<string, number>> => Object.fromEntries(Object.entries(totalsOf(await report(), 'roll-forward')).filter(([key]) => key !== 'period').map(([key, text]) => [key, digitsOf(text)]));

  beforeAll(async () => {
    use = await yearInUse(6);
  }, 120_000);

  it('counts what was issued and what lies in deposit', async () => {
    expect(await sum()).toMatchObject({ issuedWon: 30_000_000, usedWon: 0, closingWon: 30_000_000 });
    expect(totalsOf(await report(), 'own-money', 1)).toMatchObject({ depositedWon: '7,500,000', keptWon: '7,500,000' });
  });

  it('counts a use when its payment is decided, by public and own money', async () => {
    await contractedService(voucher(0), use.provider.id);
    await paidService(use, voucher(1));
    await capturedService(voucher(2), use.provider.id);
    expect(await sum()).toMatchObject({ usedWon: 5_333_332, closingWon: 24_666_668 });
    const made = await report();
    expect(tableOf(made, 'own-money').slice(0, 3).map(({ useCount, governmentWon }) => [useCount, governmentWon])).toEqual([['1', '2,666,666'], ['1', '2,666,666'], ['1', '2,666,666']]);
    expect(totalsOf(made, 'own-money', 1)).toMatchObject({ usedWon: '1,333,334', keptWon: '6,166,666' });
    expect(totalsOf(made, 'vouchers')['heldWon']).toBe('2,666,666');
  });

  it('puts back what a provider refunds and what is no longer to be paid', async () => {
    const { id } = await paidService(use, voucher(3));
    done(await step(id, 'refund', { kind: 'PRO_RATA', supplyWon: '1000000', reason: '일부 환불' }));
    const undone = await capturedService(voucher(4), use.provider.id);
    done(await step(undone, 'reverse-capture', { reason: '청구 내용 확인' }));
    const made = await report();
    const [line] = tableOf(made, 'vouchers', 1).filter(({ state, refundedWon }) => state === '지급' && refundedWon !== '0');
    const refunded = digitsOf(line?.['refundedWon']);
    expect(refunded).toBeGreaterThan(0);
    expect(await sum()).toMatchObject({ usedWon: 10_666_664, refundedWon: refunded + 2_666_666 });
    expect((made.sections as Json[]).find(({ id: section }) => section === 'checks').blocks[0].rows.at(-1).value).toBe('1건');
  });

  it('keeps a split inside the year and a withdrawal apart from what lapses', async () => {
    done(await deed(voucher(4), 'split', { amountWon: '1000000' }));
    const before = await sum();
    expect(before).toMatchObject({ issuedWon: 30_000_000 });
    const parts = tableOf(await report(), 'vouchers').slice(0, -1).map(({ issuedWon, changedWon }) => [issuedWon, changedWon]);
    expect(parts).toEqual(expect.arrayContaining([['5,000,000', '△1,000,000'], ['0', '1,000,000']]));
    done(await deed(voucher(5), 'withdraw'));
    done(await Client.as('finance').post(`/vouchers/${voucher(5)}/own-money-returns`, { amountWon: '1250000', valueOn: today() }));
    expect(await sum()).toMatchObject({ revokedWon: 5_000_000, expiredWon: 0 });
    const made = await report();
    expect(totalsOf(made, 'unused')).toMatchObject({ amountWon: '5,000,000' });
    expect(totalsOf(made, 'own-money', 1)).toMatchObject({ returnedWon: '1,250,000', splitWon: '0' });
  });
});

describe('the settlement report of a year whose vouchers have lapsed', () => {
  const CONTRACTED = { contractedOn: '2021-06-01' };
  let yearId: string;
  let vouchers: readonly string[];
  let cancelled: string;
  let claimed: string;
  const read = async (): Promise<Json> => {
    await nextSecond();
    const answer = await settlementReport(yearId);
    expectStatus(answer, 200);
    expect(loneAmounts(answer.body)).toEqual([]);
    return answer.body;
  };

  beforeAll(async () => {
    const { id, book } = await openVoucherYear();
    yearId = id;
    await designated(book);
    const provider = await payableProvider(id);
    vouchers = await issuedVouchers(id, 3);
    const [first = '', second = ''] = vouchers;
    cancelled = await contractedService(first, provider.id, CONTRACTED);
    claimed = await claimedService(second, provider.id, CONTRACTED, { invoicedOn: '2021-07-30', supplyWon: '2500000', vatWon: '250000' });
  }, 120_000);

  it('names what stands on vouchers past their last day', async () => {
    const section = ((await read()).sections as Json[]).find(({ id }) => id === 'unused');
    expect(JSON.stringify(section)).toContain('소멸 처리되지 않은 바우처가 3건, 9,666,668원');
  });

  it('leaves what is held on them, and passes it on when it comes free', async () => {
    done(await expire(yearId));
    expect(totalsOf(await read(), 'roll-forward')).toMatchObject({ expiredWon: '9,666,668', closingWon: '5,333,332' });
    done(await step(cancelled, 'cancel', { reason: '기한 안에 못 함' }));
    done(await capture(claimed));
    const made = await read();
    expect(totalsOf(made, 'roll-forward')).toMatchObject({ usedWon: '2,000,000', expiredWon: '13,000,000', closingWon: '0' });
    expect(totalsOf(made, 'unused', 1)).toMatchObject({ endedWon: '9,666,668', passedOnWon: '3,333,332', backWon: '13,000,000' });
  });

  it('is settled when the year is closed and everybody has what is theirs, and not before', async () => {
    expect((await read()).verdict.code).toBe('UNSETTLED');
    done(await Client.as('finance').post(`/voucher-years/${yearId}/close`, { unissued: 'LAPSE', clause: '2021 회계연도 결산' }));
    const closed = await read();
    expect([closed.verdict.code, closed.verdict.text.ko]).toEqual(['IN_PROGRESS', expect.stringContaining('공급기관 미지급금(정부지원금) 2,000,000원, 공급기관 미지급금(자부담금) 500,000원, 보관 중인 자부담금 3,250,000원')]);
    await paidRun(yearId, [claimed]);
    const left = ['1250000', '750000', '1250000'];
    for (const [at, id] of vouchers.entries()) done(await Client.as('finance').post(`/vouchers/${id}/own-money-returns`, { amountWon: left[at], valueOn: today() }));
    const settled = await read();
    expect([settled.verdict.code, totalsOf(settled, 'unused')['amountWon']]).toEqual(['SETTLED', '0']);
    expect(totalsOf(settled, 'budget', 3)['amountWon']).toBe('0');
  });
});

describe('the settlement report over a closed period', () => {
  it('counts a decision on the day on which the books have it', async () => {
    const { id, book } = await openVoucherYear();
    done(await Client.as('compliance').post('/ledger/periods', { book, closedThrough: '2021-06-30' }));
    done(await Client.as('finance').post(`/voucher-years/${id}/budget`, { stage: 'SUPPLEMENTARY', amountWon: '20000000', vouchers: 4, companies: 4, decidedOn: '2021-03-02', clause: '추경' }));
    await nextSecond();
    const decided = async (asOf: string): Promise<unknown[]> => {
      const made = (await settlementReport(id, `?asOf=${asOf}`)).body as Json;
      return [tableOf(made, 'budget').slice(0, -1).map(({ decidedOn }) => decidedOn), totalsOf(made, 'budget', 2)['amountWon']];
    };
    expect([await decided('2021-06-30'), await decided('2021-07-01')]).toEqual([
      [['2021. 1. 2.'], '500,000,000'],
      [['2021. 1. 2.', '2021. 3. 2.'], '520,000,000'],
    ]);
  });
});
