import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#libs/calendar';
import type { Actor, Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import type { AsOfQuery, Attendance } from '#libs/http';
import { listDecisionsBetween, listEntriesBetween, listRulesBetween } from '../change/change.query.js';
import { changedFigures } from '../change/change.rules.js';
import type { ReportChanges } from '../change/change.js';
import { DownloadLog } from '../download/download-log.service.js';
import type { ReportFile, ReportKind } from '../download/download.js';
import { withReceipt } from '../download/receipt.pdf.js';
import { REPORTS } from '../report/report.registry.js';
import { copyMarks, MEDIA_TYPES, ReportService, sha256Of } from '../report/report.service.js';
import type { ReportDraft } from '../report/report.js';
import { IssueArchive } from '../press/issue-archive.service.js';
import { getIssue } from './issue.query.js';
import type { Issue, IssueFormat, IssueReport, ReissueReport } from './issue.js';
import { Press, type PrintedIssue } from '../press/press.service.js';
import { versionedNumber } from './slip.js';

interface Request {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly attendance: Attendance;
}

export interface IssueRequest extends AsOfQuery {
  readonly kind: ReportKind;
  readonly subjectId: string;
  readonly reason: string;
}

/** What is taken away of an issue. */
export interface IssueTaking {
  readonly format: IssueFormat;
  readonly reason: string;
  /** As an archive, with a paper that says who took it, when and why. */
  readonly receipt: boolean;
}

const ISSUE_MEDIA_TYPES: Readonly<Record<IssueFormat, string>> = { ...MEDIA_TYPES, json: 'application/json' };

interface TakenBytes {
  readonly bytes: Buffer;
  readonly sha256: string;
  /** Of the issued file that the bytes are a marked copy of, or hold beside a receipt. */
  readonly originalSha256: string | null;
}

/** Makes ready what commands on issues are asked with, and hands issued reports out. */
@Injectable()
export class IssueDesk {
  constructor(
    private readonly reports: ReportService,
    private readonly archive: IssueArchive,
    private readonly press: Press,
    private readonly reader: Reader,
    private readonly log: DownloadLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The report as it would be issued: its data kept, its point fixed. */
  async toIssue(actor: Actor, { kind, subjectId, reason, ...query }: IssueRequest): Promise<IssueReport> {
    const { point, report } = await this.reports.prepare(actor, kind, subjectId, query);
    // What cannot be printed is refused here: once it has a number it is too late.
    await REPORTS[kind].pdf(report, []);
    const { seal } = report.model.meta;
    const proofSha256 = report.proof === null ? null : await this.archive.keep(report.proof);
    return { kind, subjectId, asOf: point.asOf, knownBefore: point.knownBefore, reason: reason.trim(), dataSha256: await this.archive.keep(report.data), proofSha256, seal };
  }

  /** The same for the next version, with what is different from the one before. */
  async toReissue(actor: Actor, issueId: string, request: AsOfQuery & { readonly reason: string }): Promise<ReissueReport> {
    const before = await this.reader.read(actor, (tx) => getIssue(tx, issueId));
    const asOf = request.asOf ?? before.asOf;
    const next = await this.toIssue(actor, { ...request, asOf, kind: before.kind, subjectId: before.subjectId });
    return { ...next, issueId, changesSha256: await this.archive.keepJson(await this.changesSince(actor, before, next)) };
  }

  /** A file of an issue to take away: the stored bytes, or for a guest of the house a marked copy; with a receipt, where one is asked for. It is on record before it leaves. */
  async download({ actor, origin, attendance }: Request, issueId: string, { format, reason, receipt }: IssueTaking): Promise<ReportFile> {
    attendance.tell({ phase: 'READING', done: 0, total: null });
    // Whether it is in sight is asked as who asks; the press works for the house.
    await this.reader.read(actor, (tx) => getIssue(tx, issueId));
    const printed = await this.press.printed(issueId);
    const { issue } = printed;
    const copy = await this.take(actor, printed, format, reason, attendance);
    const taken = receipt ? await this.receipted(actor, issue, format, reason, copy) : copy;
    const number = versionedNumber(issue);
    const { kind, subjectId, asOf, knownBefore, dataSha256, titleKo, subjectNumber, subjectName } = issue;
    attendance.signal.throwIfAborted();
    const line = { number, kind, subjectId, format, asOf, knownBefore, reason, dataSha256, sha256: taken.sha256, sizeBytes: taken.bytes.length, originalSha256: taken.originalSha256 };
    await this.log.append({ actor, origin }, line, `${titleKo} ${subjectNumber} ${subjectName} ${number} (${format})`);
    const fileName = `${issue.titleKo.replaceAll(' ', '')}_${issue.number}_제${issue.version}판.${receipt ? 'zip' : format}`;
    // A header takes no Hangul.
    return { number: `${issue.number}/${issue.version}`, fileName, mediaType: receipt ? 'application/zip' : ISSUE_MEDIA_TYPES[format], bytes: taken.bytes, sha256: taken.sha256 };
  }

  /** What is different from the version before; null in the first. */
  async changesOf({ changesSha256 }: Pick<Issue, 'changesSha256'>): Promise<ReportChanges | null> {
    return changesSha256 === null ? null : (JSON.parse((await this.archive.read(changesSha256)).toString('utf8')) as ReportChanges);
  }

  private async changesSince(actor: Actor, before: Issue, next: Pick<IssueReport, 'dataSha256' | 'knownBefore'>): Promise<ReportChanges> {
    const [{ draft: old }, draft] = [await this.archive.open(before), JSON.parse((await this.archive.read(next.dataSha256)).toString('utf8')) as ReportDraft];
    const between = { subjectId: before.subjectId, from: before.knownBefore.toISOString(), before: next.knownBefore.toISOString() };
    const { number, version, asOf, knownBefore, dataSha256 } = before;
    return this.reader.read(actor, async (tx) => ({
      from: { number, version, asOf, knownBefore: knownBefore.toISOString(), dataSha256 },
      figures: changedFigures(old, draft),
      entries: await listEntriesBetween(tx, between),
      decisions: await listDecisionsBetween(tx, between),
      rules: await listRulesBetween(tx, between),
    }));
  }

  private async take(actor: Actor, printed: PrintedIssue, format: IssueFormat, reason: string, attendance: Attendance): Promise<TakenBytes> {
    const original = printed.files.find((each) => each.format === format)?.sha256 ?? '';
    // What has pages or sheets can bear a mark; a list and the data are what they are, and go with a receipt.
    if (!actor.readOnly || (format !== 'pdf' && format !== 'xlsx')) return { bytes: await this.archive.read(original), sha256: original, originalSha256: null };
    const bytes = await this.press.copy(printed, format, copyMarks(actor, reason), attendance);
    return { bytes, sha256: sha256Of(bytes), originalSha256: original };
  }

  private async receipted(actor: Actor, issue: Issue, format: IssueFormat, reason: string, { bytes, sha256, originalSha256 }: TakenBytes): Promise<TakenBytes> {
    const both = await withReceipt(bytes, {
      ...{ number: versionedNumber(issue), title: issue.titleKo, issuer: issue.issuer, code: issue.code, verifyUrl: this.press.verifyUrl(issue) },
      ...{ fileName: `${issue.number}-v${issue.version}.${format}`, sizeBytes: bytes.length, sha256 },
      ...{ takenBy: `${actor.name} (${actor.login})`, takenAt: this.clock.now(), reason },
    });
    return { bytes: both, sha256: sha256Of(both), originalSha256: originalSha256 ?? sha256 };
  }
}
