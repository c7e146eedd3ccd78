import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { BasisPoints, Won } from '#libs/money';
import type { CashFlow, InternalRate, Multiples } from '../performance/performance.js';
import type { Contribution, PaidDistribution, PartnerAmount, WaterfallTerms } from '../waterfall/waterfall.js';

/** Where a fund stands on the day a forecast starts from; amounts in won. */
export interface ForecastStart {
  readonly asOf: LocalDate;
  /** In the order of the agreement. */
  readonly partners: readonly { readonly partnerId: string; readonly commitmentWon: Won }[];
  readonly contributions: readonly Contribution[];
  readonly paid: readonly PaidDistribution[];
  readonly holdings: readonly { readonly investmentId: string; readonly costWon: Won; readonly fairValueWon: Won }[];
  readonly cashWon: Won;
  readonly terms: WaterfallTerms;
}

/** How a holding is thought to end: on a day, for so much of its fair value (of its cost, for deals still to be made). */
export interface ExpectedExit {
  readonly on: LocalDate;
  readonly multiple: BasisPoints;
}

/** What somebody assumes about the years ahead. Every number is the scenario's own; none is hidden in the computation. */
export interface Scenario {
  readonly name: Bilingual;
  /** Capital to be called, in won; no more than is left is called. */
  readonly calls: readonly { readonly on: LocalDate; readonly amountWon: Won }[];
  readonly deals: readonly { readonly on: LocalDate; readonly amountWon: Won; readonly exit: ExpectedExit }[];
  /** Fees and expenses still to be paid. */
  readonly expenses: readonly { readonly on: LocalDate; readonly amountWon: Won }[];
  /** For every holding without an exit of its own. */
  readonly exit: ExpectedExit;
  readonly exits: ReadonlyMap<string, ExpectedExit>;
  /** Days on which cash above the reserve is handed out; on the last one all of it. */
  readonly payoutsOn: readonly LocalDate[];
  readonly reserveWon: Won;
}

export interface ForecastEvent {
  readonly on: LocalDate;
  readonly kind: 'CALL' | 'EXIT' | 'EXPENSE' | 'DEAL' | 'PAYOUT';
  /** Into the fund's cash (positive) or out of it. */
  readonly amountWon: Won;
  readonly cashAfterWon: Won;
  readonly reference: string | null;
}

export interface Forecast {
  readonly scenario: Bilingual;
  readonly events: readonly ForecastEvent[];
  /** From the partners' side, what has been and what is expected. */
  readonly partnerFlows: readonly CashFlow[];
  readonly byPartner: readonly PartnerAmount[];
  readonly carryWon: Won;
  /** The first day on which planned payments exceed the cash there is, and by how much at worst; null where they never do. */
  readonly shortOfCash: { readonly on: LocalDate; readonly mostWon: Won } | null;
  readonly cashAtEndWon: Won;
  readonly multiples: Multiples;
  readonly netRate: InternalRate;
}
