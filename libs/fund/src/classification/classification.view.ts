import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import type { AttachedEvidenceDto, DecidedClassificationDto, EvidenceDto } from './classification.dto.js';
import { shownEffect } from '../obligation/obligation.view.js';
import type { TurnedEvidence } from '../recognition/detail/evidence-detail.js';
import { RECOGNITION_ROUTES, type RecognitionRoute } from './classification.js';
import type { EvidenceRow } from './classification.query.js';
import { MUST_HAVE_EVIDENCE, routeHasItsEvidence, type EvidenceItem } from './classification.rules.js';
import type { AttachedEvidence, DecidedClassification } from './classification.service.js';

export function viewDecided({ result, verdicts, dryRun }: CommandOutcome<DecidedClassification>): DecidedClassificationDto {
  return {
    dryRun,
    decision: result.decision,
    verdicts: verdicts.map(shownVerdict),
    before: shownEffect(result.before),
    after: shownEffect(result.after),
    snapshotSha256: result.snapshotSha256,
  };
}

export function viewAttached({ result, verdicts, dryRun }: CommandOutcome<AttachedEvidence>): AttachedEvidenceDto {
  const route = RECOGNITION_ROUTES.find((each) => each === result.route);
  return {
    dryRun,
    evidence: result.evidence.map(shownEvidence),
    requirements: route === undefined ? [] : requirementsOf(route, result.evidence),
    verdicts: verdicts.map(shownVerdict),
  };
}

export const shownEvidence = ({ investmentId: _investment, ...row }: EvidenceRow): EvidenceDto => ({ ...row, turns: row.turns.map((turn) => ({ ...turn })) });

/** The must-have documents of a route, and which of them are there; one that turned out false, void or replaced is not. */
export function requirementsOf(route: RecognitionRoute, evidence: readonly (EvidenceItem & { readonly turns?: readonly TurnedEvidence[] })[]): { kind: string; present: boolean }[] {
  const standing = evidence.filter(({ turns = [] }) => turns.every(({ turn }) => turn === 'LOST_STATUS'));
  const missing = routeHasItsEvidence(route, standing).inputs.missing as readonly string[];
  return MUST_HAVE_EVIDENCE[route].map((kind) => ({ kind, present: !missing.includes(kind) }));
}
