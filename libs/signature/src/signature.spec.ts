import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAuthority, type Authority } from '../../../test/support/authority.js';
import { PdfFile, readSignature, renderDocument, signDocument, pageTexts } from '#libs/pdf';
import { Keyring } from '#libs/secret';
import { checkCms } from './check-cms.js';
import { signCms, type MadeSignature } from './cms.js';
import { openDemoSigner } from './demo-signer.js';
import { signerFromPkcs12 } from './pkcs12.js';
import type { ReportSigner } from './signer.js';
import { askPdfsig, foundInstitution, stampIn, type Institution } from './testing/institution.js';

const META = { title: '서명 시험 & <보고서>', author: '기관', subject: '시험', keywords: [], number: 'RPT-2026-A-0001 제1판', securityMark: '공개', language: 'ko-KR' as const, createdAt: new Date('2026-11-22T00:00:00Z'), dataSha256: 'ab'.repeat(32) };
const COVER = { issuer: '기관', asOf: '2026. 11. 22.', knownAt: '2026. 11. 22.' };
const SIGNED = { kind: 'verification' as const, url: 'https://baton.example.go.kr/verify/ABCDE-FGHJK', code: 'ABCDE-FGHJK', lines: ['이 문서가 유효한지 확인하려면 위 주소를 여세요.'], alt: '검증 화면으로 가는 QR 코드', signature: '전자서명: 기관' };
const STATEMENT = { name: '기관', reason: '보고서 발급', signedAt: new Date('2026-11-22T00:00:00Z') };

/** A document with a place for its signature. */
const unsigned = (): Promise<Buffer> => renderDocument(META, COVER, [{ kind: 'heading', level: 2, text: '본문' }, { kind: 'paragraph', text: '금액 1,234,567원' }, SIGNED], { attachments: [{ name: 'data.json', mediaType: 'application/json', description: '자료', bytes: Buffer.from('{}'), relationship: 'Data' }] });

describe('the signature of a report', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-signature-'));
  const at = (name: string): string => path.join(folder, name);
  const institutions = { RSA: foundInstitution('RSA'), EC: foundInstitution('EC') } as const satisfies Record<string, Institution>;
  type Algorithm = keyof typeof institutions;
  const signers = new Map<string, ReportSigner>();
  let authority: Authority;

  beforeAll(async () => {
    authority = await openAuthority();
    for (const [name, { file, password }] of Object.entries(institutions)) signers.set(name, await signerFromPkcs12(fs.readFileSync(file), password));
  });

  afterAll(async () => {
    fs.rmSync(folder, { recursive: true, force: true });
    Object.values(institutions).forEach((each) => each.close());
    await authority.stop();
  });

  const signed = async (name: string, url: string | null = null, note: (made: MadeSignature) => void = () => undefined): Promise<Buffer> =>
    signDocument(await unsigned(), STATEMENT, async (bytes) => {
      const made = await signCms(bytes, signers.get(name) as ReportSigner, url);
      note(made);
      return made.cms;
    });
  const found = (pdf: Buffer): { readonly cms: Buffer; readonly signed: Buffer } => readSignature(pdf) ?? { cms: Buffer.alloc(0), signed: Buffer.alloc(0) };

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
    await expect(signerFromPkcs12(fs.readFileSync(institutions.RSA.file), 'wrong')).rejects.toMatchObject({ code: 'signature.pkcs12' });
    await expect(signerFromPkcs12(Buffer.from('no file'), 'wrong')).rejects.toMatchObject({ code: 'signature.pkcs12' });
  });

  it.each<Algorithm>(['RSA', 'EC'])('%s: OpenSSL accepts it as CAdES', async (name) => {
    const { cms, signed: bytes } = found(await signed(name));
    expect(institutions[name].accepts(cms, bytes)).toBe(true);
    expect(institutions[name].accepts(cms, Buffer.concat([bytes, Buffer.from('x')]))).toBe(false);
  });

  it('pdfsig accepts it and finds a changed byte', async () => {
    const pdf = await signed('RSA');
    expect(askPdfsig(pdf) ?? 'Signature is Valid').toContain('Signature is Valid');
    pdf.writeUInt8((pdf[2_000] ?? 0) ^ 1, 2_000);
    expect(askPdfsig(pdf) ?? 'Digest Mismatch').toContain('Digest Mismatch');
  });

  describe.each<Algorithm>(['RSA', 'EC'])('with %s and the time attested (B-T)', (name) => {
    let pdf: Buffer;
    let made: MadeSignature;
    beforeAll(async () => {
      pdf = await signed(name, authority.url, (each) => void (made = each));
    });

    it('says by whom and when, and so does who checks it', async () => {
      const { cms, signed: bytes } = found(pdf);
      expect(made).toMatchObject({ stamp: { authority: 'Small Time Authority', stampedAt: expect.any(Date) }, problem: null });
      expect(await checkCms(cms, bytes)).toMatchObject({ fault: null, signature: { authority: 'Small Time Authority', stampedAt: made.stamp?.stampedAt } });
    });

    it('is accepted by OpenSSL: the signature, and the token over its value', () => {
      const { cms, signed: bytes } = found(pdf);
      const { signature, token } = stampIn(cms);
      expect(institutions[name].accepts(cms, bytes)).toBe(true);
      const digest = (value: Buffer): string => createHash('sha256').update(value).digest('hex');
      expect([authority.verifies(token ?? Buffer.alloc(0), digest(signature)), authority.verifies(token ?? Buffer.alloc(0), digest(bytes))]).toEqual([true, false]);
      expect(askPdfsig(pdf) ?? 'Signature is Valid').toContain('Signature is Valid');
    });
  });

  it('does not take the timestamp of another signature for its own', async () => {
    const [rsa] = [signers.get('RSA') as ReportSigner];
    const [one, other] = [await signCms(Buffer.from('one'), rsa, authority.url), await signCms(Buffer.from('other'), rsa, authority.url)];
    const [stolen, own] = [stampIn(one.cms).token, stampIn(other.cms).token];
    // Tokens of one authority are equally long, but for the count of the serial number.
    expect(stolen?.length).toBe(own?.length);
    const at = other.cms.indexOf(own ?? Buffer.alloc(0));
    const forged = Buffer.concat([other.cms.subarray(0, at), stolen ?? Buffer.alloc(0), other.cms.subarray(at + (own?.length ?? 0))]);
    expect((await checkCms(forged, Buffer.from('other'))).fault).toBe('TIMESTAMP');
  });

  it.each([['DOWN', 'UNREACHABLE'], ['REFUSING', 'REFUSED'], ['NONSENSE', 'UNUSABLE']] as const)('is made without it while the authority is %s, and says why', async (mode, fault) => {
    authority.mode = mode;
    const made = await signCms(Buffer.from('signed bytes'), signers.get('RSA') as ReportSigner, authority.url);
    authority.mode = 'HONEST';
    expect(made).toMatchObject({ stamp: null, problem: { fault } });
    expect(await checkCms(made.cms, Buffer.from('signed bytes'))).toMatchObject({ fault: null, signature: { stampedAt: null } });
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
