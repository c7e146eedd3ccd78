import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as pkijs from 'pkijs';
import type * as asn1js from 'asn1js';
import { exact, OID } from '../cms.js';

const KEYS = { RSA: ['rsa:2048'], EC: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] } as const;

/** An institution with a certificate of its own, made with OpenSSL: whether that accepts a signature is somebody else's word. */
export interface Institution {
  /** PKCS #12, as an authority hands it out. */
  readonly file: string;
  readonly password: string;
  /** Whether OpenSSL takes the signature as CAdES of these bytes by this institution. */
  accepts(cms: Buffer, signed: Buffer): boolean;
  close(): void;
}

export function foundInstitution(algorithm: keyof typeof KEYS): Institution {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-institution-'));
  const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const password = '비밀-1';
  openssl('req', '-x509', '-newkey', ...KEYS[algorithm], '-nodes', '-keyout', 'own.key', '-out', 'own.crt', '-days', '2', '-subj', `/O=Institute/CN=${algorithm} signer`, '-addext', 'keyUsage=digitalSignature,nonRepudiation', '-addext', 'extendedKeyUsage=emailProtection');
  openssl('pkcs12', '-export', '-inkey', 'own.key', '-in', 'own.crt', '-out', 'own.p12', '-passout', `pass:${password}`);
  return {
    file: path.join(folder, 'own.p12'),
    password,
    accepts(cms, signed) {
      fs.writeFileSync(path.join(folder, 'cms.der'), cms);
      fs.writeFileSync(path.join(folder, 'signed.bin'), signed);
      try {
        openssl('cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', 'cms.der', '-content', 'signed.bin', '-CAfile', 'own.crt', '-out', 'out.bin');
        return true;
      } catch {
        return false;
      }
    },
    close: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

/** What `pdfsig` of Poppler says of a file; null where it is not installed. */
export function askPdfsig(pdf: Buffer): string | null {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-pdfsig-'));
  const file = path.join(folder, 'signed.pdf');
  fs.writeFileSync(file, pdf);
  try {
    return execFileSync('pdfsig', ['-nocert', file], { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    process.stdout.write('pdfsig is not installed: its verdict was not asked for\n');
    return null;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The value of a signature and the timestamp token that came with it, read with none of the code that checks them. */
export function stampIn(cms: Buffer): { readonly signature: Buffer; readonly token: Buffer | null } {
  const [info] = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(exact(cms)).content as asn1js.Sequence }).signerInfos;
  const attribute = info?.unsignedAttrs?.attributes.find(({ type }) => type === OID.timestamp);
  const value = attribute?.values[0] as asn1js.BaseBlock | undefined;
  return { signature: Buffer.from(info?.signature.valueBlock.valueHexView ?? []), token: value === undefined ? null : Buffer.from(value.toBER()) };
}
