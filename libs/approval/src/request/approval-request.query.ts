import { askPrepared, type Tx } from '#libs/database';
import { notFound, type Bilingual } from '#libs/errors';
import type { StepKind } from '../policy/approval-policy.js';
import type { RequestState } from './approval-request.js';

/** A pending request past its time counts as expired, whether or not anybody has written that down. */
const STATE = `case when s.state = 'PENDING' and r.expires_at <= now() then 'EXPIRED' else s.state end`;

export interface Label {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
}

/** Asked for together: a fixed number of parameters, or each call would be planned anew; to plan this view takes longer than to read it. */
const LABELS_AT_ONCE = 8;
const LABELS = `select distinct on (id) id, kind, label from subject_label where id in (${Array.from({ length: LABELS_AT_ONCE }, (_, index) => `$${index + 1}::uuid`).join(', ')}) order by id`;

/** What people call the things with these ids, in the order of the ids; unknown ids are left out. */
export async function labelsOf(tx: Tx, ids: readonly string[]): Promise<Label[]> {
  const wanted = [...new Set(ids)];
  const labels = new Map<string, Label>();
  for (let from = 0; from < wanted.length; from += LABELS_AT_ONCE) {
    const some = wanted.slice(from, from + LABELS_AT_ONCE);
    const rows = await askPrepared<Label>(tx, LABELS, Array.from({ length: LABELS_AT_ONCE }, (_, index) => some[index] ?? some[0]));
    for (const row of rows) labels.set(row.id, row);
  }
  return wanted.flatMap((id) => labels.get(id) ?? []);
}

/** `fund/<id>` of the fund that a command is about, or `*`: whose signatures it needs. */
export async function scopeOf(tx: Tx, command: string, canonicalInput: string): Promise<string> {
  const rows: { scope: string }[] = await tx.query('select approval_scope($1, $2::jsonb) as scope', [command, canonicalInput]);
  return rows[0]?.scope ?? '*';
}

export async function titleOf(tx: Tx, command: string): Promise<Bilingual> {
  const rows: Bilingual[] = await tx.query('select name_ko as ko, name_en as en from command_kind where command = $1', [command]);
  return rows[0] ?? { ko: command, en: command };
}

interface StandingRow {
  readonly requestId: string;
  readonly number: string;
  readonly version: number;
  readonly title: Bilingual;
  readonly state: RequestState;
  readonly verdicts: [];
  readonly executedCommandId: string | null;
}

export async function getStanding(tx: Tx, requestId: string): Promise<StandingRow> {
  const rows: StandingRow[] = await tx.query(
    `select r.id as "requestId", r.number, r.version, jsonb_build_object('ko', r.title_ko, 'en', r.title_en) as title,
            ${STATE} as state, r.preview_canonical::jsonb -> 'verdicts' as verdicts, s.executed_command_id as "executedCommandId"
       from approval_request r join approval_state s on s.request_id = r.id where r.id = $1`,
    [requestId],
  );
  if (rows[0] === undefined) throw notFound({ ko: '결재 문서', en: 'approval request' }, requestId);
  return rows[0];
}

/** May the account $1 sign request r now, for itself or for somebody who is away? */
const MINE_TO_SIGN = `
  exists (
    select 1 from approval_step t
     where t.policy_id = r.policy_id and t.from_won = r.from_won and t.position = s.position
       and not exists (select 1 from approval_hands(r.id) as hand join app_user me on me.person_id = hand where me.id = $1)
       and exists (
         select 1 from (select $1::uuid as id union
                        select d.absent_id from deputy d left join deputy_end e on e.deputy_id = d.id
                          join user_role g on g.user_id = d.deputy_id and g.role = t.role
                         where d.deputy_id = $1 and $2::date between d.from_on and d.to_on and (e.ended_on is null or $2::date < e.ended_on)) as seat
          where approval_may_act(seat.id, t, r.scope, $2::date)
            and not exists (select 1 from approval_hands(r.id) as hand join app_user away on away.person_id = hand where away.id = seat.id)))`;

export interface RequestSummary {
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  readonly version: number;
  readonly title: Bilingual;
  readonly command: string;
  readonly amountWon: string | null;
  readonly makerName: string;
  readonly makerLogin: string;
  readonly submittedAt: Date;
  readonly expiresAt: Date;
  readonly state: RequestState;
  readonly contentHash: string;
  readonly steps: number;
  /** The step that is due, from 1. */
  readonly position: number;
  readonly verdictsWarn: number;
  /** What of it this person may sign now. */
  readonly mine: boolean;
}

const SUMMARY = `
  r.id, r.case_id as "caseId", r.number, r.version, jsonb_build_object('ko', r.title_ko, 'en', r.title_en) as title, r.command, r.amount_won::text as "amountWon",
  r.maker_name as "makerName", r.maker_login as "makerLogin", r.submitted_at as "submittedAt", r.expires_at as "expiresAt", ${STATE} as state,
  r.content_hash as "contentHash", s.position,
  (select count(*)::int from approval_step t where t.policy_id = r.policy_id and t.from_won = r.from_won) as steps,
  jsonb_array_length(jsonb_path_query_array(r.preview_canonical::jsonb -> 'verdicts', '$[*] ? (@.result == "WARN")')) as "verdictsWarn"`;

export type Box = 'todo' | 'mine' | 'open' | 'closed';

const BOXES: Record<Box, string> = {
  todo: `${STATE} = 'PENDING' and ${MINE_TO_SIGN}`,
  mine: 'r.maker_id = $1',
  open: `${STATE} = 'PENDING'`,
  closed: `${STATE} <> 'PENDING'`,
};

