import type { Tx } from '#libs/database';
import type { PackDownloadDraft } from './pack-download.js';

/** Adds a line to the log of packs taken away; the only thing that the audit room ever writes. */
export async function insertPackDownload(tx: Tx, draft: PackDownloadDraft): Promise<void> {
  await tx.query(
    `insert into audit_pack_download (number, pack, format, as_of, known_before, from_on, to_on, fund_id, programme_id, redacted, row_count, reason, data_sha256, sha256, size_bytes,
                                      actor_id, actor_login, address, downloaded_at)
     select d.number, d.pack, d.format, d."asOf", d."knownBefore", d."fromOn", d."toOn", d."fundId", d."programmeId", d.redacted, d."rowCount", d.reason, d."dataSha256", d.sha256, d."sizeBytes",
            d."actorId", d."actorLogin", d.address, d."downloadedAt"
       from jsonb_to_record($1::jsonb) as d (number text, pack text, format text, "asOf" date, "knownBefore" timestamptz, "fromOn" date, "toOn" date, "fundId" uuid, "programmeId" uuid,
            redacted boolean, "rowCount" integer, reason text, "dataSha256" text, sha256 text, "sizeBytes" integer, "actorId" uuid, "actorLogin" text, address text, "downloadedAt" timestamptz)`,
    [JSON.stringify(draft)],
  );
}
