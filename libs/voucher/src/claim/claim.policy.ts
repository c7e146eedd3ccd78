import { basisPoints, type BasisPoints } from '#libs/money';
import type { PolicySet, Sourced } from '#libs/policy';
import { YEAR_POLICIES, yearTerms } from '../year/year.policy.js';
import type { ServiceMenuItem, YearTerms } from '../year/year.js';
import type { ClaimTerms } from './claim.rules.js';

/** What a programme year settles about the use of its vouchers, each with its clause. */
export interface UseTerms extends ClaimTerms {
  readonly selfBurdenChannel: Sourced<YearTerms['selfBurdenChannel']>;
  readonly validity: Sourced<number>;
  readonly menu: Sourced<readonly ServiceMenuItem[]>;
  readonly brokerRequired: Sourced<boolean>;
  readonly brokerFeeCap: Sourced<BasisPoints>;
  readonly ofTheYear: YearTerms;
}

const WHOLE = 10_000;

/** Public money bears what is left of the supply price after the company's share. */
export function useTerms(policies: PolicySet): UseTerms {
  const terms = yearTerms(policies);
  return {
    governmentShare: policies.sourced(YEAR_POLICIES.selfBurden, basisPoints(WHOLE - terms.selfBurden)),
    vatRate: policies.sourced(YEAR_POLICIES.vatRate, terms.vatRate),
    beyondBalance: policies.sourced(YEAR_POLICIES.beyondBalance, terms.beyondBalance),
    selfBurdenChannel: policies.sourced(YEAR_POLICIES.selfBurdenChannel, terms.selfBurdenChannel),
    validity: policies.sourced(YEAR_POLICIES.validityMonths, terms.validityMonths),
    menu: policies.sourced(YEAR_POLICIES.menu, terms.menu),
    brokerRequired: policies.sourced(YEAR_POLICIES.brokerRequired, terms.brokerRequired),
    brokerFeeCap: policies.sourced(YEAR_POLICIES.brokerFeeCap, terms.brokerFeeCap),
    ofTheYear: terms,
  };
}
