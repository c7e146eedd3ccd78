import type { Tx } from '#libs/database';

/** What one evaluator said about one application. */
export interface EvaluationRow {
  readonly evaluatorId: string;
  readonly evaluator: string;
  readonly conflicted: boolean;
  readonly note: string | null;
  readonly score: string | null;
  readonly comment: string | null;
}

/** Declarations of one application with the scores that followed, in the order in which they were declared. */
export function listEvaluations(tx: Tx, voucherId: string): Promise<EvaluationRow[]> {
  return tx.query(
    `select d.evaluator_id as "evaluatorId", u.name as evaluator, d.conflicted, d.note, trim_scale(s.score)::text as score, s.comment
       from evaluation_declaration d
       join app_user u on u.id = d.evaluator_id
       left join evaluation_score s on s.voucher_id = d.voucher_id and s.evaluator_id = d.evaluator_id
      where d.voucher_id = $1 order by d.id`,
    [voucherId],
  );
}

/** Where an application stands for one evaluator. */
export interface OpenEvaluation {
  readonly voucherId: string;
  readonly number: string;
  readonly state: string;
  /** What this evaluator declared; null before. */
  readonly conflicted: boolean | null;
  readonly hasScored: boolean;
  /** Recorded by the same natural person. */
  readonly isOwn: boolean;
  readonly scores: number;
}

export function openEvaluations(tx: Tx, evaluatorId: string, voucherIds: readonly string[]): Promise<OpenEvaluation[]> {
  return tx.query(
    `select a.voucher_id as "voucherId", a.number, s.state, d.conflicted, (c.id is not null) as "hasScored",
            coalesce(maker.person_id, maker.id) = coalesce(me.person_id, me.id) as "isOwn",
            (select count(*)::int from evaluation_score x where x.voucher_id = a.voucher_id) as scores
       from voucher_application a
       join voucher_state s on s.voucher_id = a.voucher_id
       join voucher v on v.id = a.voucher_id
       join command_author k on k.id = v.command_id
       join app_user maker on maker.id = k.actor_id
       join app_user me on me.id = $1
       left join evaluation_declaration d on d.voucher_id = a.voucher_id and d.evaluator_id = $1
       left join evaluation_score c on c.voucher_id = a.voucher_id and c.evaluator_id = $1
      where a.voucher_id = any ($2)`,
    [evaluatorId, voucherIds],
  );
}
