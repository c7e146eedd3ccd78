import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import { negateWon, subtractWon, type Won } from '#libs/money';
import type { CarryClawback } from '../waterfall/clawback.rules.js';
import type { PartnerAmount, WaterfallStep } from '../waterfall/waterfall.js';
import type { PlannedDistribution } from '../waterfall/waterfall.rules.js';

/** A part of an amount as it is stored and shown: won as digits. */
export interface PartRecord {
  readonly partnerId: string;
  readonly amountWon: string;
}

export interface StepRecord {
  readonly tier: WaterfallStep['tier'];
  readonly name: Bilingual;
  readonly basis: Bilingual;
  readonly limitWon: string | null;
  readonly amountWon: string;
  readonly carryWon: string;
  readonly byPartner: readonly PartRecord[];
}

/** The working of a distribution as it is stored, hashed and shown: nothing of it has to be computed again to be read. */
export interface PlanRecord {
  readonly on: string;
  readonly amountWon: string;
  readonly hurdleBalanceWon: string;
  readonly steps: readonly StepRecord[];
  readonly carryWon: string;
  readonly carryByPartner: readonly PartRecord[];
  readonly byPartner: readonly PartRecord[];
  readonly overpaidCarryWon: string;
  readonly setsEarlierRight: boolean;
  /** By partner since inception as the agreement wants it, this distribution included. */
  readonly totalsByPartner: readonly PartRecord[];
  readonly totals: Readonly<Record<'contributedWon' | 'returnedWon' | 'preferredWon' | 'catchUpWon' | 'splitWon' | 'carryWon' | 'investorsWon', string>>;
}

export function planRecord({ distribution, ...plan }: PlannedDistribution): PlanRecord {
  const { totals } = distribution;
  return {
    on: distribution.on,
    amountWon: digits(distribution.amountWon),
    hurdleBalanceWon: digits(distribution.hurdleBalanceWon),
    steps: distribution.steps.map(stepRecord),
    carryWon: digits(plan.carryWon),
    carryByPartner: parts(plan.carryByPartner),
    byPartner: parts(plan.byPartner),
    overpaidCarryWon: digits(plan.overpaidCarryWon),
    setsEarlierRight: plan.setsEarlierRight,
    totalsByPartner: parts(distribution.totalsByPartner),
    totals: {
      contributedWon: digits(totals.contributedWon),
      returnedWon: digits(totals.returnedWon),
      preferredWon: digits(totals.preferredWon),
      catchUpWon: digits(totals.catchUpWon),
      splitWon: digits(totals.splitWon),
      carryWon: digits(totals.carryWon),
      investorsWon: digits(totals.investorsWon),
    },
  };
}

/** The working of a clawback in the same form: no steps, because nothing was handed out that had not been before. */
export function clawbackRecord(on: LocalDate, { clawbackWon, byPartner, carryPaidWon }: CarryClawback): PlanRecord {
  const none = '0';
  return {
    on,
    amountWon: none,
    hurdleBalanceWon: none,
    steps: [],
    carryWon: digits(negateWon(clawbackWon)),
    carryByPartner: [],
    byPartner: parts(byPartner),
    overpaidCarryWon: digits(clawbackWon),
    setsEarlierRight: true,
    totalsByPartner: [],
    totals: { contributedWon: none, returnedWon: none, preferredWon: none, catchUpWon: none, splitWon: none, carryWon: digits(subtractWon(carryPaidWon, clawbackWon)), investorsWon: none },
  };
}

function stepRecord({ tier, name, basis, limitWon, amountWon, carryWon, byPartner }: WaterfallStep): StepRecord {
  return { tier, name, basis, limitWon: limitWon === null ? null : digits(limitWon), amountWon: digits(amountWon), carryWon: digits(carryWon), byPartner: parts(byPartner) };
}

const digits = (amount: Won): string => amount.toString();
const parts = (amounts: readonly PartnerAmount[]): PartRecord[] => amounts.map(({ partnerId, amountWon }) => ({ partnerId, amountWon: digits(amountWon) }));
