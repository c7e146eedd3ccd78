import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import type { DecidedClassificationDto } from './classification.dto.js';
import { shownEffect } from '../obligation/obligation.view.js';
import type { RecognitionRoute } from './classification.js';
import { MUST_HAVE_EVIDENCE, routeHasItsEvidence, type EvidenceItem } from './classification.rules.js';
import type { DecidedClassification } from './classification.service.js';

export function viewDecided({ result, verdicts, dryRun }: CommandOutcome<DecidedClassification>): DecidedClassificationDto {
  return {
    dryRun,
    decision: result.decision,
    verdicts: verdicts.map(shownVerdict),
    before: shownEffect(result.before),
    after: shownEffect(result.after),
  };
}

/** The must-have documents of a route, and which of them are there. */
export function requirementsOf(route: RecognitionRoute, evidence: readonly EvidenceItem[]): { kind: string; present: boolean }[] {
  const missing = routeHasItsEvidence(route, evidence).inputs.missing as readonly string[];
  return MUST_HAVE_EVIDENCE[route].map((kind) => ({ kind, present: !missing.includes(kind) }));
}
