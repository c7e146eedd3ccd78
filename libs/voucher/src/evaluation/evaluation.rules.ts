import { declarationFault, scoreFault, type EvaluationFault, type EvaluationStage } from '#libs/selection';
import type { OpenEvaluation } from './evaluation.query.js';

/** What keeps somebody from declaring on an application; null for nothing. */
export const faultOfDeclaration = (open: OpenEvaluation): EvaluationFault | null => declarationFault({ ...open, stage: stageOf(open) });

/** What keeps somebody from scoring an application; null for nothing. */
export const faultOfScore = (open: OpenEvaluation): EvaluationFault | null => scoreFault({ ...open, stage: stageOf(open) });

function stageOf({ state }: OpenEvaluation): EvaluationStage {
  if (state === 'SCREENED' || state === 'EVALUATED') return 'OPEN';
  return state === 'APPLIED' ? 'BEFORE' : 'OVER';
}
