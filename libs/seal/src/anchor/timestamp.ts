import { createHash, randomBytes, webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** Timestamps as in RFC 3161 over the chain hash of a batch. */
const SHA256_OID = '2.16.840.1.101.3.4.2.1';
const TST_INFO_OID = '1.2.840.113549.1.9.16.1.4';
const TIMEOUT_MS = 10_000;
const GRANTED: readonly number[] = [0, 1];

/** What an authority attests, and who it says it is. */
export interface Timestamp {
  readonly authority: string;
  readonly stampedAt: Date;
  /** The token (a CMS SignedData), as it is kept beside the anchor. */
  readonly token: Buffer;
}

/** What is stamped: the hash of the text of the chain hash, so that anybody can make it with two tools off the shelf. */
const imprintOf = (chainHash: string): Buffer => createHash('sha256').update(chainHash, 'ascii').digest();

const ENGINE = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto });

const exact = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** Asks an authority for a timestamp of a chain hash and checks the answer. Throws with one sentence about what is wrong. */
export async function requestTimestamp(url: string, chainHash: string): Promise<Timestamp> {
  const nonce = new asn1js.Integer({ valueHex: exact(Uint8Array.of(1, ...randomBytes(8))) });
  const request = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: SHA256_OID, algorithmParams: new asn1js.Null() }),
      hashedMessage: new asn1js.OctetString({ valueHex: exact(imprintOf(chainHash)) }),
    }),
    nonce,
    certReq: true,
  });
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: request.toSchema().toBER(),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`the authority answered ${answer.status}`);
  const reply = pkijs.TimeStampResp.fromBER(await answer.arrayBuffer());
  if (!GRANTED.includes(reply.status.status) || reply.timeStampToken === undefined) throw new Error(`the authority refused with status ${reply.status.status}`);
  const token = Buffer.from(reply.timeStampToken.toSchema().toBER());
  const { info, ...timestamp } = await readTimestamp(token, chainHash);
  if (info.nonce?.isEqual(nonce) !== true) throw new Error('the timestamp is not the answer to this request');
  return { ...timestamp, token };
}

/** Reads a token and checks that it is about this chain hash and signed by the certificate inside. Throws where it is not. */
export async function readTimestamp(token: Uint8Array, chainHash: string): Promise<Omit<Timestamp, 'token'> & { readonly info: pkijs.TSTInfo }> {
  const signed = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(exact(token)).content as asn1js.Sequence });
  const content = signed.encapContentInfo.eContent;
  if (signed.encapContentInfo.eContentType !== TST_INFO_OID || content === undefined) throw new Error('the token holds no timestamp');
  const info = pkijs.TSTInfo.fromBER(content.getValue());
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const stamped = Buffer.from(hashedMessage.valueBlock.valueHexView);
  if (hashAlgorithm.algorithmId !== SHA256_OID || !stamped.equals(imprintOf(chainHash))) throw new Error('the timestamp is of another chain hash');
  const verified = await signed
    .verify({ signer: 0, data: exact(Buffer.from(chainHash, 'ascii')), checkChain: false, extendedMode: true }, ENGINE)
    .catch(() => ({ signatureVerified: false, signerCertificate: null }));
  if (verified.signatureVerified !== true || verified.signerCertificate == null) throw new Error('the timestamp is not signed by the certificate it names');
  return { authority: nameOf(verified.signerCertificate), stampedAt: info.genTime, info };
}

/** The subject of a certificate, its names in order. */
function nameOf(certificate: pkijs.Certificate): string {
  return certificate.subject.typesAndValues.map(({ value }) => value.valueBlock.value).join(', ');
}
