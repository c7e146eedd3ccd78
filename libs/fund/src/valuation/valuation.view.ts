import type { CommandOutcome } from '#libs/command';
import type { Tx } from '#libs/database';
import { shownVerdict, type TimePoint } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { FundRow } from '../fund/fund.query.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { IMPAIRMENT_REASONS } from './impairment/impairment.js';
import { impairmentTerms } from './impairment/impairment.policy.js';
import type { HoldingDto, HoldingTotalsDto, RecordedValuationDto, ValuationSheetDto } from './valuation.dto.js';
import { listHoldings, type HoldingRow } from './valuation.query.js';
import { totalsOf, type HoldingTotals, type RecordedValuation } from './valuation.service.js';

/** All holdings of a day, as known at a time: what the quarter-end sheet starts from. */
export async function viewSheet(tx: Tx, fund: FundRow, point: TimePoint): Promise<ValuationSheetDto> {
  const held = await listHoldings(tx, fund.id, point);
  const terms = impairmentTerms(await fundPolicies(tx, fund, point));
  return {
    asOf: point.asOf,
    totals: shownTotals(totalsOf(held, [])),
    holdings: held.map(shownHolding),
    asked: IMPAIRMENT_REASONS.map((reason) => ({ reason, basisPoints: Number(terms.asks[reason]) })),
  };
}

function shownHolding({ companyId: _company, incorporatedOn: _incorporated, fairValueWon, impairmentWon, reasons, exceptions, ...row }: HoldingRow): HoldingDto {
  return { ...row, fairValueWon: fairValueWon ?? row.costWon, impairmentWon: impairmentWon ?? '0', reasons: [...reasons], exceptions: [...exceptions] };
}

export function viewRecordedValuation({ result, dryRun, verdicts }: CommandOutcome<RecordedValuation>): RecordedValuationDto {
  return {
    dryRun,
    blocked: verdicts.some((verdict) => verdict.result === 'BLOCK'),
    before: shownTotals(result.before),
    after: shownTotals(result.after),
    judged: result.judged.map(({ investmentId, verdicts: about }) => ({ investmentId, verdicts: about.map(shownVerdict) })),
    postings: result.postings.map(shownEntry),
  };
}

const shownTotals = ({ costWon, fairValueWon, impairmentWon, netCostWon }: HoldingTotals): HoldingTotalsDto => ({
  costWon: costWon.toString(),
  fairValueWon: fairValueWon.toString(),
  impairmentWon: impairmentWon.toString(),
  netCostWon: netCostWon.toString(),
});
