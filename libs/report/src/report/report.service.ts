import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#libs/calendar';
import { canonicalJson, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader, type Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import { onlookerOfPages, onlookerOfRows, timePoint, type AsOfQuery, type Attendance, type TimePoint } from '#libs/http';
import { keyFinderOf, proveRows, Sealer, type SealProof } from '#libs/seal';
import { Keyring } from '#libs/secret';
import { listDownloads, type DownloadPage, type DownloadRow } from '../download/download.query.js';
import { DownloadLog } from '../download/download-log.service.js';
import type { ReportFile, ReportFormat, ReportKind } from '../download/download.js';
import { both, dateText, knownText } from './report-text.js';
import { reportCsv } from './report.csv.js';
import type { ReportDefinition } from './report-definition.js';
import { REPORTS } from './report.registry.js';
import { versionedNumber, type IssueSlip } from '../issue/slip.js';
import { DATA_FILE, SEAL_FILE, type ReportDraft, type ReportFact, type ReportModel, type ReportSeal, type SealedReport } from './report.js';

interface Request {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly attendance: Attendance;
}

export interface DownloadRequest extends AsOfQuery {
  readonly format: ReportFormat;
  readonly reason: string;
}

export interface Prepared {
  readonly point: TimePoint;
  readonly report: SealedReport;
}

export const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
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
    private readonly log: DownloadLog,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly keyring: Keyring,
  ) {}

  /** A report for the screen. */
  async get(actor: Actor, kind: ReportKind, subjectId: string, query: AsOfQuery): Promise<ReportModel> {
    return (await this.prepare(actor, kind, subjectId, query)).report.model;
  }

  /** A report to take away. It is on record before it leaves; who leaves before that takes nothing. */
  async download({ actor, origin, attendance }: Request, kind: ReportKind, subjectId: string, request: DownloadRequest): Promise<ReportFile> {
    attendance.tell({ phase: 'READING', done: 0, total: null });
    const { point, report } = await this.prepare(actor, kind, subjectId, request);
    const { meta } = report.model;
    const reason = request.reason.trim();
    // Copies of those who are guests of the house are marked.
    const bytes = await render(REPORTS[kind], report, request.format, actor.readOnly ? copyMarks(actor, reason) : [], attendance);
    attendance.signal.throwIfAborted();
    const sha256 = sha256Of(bytes);
    const line = { number: meta.number, kind, subjectId, format: request.format, ...point, reason, dataSha256: meta.dataSha256, sha256, sizeBytes: bytes.length, originalSha256: null };
    await this.log.append({ actor, origin }, line, `${meta.title.ko} ${meta.subjectNumber} ${meta.subjectName} ${meta.asOf} (${request.format})`);
    const fileName = `${meta.title.ko.replaceAll(' ', '')}_${meta.subjectNumber}_${meta.asOf.replaceAll('-', '')}.${request.format}`;
    return { number: meta.number, fileName, mediaType: MEDIA_TYPES[request.format], bytes, sha256 };
  }

  downloads(actor: Actor, page: DownloadPage): Promise<DownloadRow[]> {
    return this.reader.read(actor, (tx) => listDownloads(tx, page));
  }

  /** A report with its data and its proof, at a point that stays what it is. */
  async prepare(actor: Actor, kind: ReportKind, subjectId: string, query: AsOfQuery): Promise<Prepared> {
    const now = currentSecond(this.clock);
    const point = settledPoint(query, now, this.clock);
    const report = await this.read(actor, kind, subjectId, point, now);
    if (report.model.meta.seal !== null) return { point, report };
    // Something that the report rests on has just happened: it is sealed first.
    await this.sealer.sealNow();
    return { point, report: await this.read(actor, kind, subjectId, point, now) };
  }

  private read(actor: Actor, kind: ReportKind, subjectId: string, point: TimePoint, now: Date): Promise<SealedReport> {
    const definition = REPORTS[kind];
    return this.reader.read(actor, async (tx) => {
      const draft = await draftOf(tx, kind, subjectId, point);
      const { proof, unsealed } = await proveRows(tx, definition.grounds(subjectId, point), keyFinderOf(this.keyring));
      return sealReport(draft, definition.letter, now, unsealed === 0 ? proof : null);
    });
  }
}

