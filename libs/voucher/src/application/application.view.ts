import type { Actor } from '#libs/command';
import type { Tx } from '#libs/database';
import { invariant } from '#libs/errors';
import { shownVerdict } from '#libs/http';
import type { LocalDate } from '#libs/calendar';
import { listEvaluations, type EvaluationRow } from '../evaluation/evaluation.query.js';
import { getYear } from '../year/year.query.js';
import type { ApplicationDto, ApplicationSummaryDto } from './application-page.dto.js';
import { getApplication, listApplications, listSteps, type ApplicationRow } from './application.query.js';
import { judgeApplications, type JudgedApplication } from './eligibility.query.js';

/** The applications of a year, each with how every rule stands today. */
export async function viewApplications(tx: Tx, actor: Actor, yearId: string, today: LocalDate, after: string | null, limit: number): Promise<ApplicationSummaryDto[]> {
  const year = await getYear(tx, yearId);
  const rows = await listApplications(tx, actor.userId, yearId, after, limit);
  const judged = await judgeApplications(tx, year, today, rows.map(({ voucherId }) => voucherId));
  const byVoucher = new Map(judged.map((each) => [each.voucherId, each]));
  return rows.map((row) => summaryOf(row, byVoucher.get(row.voucherId), actor));
}

/** All about one application; an evaluator who is yet to score does not see what the others think. */
export async function viewApplication(tx: Tx, actor: Actor, voucherId: string, today: LocalDate): Promise<ApplicationDto> {
  const row = await getApplication(tx, actor.userId, voucherId);
  const [judged] = await judgeApplications(tx, await getYear(tx, row.yearId), today, [voucherId]);
  invariant(judged !== undefined, 'an application that was read can be judged');
  const evaluations = await listEvaluations(tx, voucherId);
  const { requestedWon: _requestedWon, ...facts } = judged.facts;
  return {
    ...facts,
    ...summaryOf(row, judged, actor),
    verdicts: judged.verdicts.map(shownVerdict),
    evaluations: evaluations.map((each) => shownEvaluation(each, isYetToScore(row, actor) && each.evaluatorId !== actor.userId)),
    steps: (await listSteps(tx, voucherId)).map((step) => ({ ...step })),
  };
}

function summaryOf({ yearId: _yearId, ...row }: ApplicationRow, judged: JudgedApplication | undefined, actor: Actor): ApplicationSummaryDto {
  const rules = (judged?.verdicts ?? []).map(({ rule, result }) => ({ rule, result }));
  return { ...row, rules, meanScore: isYetToScore(row, actor) ? null : row.meanScore };
}

/** Scores are given blind: before the evaluation is over, who is to score sees no other score. */
const isYetToScore = (row: Pick<ApplicationRow, 'state' | 'ownScore' | 'ownDeclaration'>, actor: Actor): boolean =>
  actor.permissions.has('evaluation.score') && row.ownScore === null && row.ownDeclaration !== 'CONFLICTED' && (row.state === 'SCREENED' || row.state === 'EVALUATED');

function shownEvaluation({ evaluatorId: _evaluatorId, score, comment, ...row }: EvaluationRow, hidden: boolean): ApplicationDto['evaluations'][number] {
  return { ...row, score: hidden ? null : score, comment: hidden ? null : comment };
}
