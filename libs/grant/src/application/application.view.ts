import { civilDeadline, holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Actor, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { shownVerdict } from '#libs/http';
import { CALL_POLICIES } from '../call/call.policy.js';
import { getCall, policiesOfCall } from '../call/call.query.js';
import type { GrantCall } from '../call/call.js';
import { listEvaluations, meanScores, type EvaluationRow } from '../evaluation/evaluation.query.js';
import type { GrantApplicationDto, GrantApplicationSummaryDto } from './application-page.dto.js';
import { getApplication, listApplications, stepsOf, type ApplicationRow } from './application.query.js';
import { requestedWon } from './application.js';
import { judgeApplications } from './check/check.query.js';

/** What is shown of every application of a call besides its own row. */
interface Surroundings {
  readonly verdicts: ReadonlyMap<string, readonly Verdict[]>;
  readonly evaluations: readonly EvaluationRow[];
  readonly means: ReadonlyMap<string, string>;
  readonly agreeDays: number;
}

/** Once somebody is selected, turned down or waits, rules are looked back on and not asked again. */
const OPEN = new Set(['APPLIED', 'CHECKED', 'EVALUATED']);

/** The applications of a call, each with how every rule stands today. */
export async function viewApplications(tx: Tx, actor: Actor, callId: string, today: LocalDate): Promise<GrantApplicationSummaryDto[]> {
  const call = await getCall(tx, callId);
  const rows = await listApplications(tx, callId);
  const around = await surroundings(tx, call, rows, today);
  return rows.map((row) => viewSummary(row, actor, around));
}

export async function viewApplication(tx: Tx, actor: Actor, applicationId: string, today: LocalDate): Promise<GrantApplicationDto> {
  const row = await getApplication(tx, applicationId);
  const around = await surroundings(tx, await getCall(tx, row.callId), [row], today);
  const mayPeek = peeks(row, actor, around);
  return {
    ...viewSummary(row, actor, around),
    ...{ callId: row.callId, technology: row.technology, broker: row.broker, periodFrom: row.periodFrom, periodTo: row.periodTo, note: row.note, round: row.round },
    applicants: row.applicants.map(({ governmentWon, ownCashWon, ownInKindWon, localWon, otherWon, ...each }) => ({
      ...each,
      ...{ governmentWon: `${governmentWon}`, ownCashWon: `${ownCashWon}`, ownInKindWon: `${ownInKindWon}`, localWon: `${localWon}`, otherWon: `${otherWon}` },
    })),
    verdicts: (around.verdicts.get(row.id) ?? []).map(shownVerdict),
    evaluations: around.evaluations
      .filter((each) => each.applicationId === row.id)
      .map(({ evaluator, evaluatorId, conflicted, note, score, comment }) => {
        const shown = mayPeek || evaluatorId === actor.userId;
        return { evaluator, conflicted, note, score: shown ? score : null, comment: shown ? comment : null };
      }),
    steps: await stepsOf(tx, applicationId),
  };
}

async function surroundings(tx: Tx, call: GrantCall, rows: readonly ApplicationRow[], today: LocalDate): Promise<Surroundings> {
  const open = rows.filter(({ state }) => OPEN.has(state));
  const policies = await policiesOfCall(tx, call, today);
  return {
    ...{ verdicts: await judgeApplications(tx, call, open, today), evaluations: await listEvaluations(tx, call.id), means: await meanScores(tx, call.id) },
    agreeDays: policies.integer(CALL_POLICIES.agreeDays, 0),
  };
}

/** Scores are blind: an evaluator who is yet to score sees nobody else's. */
function peeks({ id }: ApplicationRow, actor: Actor, { evaluations }: Surroundings): boolean {
  if (!actor.roles.includes('COMMITTEE')) return true;
  return evaluations.some(({ applicationId, evaluatorId, score }) => applicationId === id && evaluatorId === actor.userId && score !== null);
}

function viewSummary(row: ApplicationRow, actor: Actor, around: Surroundings): GrantApplicationSummaryDto {
  const { id, number, receivedOn, title, subProgramme, state, sinceOn, rank, notifiedOn, reason, agreementId, applicants } = row;
  const all = around.evaluations.filter(({ applicationId }) => applicationId === id);
  const own = all.find(({ evaluatorId }) => evaluatorId === actor.userId);
  return {
    ...{ id, number, receivedOn, title, subProgramme, state, sinceOn, rank, notifiedOn, reason, agreementId },
    ...{ lead: applicants.find(({ role }) => role === 'LEAD')?.party ?? '', institutions: applicants.length, requestedWon: requestedWon(applicants).toString() },
    rules: (around.verdicts.get(id) ?? []).map(({ rule, result }) => ({ rule, result })),
    ...{ free: all.filter(({ conflicted }) => !conflicted).length, conflicted: all.filter(({ conflicted }) => conflicted).length, scored: all.filter(({ score }) => score !== null).length },
    meanScore: peeks(row, actor, around) ? (around.means.get(id) ?? null) : null,
    ownDeclaration: own === undefined ? null : own.conflicted ? 'CONFLICTED' : 'FREE',
    ownScore: own?.score ?? null,
    agreeBy: state === 'SELECTED' && notifiedOn !== null ? agreeBy(notifiedOn, around.agreeDays) : null,
  };
}

/** The last day to agree after the notice, by the Civil Code (국가연구개발혁신법 시행령 제13조제2항). */
export const agreeBy = (notifiedOn: LocalDate, days: number): LocalDate => civilDeadline({ from: notifiedOn, period: { days } }, holidayCalendar()).effective;
