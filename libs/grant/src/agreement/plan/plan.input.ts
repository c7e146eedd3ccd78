import { localDate } from '#libs/calendar';
import { won } from '#libs/money';
import type { Resource } from '../../line/line.js';
import type { FundingSource, LinePlan, LinePlanKind, SourcePlan, Stage } from '../agreement.js';
import type { LinePlanInput, SourcePlanInput, StageInput } from './plan.dto.js';

export const toStages = (stages: readonly StageInput[]): Stage[] => stages.map(({ beginsOn, endsOn }, index) => ({ stage: index + 1, beginsOn: localDate(beginsOn), endsOn: localDate(endsOn) }));

export const toSources = (rows: readonly SourcePlanInput[]): SourcePlan[] =>
  rows.map(({ stage, fiscalYear, source, resource, amountWon }) => ({ stage, fiscalYear, source: source as FundingSource, resource: resource as Resource, amountWon: won(amountWon) }));

export const toLines = (rows: readonly LinePlanInput[]): LinePlan[] =>
  rows.map(({ stage, fiscalYear, code, resource, kind, amountWon }) => ({ stage, fiscalYear, code, resource: resource as Resource, kind: (kind ?? 'PLANNED') as LinePlanKind, amountWon: won(amountWon) }));
