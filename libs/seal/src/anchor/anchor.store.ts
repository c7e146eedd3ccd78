import type { Tx } from '#libs/database';

/** False when the batch is anchored already, by whichever process. */
export async function insertAnchor(tx: Tx, anchor: { readonly number: number; readonly chainHash: string; readonly anchoredOn: string }): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'insert into seal_anchor (batch_number, chain_hash, anchored_on) values ($1, $2, $3) on conflict (batch_number) do nothing returning batch_number',
    [anchor.number, anchor.chainHash, anchor.anchoredOn],
  );
  return rows.length === 1;
}

/** What an authority says: that it saw this head of the chain at that time. */
export interface Stamp {
  readonly number: number;
  readonly authority: string;
  readonly stampedAt: Date;
  readonly token: Buffer;
}

export async function insertStamp(tx: Tx, stamp: Stamp): Promise<void> {
  await tx.query('insert into seal_timestamp (batch_number, authority, stamped_at, token) values ($1, $2, $3, $4) on conflict (batch_number) do nothing', [
    stamp.number,
    stamp.authority,
    stamp.stampedAt,
    stamp.token,
  ]);
}
