import { maxDate, seoulDateOf } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { getFund, listClassifications, ROUTE_NAMES, STATUS_NAMES } from '#libs/fund';
import { policiesInForce, type Policy } from '#libs/policy';
import { bearsOnFunds, nameIn } from '#libs/report';
import type { DecisionEvidence, DecisionRow, DecisionSubject, Recognition } from './decision.js';

/** The rule version of decisions that an imported register told of. */
const FROM_REGISTER = 'register';

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

/** The commands that left a fact about the thing, also those that name it nowhere. */
const COMMANDS_OF_FACTS = `
  select command_id from investment where id = $1
  union select command_id from investment_void where investment_id = $1
  union select command_id from classification where investment_id = $1
  union select command_id from evidence where investment_id = $1
  union select command_id from investment_exit where investment_id = $1
  union select command_id from fund where id = $1
  union select command_id from capital_call where id = $1`;

/** Everything that was done, drafted or refused about one thing, the latest first, with the seal of each. */
export async function listDecisions(tx: Tx, subjectId: string, knownBefore: Date): Promise<DecisionRow[]> {
  return tx.query(
    `select c.id as "commandId", c.command, jsonb_build_object('ko', coalesce(k.name_ko, c.command), 'en', coalesce(k.name_en, c.command)) as title,
            coalesce(u.name, c.actor_login) as "actorName", c.actor_login as "actorLogin", c.actor_roles as "actorRoles", c.outcome, c.acted_at as "actedAt", c.recorded_at as "recordedAt",
            c.reason, c.input_hash as "inputHash", c.problem -> 'text' as problem, c.approval_id as "approvalId",
            r.number || case when r.version > 1 then ' v' || r.version else '' end as "approvalNumber",
            case when own.commands is null then c.verdicts else own.rules end as rules,
            (select coalesce(jsonb_agg(jsonb_build_object('signerName', s.signer_name, 'signerRank', s.signer_rank, 'forName', s.for_name, 'decision', s.decision, 'at', s.signed_at,
                                                          'method', s.step_up_method, 'opinion', s.opinion, 'contentHash', s.content_hash) order by s.recorded_at), '[]')
               from approval_signature s where s.request_id = c.approval_id and s.signed_at < $2) as signatures,
            (select min(b.number)::integer from seal_batch b where b.until_tick > c.seal_tick) as "sealBatch"
       from command_log c
       left join command_kind k on k.command = c.command
       left join app_user u on u.id = c.actor_id
       left join approval_request r on r.id = c.approval_id
       -- An import brings many things at once: of its rules only those about this one are told.
       left join lateral (select count(*) as commands, jsonb_agg(jsonb_build_object('rule', v.rule, 'clause', v.clause, 'result', v.result, 'inputs', v.inputs,
                                   'text', jsonb_build_object('ko', v.text_ko, 'en', v.text_en)) order by v.id) as rules
                            from rule_verdict v where v.command_id = c.id and v.subject_id = $1 having count(*) > 0) own on true
      where c.id in (select id from command_log where subject_ids @> array[$1::uuid] union ${COMMANDS_OF_FACTS}) and c.acted_at < $2
      order by c.recorded_at desc, c.id limit ${MOST_DECISIONS}`,
    [subjectId, knownBefore],
  );
}

/** What was decided about the recognition of a deal, the latest known first; rules told by a register have no version. */
export async function listRecognitions(tx: Tx, subjectId: string, knownBefore: Date): Promise<Recognition[]> {
  const rows = await listClassifications(tx, [subjectId], knownBefore);
  return rows.reverse().map(({ id, decision, route, effectiveOn, reason, decidedBy, ruleVersion, knownAt }) => ({
    id,
    decision: nameIn(STATUS_NAMES, decision),
    route: route === null ? null : nameIn(ROUTE_NAMES, route),
    effectiveOn,
    reason,
    decidedBy,
    ruleVersion: ruleVersion === FROM_REGISTER ? null : ruleVersion,
    knownAt,
  }));
}

export async function listEvidenceOf(tx: Tx, subjectId: string, knownBefore: Date): Promise<DecisionEvidence[]> {
  return tx.query(
    `select e.id, e.kind, e.issued_on as "issuedOn", e.issuer, e.document_id as "documentId", d.file_name as "fileName", d.sha256, e.known_at as "attachedAt"
       from evidence e left join document d on d.id = e.document_id
      where e.investment_id = $1 and e.known_at < $2 order by e.known_at, e.kind, e.id`,
    [subjectId, knownBefore],
  );
}

/** The numbers about funds that were in force for one at the moment of a decision, as they were known then; none where there is no fund. */
export async function policiesAt(tx: Tx, fundId: string | null, at: Date): Promise<readonly Policy[]> {
  if (fundId === null) return [];
  const fund = await getFund(tx, fundId);
  const scopes = [`fund/${fund.id}`, `programme/${fund.programmeId}`, '*'];
  const all = (await policiesInForce(tx, scopes, maxDate(seoulDateOf(at), fund.foundedOn), new Date(at.getTime() + 1))).all();
  return all.filter(({ key }) => bearsOnFunds(key));
}
