import { daysBetween, type LocalDate } from '#libs/calendar';
import { truncatedPercent, won, type Won } from '#libs/money';
import type { CompanyBasis, RecognitionRoute } from '../classification/classification.js';
import type { EvidenceRow } from '../classification/classification.query.js';
import { comparableName, requirementsOf } from '../classification/classification.rules.js';
import type { ObligationPosition } from '../obligation/obligation.js';
import { obligationPosition, type InvestmentPeriod } from '../obligation/obligation.rules.js';
import { BASIS_CERTIFICATES } from '../recognition/claim/claim.rules.js';
import type { ClaimConcerns, DeskConcern, ExpiringDocument, InvalidDocument } from './evidence-desk.js';

/** A claim as the desk looks at it, with the documents that speak for it. */
export interface DeskClaim {
  readonly status: 'PENDING' | 'QUALIFIED';
  readonly route: RecognitionRoute;
  readonly companyBasis: CompanyBasis | null;
  readonly evidence: readonly EvidenceRow[];
}

/** What somebody has to look at; documents are told of `noticeDays` before they run out. A newer one of the same kind puts the alarm off. */
export function concernsOf(claim: DeskClaim, asOf: LocalDate, noticeDays: number): ClaimConcerns {
  const standing = claim.evidence.filter(({ turns }) => turns.length === 0);
  const missing = [...requirementsOf(claim.route, claim.evidence).filter(({ present }) => !present).map(({ kind }) => kind), ...missingCertificate(claim, standing)];
  const expiring = lastOfEachKind(standing).flatMap(({ id, kind, validTo }): ExpiringDocument[] => {
    if (validTo === null) return [];
    const daysLeft = daysBetween(asOf, validTo);
    return daysLeft <= noticeDays ? [{ evidenceId: id, kind, validTo, daysLeft }] : [];
  });
  const invalid = claim.evidence.flatMap(({ id, kind, turns }): InvalidDocument[] => {
    const last = turns.filter(({ turn }) => turn !== 'CORRECTED').at(-1);
    return last === undefined ? [] : [{ evidenceId: id, kind, turn: last.turn, happenedOn: last.happenedOn }];
  });
  const concerns: [DeskConcern, boolean][] = [
    ['DECISION', claim.status === 'PENDING'],
    ['MISSING', missing.length > 0],
    ['EXPIRING', expiring.some(({ daysLeft }) => daysLeft >= 0)],
    ['EXPIRED', expiring.some(({ daysLeft }) => daysLeft < 0)],
    ['INVALID', invalid.length > 0],
  ];
  const dueOn = expiring.map(({ validTo }) => validTo).sort()[0] ?? null;
  return { concerns: concerns.flatMap(([concern, holds]) => (holds ? [concern] : [])), missing, expiring, invalid, dueOn };
}

function missingCertificate({ companyBasis }: DeskClaim, standing: readonly EvidenceRow[]): string[] {
  if (companyBasis === null || companyBasis === 'STARTUP') return [];
  const certificate = BASIS_CERTIFICATES[companyBasis];
  return standing.some(({ kind }) => comparableName(kind) === comparableName(certificate)) ? [] : [certificate];
}

/** Of the documents of one kind the one that runs out last; without an end it never does. */
function lastOfEachKind(evidence: readonly EvidenceRow[]): EvidenceRow[] {
  const last = new Map<string, EvidenceRow>();
  for (const row of evidence) {
    const kind = comparableName(row.kind);
    const other = last.get(kind);
    if (other === undefined || (other.validTo !== null && (row.validTo === null || row.validTo > other.validTo))) last.set(kind, row);
  }
  return [...last.values()];
}

export interface DeskEffect {
  readonly after: ObligationPosition;
  /** Share of the base that the deal stands for, in percent truncated to two decimals; null on a base of zero. */
  readonly changePercent: string | null;
}

/** Where the fund would stand if a pending claim were accepted, or a recognition were lost. Amounts in won. */
export function effectOf(position: ObligationPosition, deal: { readonly status: 'PENDING' | 'QUALIFIED'; readonly amountWon: Won; readonly outstandingWon: Won }, period: InvestmentPeriod, asOf: LocalDate): DeskEffect {
  const sign = deal.status === 'PENDING' ? 1n : -1n;
  const { facts, rule, decisive } = position;
  const changed = {
    ...facts,
    qualifyingWon: won(facts.qualifyingWon + sign * deal.amountWon),
    qualifyingOutstandingWon: won(facts.qualifyingOutstandingWon + sign * deal.outstandingWon),
    pendingWon: deal.status === 'PENDING' ? won(facts.pendingWon - deal.amountWon) : facts.pendingWon,
  };
  const counted = rule.measure === 'CUMULATIVE_COST' ? deal.amountWon : deal.outstandingWon;
  return { after: obligationPosition(rule, changed, period, asOf), changePercent: truncatedPercent(counted, decisive.baseWon) };
}
