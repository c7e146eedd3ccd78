import type { Bilingual } from '#libs/errors';
import type { Tx } from '#libs/database';

export interface HistoryRow {
  readonly commandId: string;
  readonly command: string;
  readonly title: Bilingual;
  readonly actorName: string;
  readonly actorLogin: string;
  readonly outcome: 'DONE' | 'SUBMITTED' | 'REFUSED';
  readonly actedAt: Date;
  readonly reason: string | null;
  readonly approvalId: string | null;
  readonly approvalNumber: string | null;
  readonly problem: Bilingual | null;
  readonly verdicts: readonly { readonly rule: string; readonly clause: string; readonly result: string; readonly text: Bilingual }[];
  readonly signatures: readonly { readonly signerName: string; readonly forName: string | null; readonly decision: string; readonly at: string; readonly opinion: string | null; readonly contentHash: string }[];
}

/**
 * Everything that was done, drafted or refused about one thing, the latest first: who, when, under which rules, and who
 * signed what they saw.
 */
export async function listHistory(tx: Tx, subjectId: string): Promise<HistoryRow[]> {
  return tx.query(
    `select c.id as "commandId", c.command, jsonb_build_object('ko', coalesce(k.name_ko, c.command), 'en', coalesce(k.name_en, c.command)) as title,
            coalesce(u.name, c.actor_login) as "actorName", c.actor_login as "actorLogin", c.outcome, c.acted_at as "actedAt", c.reason,
            c.approval_id as "approvalId", r.number || case when r.version > 1 then ' v' || r.version else '' end as "approvalNumber",
            c.problem -> 'text' as problem, c.verdicts,
            (select coalesce(jsonb_agg(jsonb_build_object('signerName', s.signer_name, 'forName', s.for_name, 'decision', s.decision, 'at', s.signed_at,
                                                          'opinion', s.opinion, 'contentHash', s.content_hash) order by s.recorded_at), '[]')
               from approval_signature s where s.request_id = c.approval_id) as signatures
       from command_log c
       left join command_kind k on k.command = c.command
       left join app_user u on u.id = c.actor_id
       left join approval_request r on r.id = c.approval_id
      where c.subject_ids @> array[$1::uuid]
      order by c.recorded_at desc limit 200`,
    [subjectId],
  );
}
