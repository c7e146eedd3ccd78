import { createHash } from 'node:crypto';

export interface Signature {
  readonly id: string;
  readonly requestId: string;
  /** The step, from 1. */
  readonly position: number;
  readonly decision: 'SIGNED' | 'RETURNED';
  readonly signerId: string;
  /** Whose place the signer takes (대결); null: their own. */
  readonly forId: string | null;
  /** The SHA-256 of what is signed: command, input, preview, policy, drafter. */
  readonly contentHash: string;
  readonly sessionId: string | null;
  readonly stepUpMethod: string;
  readonly stepUpAt: Date;
  readonly signedAt: Date;
  readonly opinion: string | null;
}

/**
 * The text that a signature is made over, line by line; `approval_signature_text` in the database writes the same from
 * the row, so a row that says anything else carries a signature that does not fit.
 */
export function signatureText(signature: Signature): string {
  return [
    'baton approval signature 1',
    signature.id,
    signature.requestId,
    String(signature.position),
    signature.decision,
    signature.signerId,
    signature.forId ?? '-',
    signature.contentHash,
    signature.sessionId ?? '-',
    signature.stepUpMethod,
    signature.stepUpAt.toISOString(),
    signature.signedAt.toISOString(),
    createHash('sha256').update(signature.opinion ?? '', 'utf8').digest('hex'),
  ].join('\n');
}
