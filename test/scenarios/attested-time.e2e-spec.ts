import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verify } from '../../apps/api/src/cli/verify.js';
import { readConfig } from '../../apps/api/src/config.js';
import { openAuthority, type Authority } from '../support/authority.js';
import { askPdfsig, foundInstitution, stampIn, type Institution } from '../../libs/signature/src/testing/institution.js';
import { readSignature } from '#libs/pdf';
import type { Verification } from '#libs/seal';
import { expectStatus } from '../support/answers.js';
import { Client, type Answer, type Json } from '../support/client.js';
import { formFund } from '../support/funds.js';
import { issued, take } from '../support/issues.js';
import { ownServer } from '../support/own-server.js';
import { startServer, type ServerProcess } from '../support/server-process.js';
import { today } from '../support/services.js';
import { withSql } from '../support/sql.js';

const LAPTOP = readConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing', BATON_DATA_DIR: 'nowhere' }, '/nonexistent');
const TRIES = 240;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** An institution that signs with its own certificate, and an authority that attests the time: with one server that insists on it and one that does not. */
describe('a report whose signature has an attested time', () => {
  let authority: Authority;
  let institution: Institution;
  let strict: ServerProcess;
  let lenient: ServerProcess;

  beforeAll(async () => {
    [authority, institution] = [await openAuthority(), foundInstitution('RSA')];
    const environment = { BATON_SIGNING_FILE: institution.file, BATON_SIGNING_PASSWORD: institution.password, BATON_TSA_URL: authority.url };
    strict = await ownServer({ ...environment, BATON_TSA_REQUIRED: 'true', BATON_SEAL_SECONDS: '1' });
    // It prints for whoever asks and nothing besides, so that what fails at the other one is not printed here.
    lenient = await startServer({ ...environment, BATON_SEAL_SECONDS: '0' });
  }, 600_000);

  afterAll(async () => {
    await lenient?.stop();
    await strict?.stop();
    await authority?.stop();
    institution?.close();
  });

  const through = async <T>(server: ServerProcess, work: () => Promise<T>): Promise<T> => {
    const before = process.env.BATON_TEST_URL;
    process.env.BATON_TEST_URL = server.url;
    return work().finally(() => (process.env.BATON_TEST_URL = before));
  };
  const issueOfFund = async (): Promise<Json> => issued((await formFund(Client.as('manager'))).id, today());
  const pageOf = async ({ id }: Json): Promise<Json> => (await Client.as('compliance').get(`/reports/issues/${id as string}`)).body;
  const pdfOf = (issue: Json): Json => (issue.files as Json[]).find(({ format }) => format === 'pdf');
  const lookUp = async ({ code }: Json): Promise<Json> => (await Client.anonymous().get(`/verifications/${code as string}`)).body;
  const print = ({ id }: Json): Promise<Answer> => Client.as('compliance').post(`/reports/issues/${id as string}/print`, undefined);

  async function printedByItself(report: Json): Promise<Json> {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const issue = await pageOf(report);
      if (issue.files.length > 0) return issue;
      await pause(250);
    }
    throw new Error('nobody printed it');
  }

  it('says so on its page, to strangers, offline, and to programs that are not ours', async () => {
    authority.mode = 'HONEST';
    const report = await issueOfFund();
    const stamped = { signatureLevel: 'B-T', signer: 'RSA signer, Institute', stampedAt: expect.any(String), stampedBy: 'Small Time Authority', stampProblem: null };
    const issue = await pageOf(report);
    expect([pdfOf(issue), issue.printFailure]).toMatchObject([stamped, null]);
    expect(await lookUp(report)).toMatchObject(stamped);
    const { bytes } = await take(report.id as string, 'pdf');
    const { cms, signed } = readSignature(bytes) ?? { cms: Buffer.alloc(0), signed: Buffer.alloc(0) };
    const { signature, token } = stampIn(cms);
    expect([institution.accepts(cms, signed), authority.verifies(token ?? Buffer.alloc(0), sha256(signature))]).toEqual([true, true]);
    expect(askPdfsig(bytes) ?? 'Signature is Valid').toContain('Signature is Valid');
    const offline = await checkOffline(bytes);
    expect(offline).toMatchObject({ sound: true, findings: [], signer: { subject: 'RSA signer, Institute', stampedAt: pdfOf(issue).stampedAt, authority: 'Small Time Authority' } });
  });

  it.each([['DOWN', 'UNREACHABLE'], ['REFUSING', 'REFUSED'], ['NONSENSE', 'UNUSABLE']] as const)('goes out without it while the authority is %s, where the house does not insist; and says why', async (mode, stampProblem) => {
    authority.mode = mode;
    const report = await through(lenient, issueOfFund);
    const plain = { signatureLevel: 'B-B', signer: 'RSA signer, Institute', stampedAt: null, stampedBy: null, stampProblem };
    expect([pdfOf(await pageOf(report)), await lookUp(report)]).toMatchObject([plain, plain]);
    expect(await checkOffline((await take(report.id as string, 'pdf')).bytes)).toMatchObject({ sound: true, signer: { stampedAt: null } });
  });

  it('waits for the authority where the house insists: it is issued, and says what keeps its files', async () => {
    authority.mode = 'DOWN';
    const report = await issueOfFund();
    const waiting = await pageOf(report);
    expect(waiting).toMatchObject({ status: 'VALID', files: [], printFailure: { reason: { en: expect.stringMatching(/^The timestamp authority does not answer: /) } } });
    const { failedAt, nextTryAt, tries } = waiting.printFailure;
    expect(Date.parse(nextTryAt as string)).toBeGreaterThan(Date.parse(failedAt as string));
    expect(await lookUp(report)).toMatchObject({ status: 'VALID', fileSha256: null, signatureLevel: null });
    await expect(take(report.id as string, 'pdf')).rejects.toThrow(/answered 503: .*report\.no-timestamp/);
    await expect(print(report)).rejects.toThrow(/answered 503: .*report\.no-timestamp/);
    // The program itself may have looked as well, before the first failure was on record.
    expect((await pageOf(report)).printFailure.tries).toBeGreaterThanOrEqual((tries as number) + 2);

    authority.mode = 'HONEST';
    // Time does not pass for a test: the next try is set back by the owner of the database.
    await withSql('OWNER', (sql) => sql.query(`alter table report_press_state disable trigger report_press_turn`));
    await withSql('OWNER', (sql) => sql.query(`update report_press_state set failed_at = now() - interval '2 hours', next_try_at = now() - interval '1 hour' where issue_id = $1`, [report.id]));
    await withSql('OWNER', (sql) => sql.query(`alter table report_press_state enable trigger report_press_turn`));
    const issue = await printedByItself(report);
    expect([pdfOf(issue).signatureLevel, issue.printFailure]).toEqual(['B-T', null]);
  });

  it('keeps nobody else waiting', async () => {
    authority.mode = 'DOWN';
    const stuck = await issueOfFund();
    expect((await pageOf(stuck)).files).toEqual([]);
    authority.mode = 'HONEST';
    // On a slow machine the first may have had its next try by now; that the second has its files is what counts.
    expect((await pageOf(await issueOfFund())).files.length).toBe(4);
    expectStatus(await print(stuck), 200);
    expect(pdfOf(await pageOf(stuck)).signatureLevel).toBe('B-T');
  });

  it('tells its page how far its print is, where the process that answers is at it; and prints once for all who ask', async () => {
    authority.mode = 'HONEST';
    const [goOn, asked] = [authority.hold(), authority.asked];
    const { id: fundId } = await formFund(Client.as('manager'));
    const issuing = issued(fundId, today());
    try {
      // The pages are set; what keeps the print is the authority.
      const report = await underway(fundId, ({ printing }) => printing?.phase === 'WRITING' && printing.done === printing.total);
      expect(report).toMatchObject({ files: [], printFailure: null });
      expect(report.printing.total).toBeGreaterThan(1);
      expect(await through(lenient, () => pageOf(report))).toMatchObject({ id: report.id, files: [], printFailure: null, printing: null });
      const printing = print(report);
      goOn();
      expect((await printing).body.files).toBe(4);
      expect(await pageOf(await issuing)).toMatchObject({ id: report.id, printing: null, printFailure: null, files: [{}, {}, {}, {}] });
      expect(authority.asked).toBe(asked + 1);
    } finally {
      goOn();
      await issuing;
    }
  });

  /** The issue of a fund as its page shows it, as soon as it is as is waited for. */
  async function underway(fundId: string, isSo: (issue: Json) => boolean): Promise<Json> {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const [report] = (await Client.as('compliance').get(`/reports/issues?subjectId=${fundId}`)).body as Json[];
      const page = report === undefined ? null : await pageOf(report);
      if (page !== null && isSo(page)) return page;
      await pause(250);
    }
    throw new Error('nobody prints it');
  }

  async function checkOffline(pdf: Buffer): Promise<Verification> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-attested-'));
    try {
      fs.writeFileSync(path.join(folder, 'report.pdf'), pdf);
      const lines: string[] = [];
      await verify([path.join(folder, 'report.pdf'), '--json'], { say: (line) => void lines.push(line), environment: LAPTOP });
      return JSON.parse(lines.join('\n')) as Verification;
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }
});
