import type { LinePlan, SourcePlan } from '../agreement.js';
import type { LinePlanDto, SourcePlanDto } from './plan.dto.js';

export const viewSource = (row: SourcePlan): SourcePlanDto => ({ ...row, amountWon: row.amountWon.toString() });
export const viewLinePlan = (row: LinePlan): LinePlanDto => ({ ...row, amountWon: row.amountWon.toString() });
