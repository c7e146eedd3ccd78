import { verify } from 'node:crypto';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import type { Keyring } from '#libs/secret';
import { SIGNATURE_PURPOSE } from '../key/approval-key.js';
import { signatureText, type Signature } from './signature.js';

export interface BadSignature {
  readonly id: string;
  readonly requestNumber: string;
  readonly signerName: string;
}

export interface SignatureCheck {
  readonly checked: number;
  readonly bad: readonly BadSignature[];
}

interface SignatureRow extends Signature, BadSignature {
  readonly keyName: string;
  readonly signature: Buffer;
  readonly requestHash: string;
}

const FETCH = 1_000;

/**
 * Checks every signature on an approval against the installation's public key, and that it is for what its request says:
 * the owner of the database could write a row past every trigger, but not sign it.
 */
export async function checkSignatures(tx: Tx, keyring: Keyring): Promise<SignatureCheck> {
  const bad: BadSignature[] = [];
  let checked = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await listSignatures(tx, after);
    for (const row of rows) {
      if (row.contentHash !== row.requestHash || !isGenuine(row, keyring)) bad.push({ id: row.id, requestNumber: row.requestNumber, signerName: row.signerName });
    }
    checked += rows.length;
    if (rows.length < FETCH) return { checked, bad };
    after = rows.at(-1)?.id ?? after;
  }
}

function isGenuine(row: SignatureRow, keyring: Keyring): boolean {
  try {
    return verify(null, Buffer.from(signatureText(row), 'utf8'), keyring.publicKey(SIGNATURE_PURPOSE, row.keyName), row.signature);
  } catch (error) {
    // A key that the installation does not have signed nothing here.
    if (error instanceof DomainError && error.code === 'secret.key-missing') return false;
    throw error;
  }
}

function listSignatures(tx: Tx, after: string): Promise<SignatureRow[]> {
  return tx.query(
    `select s.id, s.request_id as "requestId", s.position, s.decision, s.signer_id as "signerId", s.for_id as "forId", s.content_hash as "contentHash",
            s.session_id as "sessionId", s.step_up_method as "stepUpMethod", s.step_up_at as "stepUpAt", s.signed_at as "signedAt", s.opinion,
            s.key_name as "keyName", s.signature, s.signer_name as "signerName", r.number as "requestNumber", r.content_hash as "requestHash"
       from approval_signature s join approval_request r on r.id = s.request_id where s.id > $1 order by s.id limit ${FETCH}`,
    [after],
  );
}
