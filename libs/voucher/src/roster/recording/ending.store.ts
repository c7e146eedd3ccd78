import { addDays, yearOf } from '#libs/calendar';
import type { Ledger } from '#libs/ledger';
import { numberKey } from '#libs/sheet';
import { voucherExpired, voucherRevoked } from '../../voucher/voucher.posting.js';
import { termsOfYear } from '../../year/year.query.js';
import type { IssueFact, UseFact } from '../roster.js';
import { recordVoucherSteps } from './history.store.js';
import { idOf, postHistory, type Recording } from './recording.store.js';

/**
 * Vouchers that were given up: what they had left goes back to the programme on that day. Given up after its last day, a voucher
 * had lapsed before. Vouchers that only lapsed are left to `voucher.expire`.
 */
export async function recordGivenUp(recording: Recording, ledger: Ledger, issues: readonly IssueFact[], uses: readonly UseFact[]): Promise<void> {
  const { tx, context, year, issued } = recording;
  const { reissuesReturned } = await termsOfYear(tx, year, context.today);
  const ended = issues.flatMap((issue) => {
    if (issue.givenUpOn === null) return [];
    const lapsed = issue.givenUpOn > issue.validTo;
    const on = lapsed ? addDays(issue.validTo, 1) : issue.givenUpOn;
    return [{ id: idOf(issued, numberKey(issue.voucher)), lapsed, on, amountWon: restOf(issue, uses), detail: { givenUpOn: issue.givenUpOn }, number: issue.voucher }];
  });
  await recordVoucherSteps(tx, context, ended.map(({ id, lapsed, on, amountWon, detail }) => ({ id, event: lapsed ? ('expire' as const) : ('withdraw' as const), on, amountWon, detail })));
  const givenBack = ended.filter(({ amountWon }) => amountWon > 0n).map(({ id, lapsed, on, amountWon, number }) => {
    const voucher = { yearId: year.id, voucherId: id, effectiveOn: on, memo: `${number} ${lapsed ? '소멸' : '포기'}` };
    const reissued = reissuesReturned && yearOf(on) === year.fiscalYear;
    return (lapsed ? voucherExpired : voucherRevoked)(voucher, amountWon, reissued);
  });
  await postHistory(recording, ledger, givenBack);
}

/** All uses of a voucher that was given up have been paid or cancelled: see VOUCHER_ENDED. */
function restOf(issue: IssueFact, uses: readonly UseFact[]): bigint {
  const paid = uses.filter(({ voucher, state }) => state !== 'CANCELLED' && numberKey(voucher) === numberKey(issue.voucher));
  return paid.reduce((rest, { governmentWon }) => rest - governmentWon, BigInt(issue.amountWon));
}
