import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AccessLog } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { canonicalJson, type Actor, type Origin } from '#libs/command';
import { CLOCK, enterScopes, Reader, type Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { onlookerOfPages, onlookerOfRows, type Attendance, type TimePoint } from '#libs/http';
import { copyMarks, currentSecond, settledPoint, sha256Of } from '#libs/report';
import { DataSource } from 'typeorm';
import type { AuditFile, PackFormat } from '../download/pack-download.js';
import { listPackDownloads, type PackDownloadRow } from '../download/pack-download.query.js';
import { insertPackDownload } from '../download/pack-download.store.js';
import { askedQuestion, type AskedQuestion, type PackFilter } from './pack-question.query.js';
import type { PackDefinition, PackDraft, PackModel, PackRecord, SealedPack } from './pack.js';
import { packPdf } from './pack.pdf.js';
import { getPack, sourcesOf } from './pack.registry.js';
import { packDraft } from './pack.view.js';
import { packXlsx } from './pack.xlsx.js';

interface Request {
  readonly actor: Actor;
  readonly origin: Origin;
}

export interface UnmaskRequest extends PackFilter {
  readonly reason: string;
}

export interface PackDownloadRequest extends UnmaskRequest {
  readonly format: PackFormat;
  /** Hidden unless somebody says otherwise. */
  readonly redact?: boolean;
}

interface Prepared {
  readonly asked: AskedQuestion;
  readonly point: TimePoint;
  readonly pack: SealedPack;
}

const MEDIA_TYPES: Readonly<Record<PackFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** More rows than a person can go through, and than a file that is opened should hold. */
const MOST_ROWS = 20_000;

@Injectable()
export class PackService {
  constructor(
    private readonly reader: Reader,
    private readonly log: AccessLog,
    /** The application's own connection: the log is written by it even for those whose reads run under a role that cannot write. */
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A pack for the screen, personal data and trade secrets hidden. */
  async show({ actor, origin }: Request, code: string, filter: PackFilter): Promise<PackModel> {
    const { pack } = await this.prepare(actor, code, filter, true);
    await this.log.record({ actor, origin, action: 'audit-pack.read', ...subjectOf(pack.model) });
    return pack.model;
  }

  /** The same with nothing hidden, for somebody who says why. On record before it leaves. */
  async unmask({ actor, origin }: Request, code: string, request: UnmaskRequest): Promise<PackModel> {
    const { pack } = await this.prepare(actor, code, request, false);
    await this.log.record({ actor, origin, action: 'audit-pack.unmask', ...subjectOf(pack.model), reason: request.reason.trim() });
    return pack.model;
  }

  /** A pack to take away, marked with who takes it and why. On record before it leaves; who leaves before that takes nothing. */
  async download({ actor, origin, attendance }: Request & { readonly attendance: Attendance }, code: string, request: PackDownloadRequest): Promise<AuditFile> {
    attendance.tell({ phase: 'READING', done: 0, total: null });
    const { asked, point, pack } = await this.prepare(actor, code, request, request.redact !== false);
    const { meta } = pack.model;
    const reason = request.reason.trim();
    const marks = copyMarks(actor, reason);
    const bytes = request.format === 'pdf' ? await packPdf(pack, marks, onlookerOfPages(attendance)) : await packXlsx(pack.model, marks, onlookerOfRows(attendance));
    attendance.signal.throwIfAborted();
    const sha256 = sha256Of(bytes);
    const what = { number: meta.number, pack: meta.code, format: request.format, ...point, fromOn: meta.from, toOn: meta.to, fundId: asked.fundId, programmeId: asked.programmeId };
    const file = { redacted: meta.redacted, rowCount: meta.rowCount, reason, dataSha256: meta.dataSha256, sha256, sizeBytes: bytes.length };
    const who = { actorId: actor.userId, actorLogin: actor.login, address: origin.address, downloadedAt: this.clock.now() };
    await this.source.transaction(async (tx) => {
      await enterScopes(tx, actor);
      await insertPackDownload(tx, { ...what, ...file, ...who });
      await this.log.append(tx, { actor, origin, action: 'audit-pack.download', ...subjectOf(pack.model), reason });
    });
    const fileName = `${meta.title.ko.replaceAll(' ', '')}_${meta.asOf.replaceAll('-', '')}.${request.format}`;
    return { number: meta.number, fileName, mediaType: MEDIA_TYPES[request.format], bytes, sha256 };
  }

  downloads(actor: Actor, before: string | null, limit: number): Promise<PackDownloadRow[]> {
    return this.reader.read(actor, (tx) => listPackDownloads(tx, before, limit));
  }

  private async prepare(actor: Actor, code: string, filter: PackFilter, hide: boolean): Promise<Prepared> {
    const definition = getPack(code);
    const now = currentSecond(this.clock);
    const point = settledPoint(filter, now, this.clock);
    return this.reader.read(actor, async (tx) => {
      const asked = await askedQuestion(tx, point, filter);
      const answers = await answersTo(tx, definition, asked);
      return { asked, point, pack: sealPack(packDraft({ definition, question: asked.question, answers, scope: asked.scope }, hide), now) };
    });
  }
}

async function answersTo(tx: Tx, definition: PackDefinition, { question }: AskedQuestion): Promise<PackRecord[][]> {
  const answers: PackRecord[][] = [];
  for (const list of definition.lists) {
    const rows: PackRecord[] = [];
    for (const source of sourcesOf(definition.code, list.key)) rows.push(...(await source(tx, question)));
    if (rows.length > MOST_ROWS) throw tooManyRows(rows.length);
    answers.push(rows);
  }
  return answers;
}

function tooManyRows(count: number): DomainError {
  return new DomainError(
    'rule_broken',
    'audit.too-many-rows',
    {
      ko: `한 목록에 ${count.toLocaleString('ko-KR')}행이 나옵니다. ${MOST_ROWS.toLocaleString('ko-KR')}행까지 만들 수 있으니 기간을 줄이거나 조합을 골라 주세요.`,
      en: `A list has ${count} rows; at most ${MOST_ROWS} are made. Narrow the period or choose a fund.`,
    },
    { details: { count, most: MOST_ROWS } },
  );
}

/**
 * Gives a draft its fingerprint and its number. The fingerprint is taken of the draft alone: the same question at the same
 * point in both times gives the same.
 */
export function sealPack(draft: PackDraft, generatedAt: Date): SealedPack {
  const data = Buffer.from(canonicalJson(draft));
  const dataSha256 = sha256Of(data);
  const ordinal = String(getPack(draft.meta.code).ordinal).padStart(2, '0');
  const number = `AUD-${ordinal}-${draft.meta.asOf.replaceAll('-', '')}-${dataSha256.slice(0, 8)}`;
  return { model: { ...draft, meta: { ...draft.meta, number, generatedAt: generatedAt.toISOString(), dataSha256 } }, data };
}

interface LoggedSubject {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectLabel: string;
  readonly subjectCount?: number;
}

/** A pack tells of as many as it has rows. */
function subjectOf({ meta }: PackModel): LoggedSubject {
  const subjectLabel = `${meta.title.ko} ${meta.asOf} (${meta.scope.ko})`;
  return { subjectKind: 'audit-pack', subjectId: meta.number, subjectLabel, ...(meta.rowCount === 0 ? {} : { subjectCount: meta.rowCount }) };
}
