import { maxDate, seoulDateOf } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { getFund } from '#libs/fund';
import { policiesInForce, type Policy } from '#libs/policy';
import type { DecisionEvidence, DecisionRow, DecisionSubject } from './decision.js';

/** More decisions about one thing than anybody reads. */
const MOST_DECISIONS = 200;

/** Throws `resource.not-found` for what nobody has, and for what its reader may not see. */
export async function getSubject(tx: Tx, id: string): Promise<DecisionSubject> {
  const rows: DecisionSubject[] = await tx.query(
    `select l.id, l.kind, l.label, f.fund_id as "fundId" from subject_label l left join subject_fund f on f.id = l.id where l.id = $1 and l.kind <> 'user' limit 1`,
    [id],
  );
  if (rows[0] === undefined) throw notFound({ ko: '대상', en: 'thing' }, id);
  return rows[0];
}

/** Everything that was done, drafted or refused about one thing, the latest first, with the seal of each. */
export async function listDecisions(tx: Tx, subjectId: string, knownBefore: Date): Promise<DecisionRow[]> {
  return tx.query(
    `select c.id as "commandId", c.command, jsonb_build_object('ko', coalesce(k.name_ko, c.command), 'en', coalesce(k.name_en, c.command)) as title,
            coalesce(u.name, c.actor_login) as "actorName", c.actor_login as "actorLogin", c.actor_roles as "actorRoles", c.outcome, c.acted_at as "actedAt", c.recorded_at as "recordedAt",
            c.reason, c.input_hash as "inputHash", c.problem -> 'text' as problem, c.approval_id as "approvalId",
            r.number || case when r.version > 1 then ' v' || r.version else '' end as "approvalNumber", c.verdicts as rules,
            (select coalesce(jsonb_agg(jsonb_build_object('signerName', s.signer_name, 'signerRank', s.signer_rank, 'forName', s.for_name, 'decision', s.decision, 'at', s.signed_at,
                                                          'method', s.step_up_method, 'opinion', s.opinion, 'contentHash', s.content_hash) order by s.recorded_at), '[]')
               from approval_signature s where s.request_id = c.approval_id and s.signed_at < $2) as signatures,
            (select min(b.number)::integer from seal_batch b where b.until_tick > c.seal_tick) as "sealBatch"
       from command_log c
       left join command_kind k on k.command = c.command
       left join app_user u on u.id = c.actor_id
       left join approval_request r on r.id = c.approval_id
      where c.subject_ids @> array[$1::uuid] and c.acted_at < $2
      order by c.recorded_at desc, c.id limit ${MOST_DECISIONS}`,
    [subjectId, knownBefore],
  );
}

export async function listEvidenceOf(tx: Tx, subjectId: string, knownBefore: Date): Promise<DecisionEvidence[]> {
  return tx.query(
    `select e.id, e.kind, e.issued_on as "issuedOn", e.issuer, e.document_id as "documentId", d.file_name as "fileName", d.sha256, e.known_at as "attachedAt"
       from evidence e left join document d on d.id = e.document_id
      where e.investment_id = $1 and e.known_at < $2 order by e.known_at, e.kind, e.id`,
    [subjectId, knownBefore],
  );
}

/** The numbers that were in force for a fund at the moment of a decision, as they were known then; none where there is no fund. */
export async function policiesAt(tx: Tx, fundId: string | null, at: Date): Promise<readonly Policy[]> {
  if (fundId === null) return [];
  const fund = await getFund(tx, fundId);
  const scopes = [`fund/${fund.id}`, `programme/${fund.programmeId}`, '*'];
  return (await policiesInForce(tx, scopes, maxDate(seoulDateOf(at), fund.foundedOn), new Date(at.getTime() + 1))).all();
}
