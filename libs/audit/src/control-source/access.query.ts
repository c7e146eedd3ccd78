import type { Tx } from '#libs/database';
import type { PackQuestion, PackRecord } from '../pack/pack.js';

/** The log of access keeps no fund: where funds were chosen it stays whole, because whose data it was is a person. */
export async function reasonedAccess(tx: Tx, { since, before }: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `select l.accessed_at as "accessedAt", l.login, u.name, l.action, l.subject_label as subject, l.subject_count::text as "subjectCount", l.reason, l.address
       from access_log l left join app_user u on u.id = l.user_id
      where l.accessed_at >= $1 and l.accessed_at < $2 and l.reason is not null order by l.accessed_at, l.id`,
    [since, before],
  );
}

export async function reportsTaken(tx: Tx, { since, before, narrowed, funds, years }: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `select d.downloaded_at as "accessedAt", d.actor_login as login, u.name, d.number, upper(d.format) as format, d.reason, d.sha256 as "fileSha256"
       from report_download d left join app_user u on u.id = d.actor_id
      where d.downloaded_at >= $1 and d.downloaded_at < $2 and (not $3 or coalesce(d.fund_id, d.year_id) = any($4::uuid[])) order by d.id`,
    [since, before, narrowed, [...funds, ...years].map(({ id }) => id)],
  );
}

export async function packsTaken(tx: Tx, { since, before }: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `select d.downloaded_at as "accessedAt", d.actor_login as login, u.name, d.number, upper(d.format) as format, case when d.redacted then '가림' else '가리지 않음' end as hidden,
            d.row_count::text as "rowCount", d.reason, d.sha256 as "fileSha256"
       from audit_pack_download d left join app_user u on u.id = d.actor_id
      where d.downloaded_at >= $1 and d.downloaded_at < $2 order by d.id`,
    [since, before],
  );
}
