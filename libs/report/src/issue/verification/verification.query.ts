import type { Tx } from '#libs/database';
import type { LocalDate } from '#libs/calendar';
import type { IssueStatus, StampProblem } from '../issue.js';

/** What anybody may know of a paper: whether it holds, and nothing of what it is about. */
export interface VerifiedReport {
  readonly number: string;
  readonly version: number;
  readonly titleKo: string;
  readonly titleEn: string;
  readonly issuer: string;
  readonly status: IssueStatus;
  readonly issuedOn: LocalDate;
  readonly changedOn: LocalDate | null;
  readonly validVersion: number | null;
  readonly dataSha256: string;
  readonly fileSha256: string | null;
  readonly signatureLevel: string | null;
  readonly signer: string | null;
  readonly signerFingerprint: string | null;
  readonly stampedAt: Date | null;
  readonly stampedBy: string | null;
  readonly stampProblem: StampProblem | null;
}

/** The report with a code; null where there is none. Asked of a function of the database that tells no more than this. */
export async function findByCode(tx: Tx, code: string): Promise<VerifiedReport | null> {
  const rows: VerifiedReport[] = await tx.query(
    `select number, version, title_ko as "titleKo", title_en as "titleEn", issuer, status, issued_on as "issuedOn", changed_on as "changedOn", valid_version as "validVersion",
            data_sha256 as "dataSha256", file_sha256 as "fileSha256", signature_level as "signatureLevel", signer, signer_fingerprint as "signerFingerprint",
            stamped_at as "stampedAt", stamped_by as "stampedBy", stamp_problem as "stampProblem" from verify_report($1)`,
    [code],
  );
  return rows[0] ?? null;
}
