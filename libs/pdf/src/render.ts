import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { invariant, unreachable } from '#libs/errors';

import { placeApprovalBox, placeFacts } from './block/facts.js';
import { placeBars, placeLines } from './block/chart.js';
import { attachmentTable, placeContents } from './block/contents.js';
import { placeCover } from './block/cover.js';
import { placeGauge } from './block/gauge.js';
import { leadAfter } from './block/lead.js';
import { placeTiles, placeVerdict } from './block/panels.js';
import { placeTable } from './block/table.js';
import { placeHeading, placeList, placeParagraph } from './block/text.js';
import type { Block, Cover } from './blocks.js';
import type { DocumentMeta, RenderOptions } from './document-types.js';
import { pdfSurface } from './document/pdf-surface.js';
import { blankSurface, type Surface } from './document/surface.js';
import { closeSections, ensure, frameOf, newPage, parent, type Flow, type HeadingEntry } from './flow/flow.js';
import { finishPage } from './flow/furniture.js';
import { printable } from './font/printable.js';

const IDENTIFIER = /^[a-z][a-z0-9.-]*$/;
const SHA256 = /^[0-9a-f]{64}$/;
const WATERMARK_LINES = 3;

/** How long a turn of the event loop may be kept busy, and how much finished output may wait for a slow reader. */
const TURN_MILLISECONDS = 15;
const BACKLOG_BYTES = 4_000_000;

async function place(flow: Flow, blocks: readonly Block[], at: number, block: Block): Promise<void> {
  switch (block.kind) {
    case 'heading':
      return placeHeading(flow, block, leadAfter(flow, blocks, at));
    case 'paragraph':
      return placeParagraph(flow, block);
    case 'list':
      return placeList(flow, block);
    case 'tiles':
      return placeTiles(flow, block);
    case 'table':
      return placeTable(flow, block);
    case 'facts':
      return placeFacts(flow, block.rows, parent(flow), block.caption);
    case 'gauge':
      return placeGauge(flow, block);
    case 'lines':
      return placeLines(flow, block);
    case 'bars':
      return placeBars(flow, block);
    case 'approvalBox':
      return placeApprovalBox(flow, block);
    case 'verdict':
      return placeVerdict(flow, block);
    case 'toc':
      return placeContents(flow);
    case 'attachments':
      return placeTable(flow, attachmentTable(flow));
    case 'pageBreak': {
      const turned = block.orientation !== undefined && block.orientation !== flow.orientation;
      flow.orientation = block.orientation ?? flow.orientation;
      if (turned || flow.y > flow.frame.top) newPage(flow);
      return;
    }
    case 'space':
      ensure(flow, block.points);
      flow.y += block.points;
      return;
    default:
      return unreachable(block);
  }
}

/** The headings in order, each with the name of its destination. */
function headingsOf(blocks: readonly Block[]): HeadingEntry[] {
  const entries = blocks
    .filter((block) => block.kind === 'heading')
    .map((block, at): HeadingEntry => ({
      id: block.id ?? `section-${at + 1}`,
      level: block.level,
      text: block.text,
      bookmark: block.bookmark ?? block.level <= 3,
      page: 0,
    }));
  for (const { id } of entries) invariant(IDENTIFIER.test(id), `'${id}' is not a destination name`);
  invariant(new Set(entries.map(({ id }) => id)).size === entries.length, 'destination names are unique');
  return entries;
}

interface Pass {
  readonly surface: Surface;
  readonly headings: HeadingEntry[];
  readonly totalPages: number;
  readonly breathe: () => Promise<void>;
}

/** Lays the whole document out on a surface; says how many pages it took. */
async function compose(document: Parts, pass: Pass): Promise<number> {
  const { meta, cover, blocks, options } = document;
  const flow: Flow = {
    ...pass,
    meta,
    cover,
    options,
    orientation: 'portrait',
    frame: frameOf('portrait'),
    page: 0,
    y: 0,
    sections: [],
    headingsPlaced: 0,
  };
  placeCover(flow);
  // The cover keeps its page to itself, whatever comes first after it.
  if (blocks.length > 0 && blocks[0]?.kind !== 'pageBreak') newPage(flow);
  for (const [at, block] of blocks.entries()) {
    await pass.breathe();
    await place(flow, blocks, at, block);
  }
  closeSections(flow, 2);
  finishPage(flow);
  return flow.page;
}

