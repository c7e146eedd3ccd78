import type { LocalDate } from '#libs/calendar';
import { subtractWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import type { RosterLimits } from './roster-limits.rules.js';
import type { IssueFact, RosterFacts, UseFact } from './roster.js';

/** Where the money of vouchers is at the end of a day; issued = revoked + captured + held + expired + available. */
export interface Balance {
  readonly issuedWon: Won;
  readonly revokedWon: Won;
  readonly capturedWon: Won;
  readonly heldWon: Won;
  readonly expiredWon: Won;
  readonly availableWon: Won;
}

export interface VoucherBalance extends Balance {
  readonly voucher: string;
}

/** Totals over the vouchers issued by a day. */
export interface LedgerFigures extends Balance {
  readonly asOf: LocalDate;
  readonly issuedCount: number;
}

/** Claims that were paid: the government's and the company's part of the supply price, and the VAT that is the company's. */
export interface PaidClaims {
  readonly count: number;
  readonly supplyWon: Won;
  readonly governmentWon: Won;
  readonly selfWon: Won;
  readonly vatWon: Won;
}

export interface RosterFigures {
  readonly issuedCount: number;
  readonly issuedWon: Won;
  readonly distinctCompanies: number;
  readonly remainingVouchers: number;
  readonly remainingCompanies: number;
  readonly remainingBudgetWon: Won;
  readonly paid: PaidClaims;
}

/** What a programme year has issued, may still issue, and has paid. Given-up and lapsed amounts are not issued again. */
export function rosterFigures(facts: RosterFacts, limits: RosterLimits): RosterFigures {
  const issuedWon = sumWon(facts.issues.map((issue) => issue.amountWon));
  const distinctCompanies = new Set(facts.issues.map((issue) => issue.businessNumber)).size;
  const paid = facts.uses.filter((use) => use.state === 'PAID');
  return {
    issuedCount: facts.issues.length,
    issuedWon,
    distinctCompanies,
    remainingVouchers: limits.voucherQuota - facts.issues.length,
    remainingCompanies: limits.companyQuota - distinctCompanies,
    remainingBudgetWon: subtractWon(limits.budgetWon, issuedWon),
    paid: {
      count: paid.length,
      supplyWon: sumWon(paid.map((use) => use.supplyWon)),
      governmentWon: sumWon(paid.map((use) => use.governmentWon)),
      selfWon: sumWon(paid.map((use) => use.selfWon)),
      vatWon: sumWon(paid.map((use) => use.vatWon)),
    },
  };
}

/** Every voucher issued by `asOf`, in the order of issue, as it stands at the end of that day. */
export function voucherBalances({ issues, uses }: Pick<RosterFacts, 'issues' | 'uses'>, asOf: LocalDate): VoucherBalance[] {
  const byVoucher = new Map<string, UseFact[]>();
  for (const use of uses) {
    const list = byVoucher.get(use.voucher);
    if (list === undefined) byVoucher.set(use.voucher, [use]);
    else list.push(use);
  }
  return issues.filter((issue) => issue.issuedOn <= asOf).map((issue) => ({ voucher: issue.voucher, ...balanceOf(issue, byVoucher.get(issue.voucher) ?? [], asOf) }));
}

/** The totals of `voucherBalances`. */
export function ledgerOn(facts: Pick<RosterFacts, 'issues' | 'uses'>, asOf: LocalDate): LedgerFigures {
  const balances = voucherBalances(facts, asOf);
  const total = (key: keyof Balance): Won => sumWon(balances.map((balance) => balance[key]));
  return {
    asOf,
    issuedCount: balances.length,
    issuedWon: total('issuedWon'),
    revokedWon: total('revokedWon'),
    capturedWon: total('capturedWon'),
    heldWon: total('heldWon'),
    expiredWon: total('expiredWon'),
    availableWon: total('availableWon'),
  };
}

/** A hold lives from the contract to payment or cancellation and survives expiry; what is neither paid nor held is the rest. */
function balanceOf(issue: IssueFact, uses: readonly UseFact[], asOf: LocalDate): Balance {
  const total = (list: readonly UseFact[]): Won => sumWon(list.map((use) => use.governmentWon));
  const capturedWon = total(uses.filter((use) => isPaid(use, asOf)));
  const heldWon = total(uses.filter((use) => use.contractedOn <= asOf && !isPaid(use, asOf) && !isCancelled(use, asOf)));
  const rest = won(issue.amountWon - capturedWon - heldWon);
  const end = restOf(issue, asOf);
  return {
    issuedWon: issue.amountWon,
    revokedWon: end === 'REVOKED' ? rest : ZERO_WON,
    capturedWon,
    heldWon,
    expiredWon: end === 'EXPIRED' ? rest : ZERO_WON,
    availableWon: end === 'AVAILABLE' ? rest : ZERO_WON,
  };
}

const isPaid = (use: UseFact, asOf: LocalDate): boolean => use.state === 'PAID' && use.paidOn !== null && use.paidOn <= asOf;

const isCancelled = (use: UseFact, asOf: LocalDate): boolean => use.state === 'CANCELLED' && use.cancelledOn !== null && use.cancelledOn <= asOf;

/** The last day of validity is still good. Given up after that, a voucher has lapsed and not been revoked. */
function restOf({ givenUpOn, validTo }: IssueFact, asOf: LocalDate): 'AVAILABLE' | 'REVOKED' | 'EXPIRED' {
  if (givenUpOn !== null && givenUpOn <= validTo && givenUpOn <= asOf) return 'REVOKED';
  return validTo < asOf ? 'EXPIRED' : 'AVAILABLE';
}
