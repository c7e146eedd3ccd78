import { addMonths, endOfYear, minDate, quarterEnd, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { requiredAmount, won } from '#libs/money';
import type { FundRow } from '../fund/fund.query.js';
import type { ObligationEffectDto } from './obligation-effect.dto.js';
import type { BasisPositionDto, ObligationDto, PacePointDto } from './obligation.dto.js';
import type { BasisPosition, ObligationPosition } from './obligation.js';
import { paceSteps, sharesByRoute } from './obligation.query.js';
import { obligationPosition, pace } from './obligation.rules.js';
import { fundPosition } from './fund-position.query.js';

export function shownBasis(position: BasisPosition): BasisPositionDto {
  return {
    basis: position.basis,
    baseWon: position.baseWon.toString(),
    ratioPercent: position.ratioPercent,
    requiredWon: position.requiredWon.toString(),
    shortfallWon: position.shortfallWon.toString(),
    met: position.met,
  };
}

/** What a deal or a decision changes, in the few figures that matter while one types. */
export function shownEffect({ facts, bases, decisive, feasibility }: ObligationPosition): ObligationEffectDto {
  return {
    ratioPercent: decisive.ratioPercent,
    investedWon: facts.investedWon.toString(),
    qualifyingWon: facts.qualifyingWon.toString(),
    pendingWon: facts.pendingWon.toString(),
    shortfallWon: feasibility.shortfallWon.toString(),
    remainingWon: feasibility.remainingWon.toString(),
    headroomWon: feasibility.headroomWon.toString(),
    maxAttainablePercent: feasibility.maxAttainablePercent,
    feasible: feasibility.feasible,
    bases: bases.map(({ basis, ratioPercent }) => ({ basis, ratioPercent })),
  };
}

/** Everything the obligation page shows of one fund at one point in both times. */
export async function viewObligation(tx: Tx, fund: FundRow, point: TimePoint): Promise<ObligationDto> {
  const { position } = await fundPosition(tx, fund, point);
  const period = { from: fund.investmentFrom, to: fund.investmentTo };
  const accepted = won(position.facts.qualifyingWon + position.facts.pendingWon);
  const ifAccepted = obligationPosition(position.rule, { ...position.facts, qualifyingWon: accepted }, period, point.asOf);
  const routes = await sharesByRoute(tx, fund.id, point);
  const { rule, facts, feasibility } = position;
  return {
    fundId: fund.id,
    fundNumber: fund.number,
    asOf: point.asOf,
    knownBefore: point.knownBefore,
    verdict: position.verdict,
    rule: {
      ratioBasisPoints: rule.ratioBasisPoints,
      denominator: rule.denominator,
      measure: rule.measure,
      test: rule.test.kind,
      deadlineOn: rule.test.kind === 'BY_DEADLINE' ? rule.test.deadlineOn : null,
      clause: rule.clause,
      source: rule.source,
      version: rule.version,
    },
    committedWon: facts.committedWon.toString(),
    paidInWon: facts.paidInWon.toString(),
    investedWon: facts.investedWon.toString(),
    qualifyingWon: facts.qualifyingWon.toString(),
    qualifyingOutstandingWon: facts.qualifyingOutstandingWon.toString(),
    pendingWon: facts.pendingWon.toString(),
    pendingCount: facts.pendingCount,
    investmentCount: facts.investmentCount,
    qualifyingCount: facts.qualifyingCount,
    lifetimeExpensesWon: facts.lifetimeExpensesWon.toString(),
    decisive: shownBasis(position.decisive),
    bases: position.bases.map(shownBasis),
    basesIfPendingAccepted: ifAccepted.bases.map(shownBasis),
    feasibility: {
      capacityWon: feasibility.capacityWon.toString(),
      remainingWon: feasibility.remainingWon.toString(),
      shortfallWon: feasibility.shortfallWon.toString(),
      headroomWon: feasibility.headroomWon.toString(),
      feasible: feasibility.feasible,
      maxAttainablePercent: feasibility.maxAttainablePercent,
      requiredShareOfRemainingPercent: feasibility.requiredShareOfRemainingPercent,
    },
    minAdditionalQualifyingWon: position.investedBasis.minAdditionalQualifyingWon.toString(),
    maxAdditionalNonQualifyingWon: position.investedBasis.maxAdditionalNonQualifyingWon.toString(),
    pace: {
      totalDays: position.pace.totalDays,
      elapsedDays: position.pace.elapsedDays,
      expectedQualifyingWon: position.pace.expectedQualifyingWon.toString(),
      gapWon: position.pace.gapWon.toString(),
      points: await pacePoints(tx, fund, position, point),
    },
    byRoute: routes.map((route) => ({ route: route.route, count: route.count, amountWon: route.amount, qualifyingWon: route.qualifying })),
  };
}

/** Quarter by quarter from the start to the end of the investment period, and the day asked for. */
async function pacePoints(tx: Tx, fund: FundRow, position: ObligationPosition, point: TimePoint): Promise<PacePointDto[]> {
  const days = paceDays(fund.investmentFrom, fund.investmentTo, point.asOf);
  const steps = new Map((await paceSteps(tx, fund.id, days, point)).map((step) => [step.on, step]));
  const required = requiredAmount(position.facts.committedWon, position.rule.ratioBasisPoints);
  const period = { from: fund.investmentFrom, to: fund.investmentTo };
  return days.map((on) => {
    const step = on <= point.asOf ? steps.get(on) : undefined;
    return {
      on,
      expectedWon: pace(required, position.facts.qualifyingWon, period, on).expectedQualifyingWon.toString(),
      qualifyingWon: step?.qualifying ?? null,
      investedWon: step?.invested ?? null,
    };
  });
}

function paceDays(from: LocalDate, to: LocalDate, asOf: LocalDate): LocalDate[] {
  const days = new Set<LocalDate>([from, to]);
  const last = asOf > to ? minDate(asOf, endOfYear(to)) : to;
  for (let day = quarterEnd(from); day < last; day = quarterEnd(addMonths(day, 3))) days.add(day);
  if (asOf >= from) days.add(asOf);
  return [...days].sort();
}
