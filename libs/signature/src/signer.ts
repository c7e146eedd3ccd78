import { sign as signBytes, X509Certificate, type KeyObject } from 'node:crypto';

/**
 * Who signs for the house. Only `sign` touches the key: a hardware module or a signing service takes its place without
 * anything else noticing.
 */
export interface ReportSigner {
  /** DER, the signer's own first, then those that lead to its root. */
  readonly certificates: readonly Buffer[];
  readonly algorithm: 'RSA' | 'EC';
  /** SHA-256 with RSA (PKCS #1 v1.5) or ECDSA (DER) over the bytes. */
  readonly sign: (bytes: Buffer) => Promise<Buffer>;
  /** Made for trials by the program itself: nobody vouches for it. */
  readonly isDemo: boolean;
}

/** A signer whose key lies in this process. Throws `RangeError` for a key that is neither RSA nor of an elliptic curve. */
export function signerOf(key: KeyObject, certificates: readonly Buffer[], isDemo: boolean): ReportSigner {
  const algorithm = key.asymmetricKeyType === 'rsa' ? 'RSA' : key.asymmetricKeyType === 'ec' ? 'EC' : null;
  if (algorithm === null) throw new RangeError(`a key of type ${key.asymmetricKeyType ?? 'unknown'} cannot sign reports`);
  return { certificates, algorithm, isDemo, sign: (bytes) => Promise.resolve(signBytes('sha256', bytes, key)) };
}

/** What a certificate says of its owner, on one line. */
export function subjectOf(certificate: Buffer): string {
  const { subject } = new X509Certificate(certificate);
  return subject
    .split('\n')
    .map((part) => part.slice(part.indexOf('=') + 1).replaceAll('\\,', ','))
    .reverse()
    .join(', ');
}

/** SHA-256 of a certificate, lower-case hexadecimal. */
export const fingerprintOf = (certificate: Buffer): string => new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase();
