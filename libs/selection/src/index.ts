export { declarationFault, scoreFault, type EvaluationFault, type EvaluationStage, type OpenEvaluation } from './evaluation.js';
export { rankApplications, type Rankable } from './ranking.js';
export { readScore } from './score.js';
