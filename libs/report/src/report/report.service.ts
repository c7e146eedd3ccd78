import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AccessLog } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { canonicalJson, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { invalidField } from '#libs/errors';
import { getFund, type FundRow } from '#libs/fund';
import { timePoint, type AsOfQuery, type TimePoint } from '#libs/http';
import { DataSource } from 'typeorm';
import { listDownloads, type DownloadPage, type DownloadRow } from '../download/download.query.js';
import { insertDownload } from '../download/download.store.js';
import type { ReportFile, ReportFormat } from '../download/download.js';
import { fundComplianceCsv } from '../fund-compliance/fund-compliance.csv.js';
import { fundComplianceModel } from '../fund-compliance/fund-compliance.model.js';
import { DATA_FILE, fundCompliancePdf, INVESTMENTS_FILE } from '../fund-compliance/fund-compliance.pdf.js';
import { readComplianceFacts } from '../fund-compliance/fund-compliance.query.js';
import { fundComplianceXlsx } from '../fund-compliance/fund-compliance.xlsx.js';
import { both, dateText, knownText } from './report-text.js';
import type { ReportDraft, ReportFact, ReportModel, SealedReport } from './report.js';

interface Request {
  readonly actor: Actor;
  readonly origin: Origin;
}

export interface DownloadRequest extends AsOfQuery {
  readonly format: ReportFormat;
  readonly reason: string;
}

interface Prepared {
  readonly fund: FundRow;
  readonly point: TimePoint;
  readonly report: SealedReport;
}

const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** How much of a reason fits across a page. */
const LONGEST_MARK = 60;

@Injectable()
export class ReportService {
  constructor(
    private readonly reader: Reader,
    private readonly log: AccessLog,
    /** The application's own connection: the log is written by it even for those whose reads run under a role that cannot write. */
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The fund compliance report for the screen. */
  async fundCompliance(actor: Actor, fundId: string, query: AsOfQuery): Promise<ReportModel> {
    return (await this.prepare(actor, fundId, query)).report.model;
  }

  /** The fund compliance report to take away. It is on record before it leaves. */
  async downloadFundCompliance({ actor, origin }: Request, fundId: string, request: DownloadRequest): Promise<ReportFile> {
    const { fund, point, report } = await this.prepare(actor, fundId, request);
    const { meta } = report.model;
    const reason = request.reason.trim();
    const bytes = await render(report, fund, request.format, copyMarks(actor, reason));
    const sha256 = sha256Of(bytes);
    const line = { number: meta.number, kind: 'FUND_COMPLIANCE' as const, fundId, format: request.format, ...point, reason, dataSha256: meta.dataSha256, sha256 };
    const who = { actorId: actor.userId, actorLogin: actor.login, address: origin.address, downloadedAt: this.clock.now() };
    const subjectLabel = `${meta.title.ko} ${meta.fundNumber} ${meta.fundName} ${meta.asOf} (${request.format})`;
    await this.source.transaction(async (tx) => {
      await insertDownload(tx, { ...line, ...who, sizeBytes: bytes.length });
      await this.log.append(tx, { actor, origin, action: 'report.download', subjectKind: 'report', subjectId: meta.number, subjectLabel, reason });
    });
    const fileName = `${meta.title.ko.replaceAll(' ', '')}_${meta.fundNumber}_${meta.asOf.replaceAll('-', '')}.${request.format}`;
    return { number: meta.number, fileName, mediaType: MEDIA_TYPES[request.format], bytes, sha256 };
  }

  downloads(actor: Actor, page: DownloadPage): Promise<DownloadRow[]> {
    return this.reader.read(actor, (tx) => listDownloads(tx, page));
  }

  private async prepare(actor: Actor, fundId: string, query: AsOfQuery): Promise<Prepared> {
    const now = this.currentSecond();
    const point = settledPoint(query, now, this.clock);
    return this.reader.read(actor, async (tx) => {
      const fund = await getFund(tx, fundId);
      return { fund, point, report: sealReport(fundComplianceModel(await readComplianceFacts(tx, fundId, point)), 'A', now) };
    });
  }

  private currentSecond(): Date {
    return new Date(Math.floor(this.clock.now().getTime() / 1000) * 1000);
  }
}

/**
 * A point that stays what it is: without `knownAt`, and for one that has not come, what is known by the current second.
 * A report about a date to come would state as fact what nobody knows; it is refused.
 */
function settledPoint(query: AsOfQuery, now: Date, clock: Clock): TimePoint {
  const asked = timePoint({ ...query, knownAt: query.knownAt ?? now.toISOString() }, clock);
  const today = clock.today();
  if (asked.asOf > today) {
    throw invalidField('/asOf', 'report.date-to-come', {
      ko: `기준일은 오늘(${dateText(today)}) 이전이어야 합니다.`,
      en: `The date of the figures must not lie after today (${today}).`,
    });
  }
  const latest = new Date(now.getTime() + 1);
  return asked.knownBefore > latest ? { ...asked, knownBefore: latest } : asked;
}

/**
 * Gives a draft its fingerprint, its number and the lines that state both. The fingerprint is taken of the draft alone,
 * so it depends on fund, date and knowledge and on nothing else.
 */
export function sealReport(draft: ReportDraft, letter: string, generatedAt: Date): SealedReport {
  const data = Buffer.from(canonicalJson(draft));
  const dataSha256 = sha256Of(data);
  const { fundNumber, asOf, knownBefore } = draft.meta;
  const number = `RPT-${letter}-${fundNumber}-${asOf.replaceAll('-', '')}-${dataSha256.slice(0, 8)}`;
  const rows: ReportFact[] = [
    { label: both('문서번호', 'Report number'), value: number },
    { label: both('자료 지문(SHA-256)', 'Data fingerprint (SHA-256)'), value: dataSha256 },
    { label: both('기준일', 'As of'), value: dateText(asOf) },
    { label: both('자료 반영 시점', 'Known at'), value: `${knownText(new Date(knownBefore))} (KST)` },
    { label: both('PDF에 첨부된 자료', 'Files in the PDF'), value: `${DATA_FILE} (지문의 원본), ${INVESTMENTS_FILE} (투자 목록)` },
  ];
  const sections = draft.sections.map((section, at) => (at === draft.sections.length - 1 ? { ...section, blocks: [...section.blocks, { kind: 'facts' as const, rows }] } : section));
  return { model: { ...draft, sections, meta: { ...draft.meta, number, generatedAt: generatedAt.toISOString(), dataSha256 } }, data };
}

/** Whose copy it is, on every page: for those who are guests of the house. */
function copyMarks(actor: Actor, reason: string): string[] {
  if (!actor.readOnly) return [];
  const characters = [...reason];
  const shown = characters.length > LONGEST_MARK ? `${characters.slice(0, LONGEST_MARK).join('')}…` : reason;
  return [`사본 · ${actor.login}`, `사유: ${shown}`];
}

async function render(report: SealedReport, fund: FundRow, format: ReportFormat, marks: readonly string[]): Promise<Buffer> {
  switch (format) {
    case 'pdf':
      return fundCompliancePdf(report, fund.generalPartner, marks);
    case 'xlsx':
      return fundComplianceXlsx(report.model, marks);
    case 'csv':
      return fundComplianceCsv(report.model);
  }
}

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