/** What a report says at a point, before it has a number; the same for a preview and for an issue. */
export const draftOf = (tx: Tx, kind: ReportKind, subjectId: string, point: TimePoint): Promise<ReportDraft> => REPORTS[kind].draft(tx, subjectId, point);

/** The hour of asking, to the second: what a file can say and be asked for again. */
export const currentSecond = (clock: Clock): Date => new Date(Math.floor(clock.now().getTime() / 1000) * 1000);

/**
 * A point that stays what it is: without `knownAt`, and for one that has not come, what is known by the current second.
 * A report about a date to come would state as fact what nobody knows; it is refused.
 */
export function settledPoint(query: AsOfQuery, now: Date, clock: Clock): TimePoint {
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
 * so it depends on subject, date and knowledge and on nothing else.
 */
export function sealReport(draft: ReportDraft, letter: string, generatedAt: Date, proof: SealProof | null = null, issue: IssueSlip | null = null): SealedReport {
  const data = Buffer.from(canonicalJson(draft));
  const dataSha256 = sha256Of(data);
  const { subjectNumber, asOf, knownBefore } = draft.meta;
  const number = issue === null ? `RPT-${letter}-${subjectNumber}-${asOf.replaceAll('-', '')}-${dataSha256.slice(0, 8)}` : versionedNumber(issue);
  const seal = proof === null ? null : { batch: proof.head.number, chainHash: proof.head.chainHash };
  const rows: ReportFact[] = [
    { label: both('문서번호', 'Report number'), value: number },
    { label: both('자료 지문(SHA-256)', 'Data fingerprint (SHA-256)'), value: dataSha256 },
    ...sealFacts(seal),
    { label: both('기준일', 'As of'), value: dateText(asOf) },
    { label: both('자료 반영 시점', 'Known at'), value: `${knownText(new Date(knownBefore))} (KST)` },
    { label: both('PDF에 첨부된 자료', 'Files in the PDF'), value: `${DATA_FILE} (지문의 원본), ${draft.list.fileName} (${draft.list.title})` },
  ];
  const sections = draft.sections.map((section, at) => (at === draft.sections.length - 1 ? { ...section, blocks: [...section.blocks, { kind: 'facts' as const, rows }] } : section));
  const meta = { ...draft.meta, number, generatedAt: generatedAt.toISOString(), dataSha256, seal };
  return { model: { ...draft, sections, meta }, data, proof: proof === null ? null : Buffer.from(canonicalJson(proof)), ...(issue === null ? {} : { issue }) };
}

/** Where on the seal chain the report stands, and how that is checked. */
function sealFacts(seal: ReportSeal | null): ReportFact[] {
  if (seal === null) return [{ label: both('봉인', 'Seal'), value: '봉인 대기 중인 자료가 있습니다. 잠시 뒤에 다시 받으면 봉인 정보가 들어갑니다.' }];
  return [
    { label: both('봉인 회차', 'Batch of the seal'), value: `${seal.batch}회차` },
    { label: both('봉인 사슬 해시', 'Chain hash of the seal'), value: seal.chainHash },
    { label: both('봉인 검증', 'How to check the seal'), value: `npx baton verify <이 PDF 파일> (첨부 ${SEAL_FILE}: 근거가 된 행과 봉인 증명. 데이터베이스 없이 확인)` },
  ];
}

/** Whose copy it is and why, on every page. */
export function copyMarks(actor: Pick<Actor, 'login'>, reason: string): string[] {
  const characters = [...reason];
  const shown = characters.length > LONGEST_MARK ? `${characters.slice(0, LONGEST_MARK).join('')}…` : reason;
  return [`사본 · ${actor.login}`, `사유: ${shown}`];
}

/** A report as a file; who waits for it hears of its pages or rows, and ends its making by leaving. */
export async function render(definition: ReportDefinition, report: SealedReport, format: ReportFormat, marks: readonly string[], attendance: Attendance): Promise<Buffer> {
  switch (format) {
    case 'pdf':
      return definition.pdf(report, marks, onlookerOfPages(attendance));
    case 'xlsx':
      return definition.xlsx(report.model, marks, onlookerOfRows(attendance));
    case 'csv':
      return reportCsv(report.model, onlookerOfRows(attendance));
  }
}

/** Lower-case hexadecimal. */
export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
