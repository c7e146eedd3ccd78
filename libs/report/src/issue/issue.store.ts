import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { ReportMeta } from '../report/report.js';
import type { IssueFile, IssueReport } from './issue.js';

export interface IssueDraft {
  readonly id: string;
  readonly letter: string;
  readonly year: number;
  readonly ordinal: number;
  readonly version: number;
  readonly replaces: string | null;
  readonly changesSha256: string | null;
  readonly code: string;
  readonly input: IssueReport;
  readonly meta: Omit<ReportMeta, 'number' | 'generatedAt' | 'dataSha256' | 'seal'>;
}

/** Writes a version; the trigger of the table gives it its state and takes that of the version before. */
export async function insertIssue(tx: Tx, { commandId, now }: CommandContext, issue: IssueDraft): Promise<void> {
  const { input, meta } = issue;
  await tx.query(
    `insert into report_issue (id, letter, year, ordinal, version, replaces, kind, subject_id, subject_number, subject_name, title_ko, title_en, issuer, as_of, known_before, reason,
                               rule_version, data_sha256, proof_sha256, seal_batch, seal_chain_hash, changes_sha256, code, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)`,
    [
      ...[issue.id, issue.letter, issue.year, issue.ordinal, issue.version, issue.replaces, input.kind, input.subjectId],
      ...[meta.subjectNumber, meta.subjectName, meta.title.ko, meta.title.en, meta.issuer, input.asOf, input.knownBefore, input.reason],
      ...[meta.ruleVersion, input.dataSha256, input.proofSha256, input.seal?.batch ?? null, input.seal?.chainHash ?? null, issue.changesSha256, issue.code, now, commandId],
    ],
  );
}

export async function insertWithdrawal(tx: Tx, { commandId, now }: CommandContext, issueId: string, reason: string): Promise<void> {
  await tx.query('insert into report_withdrawal (issue_id, reason, known_at, command_id) values ($1, $2, $3, $4)', [issueId, reason, now, commandId]);
}

export async function insertIssueFiles(tx: Tx, { commandId, now }: CommandContext, issueId: string, files: readonly IssueFile[]): Promise<void> {
  for (const { format, sha256, sizeBytes, signatureLevel, signer, signerFingerprint, stampedAt, stampedBy, stampProblem } of files) {
    await tx.query(
      `insert into report_issue_file (issue_id, format, sha256, size_bytes, signature_level, signer, signer_fingerprint, stamped_at, stamped_by, stamp_problem, known_at, command_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [issueId, format, sha256, sizeBytes, signatureLevel, signer, signerFingerprint, stampedAt, stampedBy, stampProblem, now, commandId],
    );
  }
}

/** Nobody else replaces or withdraws it until the transaction ends. */
export async function lockIssue(tx: Tx, issueId: string): Promise<void> {
  await tx.query('select lock_report_issue($1)', [issueId]);
}
