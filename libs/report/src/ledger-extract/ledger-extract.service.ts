import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { AccessLog } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor, Origin } from '#libs/command';
import { CLOCK, Reader, type Tx } from '#libs/database';
import { invariant } from '#libs/errors';
import { onlookerOfPages, type AsOfQuery, type Attendance, type TimePoint } from '#libs/http';
import { copyMarks, currentSecond, settledPoint } from '../report/report.service.js';
import { extractMark, extractPdf } from './ledger-extract.pdf.js';
import { readExtractHead, readExtractLines } from './ledger-extract.query.js';
import { linesThatTie } from './ledger-extract.rules.js';
import type { ExtractHead, ExtractLine } from './ledger-extract.js';

/** Lines after which it is said how many were read. */
const TOLD_EVERY = 1_000;

interface Request {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly attendance: Attendance;
}

/** A file on its way. */
export interface ExtractFile {
  readonly number: string;
  readonly fileName: string;
  readonly content: Readable;
}

@Injectable()
export class LedgerExtractService {
  constructor(
    private readonly reader: Reader,
    private readonly log: AccessLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Every line of a book as PDF, from one snapshot. It is on record before the first byte leaves; what cannot be printed is
   * refused until then. Whoever waits hears of lines and pages; when they leave, thread, cursor and connection are free again.
   */
  async download({ attendance, ...who }: Request, book: string, query: AsOfQuery & { readonly reason: string }): Promise<ExtractFile> {
    const reason = query.reason.trim();
    const point = settledPoint(query, currentSecond(this.clock), this.clock);
    attendance.tell({ phase: 'READING', done: 0, total: null });
    const read = this.reader.stream(who.actor, (tx) => bookOf(tx, book, point), attendance.signal);
    return openedOr(read, async () => {
      const head = (await read.next()).value;
      invariant(head !== undefined && 'accounts' in head, 'a book begins with its head');
      const lines = linesTold(head, linesThatTie(head, linesAfter(read)), attendance);
      const pieces = extractPdf(head, lines, who.actor.readOnly ? copyMarks(who.actor, reason) : [], onlookerOfPages(attendance));
      return openedOr(pieces, async () => {
        const opening = await pieces.next();
        const first = opening.done === true ? undefined : opening.value;
        const { number } = extractMark(head);
        await this.log.record({ ...who, action: 'report.download', subjectKind: 'report', subjectId: number, subjectLabel: `원장 명세서 ${head.bookName} ${head.asOf} (pdf)`, reason });
        return { number, fileName: `원장명세서_${head.asOf.replaceAll('-', '')}.pdf`, content: contentOf(first, pieces) };
      });
    });
  }
}

/** What `work` makes of something that is open; where it fails, that is closed, whether or not anything was read of it. */
async function openedOr<Result>(open: AsyncGenerator, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await open.return(undefined);
    throw error;
  }
}

/** The lines as they come; whoever waits hears how many of how many. */
async function* linesTold({ accounts }: ExtractHead, lines: AsyncIterable<ExtractLine>, attendance: Attendance): AsyncGenerator<ExtractLine, void, void> {
  const total = accounts.reduce((sum, account) => sum + account.lines, 0);
  let done = 0;
  for await (const line of lines) {
    yield line;
    done += 1;
    if (done % TOLD_EVERY === 0) attendance.tell({ phase: 'READING', done, total });
  }
}

async function* bookOf(tx: Tx, book: string, point: TimePoint): AsyncGenerator<ExtractHead | ExtractLine, void, void> {
  yield await readExtractHead(tx, book, point);
  yield* readExtractLines(tx, book, point);
}

async function* linesAfter(read: AsyncIterable<ExtractHead | ExtractLine>): AsyncGenerator<ExtractLine, void, void> {
  for await (const part of read) if ('entryId' in part) yield part;
}

/** What is left of a file whose opening was waited for; closed unread, it ends what makes the rest. */
function contentOf(opening: Uint8Array | undefined, rest: AsyncGenerator<Uint8Array>): Readable {
  const content = Readable.from(opening === undefined ? rest : withOpening(opening, rest));
  return content.once('close', () => void rest.return(undefined));
}

async function* withOpening(opening: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  yield opening;
  yield* rest;
}
