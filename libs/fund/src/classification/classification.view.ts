import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import type { AttachedEvidenceDto, DecidedClassificationDto, EvidenceDto } from './classification.dto.js';
import { shownEffect } from '../obligation/obligation.view.js';
import { RECOGNITION_ROUTES } from './classification.js';
import type { EvidenceRow } from './classification.query.js';
import { requirementsOf } from './classification.rules.js';
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
