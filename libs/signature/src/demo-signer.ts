import { createPrivateKey, generateKeyPairSync, randomBytes, webcrypto } from 'node:crypto';
import fs from 'node:fs';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { invariant } from '#libs/errors';
import type { Keyring } from '#libs/secret';
import { ENGINE, exact } from './cms.js';
import { signerOf, type ReportSigner } from './signer.js';

/** Nobody is to take it for the signature of an institution. */
const NAME = 'Baton 데모 서명(시험용·효력 없음)';
const COMMON_NAME = '2.5.4.3';
const YEARS = 10;
const PURPOSE = 'report signing key';

/**
 * The signer of a demonstration: made at the first start with a certificate that says what it is, and kept in `path` with its
 * key encrypted. `now` is the beginning of its validity.
 */
export async function openDemoSigner(path: string, keyring: Keyring, now: Date): Promise<ReportSigner> {
  if (!fs.existsSync(path)) fs.writeFileSync(path, await makeFile(keyring, now), { mode: 0o600, flag: 'wx' });
  const { certificate, key } = JSON.parse(fs.readFileSync(path, 'utf8')) as { readonly certificate: string; readonly key: string };
  return signerOf(createPrivateKey(keyring.decrypt(key, PURPOSE)), [Buffer.from(certificate, 'base64')], true);
}

async function makeFile(keyring: Keyring, now: Date): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const importKey = (format: 'pkcs8' | 'spki', der: Buffer, use: 'sign' | 'verify'): Promise<webcrypto.CryptoKey> => webcrypto.subtle.importKey(format, der, algorithm, true, [use]);
  const certificate = new pkijs.Certificate({ version: 2, serialNumber: new asn1js.Integer({ valueHex: exact(Uint8Array.of(1, ...randomBytes(12))) }) });
  for (const name of [certificate.subject, certificate.issuer]) {
    name.typesAndValues.push(new pkijs.AttributeTypeAndValue({ type: COMMON_NAME, value: new asn1js.Utf8String({ value: NAME }) }));
  }
  certificate.notBefore.value = now;
  certificate.notAfter.value = new Date(Date.UTC(now.getUTCFullYear() + YEARS, now.getUTCMonth(), now.getUTCDate()));
  const spki = await importKey('spki', publicKey.export({ format: 'der', type: 'spki' }), 'verify');
  await certificate.subjectPublicKeyInfo.importKey(spki, ENGINE);
  const pkcs8 = await importKey('pkcs8', privateKey.export({ format: 'der', type: 'pkcs8' }), 'sign');
  await certificate.sign(pkcs8, 'SHA-256', ENGINE);
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  invariant(typeof pem === 'string', 'a key in PEM is text');
  return JSON.stringify({ certificate: Buffer.from(certificate.toSchema(true).toBER()).toString('base64'), key: keyring.encrypt(pem, PURPOSE) });
}
