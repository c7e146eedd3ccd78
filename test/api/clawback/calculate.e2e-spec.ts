import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { paidVoucher, type PaidVoucher } from '../../support/clawbacks.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { openVoucherYear } from '../../support/vouchers.js';

const TV11 = { ground: 'OFF_PURPOSE', principalWon: '1600000', improperOn: '2026-03-15', noticeOn: '2026-09-20' };
const calculate = (body: Json) => Client.as('auditor').post('/clawbacks/calculation', body);

describe('POST /clawbacks/calculation', () => {
  let yearId: string;
  let paid: PaidVoucher;

  beforeAll(async () => {
    yearId = (await openVoucherYear({ budgetWon: '0' })).id;
    paid = await paidVoucher();
  });

  itIsClosedTo('admin', 'calculateClawback', (client) => client.post('/clawbacks/calculation', { yearId: NOWHERE, ...TV11 }));

  it('TV-11: 24,800 won of interest, 1,624,800 in all, three penalties side by side, each with its article', async () => {
    const { status, body } = await calculate({ yearId, ...TV11 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ regime: 'PUBLIC_FINANCE', gainWon: '1600000', interestWon: '24800', recoveryWon: '1624800', recoveryNoticeWon: '1624800', droppedWon: '0', penaltyWon: '3200000', demandedWon: '4824800', earliestDueOn: '2026-10-20', dueOn: '2026-10-20', claimableWon: null, published: false });
    expect(body.interest).toEqual([{ from: '2026-03-01', months: 6, rateBasisPoints: 310, clause: '국세기본법 시행규칙 제19조의3', source: 'LAW', interestWon: '24800' }]);
    expect((body.options as Json[]).map(({ ground, amountWon }) => [ground, amountWon])).toEqual([['FALSE_CLAIM', '8000000'], ['EXCESS_CLAIM', '4800000'], ['OFF_PURPOSE', '3200000']]);
    expect(body.notice.at(-1)).toEqual({ label: { ko: '환수금액', en: 'amount to be recovered' }, amountWon: '1624800', inWords: '금1,624,800원(금일백육십이만사천팔백원)' });
    expect(body.clauses).toContain('공공재정환수법 제9조제1항, 시행령 별표 1');
    expect((body.verdicts as Json[]).map(({ result }) => result)).toEqual(['PASS', 'PASS']);
  });

  it('drops the won below ten and shows them', async () => {
    const { body } = await calculate({ yearId, ...TV11, ground: 'MISPAYMENT', principalWon: '999999', improperOn: '2026-08-15' });
    expect(body).toMatchObject({ interestWon: '2583', recoveryWon: '1002582', recoveryNoticeWon: '1002580', droppedWon: '2', penaltyWon: '0', demandedWon: '1002580' });
  });

  it('changes the rate in the month in which the table does', async () => {
    const { body } = await calculate({ yearId, ...TV11, improperOn: '2024-03-01', noticeOn: '2025-06-10', principalWon: '12000000' });
    expect((body.interest as Json[]).map(({ months, rateBasisPoints, interestWon }) => [months, rateBasisPoints, interestWon])).toEqual([[1, 290, '29000'], [12, 350, '420000'], [2, 310, '62000']]);
  });

  it('knows what can still be claimed back of a voucher', async () => {
    const { body } = await calculate({ yearId: paid.year.id, voucherId: paid.voucherId, ...TV11, principalWon: '2666667' });
    expect(body.claimableWon).toBe('2666666');
    expect(body.verdicts[0]).toMatchObject({ rule: 'claim-stays-within-what-was-paid', result: 'BLOCK' });
  });

  it.each([
    ['another day of payment', { dueOn: '2026-10-19' }, 'due-date-leaves-the-term'],
    ['a penalty beside the law', { penaltyWon: '3000000' }, 'penalty-stays-within-the-law'],
  ])('says what is wrong with %s', async (_what, changes, rule) => {
    const { body } = await calculate({ yearId, ...TV11, ...changes });
    expect((body.verdicts as Json[]).filter(({ result }) => result === 'BLOCK').map((verdict) => verdict.rule as string)).toEqual([rule]);
  });

  it.each([
    ['a month without a rate', { improperOn: '2021-01-15' }, [422, 'clawback.rate-unknown']],
    ['an act after the notice', { improperOn: '2026-10-01' }, [400, 'clawback.act-after-notice', '/noticeOn']],
    ['interest by hand', { fixedInterestWon: '1' }, [400, 'clawback.interest-is-computed', '/fixedInterestWon']],
    ['too many instalments', { instalments: 13 }, [400, 'recovery.instalments-out-of-range', '/instalments']],
    ['a ground that the statute does not name', { ground: 'CONDITION_BREACH' }, [422, 'penalty.ground-unknown']],
  ])('refuses %s', async (_what, changes, expected) => {
    expect(refusal(await calculate({ yearId, ...TV11, ...changes }))).toEqual(expected);
  });

  it('computes by the one statute of the year', async () => {
    const subsidy = (await openVoucherYear({ budgetWon: '0', legalRegime: 'SUBSIDY' })).id;
    const { body } = await calculate({ yearId: subsidy, ...TV11, fixedInterestWon: '0' });
    expect(body).toMatchObject({ regime: 'SUBSIDY', interestWon: '0', penaltyWon: '4800000' });
    expect((body.options as Json[]).map(({ amountWon }) => amountWon as string)).toEqual(['8000000', '4800000', '3200000', '1600000']);
  });

  it('finds no year that is not there', async () => {
    expect((await calculate({ yearId: NOWHERE, ...TV11 })).status).toBe(404);
  });
});
