import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { verify } from '../../apps/api/src/cli/verify.js';
import { exportSealed } from '../../apps/api/src/cli/export.js';
import { readConfig } from '../../apps/api/src/config.js';
import { systemClock } from '#libs/calendar';
import { readEmbeddedFiles } from '#libs/pdf';
import type { Verification } from '#libs/seal';
import { Client, type Json } from '../support/client.js';
import { decide, formFund, pendingDeal } from '../support/funds.js';
import { issued, take } from '../support/issues.js';
import { today } from '../support/services.js';

// The whole database is read again and again, with all that other specs left there.
jest.setTimeout(180_000);

/** A laptop without a network: it has the files and nothing else. */
const LAPTOP = readConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing', BATON_DATA_DIR: 'nowhere' }, '/nonexistent');

describe('an auditor with a laptop and no network', () => {
  let folder: string;
  let report: Buffer;
  /** Ends in the first letters of the fingerprint. */
  let number: string;
  let fundId: string;
  /** A second that is over, so that everybody who asks is told the same. */
  let knownAt: string;

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-offline-'));
    fundId = (await formFund(Client.as('manager'), { name: '한글 조합' })).id;
    await decide(await pendingDeal(fundId, '1000000000'), 'QUALIFIED');
    await pause(1_100);
    knownAt = new Date(Math.floor(Date.now() / 1_000) * 1_000).toISOString();
    report = await download();
    fs.writeFileSync(path.join(folder, 'report.pdf'), report);
    // A chain has more than one link.
    await formFund(Client.as('manager'));
    await Client.as('compliance').post('/seals/anchor', undefined);
    await exportSealed(path.join(folder, 'all.ndjson'), readConfig({ DATABASE_URL: process.env.BATON_TEST_OWNER_URL, BATON_DATA_DIR: process.env.BATON_TEST_DATA_DIR }, folder), systemClock);
  }, 120_000);

  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  async function download(): Promise<Buffer> {
    const answer = await Client.as('auditor').post(`/reports/fund-compliance/${fundId}/downloads`, { format: 'pdf', reason: '오프라인 검증 시험', knownAt }, { key: null });
    expect(answer.status).toBe(200);
    number = answer.headers.get('x-report-number') ?? '';
    return answer.bytes;
  }

  async function check(name: string, ...args: string[]): Promise<Verification & { readonly code: number }> {
    const lines: string[] = [];
    const code = await verify([path.join(folder, name), '--json', ...args], { say: (line) => void lines.push(line), environment: LAPTOP });
    return { ...(JSON.parse(lines.join('\n')) as Verification), code };
  }

  function write(name: string, content: string | Buffer): string {
    fs.writeFileSync(path.join(folder, name), content);
    return name;
  }

  const linesOf = (): string[] => fs.readFileSync(path.join(folder, 'all.ndjson'), 'utf8').trimEnd().split('\n');
  const proofOf = (): Json => JSON.parse(readEmbeddedFiles(report).files.map(({ bytes }) => bytes.toString('utf8')).find((text) => text.includes('"kind":"baton-seal"')) ?? '');

  it('finds a report sound: the rows it rests on, their proofs, and the fingerprint that is printed', async () => {
    const { code, rows, head, findings, dataSha256 } = await check('report.pdf');
    expect([code, findings]).toEqual([0, []]);
    expect(rows).toBeGreaterThan(15);
    const shown = (await Client.as('auditor').get(`/reports/fund-compliance/${fundId}?knownAt=${knownAt}`)).body.meta;
    expect([number.endsWith(dataSha256?.slice(0, 8) ?? 'none'), head?.number, head?.chainHash]).toEqual([true, shown.seal.batch, shown.seal.chainHash]);
  });

  it('gets the same proof from the same report, whatever has been sealed since', async () => {
    await formFund(Client.as('manager'));
    await Client.as('compliance').post('/seals/anchor', undefined);
    expect(createHash('sha256').update(await download()).digest('hex')).toBe(createHash('sha256').update(report).digest('hex'));
  });

  it('finds one changed letter in a row of the report, and one changed step of a proof', async () => {
    const proof = proofOf();
    const at = proof.rows.findIndex(({ table }: Json) => table === 'fund');
    const renamed = structuredClone(proof);
    renamed.rows[at].row.name = renamed.rows[at].row.name.normalize('NFD');
    expect(await check(write('renamed.json', JSON.stringify(renamed)))).toMatchObject({ code: 1, findings: [{ kind: 'CHANGED', table: 'fund', key: fundId }] });
    const bent = structuredClone(proof);
    bent.rows[at].proof[0] = 'f'.repeat(64);
    expect(await check(write('bent.json', JSON.stringify(bent)))).toMatchObject({ code: 1, findings: [{ kind: 'PROOF', table: 'fund' }] });
    const claimed = structuredClone(proof);
    claimed.rows[at].position += 1;
    expect(await check(write('claimed.json', JSON.stringify(claimed)))).toMatchObject({ code: 1, findings: [{ kind: 'PROOF', table: 'fund' }] });
  });

  it('finds a head, a batch or a key that is somebody else’s', async () => {
    const proof = proofOf();
    const headless = { ...proof, head: { ...proof.head, chainHash: '0'.repeat(64) } };
    const { code, findings } = await check(write('headless.json', JSON.stringify(headless)));
    expect([code, findings[0]?.kind]).toEqual([1, 'PROOF']);
    const resealed = structuredClone(proof);
    resealed.batches[0].root = 'e'.repeat(64);
    expect((await check(write('resealed.json', JSON.stringify(resealed)))).findings.map(({ kind }) => kind)).toContain('CHAIN');
    const key = write('other.pem', '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n');
    expect((await check('report.pdf', '--public-key', path.join(folder, key))).findings[0]).toMatchObject({ kind: 'KEY' });
  });

  it('finds the data of a report replaced by other figures', async () => {
    // The data lie packed in the file: another fingerprint in the metadata is the simplest way to make the two disagree.
    const [sha256] = [(await check('report.pdf')).dataSha256 ?? ''];
    const forged = Buffer.from(report.toString('latin1').replace(`<baton:dataSha256>${sha256}`, `<baton:dataSha256>${'0'.repeat(64)}`), 'latin1');
    expect(forged.equals(report)).toBe(false);
    expect(await check(write('forged.pdf', forged))).toMatchObject({ code: 1, findings: [{ kind: 'FILE' }] });
  });

  it('finds an issued report sound: signature, figures and proofs; and names one changed byte', async () => {
    const issue = await issued(fundId, today());
    const { bytes } = await take(issue.id as string, 'pdf');
    const { code, findings, signer, comparedTexts, rows } = await check(write('issued.pdf', bytes));
    expect([code, findings]).toEqual([0, []]);
    expect(signer?.subject).toContain('데모');
    expect([(comparedTexts ?? 0) > 300, rows > 15]).toEqual([true, true]);
    const bent = Buffer.from(bytes);
    bent.writeUInt8((bent[(bent.length / 2) | 0] ?? 0) ^ 1, (bent.length / 2) | 0);
    expect((await check(write('bent.pdf', bent))).findings.map(({ kind }) => kind)).toContain('SIGNATURE');
  });

  it('finds an export sound, and says what was kept in the house', async () => {
    const { code, findings, batches, leaves, rows, excused } = await check('all.ndjson');
    expect([code, findings]).toEqual([0, []]);
    expect(batches).toBeGreaterThan(0);
    expect(rows).toBe(leaves - excused);
    expect(linesOf().some((line) => line.includes('argon2'))).toBe(false);
  });

  it('finds a row of an export changed, left out, put in, and the file cut off', async () => {
    const lines = linesOf();
    const at = lines.findIndex((line) => line.startsWith('{"kind":"row","table":"fund"'));
    const row = JSON.parse(lines[at] ?? '') as { key: string; row: Record<string, string> };
    const changed = lines.with(at, JSON.stringify({ ...row, row: { ...row.row, committed_won: '1' } }));
    expect(await check(write('changed.ndjson', changed.join('\n')))).toMatchObject({ code: 1, findings: [{ kind: 'CHANGED', table: 'fund', key: row.key }] });
    expect(await check(write('short.ndjson', lines.toSpliced(at, 1).join('\n')))).toMatchObject({ code: 1, findings: [{ kind: 'REMOVED', table: 'fund', key: row.key }] });
    const added = lines.toSpliced(at, 0, JSON.stringify({ ...row, key: 'made-up' }));
    expect(await check(write('long.ndjson', added.join('\n')))).toMatchObject({ code: 1, findings: [{ kind: 'ADDED', table: 'fund', key: 'made-up' }] });
    expect((await check(write('cut.ndjson', lines.slice(0, -20).join('\n')))).findings.map(({ kind }) => kind)).toContain('FILE');
    expect((await check(write('noise.ndjson', [...lines.slice(0, at), '{"kind":', ...lines.slice(at)].join('\n')))).findings.map(({ kind }) => kind)).toContain('FILE');
  });

  it('finds a batch of an export left out or signed anew', async () => {
    const lines = linesOf();
    const at = lines.findIndex((line) => line.startsWith('{"kind":"batch"'));
    const batch = JSON.parse(lines[at] ?? '') as { kind: string; batch: { signature: string } };
    const unsigned = lines.with(at, JSON.stringify({ ...batch, batch: { ...batch.batch, signature: '0'.repeat(128) } }));
    expect((await check(write('unsigned.ndjson', unsigned.join('\n')))).findings[0]).toMatchObject({ kind: 'SIGNATURE', batch: 1 });
    expect((await check(write('gap.ndjson', lines.toSpliced(at, 1).join('\n')))).findings.map(({ kind }) => kind)).toContain('CHAIN');
  });

  it('tells a file that carries no seals from one that does', async () => {
    await expect(check(write('plain.pdf', '%PDF-1.7\n%%EOF\n'))).rejects.toMatchObject({ code: 'verify.no-seal' });
    await expect(check(write('plain.json', '{}'))).rejects.toMatchObject({ code: 'verify.no-seal' });
    await expect(check('not-there.pdf')).rejects.toMatchObject({ code: 'verify.no-file' });
    await expect(check('report.pdf', '--public-key', path.join(folder, 'plain.json'))).rejects.toMatchObject({ code: 'verify.no-public-key' });
  });
});
