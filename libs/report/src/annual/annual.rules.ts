import { DEAL_PAID } from '../fund-outcome/fund-outcome.js';
import { controlLine, requireToTie, type ControlLine } from '../table/control-total.model.js';
import { stageOf, type Stage } from './plan/plan.data.js';
import { measured, MEASURES, NOTHING_MEASURED, OUTCOME_RECEIVED, sumUp, type Measure, type Measured } from './money/measure.js';
import { inYear, INSTRUMENTS, type AnnualBook, type AnnualFacts, type AnnualMovement, type Instrument } from './annual.js';
import type { Support } from '../support/support.js';
import { grouped, total } from '../table/rows.js';

/** What each book says of each measure; won. */
export interface BookMoney {
  readonly book: AnnualBook;
  readonly movements: readonly AnnualMovement[];
  readonly money: Readonly<Record<Measure, Measured>>;
}

export function moneyOf({ books, movements }: AnnualFacts): BookMoney[] {
  const byBook = grouped(movements, ({ book }) => book);
  return books.map((book) => {
    const own = byBook.get(book.book) ?? [];
    return { book, movements: own, money: Object.fromEntries(MEASURES.map((measure) => [measure, measured(book, measure, own)])) as Record<Measure, Measured> };
  });
}

export const sumOf = (rows: readonly BookMoney[], measure: Measure): Measured =>
  rows.reduce((sum, { money }) => ({ yearWon: sum.yearWon + money[measure].yearWon, totalWon: sum.totalWon + money[measure].totalWon }), NOTHING_MEASURED);

export const ofInstrument = (rows: readonly BookMoney[], instrument: Instrument): BookMoney[] => rows.filter(({ book }) => book.instrument === instrument);

/** A company that got support of more than one kind: the baton was handed on. */
export interface Relay {
  readonly partyId: string;
  readonly party: string;
  readonly businessNumber: string | null;
  readonly supports: readonly Support[];
  readonly kinds: readonly string[];
  /** Technology or contract numbers that two kinds of support have in common: the same technology was carried on. */
  readonly shared: readonly string[];
}

/** Companies with support of several kinds by the point, those with most kinds first. */
export function relaysOf(supports: readonly Support[]): Relay[] {
  return [...grouped(supports, ({ partyId }) => partyId).values()]
    .flatMap((own): Relay[] => {
      const kinds = [...new Set(own.map(({ kind }) => kind))];
      const [first] = own;
      return first === undefined || kinds.length < 2 ? [] : [{ partyId: first.partyId, party: first.party, businessNumber: first.businessNumber, supports: own, kinds, shared: sharedNumbers(own) }];
    })
    .sort((one, other) => other.kinds.length - one.kinds.length || (one.party < other.party ? -1 : 1));
}

function sharedNumbers(supports: readonly Support[]): string[] {
  const numbered = supports.flatMap(({ technologyNumber, kind }) => (technologyNumber === null ? [] : [{ technologyNumber, kind }]));
  return [...grouped(numbered, ({ technologyNumber }) => technologyNumber)].flatMap(([number, own]) => (new Set(own.map(({ kind }) => kind)).size > 1 ? [number] : []));
}

/** Where a company stood before the year, and how far it came in it; null: it had no support that belongs to a stage. */
export interface StageMove {
  readonly partyId: string;
  readonly party: string;
  readonly before: Stage | null;
  readonly reached: Stage;
  readonly support: Support;
}

/** Companies whose support of the year belongs to a later stage than anything before it, or that came in anew. */
export function movesOf(facts: AnnualFacts): StageMove[] {
  return [...grouped(facts.supports, ({ partyId }) => partyId).values()].flatMap((own): StageMove[] => {
    const staged = own.flatMap((support) => {
      const stage = stageOf(support.kind);
      return stage === null ? [] : [{ support, stage }];
    });
    const before = staged.filter(({ support }) => support.on < facts.from).reduce<Stage | null>((most, { stage }) => (most === null || stage > most ? stage : most), null);
    const [furthest] = staged.filter(({ support }) => inYear(facts, support.on)).sort((one, other) => other.stage - one.stage);
    if (furthest === undefined || (before !== null && furthest.stage <= before)) return [];
    return [{ partyId: furthest.support.partyId, party: furthest.support.party, before, reached: furthest.stage, support: furthest.support }];
  });
}

/**
 * Control totals over all books in sight: the facts' own sums beside what the entries say. Throws `InvariantError` where one differs:
 * such a report must not leave the house.
 */
export function annualTotals(facts: AnnualFacts): readonly ControlLine[] {
  const rows = moneyOf(facts);
  const inBooks = (instruments: readonly Instrument[], measure: Measure): bigint => sumOf(rows.filter(({ book }) => instruments.includes(book.instrument)), measure).totalWon;
  const paid = total(rows, ({ movements }) => sumUp([{ chart: 'fund.investment-cost', postings: DEAL_PAID, sign: 1 }], movements).totalWon);
  const received = total(rows, ({ movements }) => sumUp([{ chart: 'grant.outcome-cash', postings: OUTCOME_RECEIVED, sign: 1 }], movements).totalWon);
  const parts = INSTRUMENTS.reduce((sum, instrument) => sum + sumOf(ofInstrument(rows, instrument), 'spentWon').totalWon, 0n);
  const lines = [
    controlLine(['투자 건별 합계', 'Deals'], ['원장 투자 기록(모든 조합)', 'Ledger: investments of all funds'], facts.sums.investedWon, paid),
    controlLine(['바우처 확정예산', 'Voucher budgets'], ['원장 바우처 예산결정(모든 사업연도)', 'Ledger: voucher budgets decided'], facts.sums.voucherBudgetWon, inBooks(['VOUCHER'], 'providedWon')),
    controlLine(['지원·매칭 확정예산', 'Grant and matching budgets'], ['원장 지원예산 결정(모든 공고·매칭)', 'Ledger: grant budgets decided'], facts.sums.grantBudgetWon, inBooks(['GRANT', 'MATCHING'], 'providedWon')),
    controlLine(['정부 몫 수납 건별 합계', 'Government’s part received'], ['원장 기술료·처분수입 수납(모든 공고·매칭)', 'Ledger: royalties and proceeds received'], facts.sums.outcomeReceivedWon, received),
    controlLine(['재원별 집행 합계', 'Spent by instrument'], ['장부별 집행 합계', 'Spent by book'], parts, sumOf(rows, 'spentWon').totalWon),
    controlLine(['차변 합계(원 단위 계정 전체)', 'All debits'], ['대변 합계', 'All credits'], facts.sums.debitWon, facts.sums.creditWon),
  ];
  requireToTie(`the annual report of ${facts.year}`, lines);
  return lines;
}
