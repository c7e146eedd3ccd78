import { invariant } from '#libs/errors';
import type { CapitalAccount, CapitalAccounts, PartnerRow } from '#libs/fund';
import { allocate, negateWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import type { IlpaReportingFacts, IlpaStretch } from './ilpa.js';

/** Whose part of the fund a table tells of. */
export interface Allocation {
  readonly id: 'partner' | 'general-partner' | 'fund';
  readonly partners: readonly PartnerRow[];
  /** Carry that is accrued belongs to the general partner and to the fund. */
  readonly hasCarry: boolean;
}

export function allocationsOf({ partner, partners }: IlpaReportingFacts): Allocation[] {
  return [
    { id: 'partner', partners: [partner], hasCarry: false },
    { id: 'general-partner', partners: partners.filter((each) => each.kind === 'GENERAL'), hasCarry: true },
    { id: 'fund', partners, hasCarry: true },
  ];
}

/** The figures of one allocation in one stretch; what was paid out or charged is below zero. */
export interface IlpaFigures {
  readonly openingWon: Won;
  readonly contributedWon: Won;
  readonly distributedWon: Won;
  readonly feesByKind: ReadonlyMap<string, Won>;
  readonly feesWon: Won;
  readonly realisedWon: Won;
  readonly unrealisedWon: Won;
  readonly carryWon: Won;
  readonly closingWon: Won;
  readonly carryOpeningWon: Won;
  readonly carryAccruedWon: Won;
  readonly carryPaidWon: Won;
  readonly carryClosingWon: Won;
  readonly commitmentWon: Won;
  readonly unfundedBeforeWon: Won;
  readonly recallableWon: Won;
  readonly unfundedWon: Won;
}

/** Throws `InvariantError` unless opening and movements are the closing. */
export function ilpaFigures({ accounts, before, expenses }: IlpaStretch, allocation: Allocation): IlpaFigures {
  const own = accountsOf(accounts, allocation.partners);
  const sum = (pick: (account: CapitalAccount) => Won): Won => sumWon(own.map(pick));
  const earlier = before.filter((row) => allocation.partners.some((each) => each.id === row.id));
  const feesWon = sum((account) => account.feesWon);
  const recalledNow = sumWon(allocation.partners.map((each) => each.recalledWon));
  const carry = allocation.hasCarry ? accounts.carry : { openingWon: ZERO_WON, accruedWon: ZERO_WON, paidWon: ZERO_WON, closingWon: ZERO_WON };
  const figures = {
    openingWon: sum((account) => account.openingWon),
    contributedWon: sum((account) => account.contributedWon),
    distributedWon: negateWon(sum((account) => account.distributedWon)),
    feesByKind: feesByKind(feesWon, expenses),
    feesWon,
    realisedWon: sum((account) => account.realisedWon),
    unrealisedWon: sum((account) => account.unrealisedWon),
    carryWon: sum((account) => account.carryWon),
    closingWon: sum((account) => account.closingWon),
    carryOpeningWon: carry.openingWon,
    carryAccruedWon: carry.accruedWon,
    carryPaidWon: negateWon(carry.paidWon),
    carryClosingWon: carry.closingWon,
    commitmentWon: sumWon(allocation.partners.map((each) => each.commitmentWon)),
    unfundedBeforeWon: sumWon(earlier.map(unfunded)),
    recallableWon: won(recalledNow - sumWon(earlier.map((each) => each.recalledWon))),
    unfundedWon: sumWon(allocation.partners.map(unfunded)),
  };
  const moved = figures.openingWon + figures.contributedWon + figures.distributedWon + figures.feesWon + figures.realisedWon + figures.unrealisedWon + figures.carryWon;
  invariant(moved === figures.closingWon, `the account of ${allocation.id} comes to ${moved}, not to ${figures.closingWon}`);
  return figures;
}

const unfunded = ({ commitmentWon, paidInWon, recalledWon }: PartnerRow): Won => won(commitmentWon - paidInWon + recalledWon);

function accountsOf({ accounts }: CapitalAccounts, partners: readonly PartnerRow[]): CapitalAccount[] {
  const ids = new Set(partners.map(({ id }) => id));
  return accounts.filter(({ partnerId }) => ids.has(partnerId));
}

/** An allocation's fees by the kinds that the fund paid, without losing a won. */
function feesByKind(feesWon: Won, expenses: ReadonlyMap<string, Won>): ReadonlyMap<string, Won> {
  const kinds = [...expenses].filter(([, amount]) => amount > 0n);
  if (kinds.length === 0) return new Map();
  const parts = allocate(feesWon, kinds.map(([, amount]) => amount));
  return new Map(kinds.map(([kind], at) => [kind, parts[at] ?? ZERO_WON]));
}
