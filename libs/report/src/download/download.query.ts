import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';

export interface DownloadRow {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly subjectNumber: string;
  readonly subjectName: string;
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
    `select d.id, d.number, d.kind, coalesce(coalesce(d.fund_id, d.year_id, d.partner_id, d.call_id, d.agreement_id, d.settlement_id)::text, d.fiscal_year::text) as "subjectId",
            coalesce(f.number, y.kind || '-' || y.fiscal_year, o.number || '-P' || lpad(p.ordinal::text, 2, '0'), c.prefix || '-' || c.fiscal_year, s.number, g.number, 'ANNUAL-' || d.fiscal_year) as "subjectNumber",
            coalesce(f.name, y.name, q.name || ' · ' || o.name, c.name, h.name || ' · ' || g.title, '공공기술 사업화 지원 ' || d.fiscal_year || '년') as "subjectName", d.format, d.as_of as "asOf",
            d.known_before as "knownBefore", d.reason, d.data_sha256 as "dataSha256", d.sha256, d.size_bytes as "sizeBytes",
            d.actor_login as "actorLogin", u.name as "actorName", d.address, d.downloaded_at as "downloadedAt"
       from report_download d left join fund f on f.id = d.fund_id left join voucher_year y on y.id = d.year_id
            left join fund_partner p on p.id = d.partner_id left join party q on q.id = p.party_id left join fund o on o.id = p.fund_id
            left join grant_call c on c.id = d.call_id left join grant_settlement s on s.id = d.settlement_id
            left join grant_agreement g on g.id = coalesce(d.agreement_id, s.agreement_id) left join party h on h.id = g.party_id
            left join app_user u on u.id = d.actor_id
      where $1::bigint is null or d.id < $1 order by d.id desc limit $2`,
    [page.before, page.limit],
  );
}
