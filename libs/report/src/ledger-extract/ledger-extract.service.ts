import { Inject, Injectable } from '@nestjs/common';
import { AccessLog } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor, Origin } from '#libs/command';
import { CLOCK, Reader, type Tx } from '#libs/database';
import { invariant } from '#libs/errors';
import type { AsOfQuery, TimePoint } from '#libs/http';
import { copyMarks, currentSecond, settledPoint } from '../report/report.service.js';
import { extractMark, extractPdf } from './ledger-extract.pdf.js';
import { readExtractHead, readExtractLines } from './ledger-extract.query.js';
import { linesThatTie } from './ledger-extract.rules.js';
import type { ExtractHead, ExtractLine } from './ledger-extract.js';

/** A file on its way. */
export interface ExtractFile {
  readonly number: string;
  readonly fileName: string;
  readonly pieces: AsyncIterable<Uint8Array>;
}

@Injectable()
export class LedgerExtractService {
  constructor(
    private readonly reader: Reader,
    private readonly log: AccessLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every line of a book as PDF, from one snapshot. It is on record before the first byte leaves; what cannot be printed is refused until then. */
  async download(who: { readonly actor: Actor; readonly origin: Origin }, book: string, query: AsOfQuery & { readonly reason: string }): Promise<ExtractFile> {
    const { actor } = who;
    const reason = query.reason.trim();
    const point = settledPoint(query, currentSecond(this.clock), this.clock);
    const read = this.reader.stream(actor, (tx) => bookOf(tx, book, point));
    const first = (await read.next()).value;
    invariant(first !== undefined && 'accounts' in first, 'a book begins with its head');
    const pieces = extractPdf(first, linesThatTie(first, linesAfter(read)), actor.readOnly ? copyMarks(actor, reason) : []);
    const opening = await pieces.next();
    const { number } = extractMark(first);
    await this.log.record({ ...who, action: 'report.download', subjectKind: 'report', subjectId: number, subjectLabel: `원장 명세서 ${first.bookName} ${first.asOf} (pdf)`, reason });
    return { number, fileName: `원장명세서_${first.asOf.replaceAll('-', '')}.pdf`, pieces: opening.done === true ? pieces : withOpening(opening.value, pieces) };
  }
}

async function* bookOf(tx: Tx, book: string, point: TimePoint): AsyncGenerator<ExtractHead | ExtractLine, void, void> {
  yield await readExtractHead(tx, book, point);
  yield* readExtractLines(tx, book, point);
}

async function* linesAfter(read: AsyncIterable<ExtractHead | ExtractLine>): AsyncGenerator<ExtractLine, void, void> {
  for await (const part of read) if ('entryId' in part) yield part;
}

async function* withOpening(opening: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  yield opening;
  yield* rest;
}
