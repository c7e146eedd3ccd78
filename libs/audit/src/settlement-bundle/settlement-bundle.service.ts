import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { AccessLog } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor, Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { DOCUMENT_STORE, type DocumentStore } from '#libs/document';
import { DomainError } from '#libs/errors';
import type { Attendance } from '#libs/http';
import { copyMarks, currentSecond, ReportService } from '#libs/report';
import { zipChunks, type ZipPart } from '#libs/sheet';
import type { BundleFile, SettlementBundle } from './settlement-bundle.js';
import { readSettlementBundle } from './settlement-bundle.query.js';
import { settlementIndexXlsx } from './settlement-bundle.xlsx.js';

/** A plain zip names no more than four gigabytes. */
const MOST_BYTES = 4_000_000_000;

interface Asked {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly attendance: Attendance;
}

export interface StreamedFile {
  readonly fileName: string;
  readonly content: Readable;
}

/** What an auditor from outside verifies a settlement by, in one archive (보조금법 제27조, 국가연구개발혁신법 시행령 제26조). */
@Injectable()
export class SettlementBundleService {
  constructor(
    private readonly reader: Reader,
    private readonly reports: ReportService,
    private readonly log: AccessLog,
    @Inject(DOCUMENT_STORE) private readonly store: DocumentStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * An index with hashes, the form as PDF and workbook, and every file on record, for somebody who says why. On record before it leaves.
   * Files come from the store one by one while the archive is on its way; one that is damaged breaks it off. Throws not found, and
   * `settlement-bundle.too-large`.
   */
  async download({ actor, origin, attendance }: Asked, settlementId: string, reason: string): Promise<StreamedFile> {
    const why = reason.trim();
    const bundle = await this.reader.read(actor, (tx) => readSettlementBundle(tx, settlementId));
    const files = distinct(bundle.files);
    requireSize(files);
    const printed = [await this.printed({ actor, origin, attendance }, settlementId, 'pdf', why), await this.printed({ actor, origin, attendance }, settlementId, 'xlsx', why)];
    const index = await settlementIndexXlsx(bundle, { papers: printed, nameOf }, currentSecond(this.clock), copyMarks(actor, why));
    attendance.signal.throwIfAborted();
    await this.log.record({ actor, origin, action: 'settlement-bundle.download', subjectKind: 'grant-settlement', subjectId: settlementId, subjectLabel: `외부검증 자료 ${bundle.number}`, subjectCount: files.length + printed.length, reason: why });
    return { fileName: fileNameOf(bundle), content: Readable.from(zipChunks(this.parts([{ name: 'index.xlsx', content: index }, ...printed], files))) };
  }

  private async printed(asked: Asked, settlementId: string, format: 'pdf' | 'xlsx', reason: string): Promise<ZipPart & { readonly what: string; readonly sha256: string }> {
    const { bytes, sha256 } = await this.reports.download(asked, 'GRANT_FORM', settlementId, { format, reason });
    return { name: `form.${format}`, what: `정산 서식(${format.toUpperCase()})`, content: bytes, sha256 };
  }

  private async *parts(first: readonly ZipPart[], files: readonly BundleFile[]): AsyncGenerator<ZipPart, void, undefined> {
    yield* first;
    for (const file of files) yield { name: nameOf(file), content: await this.store.read(file.sha256) };
  }
}

/** A file that several expenses refer to is packed once. */
const distinct = (files: readonly BundleFile[]): readonly BundleFile[] => [...new Map(files.map((file) => [file.sha256, file])).values()];

/** The hash is the name: an archive of plain names opens everywhere, and the index says what each file is called. */
const nameOf = ({ sha256, fileName }: BundleFile): string => `files/${sha256}${(/\.[A-Za-z0-9]{1,8}$/u.exec(fileName)?.[0] ?? '').toLowerCase()}`;

const fileNameOf = ({ number, institution }: SettlementBundle): string => `외부검증_${number}_${institution.replaceAll(/[\\/:*?"<>|\s]+/gu, '_')}.zip`;

function requireSize(files: readonly BundleFile[]): void {
  if (files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) <= MOST_BYTES) return;
  throw new DomainError('rule_broken', 'settlement-bundle.too-large', { ko: '증빙 파일이 4GB를 넘어 한 묶음으로 만들 수 없습니다. 집행별로 내려받아 주세요.', en: 'The files come to more than 4 GB. Download them expense by expense.' });
}
