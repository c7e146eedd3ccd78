import { createHash } from 'node:crypto';
import type * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { readTimestampOf } from '#libs/seal';
import { ENGINE, exact, OID } from './cms.js';
import { fingerprintOf, subjectOf } from './signer.js';

/** What a signature turned out to be. */
export interface CheckedSignature {
  readonly subject: string;
  /** Of the certificate, SHA-256: to be compared with the one that the house hands out. */
  readonly fingerprint: string;
  readonly validTo: Date;
  /** Attested by an authority; null where there is no timestamp. */
  readonly stampedAt: Date | null;
  readonly authority: string | null;
}

/** What is wrong with it: the bytes were changed, the signature is not of that certificate, the timestamp is of something else, or it cannot be read. */
export type SignatureFault = 'DIGEST' | 'SIGNATURE' | 'CERTIFICATE' | 'TIMESTAMP' | 'UNREADABLE';

export type SignatureVerdict = { readonly fault: null; readonly signature: CheckedSignature } | { readonly fault: SignatureFault; readonly signature: CheckedSignature | null };

/** Checks a signature over bytes: the digest, the signature itself, that it names its own certificate, and its timestamp. Throws nothing. */
export async function checkCms(cms: Buffer, signed: Buffer): Promise<SignatureVerdict> {
  try {
    const data = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(exact(cms)).content as asn1js.Sequence });
    const [info] = data.signerInfos;
    const certificate = info === undefined ? null : certificateOf(data, info);
    if (info === undefined || certificate === null) return { fault: 'UNREADABLE', signature: null };
    const der = Buffer.from(certificate.toSchema().toBER());
    const digest = attributeOf(info.signedAttrs, OID.messageDigest);
    const read: CheckedSignature = { subject: subjectOf(der), fingerprint: fingerprintOf(der), validTo: certificate.notAfter.value, stampedAt: null, authority: null };
    if (digest === null || !sha256(signed).equals(octetsOf(digest))) return { fault: 'DIGEST', signature: read };
    const verified = await data.verify({ signer: 0, data: exact(signed), checkChain: false, extendedMode: true }, ENGINE).catch(() => ({ signatureVerified: false }));
    if (verified.signatureVerified !== true) return { fault: 'SIGNATURE', signature: read };
    if (!namesCertificate(info, der)) return { fault: 'CERTIFICATE', signature: read };
    return await withTimestamp(info, read);
  } catch {
    return { fault: 'UNREADABLE', signature: null };
  }
}

async function withTimestamp(info: pkijs.SignerInfo, read: CheckedSignature): Promise<SignatureVerdict> {
  const attribute = attributeOf(info.unsignedAttrs, OID.timestamp);
  if (attribute === null) return { fault: null, signature: read };
  const stamp = await readTimestampOf(Buffer.from(attribute.toBER()), Buffer.from(info.signature.valueBlock.valueHexView)).catch(() => null);
  return stamp === null ? { fault: 'TIMESTAMP', signature: read } : { fault: null, signature: { ...read, stampedAt: stamp.stampedAt, authority: stamp.authority } };
}

function certificateOf(data: pkijs.SignedData, info: pkijs.SignerInfo): pkijs.Certificate | null {
  const sid: unknown = info.sid;
  if (!(sid instanceof pkijs.IssuerAndSerialNumber)) return null;
  const found = (data.certificates ?? []).find((each) => each instanceof pkijs.Certificate && each.issuer.isEqual(sid.issuer) && each.serialNumber.isEqual(sid.serialNumber));
  return found instanceof pkijs.Certificate ? found : null;
}

/** Whether the signed attribute holds the hash of the certificate: the innermost octets of it. */
function namesCertificate(info: pkijs.SignerInfo, der: Buffer): boolean {
  const attribute = attributeOf(info.signedAttrs, OID.signingCertificateV2);
  return attribute !== null && Buffer.from(attribute.toBER()).includes(sha256(der));
}

function attributeOf(attributes: pkijs.SignedAndUnsignedAttributes | undefined, oid: string): asn1js.BaseBlock | null {
  return (attributes?.attributes.find(({ type }) => type === oid)?.values[0] as asn1js.BaseBlock | undefined) ?? null;
}

const octetsOf = (value: asn1js.BaseBlock): Buffer => Buffer.from((value as asn1js.OctetString).valueBlock.valueHexView);

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
