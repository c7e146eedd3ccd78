import type { Tx } from '#libs/database';

export interface AnchorRow {
  readonly number: number;
  readonly chainHash: string;
  readonly anchoredOn: string;
  readonly recordedAt: Date;
  readonly stampedAt: Date | null;
  readonly authority: string | null;
}

/** The latest anchors first, with their timestamps. */
export async function listAnchors(tx: Tx, limit: number): Promise<AnchorRow[]> {
  return tx.query(
    `select a.batch_number::integer as number, a.chain_hash as "chainHash", a.anchored_on::text as "anchoredOn", a.recorded_at as "recordedAt",
            s.stamped_at as "stampedAt", s.authority
       from seal_anchor a left join seal_timestamp s on s.batch_number = a.batch_number order by a.batch_number desc limit $1`,
    [limit],
  );
}

/** Oldest first, those whose timestamp has not come. */
export async function listUnstamped(tx: Tx, limit: number): Promise<Pick<AnchorRow, 'number' | 'chainHash' | 'anchoredOn'>[]> {
  return tx.query(
    `select a.batch_number::integer as number, a.chain_hash as "chainHash", a.anchored_on::text as "anchoredOn" from seal_anchor a
      where not exists (select 1 from seal_timestamp s where s.batch_number = a.batch_number) order by a.batch_number limit $1`,
    [limit],
  );
}

/** The last batch of each day in Seoul that is over and has no anchor yet. */
export async function listUnanchoredDays(tx: Tx, startOfToday: Date): Promise<{ number: number; day: string }[]> {
  return tx.query(
    `select max(number)::integer as number, (sealed_at at time zone 'Asia/Seoul')::date::text as day from seal_batch
      where number > coalesce((select max(batch_number) from seal_anchor), 0) and sealed_at < $1 group by day order by day`,
    [startOfToday],
  );
}
