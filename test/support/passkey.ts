import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { invariant } from '#libs/errors';
import { baseUrl, type Answer, type Client, type Json } from './client.js';

const UP_UV_BE_BS = 0x1d;
const ATTESTED = 0x40;
const COUNTER_BYTES = 4;

const url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (text: string | Uint8Array): Buffer => createHash('sha256').update(text).digest();

/** The address under which a browser would see the test server: passkeys want a name, not a number. */
export const seenHost = (): string => new URL(baseUrl()).host.replace('127.0.0.1', 'localhost');

/** What an authenticator does, without the device: WebAuthn Level 3 §6, one ES256 key, attestation 'none'. */
export class SoftPasskey {
  readonly credentialId = url(randomBytes(16));
  private readonly keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  constructor(
    public counter = 0,
    private readonly origin = `http://${seenHost()}`,
    private readonly relyingParty = 'localhost',
  ) {}

  /** The answer to an offer of enrolment. */
  register(challenge: string): Json {
    const clientData = this.clientData('webauthn.create', challenge);
    const attestation = isoCBOR.encode(new Map<string, unknown>([['fmt', 'none'], ['attStmt', new Map()], ['authData', this.data(UP_UV_BE_BS | ATTESTED, this.attested())]]) as never);
    return { ...this.shell(), response: { clientDataJSON: url(clientData), attestationObject: url(attestation), transports: ['internal'] } };
  }

  /** The answer to a challenge. `flags` 0x01 alone: somebody was there, but showed neither finger nor PIN. */
  assert(challenge: string, flags: number = UP_UV_BE_BS): Json {
    const [clientData, data] = [this.clientData('webauthn.get', challenge), this.data(flags, Buffer.alloc(0))];
    const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), this.keys.privateKey);
    return { ...this.shell(), response: { clientDataJSON: url(clientData), authenticatorData: url(data), signature: url(signature) } };
  }

  private shell(): Json {
    return { id: this.credentialId, rawId: this.credentialId, type: 'public-key', clientExtensionResults: {} };
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  private data(flags: number, tail: Buffer): Buffer {
    const counter = Buffer.alloc(COUNTER_BYTES);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(this.relyingParty), Buffer.from([flags]), counter, tail]);
  }

  private attested(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const cose = isoCBOR.encode(new Map<number, unknown>([[1, 2], [3, -7], [-1, 1], [-2, new Uint8Array(Buffer.from(x, 'base64url'))], [-3, new Uint8Array(Buffer.from(y, 'base64url'))]]) as never);
    const id = Buffer.from(this.credentialId, 'base64url');
    return Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, Buffer.from(cose)]);
  }
}

/** A challenge to be signed, for whoever asks. */
export async function challengeOf(client: Client): Promise<{ challengeId: string; challenge: string }> {
  const answer = await client.post('/passkeys/challenges', undefined, { byName: true });
  invariant(answer.status === 201, `the challenge answered ${answer.status} ${answer.bytes.toString()}`);
  return { challengeId: answer.body.challengeId, challenge: answer.body.options.challenge };
}

/** What a passkey shows as a proof, for a fresh challenge. */
export async function shownBy(passkey: SoftPasskey, client: Client): Promise<{ method: 'PASSKEY'; challengeId: string; response: Json }> {
  const { challengeId, challenge } = await challengeOf(client);
  return { method: 'PASSKEY', challengeId, response: passkey.assert(challenge) };
}

export async function offerTo(client: Client): Promise<{ challengeId: string; challenge: string }> {
  const offered = await client.post('/passkeys/offers', undefined, { byName: true });
  invariant(offered.status === 201, `the offer answered ${offered.status} ${offered.bytes.toString()}`);
  return { challengeId: offered.body.challengeId, challenge: offered.body.options.challenge };
}

/** Enrols a passkey for whoever is signed in. */
export async function enrolPasskey(client: Client, passkey = new SoftPasskey(), name = '업무용 노트북'): Promise<{ passkey: SoftPasskey; answer: Answer }> {
  const { challengeId, challenge } = await offerTo(client);
  const answer = await client.post('/passkeys', { challengeId, name, response: passkey.register(challenge) }, { byName: true });
  return { passkey, answer };
}
