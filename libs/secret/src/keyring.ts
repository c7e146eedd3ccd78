import { createCipheriv, createDecipheriv, createHmac, createPrivateKey, createPublicKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { DomainError, invariant } from '#libs/errors';

/** The master keys of an installation by name, and the one that new secrets are written with. 32 bytes each. */
export interface MasterKeys {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

const VERSION = 'v1';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** DER of a PKCS#8 Ed25519 key up to its 32 bytes (RFC 8410 §7). */
const ED25519_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * What the installation's master keys are used for, each use with a key of its own (HKDF-SHA256, RFC 5869), so that no
 * two uses can be played against each other. The keys live outside the database: who has only its password can neither
 * read what is encrypted here nor forge what is signed here.
 */
export class Keyring {
  private readonly source: () => MasterKeys;
  /** Keys that were derived, by the master key itself: one that leaves the ring takes them along. */
  private readonly derived = new WeakMap<Buffer, Map<string, Buffer>>();

  /** `keys` as they are, or where to ask for them: a key that is added while the program runs is on the ring at once. */
  constructor(keys: MasterKeys | (() => MasterKeys)) {
    this.source = typeof keys === 'function' ? keys : (): MasterKeys => keys;
    const { current, keys: ring } = this.source();
    invariant(ring.has(current), `the key ${current} is not on the ring`);
  }

  private get master(): MasterKeys {
    return this.source();
  }

  get currentKey(): string {
    return this.master.current;
  }

  get keyNames(): readonly string[] {
    return [...this.master.keys.keys()];
  }

  /** A key for one of the program's purposes (`approval mac`), 32 bytes. */
  derive(purpose: string, keyName?: string): Buffer {
    const { current, keys } = this.master;
    const name = keyName ?? current;
    const key = keys.get(name);
    if (key === undefined) throw keyIsMissing(name);
    const known = this.derived.get(key) ?? new Map<string, Buffer>();
    this.derived.set(key, known);
    const made = known.get(purpose) ?? Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `baton ${purpose}`, KEY_BYTES));
    known.set(purpose, made);
    // A copy: nobody who wipes or changes it spoils it for others.
    return Buffer.from(made);
  }

  /**
   * The key of a purpose that outlives every rotation: of the oldest master key, for what cannot be made anew because only
   * its owner knows it (passwords, tokens). The first key on the ring is therefore never taken off it nor moved.
   */
  lasting(purpose: string): Buffer {
    return this.derive(purpose, this.keyNames[0]);
  }

  /** HMAC-SHA256 over `parts`, with where each one ends, under the lasting key of `purpose`. */
  lastingMac(purpose: string, parts: readonly string[]): Buffer {
    return createHmac('sha256', this.lasting(purpose)).update(JSON.stringify(parts), 'utf8').digest();
  }

  /** AES-256-GCM; `purpose` is bound in, so that a value cannot be moved to another column. Printable text. */
  encrypt(plain: string, purpose: string): string {
    const iv = randomBytes(IV_BYTES);
    const { current } = this.master;
    const cipher = createCipheriv('aes-256-gcm', this.derive(purpose, current), iv);
    cipher.setAAD(Buffer.from(purpose));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return [VERSION, current, iv.toString('base64url'), body.toString('base64url')].join('.');
  }

  /** Throws `secret.unreadable` for what was changed, moved, or written with a key that is not on the ring. */
  decrypt(sealed: string, purpose: string): string {
    const [version, keyName = '', iv = '', body = ''] = sealed.split('.');
    const bytes = Buffer.from(body, 'base64url');
    const vector = Buffer.from(iv, 'base64url');
    if (version !== VERSION || bytes.length < TAG_BYTES || vector.length !== IV_BYTES) throw unreadable();
    const decipher = createDecipheriv('aes-256-gcm', this.derive(purpose, keyName), vector);
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch (error) {
      throw unreadable(error);
    }
  }

  /** The name of the key that `sealed` was written with. */
  keyOf(sealed: string): string {
    return sealed.split('.')[1] ?? '';
  }

  /** Keyed hash for finding an encrypted value again without reading it, lower-case hexadecimal. */
  blindIndex(plain: string, purpose: string, keyName: string = this.master.current): string {
    return createHmac('sha256', this.derive(`${purpose} index`, keyName)).update(plain, 'utf8').digest('hex');
  }

  /** The Ed25519 key that signs for `purpose`. */
  signingKey(purpose: string, keyName: string = this.master.current): KeyObject {
    return createPrivateKey({ key: Buffer.concat([ED25519_PREFIX, this.derive(`${purpose} signature`, keyName)]), format: 'der', type: 'pkcs8' });
  }

  /** What others check those signatures with. */
  publicKey(purpose: string, keyName: string = this.master.current): KeyObject {
    return createPublicKey(this.signingKey(purpose, keyName));
  }
}

function keyIsMissing(keyName: string): DomainError {
  return new DomainError('unavailable', 'secret.key-missing', {
    ko: `암호화 키 '${keyName}'이(가) 키 파일에 없습니다. 키 파일을 복원해 주세요.`,
    en: `The key '${keyName}' is not in the key file. Restore the key file.`,
  });
}

function unreadable(cause?: unknown): DomainError {
  return new DomainError(
    'unavailable',
    'secret.unreadable',
    { ko: '암호화된 값을 읽을 수 없습니다. 값이 바뀌었거나 키 파일이 다릅니다.', en: 'The encrypted value cannot be read: it was changed, or the key file is another one.' },
    { cause },
  );
}
