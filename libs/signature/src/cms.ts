import { createHash, webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { requestTimestampOf, TimestampError, type Timestamp, type TimestampFault } from '#libs/seal';
import type { ReportSigner } from './signer.js';

/** The signature of a report as CAdES (ETSI EN 319 122-1), the form that PAdES puts into a PDF. */
export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestamp: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

export const ENGINE = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto });

export const exact = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const octets = (bytes: Uint8Array): asn1js.OctetString => new asn1js.OctetString({ valueHex: exact(bytes) });

/** Who attested the time of a signature, and when. */
export type Stamp = Pick<Timestamp, 'authority' | 'stampedAt'>;

export interface MadeSignature {
  readonly cms: Buffer;
  /** PAdES-B-T with it, B-B without. */
  readonly stamp: Stamp | null;
  /** Why there is no timestamp although an authority is named; `message` is for the log. */
  readonly problem: { readonly fault: TimestampFault; readonly message: string } | null;
}

/**
 * Signs bytes. An authority that does not attest the time is named as the problem, and nothing else: whether a signature
 * without it will do is the caller's to say. Throws what the signer throws.
 */
export async function signCms(signed: Buffer, signer: ReportSigner, authorityUrl: string | null): Promise<MadeSignature> {
  const certificates = signer.certificates.map((der) => pkijs.Certificate.fromBER(exact(der)));
  const [own] = certificates;
  if (own === undefined) throw new RangeError('a signer has a certificate');
  const attributes = signedAttributes(signed, signer.certificates[0] ?? Buffer.alloc(0));
  const signature = await signer.sign(Buffer.from(new asn1js.Set({ value: attributes.map((each) => each.toSchema()) }).toBER()));
  const { stamp, problem } = authorityUrl === null ? { stamp: null, problem: null } : await stampOf(signature, authorityUrl);
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: algorithm(OID.sha256),
    signatureAlgorithm: algorithm(signer.algorithm === 'RSA' ? OID.rsa : OID.ecdsaWithSha256, signer.algorithm === 'RSA'),
    signature: octets(signature),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
    ...(stamp === null ? {} : { unsignedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [timestampAttribute(stamp.token)] }) }),
  });
  const data = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [algorithm(OID.sha256)],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates,
    signerInfos: [info],
  });
  const cms = Buffer.from(new pkijs.ContentInfo({ contentType: OID.signedData, content: data.toSchema(true) }).toSchema().toBER());
  return { cms, stamp, problem };
}

async function stampOf(signature: Buffer, authorityUrl: string): Promise<{ readonly stamp: Timestamp | null; readonly problem: MadeSignature['problem'] }> {
  try {
    return { stamp: await requestTimestampOf(authorityUrl, signature), problem: null };
  } catch (error) {
    if (!(error instanceof TimestampError)) throw error;
    return { stamp: null, problem: { fault: error.fault, message: error.message } };
  }
}

/** RSA wants an explicit null, the others nothing (RFC 5754). */
const algorithm = (oid: string, withNull = false): pkijs.AlgorithmIdentifier =>
  new pkijs.AlgorithmIdentifier({ algorithmId: oid, ...(withNull ? { algorithmParams: new asn1js.Null() } : {}) });

/**
 * What is signed: the digest of the bytes and which certificate it is that signs, so that no other can be put in its place.
 * In the order of their encodings, as DER wants a set.
 */
function signedAttributes(signed: Buffer, certificate: Buffer): pkijs.Attribute[] {
  const certificateId = new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [octets(sha256(certificate))] })] })] });
  const attributes = [
    new pkijs.Attribute({ type: OID.contentType, values: [new asn1js.ObjectIdentifier({ value: OID.data })] }),
    new pkijs.Attribute({ type: OID.messageDigest, values: [octets(sha256(signed))] }),
    new pkijs.Attribute({ type: OID.signingCertificateV2, values: [certificateId] }),
  ];
  const encoded = (each: pkijs.Attribute): Buffer => Buffer.from(each.toSchema().toBER());
  return attributes.sort((a, b) => Buffer.compare(encoded(a), encoded(b)));
}

const timestampAttribute = (token: Buffer): pkijs.Attribute => new pkijs.Attribute({ type: OID.timestamp, values: [asn1js.fromBER(exact(token)).result] });