/** A page of an inbox, newest first but what is to be signed oldest first; `before` is the number to go on from. */
export async function listRequests(tx: Tx, box: Box, userId: string, today: string, limit: number): Promise<RequestSummary[]> {
  return tx.query(
    `select ${SUMMARY}, ${STATE} = 'PENDING' and ${MINE_TO_SIGN} as mine
       from approval_request r join approval_state s on s.request_id = r.id
      where ${BOXES[box]}
      order by ${box === 'todo' ? 'r.submitted_at, r.id' : 'r.submitted_at desc, r.id'} limit $3`,
    [userId, today, limit],
  );
}

export async function countToSign(tx: Tx, userId: string, today: string): Promise<number> {
  const rows: { count: number }[] = await tx.query(
    `select count(*)::int as count from approval_request r join approval_state s on s.request_id = r.id where s.state = 'PENDING' and r.expires_at > now() and ${MINE_TO_SIGN}`,
    [userId, today],
  );
  return rows[0]?.count ?? 0;
}

export interface SignatureRow {
  readonly position: number;
  readonly decision: 'SIGNED' | 'RETURNED';
  readonly signerName: string;
  readonly signerLogin: string;
  readonly signerRank: string;
  readonly forName: string | null;
  readonly opinion: string | null;
  readonly signedAt: Date;
  readonly stepUpMethod: string;
  readonly contentHash: string;
}

export interface StepRow {
  readonly position: number;
  readonly kind: StepKind;
  readonly role: string;
  readonly minRank: string;
  readonly quorum: number;
}

export interface RequestRow extends RequestSummary {
  readonly input: unknown;
  readonly preview: unknown;
  readonly inputHash: string;
  readonly previewHash: string;
  readonly makerId: string;
  readonly reason: string | null;
  readonly scope: string;
  readonly clause: string;
  readonly executedCommandId: string | null;
  readonly event: { readonly kind: string; readonly at: string; readonly reason: string | null; readonly problem: { readonly code: string; readonly text: Bilingual } | null } | null;
  /** For whom this person could sign, being their deputy. */
  readonly seats: readonly { readonly id: string; readonly name: string }[];
}

export async function getRequest(tx: Tx, id: string, userId: string, today: string): Promise<RequestRow> {
  const rows: RequestRow[] = await tx.query(
    `select ${SUMMARY}, ${STATE} = 'PENDING' and ${MINE_TO_SIGN} as mine, r.input_canonical::jsonb as input, r.preview_canonical::jsonb as preview,
            r.input_hash as "inputHash", r.preview_hash as "previewHash", r.maker_id as "makerId", r.reason, r.scope, p.clause,
            s.executed_command_id as "executedCommandId",
            (select jsonb_build_object('kind', e.kind, 'at', e.happened_at, 'reason', e.reason, 'problem', e.problem)
               from approval_event e where e.request_id = r.id order by e.recorded_at desc limit 1) as event,
            (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name), '[]')
               from deputy d join app_user u on u.id = d.absent_id left join deputy_end e on e.deputy_id = d.id
              where d.deputy_id = $1 and $2::date between d.from_on and d.to_on and (e.ended_on is null or $2::date < e.ended_on)) as seats
       from approval_request r join approval_state s on s.request_id = r.id join approval_policy p on p.id = r.policy_id
      where r.id = $3`,
    [userId, today, id],
  );
  if (rows[0] === undefined) throw notFound({ ko: '결재 문서', en: 'approval request' }, id);
  return rows[0];
}

export async function listSteps(tx: Tx, requestId: string): Promise<StepRow[]> {
  return tx.query(
    `select t.position, t.kind, t.role, t.min_rank as "minRank", t.quorum
       from approval_request r join approval_step t on t.policy_id = r.policy_id and t.from_won = r.from_won where r.id = $1 order by t.position`,
    [requestId],
  );
}

export async function listSignatures(tx: Tx, requestId: string): Promise<SignatureRow[]> {
  return tx.query(
    `select position, decision, signer_name as "signerName", signer_login as "signerLogin", signer_rank as "signerRank", for_name as "forName", opinion,
            signed_at as "signedAt", step_up_method as "stepUpMethod", content_hash as "contentHash"
       from approval_signature where request_id = $1 order by recorded_at`,
    [requestId],
  );
}

export interface VersionRow {
  readonly id: string;
  readonly version: number;
  readonly state: RequestState;
  readonly submittedAt: Date;
  readonly input: unknown;
}

/** The versions of one matter, the first one first. */
export async function listVersions(tx: Tx, caseId: string): Promise<VersionRow[]> {
  return tx.query(
    `select r.id, r.version, ${STATE} as state, r.submitted_at as "submittedAt", r.input_canonical::jsonb as input
       from approval_request r join approval_state s on s.request_id = r.id where r.case_id = $1 order by r.version`,
    [caseId],
  );
}

export interface Signer {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly rank: string;
}

/** Those whose own signature the step that is due would accept now, by rank, the lowest first; deputies are not counted. */
export async function nextSigners(tx: Tx, requestId: string, today: string): Promise<Signer[]> {
  return tx.query(
    `select u.id, u.login, u.name, u.rank
       from approval_request r
       join approval_state s on s.request_id = r.id
       join approval_step t on t.policy_id = r.policy_id and t.from_won = r.from_won and t.position = s.position
       join app_user u on approval_may_act(u.id, t, r.scope, $2::date) and u.person_id not in (select approval_hands(r.id))
      where r.id = $1 and s.state = 'PENDING'
      order by rank_order(u.rank), u.login`,
    [requestId, today],
  );
}
