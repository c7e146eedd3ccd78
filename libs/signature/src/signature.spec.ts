import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PdfFile, readSignature, renderDocument, signDocument, pageTexts } from '#libs/pdf';
import { Keyring } from '#libs/secret';
import { checkCms } from './check-cms.js';
import { signCms } from './cms.js';
import { openDemoSigner } from './demo-signer.js';
import { signerFromPkcs12 } from './pkcs12.js';
import type { ReportSigner } from './signer.js';

const META = { title: '서명 시험 & <보고서>', author: '기관', subject: '시험', keywords: [], number: 'RPT-2026-A-0001 제1판', securityMark: '공개', language: 'ko-KR' as const, createdAt: new Date('2026-11-22T00:00:00Z'), dataSha256: 'ab'.repeat(32) };
const COVER = { issuer: '기관', asOf: '2026. 11. 22.', knownAt: '2026. 11. 22.' };
const SIGNED = { kind: 'verification' as const, url: 'https://baton.example.go.kr/verify/ABCDE-FGHJK', code: 'ABCDE-FGHJK', lines: ['이 문서가 유효한지 확인하려면 위 주소를 여세요.'], alt: '검증 화면으로 가는 QR 코드', signature: '전자서명: 기관' };
const STATEMENT = { name: '기관', reason: '보고서 발급', signedAt: new Date('2026-11-22T00:00:00Z') };

/** A document with a place for its signature. */
const unsigned = (): Promise<Buffer> => renderDocument(META, COVER, [{ kind: 'heading', level: 2, text: '본문' }, { kind: 'paragraph', text: '금액 1,234,567원' }, SIGNED], { attachments: [{ name: 'data.json', mediaType: 'application/json', description: '자료', bytes: Buffer.from('{}'), relationship: 'Data' }] });

const installed = (program: string): boolean => {
  try {
    execFileSync(program, [program === 'pdfsig' ? '-v' : 'version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

describe('the signature of a report', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-signature-'));
  const at = (name: string): string => path.join(folder, name);
  const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const signers = new Map<string, ReportSigner>();

  beforeAll(async () => {
    for (const [name, key] of [['RSA', ['rsa:2048']], ['EC', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']]] as const) {
      openssl('req', '-x509', '-newkey', ...key, '-nodes', '-keyout', `${name}.key`, '-out', `${name}.crt`, '-days', '2', '-subj', `/O=Institute/CN=${name} signer`, '-addext', 'keyUsage=digitalSignature,nonRepudiation', '-addext', 'extendedKeyUsage=emailProtection');
      openssl('pkcs12', '-export', '-inkey', `${name}.key`, '-in', `${name}.crt`, '-out', `${name}.p12`, '-passout', 'pass:비밀-1');
      signers.set(name, await signerFromPkcs12(fs.readFileSync(at(`${name}.p12`)), '비밀-1'));
    }
  });

  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  const signed = async (name: string): Promise<Buffer> => signDocument(await unsigned(), STATEMENT, async (bytes) => (await signCms(bytes, signers.get(name) as ReportSigner, null)).cms);

  it.each(['RSA', 'EC'])('with %s is found and holds; what was there before stays as it was', async (name) => {
    const pdf = await signed(name);
    const before = await unsigned();
    expect(pdf.subarray(0, before.length).equals(before)).toBe(true);
    const found = readSignature(pdf);
    expect(found?.coversFile).toBe(true);
    const verdict = await checkCms(found?.cms ?? Buffer.alloc(0), found?.signed ?? Buffer.alloc(0));
    expect([verdict.fault, verdict.signature?.subject]).toEqual([null, `${name} signer, Institute`]);
  });

  it('is deterministic with RSA: the same document gives the same file', async () => {
    expect((await signed('RSA')).equals(await signed('RSA'))).toBe(true);
  });

  it('ends with a changed byte', async () => {
    const pdf = await signed('RSA');
    pdf.writeUInt8((pdf[2_000] ?? 0) ^ 1, 2_000);
    const found = readSignature(pdf);
    expect((await checkCms(found?.cms ?? Buffer.alloc(0), found?.signed ?? Buffer.alloc(0))).fault).toBe('DIGEST');
  });

  it('does not cover what is added behind it', async () => {
    expect(readSignature(Buffer.concat([await signed('RSA'), Buffer.from('\n')]))?.coversFile).toBe(false);
  });

  it('is not accepted with the certificate of another', async () => {
    const [rsa, ec] = [signers.get('RSA') as ReportSigner, signers.get('EC') as ReportSigner];
    const bytes = Buffer.from('signed bytes');
    const { cms } = await signCms(bytes, { ...rsa, certificates: ec.certificates }, null);
    expect((await checkCms(cms, bytes)).fault).toBe('SIGNATURE');
  });

  it('leaves the pages readable: every figure is in the text', async () => {
    const texts = pageTexts(new PdfFile(await signed('RSA'))).flat();
    expect(texts).toContain('금액 1,234,567원');
  });

  it('refuses a wrong password and a file that is none', async () => {
    await expect(signerFromPkcs12(fs.readFileSync(at('RSA.p12')), 'wrong')).rejects.toMatchObject({ code: 'signature.pkcs12' });
    await expect(signerFromPkcs12(Buffer.from('no file'), 'wrong')).rejects.toMatchObject({ code: 'signature.pkcs12' });
  });

  it.each(['RSA', 'EC'])('%s: OpenSSL accepts it as CAdES', async (name) => {
    const { cms, signed: bytes } = readSignature(await signed(name)) ?? { cms: Buffer.alloc(0), signed: Buffer.alloc(0) };
    fs.writeFileSync(at('s.p7s'), cms);
    fs.writeFileSync(at('s.bin'), bytes);
    const verify = (): Buffer => openssl('cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', 's.p7s', '-content', 's.bin', '-CAfile', `${name}.crt`, '-out', 's.out');
    expect(verify).not.toThrow();
    fs.appendFileSync(at('s.bin'), 'x');
    expect(verify).toThrow();
  });

  it('pdfsig accepts it and finds a changed byte', async () => {
    if (!installed('pdfsig')) {
      process.stdout.write('pdfsig is not installed: its verdict was not asked for\n');
      return;
    }
    const pdf = await signed('RSA');
    fs.writeFileSync(at('s.pdf'), pdf);
    expect(execFileSync('pdfsig', ['-nocert', at('s.pdf')]).toString()).toContain('Signature is Valid');
    pdf.writeUInt8((pdf[2_000] ?? 0) ^ 1, 2_000);
    fs.writeFileSync(at('s.pdf'), pdf);
    expect(execFileSync('pdfsig', ['-nocert', at('s.pdf')]).toString()).toContain('Digest Mismatch');
  });

  it('of a demonstration says so, is kept encrypted, and is the same at the next start', async () => {
    const keyring = new Keyring({ current: 'k1', keys: new Map([['k1', randomBytes(32)]]) });
    const first = await openDemoSigner(at('demo.json'), keyring, new Date('2026-11-22T00:00:00Z'));
    const again = await openDemoSigner(at('demo.json'), keyring, new Date('2027-11-22T00:00:00Z'));
    expect(again.certificates).toEqual(first.certificates);
    expect(fs.readFileSync(at('demo.json'), 'utf8')).not.toContain('PRIVATE KEY');
    const bytes = Buffer.from('signed bytes');
    const verdict = await checkCms((await signCms(bytes, first, null)).cms, bytes);
    expect([verdict.fault, verdict.signature?.subject]).toEqual([null, expect.stringContaining('데모')]);
  });
});
