import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { shownTerms } from '../waterfall/party/term.view.js';
import type { DistributionPartDto, DistributionPlanDto, DistributionSummaryDto, PaidDistributionDto, PartAmountDto } from './distribution.dto.js';
import type { DistributionRow } from './distribution.query.js';
import type { PaidPayout } from './distribution.service.js';
import type { PartRecord, PlanRecord } from './plan.model.js';

type Names = ReadonlyMap<string, string>;

const named = (parts: readonly PartRecord[], names: Names): PartAmountDto[] => parts.map((part) => ({ ...part, partner: names.get(part.partnerId) ?? '' }));

function shownPlan({ carryByPartner: _carry, byPartner: _parts, totalsByPartner: _totals, ...plan }: PlanRecord, names: Names): DistributionPlanDto {
  return {
    ...plan,
    totals: { ...plan.totals },
    steps: plan.steps.map((step) => ({ ...step, name: { ...step.name }, basis: { ...step.basis }, byPartner: named(step.byPartner, names) })),
  };
}

/** The answer to the form: what was paid, or what would be. */
export function viewPaid({ result, verdicts, dryRun }: CommandOutcome<PaidPayout>): PaidDistributionDto {
  const names = new Map(result.partners.map((partner) => [partner.id, partner.name]));
  return {
    id: dryRun ? null : result.id,
    number: result.number,
    dryRun,
    verdicts: verdicts.map(shownVerdict),
    plan: shownPlan(result.plan, names),
    terms: shownTerms(result.terms, names),
    parts: partsOf(result, names),
    obligationMet: result.obligationMet,
    cashBeforeWon: result.cashBeforeWon.toString(),
    cashAfterWon: result.cashAfterWon.toString(),
    postings: result.postings.map(shownEntry),
  };
}

function partsOf({ plan, recallable }: PaidPayout, names: Names): DistributionPartDto[] {
  const amountIn = (parts: readonly PartRecord[], partnerId: string): string => parts.find((part) => part.partnerId === partnerId)?.amountWon ?? '0';
  const carried = plan.carryByPartner.filter((part) => !plan.byPartner.some((each) => each.partnerId === part.partnerId)).map((part) => ({ ...part, amountWon: '0' }));
  return named([...plan.byPartner, ...carried], names).map((part) => ({ ...part, carryWon: amountIn(plan.carryByPartner, part.partnerId), recallableWon: amountIn(recallable, part.partnerId) }));
}

/** The distributions of a fund; only the last one that stands can be undone. */
export function viewDistributions(rows: readonly DistributionRow[], names: Names): DistributionSummaryDto[] {
  const last = rows.filter((row) => row.reversedReason === null).at(-1);
  return rows.map((row) => viewDistribution(row, names, row === last && row.kind === 'PAYOUT'));
}

function viewDistribution({ runId, parts, plan, terms, ...row }: DistributionRow, names: Names, reversible: boolean): DistributionSummaryDto {
  const sum = (pick: (part: DistributionRow['parts'][number]) => string): bigint => parts.reduce((total, part) => total + BigInt(pick(part)), 0n);
  const [investors, carry] = [sum((part) => part.amountWon), sum((part) => part.carryWon)];
  return {
    ...row,
    id: runId,
    amountWon: (investors + carry).toString(),
    investorsWon: investors.toString(),
    carryWon: carry.toString(),
    recallableWon: sum((part) => part.recallableWon).toString(),
    reversible,
    plan: plan === null ? null : shownPlan(plan, names),
    terms: terms === null ? null : shownTerms(terms, names),
    parts: parts.map((part) => ({ ...part })),
  };
}
