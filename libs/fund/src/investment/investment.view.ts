import type { CommandOutcome } from '#libs/command';
import type { Tx } from '#libs/database';
import { shownVerdict, type TimePoint } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { RECOGNITION_ROUTES } from '../classification/classification.js';
import { listClassifications, listEvidence } from '../classification/classification.query.js';
import { findTerm, listConversions } from '../deal/deal-term.query.js';
import { listDealTraits } from '../deal/deal-trait.query.js';
import { shownTraits } from '../deal/deal-trait.view.js';
import { shownEffect } from '../obligation/obligation.view.js';
import { requirementsOf } from '../classification/classification.rules.js';
import type { InvestmentDto, RecordedInvestmentDto } from './investment.dto.js';
import { getInvestment, listExits, listVerdicts } from './investment.query.js';
import type { RecordedInvestment } from './investment.service.js';

/** The answer to the record form: what was written, or what would be. */
export function viewRecorded({ result, verdicts, dryRun }: CommandOutcome<RecordedInvestment>): RecordedInvestmentDto {
  return {
    id: dryRun ? null : result.id,
    number: dryRun ? null : result.number,
    dryRun,
    blocked: result.blocked,
    verdicts: verdicts.map(shownVerdict),
    before: shownEffect(result.before),
    after: shownEffect(result.after),
    afterIfAccepted: result.afterIfAccepted === null ? null : shownEffect(result.afterIfAccepted),
    claim: result.claim === null ? null : { ...result.claim, open: [...result.claim.open] },
    postings: result.postings.map(shownEntry),
  };
}

/** Everything the investment page shows at one point in both times. */
export async function viewInvestment(tx: Tx, id: string, point: TimePoint): Promise<InvestmentDto> {
  const row = await getInvestment(tx, id, point);
  const evidence = await listEvidence(tx, [id], point.knownBefore);
  const exits = await listExits(tx, row.fundId, point);
  const verdicts = await listVerdicts(tx, { fundId: row.fundId, subjectId: id }, point.knownBefore);
  const route = RECOGNITION_ROUTES.find((each) => each === row.route);
  return {
    ...row,
    classifications: await listClassifications(tx, [id], point.knownBefore),
    evidence,
    requirements: route === undefined ? [] : requirementsOf(route, evidence),
    verdicts: verdicts.map(({ subjectId: _subject, ...verdict }) => ({ ...verdict, inputs: { ...verdict.inputs } })),
    term: await findTerm(tx, id),
    traits: shownTraits((await listDealTraits(tx, [row.fundId], point)).get(id) ?? {}),
    conversions: await listConversions(tx, id, point),
    exits: exits.filter((exit) => exit.investmentId === id).map(({ investmentId: _investment, ...exit }) => exit),
  };
}
