import type { InvestmentSummary, Obligation } from '../../api/types.js';

const FIGURES = ['committed', 'paidIn', 'invested', 'qualifying', 'pending', 'required', 'shortfall', 'expenses', 'capacity', 'remaining', 'headroom', 'maxAttainable'] as const;
export type FigureId = (typeof FIGURES)[number];

export function isFigure(id: string | null): id is FigureId {
  return FIGURES.some((figure) => figure === id);
}

/** One part of a calculation: another figure that can be opened in turn, or a sign or number between figures. */
type FormulaPart = { readonly figure: FigureId; readonly amount: string } | { readonly text: string };

export interface FigureSource {
  readonly amount: (obligation: Obligation) => string;
  readonly unit: 'won' | 'percent';
  /** How it comes about, after the equals sign. */
  readonly formula?: (obligation: Obligation) => readonly FormulaPart[];
  /** The investments that add up to it. */
  readonly holds?: (investment: InvestmentSummary) => boolean;
  /** The kind of ledger account that carries it. */
  readonly chart?: string;
}

const part = (figure: FigureId, amount: string): FormulaPart => ({ figure, amount });
const sign = (text: string): FormulaPart => ({ text });

/** Conversions move no cash, and what was voided never counted. */
const counts = (investment: InvestmentSummary): boolean => !investment.voided && investment.kind !== 'CONVERSION';

export const FIGURE_SOURCES: Readonly<Record<FigureId, FigureSource>> = {
  committed: { unit: 'won', amount: (o) => o.committedWon, chart: 'fund.commitment' },
  paidIn: { unit: 'won', amount: (o) => o.paidInWon, chart: 'fund.capital-paid-in' },
  invested: { unit: 'won', amount: (o) => o.investedWon, holds: counts, chart: 'fund.investment-cost' },
  qualifying: { unit: 'won', amount: (o) => o.qualifyingWon, holds: (investment) => counts(investment) && investment.status === 'QUALIFIED' },
  pending: { unit: 'won', amount: (o) => o.pendingWon, holds: (investment) => counts(investment) && investment.status === 'PENDING' },
  required: {
    unit: 'won',
    amount: (o) => o.decisive.requiredWon,
    formula: (o) => [o.rule.denominator === 'COMMITTED' ? part('committed', o.decisive.baseWon) : sign(o.decisive.baseWon), sign('×'), sign(`${o.rule.ratioBasisPoints / 100}%`)],
  },
  shortfall: {
    unit: 'won',
    amount: (o) => o.decisive.shortfallWon,
    formula: (o) => [part('required', o.decisive.requiredWon), sign('−'), part('qualifying', countedWon(o))],
  },
  expenses: { unit: 'won', amount: (o) => o.lifetimeExpensesWon, chart: 'fund.expense' },
  capacity: {
    unit: 'won',
    amount: (o) => o.feasibility.capacityWon,
    formula: (o) => [part('committed', o.committedWon), sign('−'), part('expenses', o.lifetimeExpensesWon)],
  },
  remaining: {
    unit: 'won',
    amount: (o) => o.feasibility.remainingWon,
    formula: (o) => [part('capacity', o.feasibility.capacityWon), sign('−'), part('invested', o.investedWon)],
    chart: 'fund.deal-capacity',
  },
  headroom: {
    unit: 'won',
    amount: (o) => o.feasibility.headroomWon,
    formula: (o) => [part('remaining', o.feasibility.remainingWon), sign('−'), part('shortfall', o.feasibility.shortfallWon)],
    chart: 'fund.headroom',
  },
  maxAttainable: {
    unit: 'percent',
    amount: (o) => o.feasibility.maxAttainablePercent ?? '–',
    formula: (o) => [sign('('), part('qualifying', countedWon(o)), sign('+'), part('remaining', o.feasibility.remainingWon), sign(') ÷'), part('committed', o.committedWon)],
  },
};

/** What counts towards the obligation under its measure. */
function countedWon(obligation: Obligation): string {
  return obligation.rule.measure === 'CUMULATIVE_COST' ? obligation.qualifyingWon : obligation.qualifyingOutstandingWon;
}
