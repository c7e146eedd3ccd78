import type { Tx } from '#libs/database';
import type { EvaluationStage, OpenEvaluation } from '#libs/selection';

/** Where an application stands for one evaluator. */
export interface OpenApplication extends OpenEvaluation {
  readonly applicationId: string;
  /** Scores of the present round. */
  readonly scores: number;
  readonly round: number;
  readonly state: string;
}

export async function openEvaluations(tx: Tx, evaluatorId: string, applicationIds: readonly string[]): Promise<OpenApplication[]> {
  const rows: Omit<OpenApplication, 'stage'>[] = await tx.query(
    `select a.id as "applicationId", s.state, s.round, d.conflicted, (c.id is not null) as "hasScored",
            coalesce(maker.person_id, maker.id) = coalesce(me.person_id, me.id) as "isOwn",
            (select count(*)::int from grant_evaluation_score x where x.application_id = a.id and x.round = s.round) as scores
       from grant_application a
       join grant_application_state s on s.application_id = a.id
       join command_author k on k.id = a.command_id
       join app_user maker on maker.id = k.actor_id
       join app_user me on me.id = $1
       left join grant_evaluation_declaration d on d.application_id = a.id and d.evaluator_id = $1
       left join grant_evaluation_score c on c.application_id = a.id and c.evaluator_id = $1 and c.round = s.round
      where a.id = any ($2)`,
    [evaluatorId, applicationIds],
  );
  return rows.map((row) => ({ ...row, stage: stageOf(row.state) }));
}

function stageOf(state: string): EvaluationStage {
  if (state === 'CHECKED' || state === 'EVALUATED') return 'OPEN';
  return state === 'APPLIED' ? 'BEFORE' : 'OVER';
}

/** What one evaluator said about one application. */
export interface EvaluationRow {
  readonly applicationId: string;
  readonly evaluatorId: string;
  readonly evaluator: string;
  readonly conflicted: boolean;
  readonly note: string | null;
  /** Of the present round. */
  readonly score: string | null;
  readonly comment: string | null;
}

/** Declarations on the applications of a call with the scores that followed, in the order in which they were declared. */
export function listEvaluations(tx: Tx, callId: string): Promise<EvaluationRow[]> {
  return tx.query(
    `select d.application_id as "applicationId", d.evaluator_id as "evaluatorId", u.name as evaluator, d.conflicted, d.note, trim_scale(c.score)::text as score, c.comment
       from grant_evaluation_declaration d
       join grant_application a on a.id = d.application_id
       join grant_application_state s on s.application_id = a.id
       join app_user u on u.id = d.evaluator_id
       left join grant_evaluation_score c on c.application_id = d.application_id and c.evaluator_id = d.evaluator_id and c.round = s.round
      where a.call_id = $1 order by d.id`,
    [callId],
  );
}

/** The mean of the scores of the present round, exact to six places, by application. */
export async function meanScores(tx: Tx, callId: string): Promise<ReadonlyMap<string, string>> {
  const rows: { applicationId: string; mean: string }[] = await tx.query(
    `select c.application_id as "applicationId", trim_scale(round(avg(c.score), 6))::text as mean
       from grant_evaluation_score c join grant_application a on a.id = c.application_id join grant_application_state s on s.application_id = a.id
      where a.call_id = $1 and c.round = s.round group by c.application_id`,
    [callId],
  );
  return new Map(rows.map(({ applicationId, mean }) => [applicationId, mean]));
}
