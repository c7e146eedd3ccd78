import type { Actor } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Seals } from '../key/approval-key.js';
import type { Signature } from './signature.js';

/** Writes a signature; the database admits it or says which of its rules it breaks. */
export async function insertSignature(tx: Tx, signature: Signature, signer: Actor, seals: Seals, commandId: string): Promise<void> {
  await tx.query(
    `insert into approval_signature (id, request_id, position, decision, signer_id, signer_login, signer_name, signer_rank, for_id, for_name, opinion, content_hash,
                                     session_id, step_up_method, step_up_at, signed_at, key_name, mac, signature, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, (select rank from app_user where id = $5), $8, (select name from app_user where id = $8), $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      signature.id,
      signature.requestId,
      signature.position,
      signature.decision,
      signature.signerId,
      signer.login,
      signer.name,
      signature.forId,
      signature.opinion,
      signature.contentHash,
      signature.sessionId,
      signature.stepUpMethod,
      signature.stepUpAt,
      signature.signedAt,
      seals.keyName,
      seals.mac,
      seals.signature,
      commandId,
    ],
  );
}

export interface StoredRequest {
  readonly id: string;
  readonly state: string;
  readonly position: number;
  readonly contentHash: string;
  readonly command: string;
  readonly storedInput: unknown;
  readonly inputHash: string;
  readonly makerId: string;
  readonly reason: string | null;
  readonly scope: string;
}

/** The request with where it stands; null where there is none. */
export async function findStored(tx: Tx, requestId: string): Promise<StoredRequest | null> {
  const rows: StoredRequest[] = await tx.query(
    `select r.id, s.state, s.position, r.content_hash as "contentHash", r.command, r.stored_input as "storedInput", r.input_hash as "inputHash",
            r.maker_id as "makerId", r.reason, r.scope
       from approval_request r join approval_state s on s.request_id = r.id where r.id = $1`,
    [requestId],
  );
  return rows[0] ?? null;
}
