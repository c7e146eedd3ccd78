import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { businessNumber } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { appliedVoucher, evaluate, openVoucherYear, promises, select, type VoucherYearOptions } from '../../support/vouchers.js';

describe('deciding on a selection', () => {
  const finance = Client.as('finance');
  const decide = (yearId: string, body: Json = {}, ask = {}) => finance.post(`/voucher-years/${yearId}/selection`, body, ask);
  /** A year with applications of these scores, evaluated; the ids in the order of the scores given. */
  const evaluated = async (scores: string[], options: VoucherYearOptions = {}, changes: (index: number) => Json = () => ({})): Promise<{ yearId: string; ids: string[] }> => {
    const { id: yearId } = await openVoucherYear(options);
    const ids: string[] = [];
    for (const [index] of scores.entries()) ids.push(await appliedVoucher(yearId, changes(index)));
    await evaluate(yearId, Object.fromEntries(ids.map((id, index) => [id, scores[index] ?? '0'])));
    return { yearId, ids };
  };
  const shown = (ranking: Json): string[] => ranking.ranked.map(({ rank, number, outcome }: Json) => `${rank as number} ${number as string} ${outcome as string}`);

  let once: { yearId: string; ids: string[] };
  beforeAll(async () => {
    once = await evaluated(['80']);
  });

  itIsClosedTo('compliance', 'decideSelection', (client) => client.post(`/voucher-years/${NOWHERE}/selection`, { dryRun: true }));
  itFindsNothingAt((id) => decide(id, { dryRun: true }));
  itWritesOncePerKey((ask, variation) => decide(once.yearId, { selected: [{ voucherId: once.ids[0], amountWon: variation === 'first' ? '5000000' : '1' }] }, ask));

  it('selects the best by mean score, earlier receipt first, while quota and budget allow', async () => {
    const { yearId, ids } = await evaluated(['80', '90', '80', '70'], { vouchers: 3 }, (index) => ({ receivedTime: index === 2 ? '09:00' : '10:00' }));
    const preview = await decide(yearId, { dryRun: true });
    expectStatus(preview, 200);
    expect(shown(preview.body)).toEqual(['1 APP-2021-002 SELECTED', '2 APP-2021-003 SELECTED', '3 APP-2021-001 SELECTED', '4 APP-2021-004 WAITLISTED']);
    expect([preview.body.amountWon, preview.body.before, preview.body.after]).toEqual(['15000000', { vouchers: 3, companies: 3, budgetWon: '500000000' }, { vouchers: 0, companies: 0, budgetWon: '485000000' }]);
    expect(preview.body.ranked[3].why.ko).toContain('남은 한도는 0건, 기업 0개, 예산 485,000,000원');
    const states = async (): Promise<string[]> => Promise.all(ids.map(async (id) => (await finance.get(`/vouchers/${id}/application`)).body.state as string));
    expect(await states()).toEqual(['EVALUATED', 'EVALUATED', 'EVALUATED', 'EVALUATED']);
    const decided = await decide(yearId, { selected: promises(preview.body) });
    expect([decided.status, decided.body]).toEqual([200, preview.body]);
    expect(await states()).toEqual(['SELECTED', 'SELECTED', 'SELECTED', 'WAITLISTED']);
    expect((await finance.get(`/vouchers/${ids[3] ?? ''}/application`)).body.steps.at(-1).reason).toContain('예비로 둡니다');
  });

  it('promises no won twice: what was selected and not issued is gone', async () => {
    const { yearId } = await evaluated(['80', '70'], { budgetWon: '9000000', vouchers: 5 });
    expect(shown(await select(yearId))).toEqual(['1 APP-2021-001 SELECTED', '2 APP-2021-002 WAITLISTED']);
    const later = await appliedVoucher(yearId);
    await evaluate(yearId, { [later]: '99' });
    const { ranked, before } = await select(yearId);
    expect([ranked[0].rank, ranked[0].outcome, ranked[0].why.en, before]).toEqual([3, 'WAITLISTED', 'The 1 on the waiting list of an earlier decision come first.', { vouchers: 4, companies: 4, budgetWon: '4000000' }]);
  });

  it('gives less to whoever asks for less, and never more than the face value', async () => {
    const { yearId } = await evaluated(['80', '70'], {}, (index) => ({ requestedWon: index === 0 ? '9000000' : '2000000' }));
    expect((await select(yearId)).ranked.map(({ requestedWon, amountWon }: Json) => [requestedWon, amountWon])).toEqual([['9000000', '5000000'], ['2000000', '2000000']]);
  });

  it('counts a company once among companies', async () => {
    const company = { name: '(주)둘', businessNumber: businessNumber() };
    const { yearId } = await evaluated(['90', '80', '70'], { vouchers: 10, companies: 1 }, (index) => (index < 2 ? { company } : {}));
    expect(shown(await select(yearId))).toEqual(['1 APP-2021-001 SELECTED', '2 APP-2021-002 SELECTED', '3 APP-2021-003 WAITLISTED']);
  });

  it('stops at the cut', async () => {
    const { yearId } = await evaluated(['90', '80', '70']);
    expect(shown(await select(yearId, { cut: 1 }))).toEqual(['1 APP-2021-001 SELECTED', '2 APP-2021-002 WAITLISTED', '3 APP-2021-003 WAITLISTED']);
  });

  it('selects nobody on a proposal of the government: only an approved budget is money', async () => {
    const { yearId } = await evaluated(['90'], { budgetWon: '0' });
    await finance.post(`/voucher-years/${yearId}/budget`, { stage: 'PROPOSAL', amountWon: '500000000', vouchers: 100, companies: 100, decidedOn: '2020-09-01', clause: '정부안' });
    expect(shown((await decide(yearId, { dryRun: true })).body)).toEqual(['1 APP-2021-001 WAITLISTED']);
  });

  it('decides only what was looked at', async () => {
    const { yearId, ids } = await evaluated(['90', '80'], { vouchers: 1 });
    const [first, second] = ids;
    expect(refusal(await decide(yearId))).toEqual([400, 'selection.list-missing', '/selected']);
    // The same sum, for somebody else: what was signed is a list of names.
    const stale = await decide(yearId, { selected: [{ voucherId: second, amountWon: '5000000' }] });
    expect([stale.status, stale.body.code, stale.body.details]).toEqual([409, 'selection.changed-since-preview', { selected: [first] }]);
    for (const selected of [[], [{ voucherId: first, amountWon: '4000000' }], [{ voucherId: first, amountWon: '5000000' }, { voucherId: second, amountWon: '5000000' }]]) {
      expect((await decide(yearId, { selected })).body.code).toBe('selection.changed-since-preview');
    }
  });

  it('takes no day in the future, and nothing where nothing was evaluated', async () => {
    const { id } = await openVoucherYear();
    expect(refusal(await decide(id, { decidedOn: '2199-01-01', dryRun: true }))).toEqual([400, 'selection.not-decided-yet', '/decidedOn']);
    expect(refusal(await decide(id, { dryRun: true }))).toEqual([409, 'selection.nothing-to-decide']);
  });

  it('lets exactly one of many decide', async () => {
    const { yearId, ids } = await evaluated(['90', '80']);
    const answers = await Promise.all(Array.from({ length: 5 }, () => decide(yearId, { selected: ids.map((voucherId) => ({ voucherId, amountWon: '5000000' })) })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  });
});
