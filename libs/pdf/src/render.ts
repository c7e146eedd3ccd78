import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

import { invariant } from '#libs/errors';

import type { Block, Cover } from './blocks.js';
import { compose, headingsOf, type Parts } from './compose.js';
import type { DocumentMeta, RenderOptions } from './document-types.js';
import { pdfSurface } from './document/pdf-surface.js';
import { blankSurface } from './document/surface.js';
import { printable } from './font/printable.js';

const SHA256 = /^[0-9a-f]{64}$/;
const WATERMARK_LINES = 3;

/** How long a turn of the event loop may be kept busy, and how much finished output may wait for a slow reader. */
const TURN_MILLISECONDS = 15;
const BACKLOG_BYTES = 4_000_000;
const PAUSE_MILLISECONDS = 10;

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
    await nextTurn();
    while (backlog() > BACKLOG_BYTES && !stopped()) await pause(PAUSE_MILLISECONDS);
    if (stopped()) throw new Error('the reader of the document went away');
    since = performance.now();
  };
}

/** Hears which page is laid out, of how many; null while they are counted. */
export type PageListener = (page: number, totalPages: number | null) => void;

/**
 * Writes the document to a stream. Everything is laid out once without output first, which finds the page numbers and
 * refuses unprintable text before the first byte leaves. Without a cover the title stands above the first block, as in a
 * letter. Throws `pdf.glyph-missing`.
 */
export async function writeDocument(
  sink: Writable,
  meta: DocumentMeta,
  cover: Cover | null,
  blocks: readonly Block[],
  options: RenderOptions = {},
  turned: PageListener = () => undefined,
): Promise<void> {
  const parts: Parts = { meta: normalised(meta), cover, blocks, options };
  check(parts);
  const headings = headingsOf(blocks);
  const first = {
    surface: blankSurface(),
    headings,
    totalPages: 0,
    turned: (page: number) => turned(page, null),
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
      () => document.backlog,
      () => stopped,
    );
    const pages = await compose(parts, { surface, headings, totalPages, breathe, turned: (page) => turned(page, totalPages) });
    invariant(pages === totalPages, `the second pass took ${pages} pages, the first ${totalPages}`);
    surface.close();
  } catch (error) {
    document.destroy(error as Error);
    await written.catch(() => undefined);
    throw error;
  }
  await written;
}

/** The document as one buffer, made in this thread. Same input, same bytes. Throws `pdf.glyph-missing`. */
export async function renderHere(
  meta: DocumentMeta,
  cover: Cover | null,
  blocks: readonly Block[],
  options: RenderOptions = {},
  turned?: PageListener,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await writeDocument(sink, meta, cover, blocks, options, turned);
  return Buffer.concat(chunks);
}
