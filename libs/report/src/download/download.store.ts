import type { Tx } from '#libs/database';
import type { DownloadDraft } from './download.js';

/** Adds a line to the log of downloads; the only thing that a report ever writes. */
export async function insertDownload(tx: Tx, draft: DownloadDraft): Promise<void> {
  await tx.query(
    `insert into report_download (number, kind, fund_id, format, as_of, known_before, reason, data_sha256, sha256, size_bytes,
                                  actor_id, actor_login, address, downloaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      draft.number,
      draft.kind,
      draft.fundId,
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
    ],
  );
}
