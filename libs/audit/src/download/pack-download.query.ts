import type { Tx } from '#libs/database';
import type { PackDownloadDraft } from './pack-download.js';

export interface PackDownloadRow extends Omit<PackDownloadDraft, 'actorId'> {
  readonly id: string;
  readonly actorName: string | null;
}

/** A page of the log, newest first: lines numbered below `before`. */
export async function listPackDownloads(tx: Tx, before: string | null, limit: number): Promise<PackDownloadRow[]> {
  return tx.query(
    `select d.id, d.number, d.pack, d.format, d.as_of as "asOf", d.known_before as "knownBefore", d.from_on as "fromOn", d.to_on as "toOn", d.fund_id as "fundId",
            d.programme_id as "programmeId", d.redacted, d.row_count as "rowCount", d.reason, d.data_sha256 as "dataSha256", d.sha256, d.size_bytes as "sizeBytes",
            d.actor_login as "actorLogin", u.name as "actorName", d.address, d.downloaded_at as "downloadedAt"
       from audit_pack_download d left join app_user u on u.id = d.actor_id
      where $1::bigint is null or d.id < $1 order by d.id desc limit $2`,
    [before, limit],
  );
}
