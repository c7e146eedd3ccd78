import type { Tx } from '#libs/database';
import type { Deputy } from './deputy.js';

const COLUMNS = `d.id, d.absent_id as "absentId", a.name as "absentName", d.deputy_id as "deputyId", u.name as "deputyName",
  d.from_on as "fromOn", d.to_on as "toOn", d.reason, e.ended_on as "endedOn"`;
const SOURCE = `deputy d join app_user a on a.id = d.absent_id join app_user u on u.id = d.deputy_id left join deputy_end e on e.deputy_id = d.id`;

/** Arrangements, the latest first. */
export async function listDeputies(tx: Tx): Promise<Deputy[]> {
  return tx.query(`select ${COLUMNS} from ${SOURCE} order by d.from_on desc, d.recorded_at desc limit 500`);
}

export async function findDeputy(tx: Tx, id: string): Promise<Deputy | null> {
  const rows: Deputy[] = await tx.query(`select ${COLUMNS} from ${SOURCE} where d.id = $1`, [id]);
  return rows[0] ?? null;
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly rank: string;
}

/** Those who hold a role that this person holds too: only they can be the deputy. */
export async function listPossibleDeputies(tx: Tx, userId: string): Promise<Colleague[]> {
  return tx.query(
    `select u.id, u.name, u.login, u.rank from app_user u
      where u.id <> $1 and u.active and u.person_id <> (select person_id from app_user where id = $1)
        and exists (select 1 from user_role mine join user_role theirs using (role) where mine.user_id = $1 and theirs.user_id = u.id)
      order by rank_order(u.rank) desc, u.name`,
    [userId],
  );
}
