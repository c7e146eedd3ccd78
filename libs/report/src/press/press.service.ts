import { Inject, Injectable, Logger } from '@nestjs/common';
import { SYSTEM_ACTOR } from '#libs/access';
import { CommandRunner } from '#libs/command';
import { Reader } from '#libs/database';
import { signDocument } from '#libs/pdf';
import { REPORT_OPTIONS, type ReportOptions } from '../report.options.js';
import { reportCsv } from '../report/report.csv.js';
import { REPORTS } from '../report/report.registry.js';
import { sealReport } from '../report/report.service.js';
import type { SealedReport } from '../report/report.js';
import { fingerprintOf, signCms, subjectOf } from '#libs/signature';
import { IssueArchive, type ArchivedReport } from './issue-archive.service.js';
import { getIssue, listHands, listIssueFiles } from '../issue/issue.query.js';
import { printReport } from '../issue/issue.service.js';
import type { Issue, IssueFile, IssueFormat } from '../issue/issue.js';
import type { IssueHand, IssueSlip } from '../issue/slip.js';

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

  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly archive: IssueArchive,
    @Inject(REPORT_OPTIONS) private readonly options: ReportOptions,
  ) {}

  /** The issue with its files, which are made where nobody has made them yet. */
  async printed(issueId: string): Promise<PrintedIssue> {
    const known = await this.read(issueId);
    if (known.files.length > 0) return known;
    const files = await this.make(known);
    await this.runner.run(printReport, { actor: SYSTEM_ACTOR, input: { issueId, files } }).catch(async (error: unknown) => {
      // Another process was faster: its files are the report.
      if ((await this.read(issueId)).files.length === 0) throw error;
    });
    return this.read(issueId);
  }

  /** The PDF once more for somebody who is a guest of the house: marked across every page, unsigned, with the hash of the original. */
  async copy({ issue, hands, files }: PrintedIssue, format: 'pdf' | 'xlsx', marks: readonly string[]): Promise<Buffer> {
    const originalSha256 = files.find((file) => file.format === format)?.sha256 ?? '';
    const report = this.sealed({ issue, hands }, await this.archive.open(issue), { marks, originalSha256 });
    const definition = REPORTS[issue.kind];
    return format === 'pdf' ? definition.pdf(report, [...marks, `원본 SHA-256 ${originalSha256}`]) : definition.xlsx(report.model, marks);
  }

  private read(issueId: string): Promise<PrintedIssue> {
    return this.reader.read(SYSTEM_ACTOR, async (tx) => ({ issue: await getIssue(tx, issueId), hands: await listHands(tx, issueId), files: await listIssueFiles(tx, issueId) }));
  }

  private async make(read: ReadIssue): Promise<IssueFile[]> {
    const { issue } = read;
    const report = this.sealed(read, await this.archive.open(issue), null);
    const { signer } = this.options;
    const { bytes: pdf, level } = await this.signed(await REPORTS[issue.kind].pdf(report, []), issue);
    const signature = signer === null || level === null ? {} : { signatureLevel: level, signer: subjectOf(ownOf(signer.certificates)), signerFingerprint: fingerprintOf(ownOf(signer.certificates)) };
    return [
      { ...(await this.kept('pdf', pdf)), ...signature },
      await this.kept('xlsx', await REPORTS[issue.kind].xlsx(report.model, [])),
      await this.kept('csv', reportCsv(report.model)),
      await this.kept('json', report.data),
    ];
  }

  private async kept(format: IssueFormat, bytes: Buffer): Promise<IssueFile> {
    return { format, sha256: await this.archive.keep(bytes), sizeBytes: bytes.length, signatureLevel: null, signer: null, signerFingerprint: null };
  }

  private async signed(pdf: Buffer, { issuer, reason, issuedAt }: Issue): Promise<{ readonly bytes: Buffer; readonly level: 'B-B' | 'B-T' | null }> {
    const { signer, authorityUrl } = this.options;
    if (signer === null) return { bytes: pdf, level: null };
    let level: 'B-B' | 'B-T' = 'B-B';
    const bytes = await signDocument(pdf, { name: issuer, reason, signedAt: issuedAt }, async (signed) => {
      const made = await signCms(signed, signer, authorityUrl);
      if (made.problem !== null) this.logger.warn(`a report was signed without a timestamp: ${made.problem}`);
      level = made.level;
      return made.cms;
    });
    return { bytes, level };
  }

  private sealed({ issue, hands }: ReadIssue, { draft, proof, changes }: ArchivedReport, copy: IssueSlip['copy']): SealedReport {
    const { signer, publicUrl } = this.options;
    const own = signer === null ? null : ownOf(signer.certificates);
    const slip: IssueSlip = {
      kind: 'baton-issue',
      form: 1,
      reportKind: issue.kind,
      letter: issue.letter,
      number: issue.number,
      version: issue.version,
      code: issue.code,
      verifyUrl: `${publicUrl}/verify/${issue.code}`,
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
