import { localDate, type LocalDate, type Period } from '#libs/calendar';
import { won, type Won } from '#libs/money';
import type { GrantRegime } from '../call/call.js';
import type { SettlementTerms } from './settlement.js';

/** A term of the law with its clause. */
export interface Term {
  readonly period: Period;
  readonly clause: string;
}

/** What the law of a regime says about settling a stage, in force from a day on. */
export interface SettlementWording {
  readonly effectiveFrom: LocalDate;
  /** Yearly report on use, after the end of a year; null where the regime asks for none. */
  readonly yearlyReport: Term | null;
  /** Settlement report, after the end of a stage. */
  readonly report: Term;
  /** How much of the next payment a late report may cost, by how late it is. */
  readonly lateReport: { readonly steps: readonly { readonly afterMonths: number; readonly atMostBasisPoints: number }[]; readonly clause: string } | null;
  readonly settle: Term;
  readonly objection: Term;
  readonly answer: Term;
  /** Until when a notice is paid. */
  readonly payment: Term;
  /** A reminder goes out within so many days of the default and leaves so many to pay. */
  readonly reminder: { readonly within: Period; readonly payWithinDays: number; readonly clause: string };
  readonly interest: string;
  readonly recovery: SettlementTerms;
  /** From which amount of public money on an auditor verifies the settlement, and audits a fiscal year. */
  readonly verification: { readonly settlementFromWon: Won; readonly auditFromWon: Won; readonly audit: Term; readonly clause: string } | null;
}

const RESEARCH: SettlementWording = {
  effectiveFrom: localDate('2021-01-01'),
  yearlyReport: { period: { months: 1 }, clause: '국가연구개발혁신법 시행령 제25조' },
  report: { period: { months: 3 }, clause: '국가연구개발혁신법 시행령 제26조제1항' },
  lateReport: null,
  settle: { period: { months: 3 }, clause: '국가연구개발혁신법 제13조제8항' },
  objection: { period: { days: 20 }, clause: '국가연구개발혁신법 제33조' },
  answer: { period: { days: 30 }, clause: '국가연구개발혁신법 제33조' },
  payment: { period: { days: 30 }, clause: '국가연구개발혁신법 시행령 제63조' },
  reminder: { within: { days: 15 }, payWithinDays: 10, clause: '국가연구개발혁신법 시행령 제63조' },
  interest: '국가연구개발혁신법 시행령 제20조제3항',
  recovery: { lowExecutionBasisPoints: 5_000, indirectReturnedBy: ['SME', 'MID_SIZE', 'MID_SIZE_LARGE_SALES', 'LARGE'], clause: '국가연구개발혁신법 시행령 제26조제5항' },
  verification: null,
};

const SUBSIDIES: SettlementWording = {
  effectiveFrom: localDate('2021-01-01'),
  yearlyReport: null,
  report: { period: { months: 2 }, clause: '보조금 관리에 관한 법률 시행령 제12조' },
  lateReport: {
    steps: [{ afterMonths: 3, atMostBasisPoints: 1_000 }, { afterMonths: 6, atMostBasisPoints: 2_000 }, { afterMonths: 12, atMostBasisPoints: 5_000 }],
    clause: '보조금 관리에 관한 법률 제27조, 시행령 제12조',
  },
  settle: { period: { months: 3 }, clause: '보조금 관리에 관한 법률 제28조' },
  objection: { period: { days: 20 }, clause: '보조금 관리에 관한 법률 제37조' },
  answer: { period: { days: 30 }, clause: '보조금 관리에 관한 법률 제37조' },
  payment: { period: { days: 30 }, clause: '보조금 관리에 관한 법률 제31조' },
  reminder: { within: { days: 15 }, payWithinDays: 10, clause: '보조금 관리에 관한 법률 제33조의3, 국세징수법 제10조' },
  interest: '보조금 관리에 관한 법률 제31조',
  recovery: { lowExecutionBasisPoints: null, indirectReturnedBy: ['SME', 'MID_SIZE', 'MID_SIZE_LARGE_SALES', 'LARGE', 'NON_PROFIT'], clause: '보조금 관리에 관한 법률 제31조' },
  verification: {
    settlementFromWon: won(100_000_000n),
    auditFromWon: won(1_000_000_000n),
    audit: { period: { months: 4 }, clause: '보조금 관리에 관한 법률 제27조의2' },
    clause: '보조금 관리에 관한 법률 제27조제2항',
  },
};

const WORDINGS: Readonly<Record<GrantRegime, readonly [SettlementWording, ...SettlementWording[]]>> = { RND: [RESEARCH], SUBSIDY: [SUBSIDIES] };

/** The wording of a regime in force on a day; the first one before that. */
export function settlementWordingOn(regime: GrantRegime, day: LocalDate): SettlementWording {
  const [first, ...later] = WORDINGS[regime];
  return later.filter(({ effectiveFrom }) => effectiveFrom <= day).at(-1) ?? first;
}
