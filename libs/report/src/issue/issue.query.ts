import type { Tx } from '#libs/database';
import { invariant, notFound } from '#libs/errors';
import type { ReportKind } from '../download/download.js';
import type { Issue, IssueFile } from './issue.js';
import type { IssueHand } from './slip.js';

const ISSUE = `
  select i.id, i.letter, i.year, i.ordinal, i.number, i.version, i.replaces, i.kind, i.subject_id as "subjectId", i.subject_number as "subjectNumber",
         i.subject_name as "subjectName", i.title_ko as "titleKo", i.title_en as "titleEn", i.issuer, i.as_of as "asOf", i.known_before as "knownBefore", i.reason,
         i.rule_version as "ruleVersion", i.data_sha256 as "dataSha256", i.proof_sha256 as "proofSha256", i.seal_batch as "sealBatch", i.seal_chain_hash as "sealChainHash",
         i.changes_sha256 as "changesSha256", i.code, i.known_at as "issuedAt", coalesce(u.name, c.actor_login) as "issuedBy", s.status, s.changed_at as "changedAt",
         w.reason as "withdrawnReason"
    from report_issue i join report_issue_state s on s.issue_id = i.id left join command_log c on c.id = i.command_id left join app_user u on u.id = c.actor_id
         left join report_withdrawal w on w.issue_id = i.id`;

/** Issues that match, latest first. */
export interface IssueChoice {
  readonly kind: ReportKind | null;
  readonly subjectId: string | null;
  /** Issues before this one, for the next page. */
  readonly before: { readonly issuedAt: Date; readonly id: string } | null;
  readonly limit: number;
}

export async function listIssues(tx: Tx, { kind, subjectId, before, limit }: IssueChoice): Promise<Issue[]> {
  return tx.query(
    `${ISSUE} where ($1::text is null or i.kind = $1) and ($2::text is null or i.subject_id = $2)
        and ($3::timestamptz is null or (i.known_at, i.id) < ($3, $4::uuid)) order by i.known_at desc, i.id desc limit $5`,
    [kind, subjectId, before?.issuedAt ?? null, before?.id ?? null, limit],
  );
}

/** Throws not found for an issue that is not there or not in sight. */
export async function getIssue(tx: Tx, id: string): Promise<Issue> {
  const rows: Issue[] = await tx.query(`${ISSUE} where i.id = $1`, [id]);
  if (rows[0] !== undefined) return rows[0];
  throw notFound({ ko: '발급된 보고서', en: 'issued report' }, id);
}

/** The issue of a report of one day that holds; null where there is none. */
export async function findValid(tx: Tx, { kind, subjectId, asOf }: Pick<Issue, 'kind' | 'subjectId' | 'asOf'>): Promise<Issue | null> {
  const rows: Issue[] = await tx.query(`${ISSUE} where i.kind = $1 and i.subject_id = $2 and i.as_of = $3 and s.status = 'VALID'`, [kind, subjectId, asOf]);
  return rows[0] ?? null;
}

/** All versions under one number, latest first. */
export async function listVersions(tx: Tx, number: string): Promise<Issue[]> {
  return tx.query(`${ISSUE} where i.number = $1 order by i.version desc`, [number]);
}

export async function listIssueFiles(tx: Tx, issueId: string): Promise<IssueFile[]> {
  return tx.query(
    `select format, sha256, size_bytes as "sizeBytes", signature_level as "signatureLevel", signer, signer_fingerprint as "signerFingerprint",
            stamped_at as "stampedAt", stamped_by as "stampedBy", stamp_problem as "stampProblem"
       from report_issue_file where issue_id = $1 order by format`,
    [issueId],
  );
}

/** Who drafted the issue and who signed it, in their order. */
export async function listHands(tx: Tx, issueId: string): Promise<IssueHand[]> {
  const rows: (Omit<IssueHand, 'at'> & { at: Date })[] = await tx.query(
    `select '기안' as role, coalesce(u.name, c.actor_login) as name, coalesce((select r.submitted_at from approval_request r where r.id = c.approval_id), i.known_at) as at, 0 as position
       from report_issue i join command_log c on c.id = i.command_id left join app_user u on u.id = c.actor_id where i.id = $1
     union all
     select '결재', s.signer_name, s.signed_at, s.position::integer + 1
       from report_issue i join command_log c on c.id = i.command_id join approval_signature s on s.request_id = c.approval_id and s.decision = 'SIGNED' where i.id = $1
      order by position, at`,
    [issueId],
  );
  return rows.map(({ role, name, at }) => ({ role, name, at: at.toISOString() }));
}

/** Who took a version away, latest first. */
export interface IssueDownload {
  readonly format: string;
  readonly reason: string;
  readonly actorLogin: string;
  readonly actorName: string | null;
  readonly downloadedAt: Date;
  readonly marked: boolean;
}

export async function listIssueDownloads(tx: Tx, number: string): Promise<IssueDownload[]> {
  return tx.query(
    `select d.format, d.reason, d.actor_login as "actorLogin", u.name as "actorName", d.downloaded_at as "downloadedAt", d.original_sha256 is not null as marked
       from report_download d left join app_user u on u.id = d.actor_id where d.number = $1 order by d.id desc limit 200`,
    [number],
  );
}

/** The next number of a kind in a year; whoever takes it keeps the others waiting until the end of the transaction. */
export async function nextOrdinal(tx: Tx, letter: string, year: number): Promise<number> {
  const rows: { ordinal: number }[] = await tx.query('select next_report_ordinal($1, $2) as ordinal', [letter, year]);
  invariant(rows[0] !== undefined, 'a number was asked for');
  return rows[0].ordinal;
}
