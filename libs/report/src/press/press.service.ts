import { Inject, Injectable, Logger } from '@nestjs/common';
import { SYSTEM_ACTOR } from '#libs/access';
import { CommandRunner } from '#libs/command';
import { Reader } from '#libs/database';
import { DomainError, type Bilingual } from '#libs/errors';
import { onlookerOfPages, onlookerOfRows, type Attendance, type Progress } from '#libs/http';
import { signDocument } from '#libs/pdf';
import { REPORT_OPTIONS, type ReportOptions } from '../report.options.js';
import { reportCsv } from '../report/report.csv.js';
import { REPORTS } from '../report/report.registry.js';
import { render, sealReport } from '../report/report.service.js';
import type { SealedReport } from '../report/report.js';
import { fingerprintOf, signCms, subjectOf, type MadeSignature } from '#libs/signature';
import { IssueArchive, type ArchivedReport } from './issue-archive.service.js';
import { getIssue, listHands, listIssueFiles } from '../issue/issue.query.js';
import { printReport } from '../issue/issue.service.js';
import type { Issue, IssueFile, IssueFormat, StampProblem } from '../issue/issue.js';
import type { IssueHand, IssueSlip } from '../issue/slip.js';
import { PressFailures } from './press-failures.service.js';
import { PrintsUnderway } from './prints-underway.js';

interface ReadIssue {
  readonly issue: Issue;
  readonly hands: readonly IssueHand[];
}

/** An issued report in hand: all of its files, and what it takes to make a copy. */
export interface PrintedIssue extends ReadIssue {
  readonly files: readonly IssueFile[];
}

/**
 * Makes the files of an issue, signs the PDF, and keeps them. It happens after the issue itself, outside of its transaction,
 * and once: the database takes the first files and no others.
 */
