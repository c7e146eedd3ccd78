import type { Tx } from '#libs/database';
import type { DownloadDraft, ReportKind } from './download.js';

/** Where a line names what its report is about. */
const SUBJECT_COLUMNS: Readonly<Record<ReportKind, string>> = {
  FUND_COMPLIANCE: 'fund_id',
  VOUCHER_SETTLEMENT: 'year_id',
  PARTNER_STATEMENT: 'partner_id',
  PARTNER_STATEMENTS: 'fund_id',
  FUND_QUARTERLY: 'fund_id',
  ILPA_REPORTING: 'partner_id',
  ILPA_PERFORMANCE: 'fund_id',
  GRANT_SETTLEMENT: 'call_id',
  AGREEMENT_SETTLEMENT: 'agreement_id',
  GRANT_FORM: 'settlement_id',
  ANNUAL: 'fiscal_year',
  MATCHING: 'call_id',
};

/** Adds a line to the log of downloads; the only thing that a report ever writes. */
export async function insertDownload(tx: Tx, draft: DownloadDraft): Promise<void> {
  await tx.query(
    `insert into report_download (number, kind, ${SUBJECT_COLUMNS[draft.kind]}, format, as_of, known_before, reason, data_sha256, sha256, size_bytes,
                                  actor_id, actor_login, address, downloaded_at, original_sha256)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      draft.number,
      draft.kind,
      draft.subjectId,
      draft.format,
      draft.asOf,
      draft.knownBefore,
      draft.reason,
      draft.dataSha256,
      draft.sha256,
      draft.sizeBytes,
      draft.actorId,
      draft.actorLogin,
      draft.address,
      draft.downloadedAt,
      draft.originalSha256,
    ],
  );
}
