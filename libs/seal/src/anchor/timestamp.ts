import { createHash, randomBytes, webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** Timestamps as in RFC 3161: over the chain hash of a batch, over a signature. */
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

/** Why there is no timestamp: nobody answered, the authority said no, or its answer attests nothing of what was asked. */
export type TimestampFault = 'UNREACHABLE' | 'REFUSED' | 'UNUSABLE';

/** What an authority is not able to say, in one sentence for the log. */
export class TimestampError extends Error {
  constructor(
    readonly fault: TimestampFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'TimestampError';
  }
}

const imprintOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
/** What is stamped of a chain is the hash of its text, so that anybody can make it with two tools off the shelf. */
const textOf = (chainHash: string): Buffer => Buffer.from(chainHash, 'ascii');

const ENGINE = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto });

const exact = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** Asks an authority for a timestamp of a chain hash and checks the answer. Throws `TimestampError`. */
export const requestTimestamp = (url: string, chainHash: string): Promise<Timestamp> => requestTimestampOf(url, textOf(chainHash));

/** Asks an authority for a timestamp of bytes and checks the answer. Throws `TimestampError`. */
export async function requestTimestampOf(url: string, bytes: Uint8Array): Promise<Timestamp> {
  const nonce = new asn1js.Integer({ valueHex: exact(Uint8Array.of(1, ...randomBytes(8))) });
  const request = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: SHA256_OID, algorithmParams: new asn1js.Null() }),
      hashedMessage: new asn1js.OctetString({ valueHex: exact(imprintOf(bytes)) }),
    }),
    nonce,
    certReq: true,
  });
  const answer = await ask(url, request);
  try {
    const reply = pkijs.TimeStampResp.fromBER(answer);
    if (!GRANTED.includes(reply.status.status) || reply.timeStampToken === undefined) throw new TimestampError('REFUSED', `the authority refused with status ${reply.status.status}`);
    const token = Buffer.from(reply.timeStampToken.toSchema().toBER());
    const { info, ...timestamp } = await readTimestampOf(token, bytes);
    if (info.nonce?.isEqual(nonce) !== true) throw new Error('the timestamp is not the answer to this request');
    return { ...timestamp, token };
  } catch (error) {
    if (error instanceof TimestampError) throw error;
    throw new TimestampError('UNUSABLE', error instanceof Error ? error.message : 'the answer cannot be read', { cause: error });
  }
}

/** The bytes of the answer, whatever they say. */
async function ask(url: string, request: pkijs.TimeStampReq): Promise<ArrayBuffer> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: request.toSchema().toBER(),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!answer.ok) throw new Error(`the authority answered ${answer.status}`);
    return await answer.arrayBuffer();
  } catch (error) {
    throw new TimestampError('UNREACHABLE', error instanceof Error ? error.message : 'the authority does not answer', { cause: error });
  }
}

type ReadTimestamp = Omit<Timestamp, 'token'> & { readonly info: pkijs.TSTInfo };

/** Reads a token and checks that it is about this chain hash and signed by the certificate inside. Throws where it is not. */
export const readTimestamp = (token: Uint8Array, chainHash: string): Promise<ReadTimestamp> => readTimestampOf(token, textOf(chainHash));

/** Reads a token and checks that it is about these bytes and signed by the certificate inside. Throws where it is not. */
export async function readTimestampOf(token: Uint8Array, bytes: Uint8Array): Promise<ReadTimestamp> {
  const signed = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(exact(token)).content as asn1js.Sequence });
  const content = signed.encapContentInfo.eContent;
  if (signed.encapContentInfo.eContentType !== TST_INFO_OID || content === undefined) throw new Error('the token holds no timestamp');
  const info = pkijs.TSTInfo.fromBER(content.getValue());
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const stamped = Buffer.from(hashedMessage.valueBlock.valueHexView);
  if (hashAlgorithm.algorithmId !== SHA256_OID || !stamped.equals(imprintOf(bytes))) throw new Error('the timestamp is of something else');
  const verified = await signed
    .verify({ signer: 0, data: exact(bytes), checkChain: false, extendedMode: true }, ENGINE)
    .catch(() => ({ signatureVerified: false, signerCertificate: null }));
  if (verified.signatureVerified !== true || verified.signerCertificate == null) throw new Error('the timestamp is not signed by the certificate it names');
  return { authority: nameOf(verified.signerCertificate), stampedAt: info.genTime, info };
}

/** The subject of a certificate, its names in order. */
function nameOf(certificate: pkijs.Certificate): string {
  return certificate.subject.typesAndValues.map(({ value }) => value.valueBlock.value).join(', ');
}
