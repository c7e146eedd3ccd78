import { quarterEnd } from '#libs/calendar';
import type { CommandOutcome } from '#libs/command';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { SpendingPlan } from '../expense/expense.js';
import { spendingPlan } from '../expense/expense.query.js';
import type { FundRow } from '../fund/fund.query.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { feeGround, listFeeBills, type FeeBillRow } from './bill/fee-bill.query.js';
import { comingBills, leftOfPlan, type PlannedBill } from './bill/fee-bill.rules.js';
import type { BilledFee } from './bill/fee.service.js';
import type { FeePiece } from './fee.js';
import type { BilledFeeDto, FeeBillDto, FeePieceDto, FeeScheduleDto, PlannedFeeDto, SpendingPlanDto } from './fee.dto.js';

/** Quarters ahead that a schedule shows at most: a fund that was never billed has many. */
const MOST_COMING = 12;

export async function viewFeeSchedule(tx: Tx, fund: FundRow, point: TimePoint): Promise<FeeScheduleDto> {
  const policies = await fundPolicies(tx, fund, point);
  const ground = await feeGround(tx, fund, point, policies);
  return {
    source: ground.source.source,
    terms: ground.terms.map(({ rate, ...term }) => ({ ...term, rateBasisPoints: Number(rate) })),
    reductions: ground.reductions.map(({ keeps, reason, ...each }) => ({ ...each, keepsBasisPoints: Number(keeps), reason: reason.ko })),
    bills: (await listFeeBills(tx, fund.id, point)).map(shownBill),
    coming: comingBills(ground, quarterEnd(point.asOf), MOST_COMING).map(shownPlanned),
    plan: shownPlan(await spendingPlan(tx, fund.id, policies, point)),
  };
}

export function shownPlan(plan: SpendingPlan): SpendingPlanDto {
  const { planWon, paidWon, owedWon, clause } = plan;
  return { planWon: planWon.toString(), paidWon: paidWon.toString(), owedWon: owedWon.toString(), leftWon: leftOfPlan(planWon, paidWon, owedWon).toString(), clause };
}

function shownBill({ pieces, ...bill }: FeeBillRow): FeeBillDto {
  return { ...bill, pieces: pieces.map(({ rate, keeps, ...piece }) => ({ ...piece, rateBasisPoints: rate, keepsBasisPoints: keeps })) };
}

function shownPlanned(bill: PlannedBill): PlannedFeeDto {
  return {
    periodFrom: bill.period.from,
    periodTo: bill.period.to,
    pieces: bill.pieces.map(shownPiece),
    accruedWon: bill.accruedWon.toString(),
    reducedByWon: bill.reducedByWon.toString(),
    adjustmentWon: bill.adjustmentWon.toString(),
    amountWon: bill.amountWon.toString(),
  };
}

function shownPiece({ baseWon, rate, keeps, amountWon, ...piece }: FeePiece): FeePieceDto {
  return { ...piece, baseWon: baseWon.toString(), rateBasisPoints: Number(rate), keepsBasisPoints: Number(keeps), amountWon: amountWon.toString() };
}

export function viewBilledFee({ result, dryRun }: CommandOutcome<BilledFee>): BilledFeeDto {
  return { ...shownPlanned(result), id: dryRun ? null : result.id, dryRun, postings: result.postings.map(shownEntry) };
}