@Injectable()
export class Press {
  private readonly logger = new Logger(Press.name);
  private readonly underway = new PrintsUnderway();

  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly archive: IssueArchive,
    private readonly failures: PressFailures,
    @Inject(REPORT_OPTIONS) private readonly options: ReportOptions,
  ) {}

  /** The issue with its files, which are made where nobody has made them yet, or waited for where this process is at it. What goes wrong is on record, and thrown. */
  async printed(issueId: string): Promise<PrintedIssue> {
    const known = await this.read(issueId);
    if (known.files.length > 0) return known;
    await this.underway.once(issueId, (tell) => this.print(known, tell));
    return this.read(issueId);
  }

  /** The same for whoever needs no file now: an issue is issued, whatever becomes of its files. True where they are there. */
  async attempt(issueId: string): Promise<boolean> {
    return this.printed(issueId).then(
      () => true,
      () => false,
    );
  }

  /** How far the print of an issue is; null where this process is not at it, whoever else may be. */
  progressOf(issueId: string): Progress | null {
    return this.underway.progressOf(issueId);
  }

  /** Where anybody finds out whether the issue still holds. */
  verifyUrl({ code }: Pick<Issue, 'code'>): string {
    return `${this.options.publicUrl}/verify/${code}`;
  }

  /** A paper or workbook once more for somebody who is a guest of the house: marked on every page, unsigned, with the hash of the original. */
  async copy({ issue, hands, files }: PrintedIssue, format: 'pdf' | 'xlsx', copyMarks: readonly string[], attendance: Attendance): Promise<Buffer> {
    const originalSha256 = files.find((file) => file.format === format)?.sha256 ?? '';
    const report = this.sealed({ issue, hands }, await this.archive.open(issue), { marks: copyMarks, originalSha256 });
    const marks = [...copyMarks, `원본 SHA-256 ${originalSha256}`];
    return render(REPORTS[issue.kind], report, format, marks, attendance);
  }

  private read(issueId: string): Promise<PrintedIssue> {
    return this.reader.read(SYSTEM_ACTOR, async (tx) => ({ issue: await getIssue(tx, issueId), hands: await listHands(tx, issueId), files: await listIssueFiles(tx, issueId) }));
  }

  private async print(read: PrintedIssue, tell: (progress: Progress) => void): Promise<void> {
    const issueId = read.issue.id;
    try {
      const input = { issueId, files: await this.make(read, tell) };
      await this.runner.run(printReport, { actor: SYSTEM_ACTOR, input });
    } catch (error) {
      // Another process was faster: its files are the report.
      if ((await this.read(issueId)).files.length > 0) return;
      await this.failures.keep(issueId, error);
      throw error;
    }
  }

  private async make(read: ReadIssue, tell: (progress: Progress) => void): Promise<IssueFile[]> {
    const { issue } = read;
    const report = this.sealed(read, await this.archive.open(issue), null);
    const { bytes: pdf, made } = await this.signed(await REPORTS[issue.kind].pdf(report, [], onlookerOfPages({ tell })), issue);
    return [
      { ...(await this.kept('pdf', pdf)), ...(made === null ? {} : this.signatureOf(made)) },
      await this.kept('xlsx', await REPORTS[issue.kind].xlsx(report.model, [], onlookerOfRows({ tell }))),
      await this.kept('csv', reportCsv(report.model)),
      await this.kept('json', report.data),
    ];
  }

  private async kept(format: IssueFormat, bytes: Buffer): Promise<IssueFile> {
    return { format, sha256: await this.archive.keep(bytes), sizeBytes: bytes.length, signatureLevel: null, signer: null, signerFingerprint: null, stampedAt: null, stampedBy: null, stampProblem: null };
  }

  private signatureOf({ stamp, problem }: MadeSignature): Pick<IssueFile, 'signatureLevel' | 'signer' | 'signerFingerprint' | 'stampedAt' | 'stampedBy' | 'stampProblem'> {
    const certificate = ownOf(this.options.signer?.certificates ?? []);
    return {
      signatureLevel: stamp === null ? 'B-B' : 'B-T',
      signer: subjectOf(certificate),
      signerFingerprint: fingerprintOf(certificate),
      stampedAt: stamp?.stampedAt ?? null,
      stampedBy: stamp?.authority ?? null,
      stampProblem: problem?.fault ?? null,
    };
  }

  /** Signed with the time attested; without where the authority does not and the house does not insist. Throws `report.no-timestamp` where it does. */
  private async signed(pdf: Buffer, { issuer, reason, issuedAt }: Issue): Promise<{ readonly bytes: Buffer; readonly made: MadeSignature | null }> {
    const { signer, authorityUrl, requiresTimestamp } = this.options;
    if (signer === null) return { bytes: pdf, made: null };
    let made: MadeSignature | null = null;
    const bytes = await signDocument(pdf, { name: issuer, reason, signedAt: issuedAt }, async (signed) => {
      made = await signCms(signed, signer, authorityUrl);
      const { problem, cms } = made;
      if (problem !== null) this.logger.warn(`the time of a signature is not attested: ${problem.message}`);
      if (problem !== null && requiresTimestamp) throw noTimestamp(problem.fault);
      return cms;
    });
    return { bytes, made };
  }

  private sealed({ issue, hands }: ReadIssue, { draft, proof, changes }: ArchivedReport, copy: IssueSlip['copy']): SealedReport {
    const { signer } = this.options;
    const own = signer === null ? null : ownOf(signer.certificates);
    const slip: IssueSlip = {
      kind: 'baton-issue',
      form: 1,
      reportKind: issue.kind,
      letter: issue.letter,
      number: issue.number,
      version: issue.version,
      code: issue.code,
      verifyUrl: this.verifyUrl(issue),
      issuedAt: issue.issuedAt.toISOString(),
      reason: issue.reason,
      hands,
      signer: own === null || signer === null ? null : { subject: subjectOf(own), fingerprint: fingerprintOf(own), isDemo: signer.isDemo },
      changes,
      copy,
    };
    return sealReport(draft, issue.letter, issue.issuedAt, proof, slip);
  }
}

const ownOf = (certificates: readonly Buffer[]): Buffer => certificates[0] ?? Buffer.alloc(0);

const REASONS: Readonly<Record<StampProblem, Bilingual>> = {
  UNREACHABLE: { ko: '시각 인증기관(TSA)이 응답하지 않아', en: 'The timestamp authority does not answer' },
  REFUSED: { ko: '시각 인증기관(TSA)이 요청을 거절하여', en: 'The timestamp authority refused' },
  UNUSABLE: { ko: '시각 인증기관(TSA)의 응답이 이 서명에 대한 것이 아니어서', en: 'The answer of the timestamp authority is not about this signature' },
};

const noTimestamp = (problem: StampProblem): DomainError =>
  new DomainError('unavailable', 'report.no-timestamp', {
    ko: `${REASONS[problem].ko} 서명 시각을 확인받지 못했습니다. 이 설치는 시각 확인이 없는 보고서를 내보내지 않으므로 파일을 만들지 않았습니다. BATON_TSA_URL과 인증기관의 상태를 확인해 주세요.`,
    en: `${REASONS[problem].en}: the time of the signature is not attested. This installation hands out no report without it, so the files were not made. Check BATON_TSA_URL and the authority.`,
  });