/** Metadata is printed and stored in one form, NFC and on one line. */
function normalised(meta: DocumentMeta): DocumentMeta {
  const line = (text: string): string => printable(text).replaceAll('\n', ' ');
  const { subtitle, footerNote, producer } = meta;
  return {
    ...meta,
    title: line(meta.title),
    author: line(meta.author),
    subject: line(meta.subject),
    keywords: meta.keywords.map(line),
    number: line(meta.number),
    securityMark: line(meta.securityMark),
    ...(subtitle === undefined ? {} : { subtitle: line(subtitle) }),
    ...(footerNote === undefined ? {} : { footerNote: line(footerNote) }),
    ...(producer === undefined ? {} : { producer: line(producer) }),
  };
}

interface Parts {
  readonly meta: DocumentMeta;
  readonly cover: Cover;
  readonly blocks: readonly Block[];
  readonly options: RenderOptions;
}

function check({ meta, options }: Parts): void {
  invariant(SHA256.test(meta.dataSha256), 'dataSha256 is 64 lower-case hexadecimal digits');
  invariant(!Number.isNaN(meta.createdAt.getTime()), 'createdAt is an instant');
  invariant(meta.title.trim() !== '', 'a document has a title');
  invariant((options.watermark ?? []).length <= WATERMARK_LINES, `a watermark has at most ${WATERMARK_LINES} lines`);
  const names = (options.attachments ?? []).map(({ name }) => name);
  invariant(new Set(names).size === names.length, 'attachment names are unique');
}

/** Lets other work run after a busy turn, and waits for a reader that is slower than we are. */
function breather(backlog: () => number, stopped: () => boolean): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN_MILLISECONDS) return;
    do {
      await nextTurn();
      if (stopped()) throw new Error('the reader of the document went away');
    } while (backlog() > BACKLOG_BYTES);
    since = performance.now();
  };
}

/**
 * Writes the document to a stream. Everything is laid out once without output first, which finds the page numbers and
 * refuses unprintable text before the first byte leaves. Throws `pdf.glyph-missing`.
 */
export async function writeDocument(
  sink: Writable,
  meta: DocumentMeta,
  cover: Cover,
  blocks: readonly Block[],
  options: RenderOptions = {},
): Promise<void> {
  const parts: Parts = { meta: normalised(meta), cover, blocks, options };
  check(parts);
  const headings = headingsOf(blocks);
  const first = {
    surface: blankSurface(),
    headings,
    totalPages: 0,
    breathe: breather(
      () => 0,
      () => sink.destroyed,
    ),
  };
  const totalPages = await compose(parts, first);

  const surface = pdfSurface(parts.meta, options);
  const { document } = surface;
  let stopped = false;
  const written = pipeline(document, sink).catch((error: unknown) => {
    stopped = true;
    throw error;
  });
  written.catch(() => undefined);
  try {
    const breathe = breather(
      () => document.readableLength,
      () => stopped,
    );
    const pages = await compose(parts, { surface, headings, totalPages, breathe });
    invariant(pages === totalPages, `the second pass took ${pages} pages, the first ${totalPages}`);
    surface.close();
  } catch (error) {
    document.destroy(error as Error);
    await written.catch(() => undefined);
    throw error;
  }
  await written;
}

/** The document as one buffer. Same input, same bytes. Throws `pdf.glyph-missing`. */
export async function renderDocument(
  meta: DocumentMeta,
  cover: Cover,
  blocks: readonly Block[],
  options: RenderOptions = {},
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await writeDocument(sink, meta, cover, blocks, options);
  return Buffer.concat(chunks);
}
