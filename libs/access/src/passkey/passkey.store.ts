import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Passkey, StoredPasskey } from './passkey.js';

const STORED = `id, user_id as "userId", credential_id as "credentialId", public_key as "publicKey", counter::int8::text as counter, transports, encode(mac, 'hex') as mac`;

type Row = Omit<StoredPasskey, 'counter'> & { readonly counter: string };

const read = (row: Row): StoredPasskey => ({ ...row, counter: Number(row.counter) });

/** The passkey that a browser's answer names, whoever's it is; null for one that nobody has any more. */
export async function findPasskey(tx: Tx, credentialId: string): Promise<StoredPasskey | null> {
  const rows: Row[] = await tx.query(`select ${STORED} from passkey where credential_id = $1 and removed_at is null`, [credentialId]);
  return rows[0] === undefined ? null : read(rows[0]);
}

export async function listPasskeys(tx: Tx, userId: string): Promise<readonly Passkey[]> {
  return tx.query(
    `select id, name, enrolled_at as "enrolledAt", last_used_at as "lastUsedAt", backed_up as "backedUp"
       from passkey where user_id = $1 and removed_at is null order by enrolled_at, id`,
    [userId],
  );
}

/** What the browser is told so that one authenticator is not enrolled twice. */
export async function listCredentials(tx: Tx, userId: string): Promise<readonly StoredPasskey[]> {
  const rows: Row[] = await tx.query(`select ${STORED} from passkey where user_id = $1 and removed_at is null`, [userId]);
  return rows.map(read);
}

export interface NewPasskey extends Omit<StoredPasskey, 'userId'> {
  readonly name: string;
  readonly backedUp: boolean;
}

/** False when the credential is enrolled already. */
export async function insertPasskey(tx: Tx, context: CommandContext, passkey: NewPasskey): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `insert into passkey (id, user_id, credential_id, public_key, counter, transports, backed_up, name, enrolled_at, command_id, mac)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, decode($11, 'hex')) on conflict (credential_id) do nothing returning id`,
    [
      passkey.id,
      context.actor.userId,
      passkey.credentialId,
      passkey.publicKey,
      passkey.counter,
      passkey.transports,
      passkey.backedUp,
      passkey.name,
      context.now,
      context.commandId,
      passkey.mac,
    ],
  );
  return rows.length === 1;
}

/** Notes a use. The database refuses a counter that does not rise: two copies of the key would be at work. */
export async function usePasskey(tx: Tx, id: string, use: { readonly counter: number; readonly backedUp: boolean; readonly at: Date }): Promise<void> {
  await tx.query('update passkey set counter = $2, backed_up = $3, last_used_at = $4 where id = $1', [id, use.counter, use.backedUp, use.at]);
}

/** False when the person has no such passkey. */
export async function removePasskey(tx: Tx, userId: string, id: string, at: Date): Promise<boolean> {
  const [rows]: [unknown[], number] = await tx.query('update passkey set removed_at = $3 where id = $1 and user_id = $2 and removed_at is null returning id', [id, userId, at]);
  return rows.length === 1;
}
