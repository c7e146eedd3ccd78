import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { appliedVoucher, evaluate, openVoucherYear, select, type VoucherYearOptions } from '../../support/vouchers.js';

describe('moving up from the waiting list', () => {
  const finance = Client.as('finance');
  const promise = (...ids: (string | undefined)[]): Json => ({ selected: ids.map((voucherId) => ({ voucherId, amountWon: '5000000' })) });
  const promote = (yearId: string, body: Json, ask = {}) => finance.post(`/voucher-years/${yearId}/promotions`, { decidedOn: '2021-05-03', ...body }, ask);
  const withdraw = (voucherId: string) => finance.post(`/vouchers/${voucherId}/withdraw`, { reason: '기업 사정으로 포기' });
  const state = async (voucherId: string): Promise<string> => (await finance.get(`/vouchers/${voucherId}/application`)).body.state as string;
  /** One place for each but the last `waiting`, best first. */
  const waitingListOf = async (count: number, waiting: number, options: VoucherYearOptions = {}): Promise<{ yearId: string; ids: string[] }> => {
    const { id: yearId } = await openVoucherYear({ vouchers: count - waiting, companies: 100, ...options });
    const ids: string[] = [];
    for (let each = 0; each < count; each += 1) ids.push(await appliedVoucher(yearId));
    await evaluate(yearId, Object.fromEntries(ids.map((id, index) => [id, String(90 - index)])));
    await select(yearId);
    return { yearId, ids };
  };

  let once: { yearId: string; ids: string[] };
  beforeAll(async () => {
    once = await waitingListOf(3, 2);
    await withdraw(once.ids[0] ?? '');
  });

  itIsClosedTo('compliance', 'promoteSelection', (client) => client.post(`/voucher-years/${NOWHERE}/promotions`, { dryRun: true }));
  itFindsNothingAt((id) => promote(id, promise(NOWHERE)));
  itWritesOncePerKey((ask, variation) => promote(once.yearId, variation === 'first' ? promise(once.ids[1]) : promise(once.ids[1], once.ids[2]), ask));

  it('the story of a place that falls free: the first in line gets it, nobody overtakes', async () => {
    const { yearId, ids } = await waitingListOf(4, 2);
    const full = await promote(yearId, promise(ids[2]));
    expect([full.status, full.body.code, full.body.rule.clause]).toEqual([422, 'rule.place-is-free', '국회확정']);
    expect(full.body.text.ko).toContain('남은 한도는 0건');
    expectStatus(await withdraw(ids[0] ?? ''), 201);
    expect((await promote(yearId, promise(ids[3]))).body.code).toBe('selection.changed-since-preview');
    const promoted = await promote(yearId, promise(ids[2]));
    expectStatus(promoted, 200);
    expect(promoted.body.promoted.map(({ voucherId, amountWon }: Json) => [voucherId, amountWon])).toEqual([[ids[2], '5000000']]);
    expect(await Promise.all(ids.map(state))).toEqual(['WITHDRAWN', 'SELECTED', 'SELECTED', 'WAITLISTED']);
    expect((await promote(yearId, promise(ids[3]))).body.code).toBe('rule.place-is-free');
  });

  it('shows in a dry run who would move up, and every figure where it cannot be', async () => {
    const { yearId, ids } = await waitingListOf(2, 1);
    const dry = await promote(yearId, { dryRun: true });
    expect([dry.status, dry.body.promoted[0].voucherId, dry.body.verdicts[0].result, dry.body.before]).toEqual([200, ids[1], 'BLOCK', { vouchers: 0, companies: 99, budgetWon: '495000000' }]);
    expect(await state(ids[1] ?? '')).toBe('WAITLISTED');
  });

  it('moves several at once where the budget has grown, and no more than wait', async () => {
    const { yearId, ids } = await waitingListOf(3, 2, { vouchers: 10, budgetWon: '5000000' });
    await finance.post(`/voucher-years/${yearId}/budget`, { stage: 'SUPPLEMENTARY', amountWon: '10000000', vouchers: 0, companies: 0, decidedOn: '2021-04-30', clause: '추경' });
    expect(refusal(await promote(yearId, promise(ids[1], ids[2], NOWHERE)))).toEqual([400, 'selection.waiting-list-shorter', '/count']);
    expectStatus(await promote(yearId, promise(ids[1], ids[2])), 200);
    expect(await Promise.all(ids.map(state))).toEqual(['SELECTED', 'SELECTED', 'SELECTED']);
  });

  it('gives one free place to one of many who ask at once', async () => {
    const { yearId, ids } = await waitingListOf(3, 2);
    await withdraw(ids[0] ?? '');
    const answers = await Promise.all(Array.from({ length: 5 }, () => promote(yearId, promise(ids[1]))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422]);
  });
});
