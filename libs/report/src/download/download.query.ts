import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';

export interface DownloadRow {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly fundId: string;
  readonly fundNumber: string;
  readonly fundName: string;
  readonly format: string;
  readonly asOf: LocalDate;
  readonly knownBefore: Date;
  readonly reason: string;
  readonly dataSha256: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly actorLogin: string;
  readonly actorName: string | null;
  readonly address: string | null;
  readonly downloadedAt: Date;
}

export interface DownloadPage {
  /** Lines numbered below this one; the pages go back in time. */
  readonly before: string | null;
  readonly limit: number;
}

/** A page of the download log, newest first. */
export async function listDownloads(tx: Tx, page: DownloadPage): Promise<DownloadRow[]> {
  return tx.query(
    `select d.id, d.number, d.kind, d.fund_id as "fundId", f.number as "fundNumber", f.name as "fundName", d.format, d.as_of as "asOf",
            d.known_before as "knownBefore", d.reason, d.data_sha256 as "dataSha256", d.sha256, d.size_bytes as "sizeBytes",
            d.actor_login as "actorLogin", u.name as "actorName", d.address, d.downloaded_at as "downloadedAt"
       from report_download d join fund f on f.id = d.fund_id left join app_user u on u.id = d.actor_id
      where $1::bigint is null or d.id < $1 order by d.id desc limit $2`,
    [page.before, page.limit],
  );
}
