import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';
import { openVoucherYear, voucherProgramme } from '../../support/vouchers.js';

const finance = Client.as('finance');
const form = (changes: Json = {}): Json => ({ unissued: 'LAPSE', clause: '2021 회계연도 결산', ...changes });
const close = (id: string, changes: Json = {}, ask = {}) => finance.post(`/voucher-years/${id}/close`, form(changes), ask);

describe('closing a programme year', () => {
  itIsClosedTo('compliance', 'closeVoucherYear', (client) => client.post(`/voucher-years/${NOWHERE}/close`, form()));
  itFindsNothingAt((id) => close(id));
  const once = openVoucherYear();
  itWritesOncePerKey(async (ask, variation) => close((await once).id, { clause: variation === 'first' ? '결산' : '다른 결산' }, ask));

  it('lets what was not issued lapse, and nothing is left to draw', async () => {
    const { id, account } = await openVoucherYear();
    const closed = await close(id);
    expectStatus(closed, 201);
    expect([closed.body.lapsedWon, closed.body.forwardedWon, closed.body.carriedOverWon]).toEqual(['500000000', '0', '0']);
    expect((closed.body.entries as Json[]).map(({ posting, effectiveOn }) => [posting, effectiveOn])).toEqual([['voucher.budget-lapsed', '2021-12-31']]);
    expect(await Promise.all(['voucher.budget', 'voucher.appropriation'].map((chart) => balanceOf(account(chart))))).toEqual([0n, 0n]);
    expect((await finance.get(`/voucher-years/${id}`)).body.closedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('carries it forward into the books of the next year, with the pieces that nobody used', async () => {
    const programmeId = await voucherProgramme();
    const [year, next] = [await openVoucherYear({ programmeId }), await openVoucherYear({ programmeId, fiscalYear: 2022, budgetWon: '0' })];
    const dry = await close(year.id, { unissued: 'FORWARD', dryRun: true });
    const closed = await close(year.id, { unissued: 'FORWARD' });
    const shape = ({ body }: { body: Json }): unknown => [body.forwardedWon, (body.entries as Json[]).map(({ posting, effectiveOn, lines }) => [posting, effectiveOn, lines.length])];
    expect([shape(closed), closed.body.dryRun]).toEqual([['500000000', [['voucher.budget-forwarded', '2021-12-31', 2], ['voucher.budget-decided', '2022-01-01', 6]]], false]);
    expect([shape(dry), dry.body.dryRun]).toEqual([shape(closed), true]);
    expect((await finance.get(`/voucher-years/${next.id}/budget`)).body).toMatchObject([{ stage: 'CARRIED_FORWARD', amountWon: '500000000', vouchers: 100, companies: 100, decidedOn: '2022-01-01' }]);
    expect(await balanceOf(next.account('voucher.budget'))).toBe(500_000_000n);
  });

  it('needs a next year to carry forward to, and says all that stands in the way at once', async () => {
    const { id } = await openVoucherYear();
    expect(refusal(await close(id, { unissued: 'FORWARD' }))).toEqual([422, 'rule.next-year-is-open']);
    const running = await openVoucherYear({ fiscalYear: 2198, budgetWon: '0' });
    const dry = await close(running.id, { unissued: 'FORWARD', dryRun: true });
    expect((dry.body.verdicts as Json[]).map(({ rule, result }) => [rule, result])).toEqual([['year-is-over', 'BLOCK'], ['next-year-is-open', 'BLOCK'], ['nobody-waits-for-a-voucher', 'PASS']]);
    expect(refusal(await close(running.id))).toEqual([422, 'rule.year-is-over']);
  });

  it('happens once, and ends all granting', async () => {
    const { id } = await openVoucherYear();
    const answers = await Promise.all([1, 2, 3].map(() => close(id)));
    expect(answers.map(({ status, body }) => [status, body.code as string | undefined]).sort()).toEqual([[201, undefined], [409, 'voucher-year.closed'], [409, 'voucher-year.closed']]);
    const budget = { stage: 'SUPPLEMENTARY', amountWon: '1000', vouchers: 0, decidedOn: '2021-12-31', clause: '추경' };
    expect(refusal(await finance.post(`/voucher-years/${id}/budget`, budget))).toEqual([409, 'voucher-year.closed']);
    const term = { key: 'voucher.face-won', value: '1', effectiveFrom: '2021-12-31', clause: '공고', source: 'NOTICE' };
    expect(refusal(await Client.as('compliance').post(`/voucher-years/${id}/terms`, term))).toEqual([409, 'voucher-year.closed']);
  });

  it('of a year without anything posts nothing', async () => {
    const { id } = await openVoucherYear({ budgetWon: '0' });
    expect((await close(id)).body).toMatchObject({ lapsedWon: '0', carriedOverWon: '0', entries: [] });
  });
});
