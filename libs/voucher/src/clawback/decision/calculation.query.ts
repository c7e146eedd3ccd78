import { holidayCalendar } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { PolicySet } from '#libs/policy';
import { getVoucher } from '../../voucher/voucher.query.js';
import type { VoucherYear } from '../../year/year.js';
import { calculateClawback, type Calculation, type CalculationFacts, type CalculationRecord } from '../calculation.rules.js';
import type { ClawbackTerms } from '../clawback.js';
import { recordOf, termsOfClawbacks } from '../clawback.query.js';
import { debtorOf, type Claim } from './debtor.query.js';

export interface AskedCalculation {
  readonly calculation: Calculation;
  readonly record: CalculationRecord;
  readonly terms: ClawbackTerms;
}

/** Computes by the statute of the year, with what is on record about the voucher and its debtor where one is named. */
export async function askCalculation(tx: Tx, year: VoucherYear, policies: PolicySet, facts: Omit<CalculationFacts, 'regime'>, claim: Claim | null): Promise<AskedCalculation> {
  const debtorId = claim === null ? null : await debtorOf(tx, await getVoucher(tx, claim.voucherId), claim);
  const record = await recordOf(tx, { voucherId: claim?.voucherId ?? null, serviceId: claim?.serviceId ?? null, debtorId }, facts.principalWon);
  const terms = await termsOfClawbacks(tx, year, policies);
  return { calculation: calculateClawback({ ...facts, regime: year.legalRegime }, record, terms, holidayCalendar()), record, terms };
}
