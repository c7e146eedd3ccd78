import { threadProgram, ThreadPool, type Onlooker } from '#libs/thread';

import type { Block, Cover, Row, StreamedTable } from '../blocks.js';
import type { DocumentMeta, RenderOptions } from '../document-types.js';
import { renderHere } from '../render.js';
import { taskOf } from './render-task.js';
import { RowSpool } from './row-spool.js';

/** Cells and blocks from which a document is made in a thread: below, sending it there would take longer than making it. */
const LARGE = 4_000;

/** Rows that are packed together. */
const PORTION = 500;

const program = threadProgram(import.meta.url, './render-thread');
const pool = program === undefined ? undefined : new ThreadPool(program);

/**
 * The document piece by piece, as fast as it is read; who stops reading stops its making. A long document is made in a thread
 * of its own and keeps nobody waiting. Rows of a streamed table are read once, and are packed until all are there: the page
 * count stands on the first page. An onlooker hears of the pages, and ends the making of a long document by leaving. Same input,
 * same bytes, wherever it is made. Throws `pdf.glyph-missing` before the first piece.
 */
export async function* streamDocument(
  meta: DocumentMeta,
  cover: Cover | null,
  blocks: readonly (Block | StreamedTable)[],
  options: RenderOptions = {},
  onlooker: Onlooker = {},
): AsyncGenerator<Uint8Array, void, void> {
  if (pool !== undefined && isLarge(blocks)) {
    const { task, feeds } = taskOf(meta, cover, blocks, options);
    yield* pool.run(task, feeds, onlooker);
  } else yield renderHere(meta, cover, await gathered(blocks), options, onlooker.onProgress);
}

/** The document as one buffer. Same input, same bytes. Throws `pdf.glyph-missing`, and an `AbortError` where the onlooker left. */
export async function renderDocument(meta: DocumentMeta, cover: Cover | null, blocks: readonly Block[], options: RenderOptions = {}, onlooker: Onlooker = {}): Promise<Buffer> {
  onlooker.signal?.throwIfAborted();
  if (!isLarge(blocks)) return renderHere(meta, cover, blocks, options, onlooker.onProgress);
  const pieces: Uint8Array[] = [];
  for await (const piece of streamDocument(meta, cover, blocks, options, onlooker)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A table whose length nobody knows is taken for a long one. */
function isLarge(blocks: readonly (Block | StreamedTable)[]): boolean {
  let weight = blocks.length;
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    weight += 'length' in block.rows ? block.rows.length * block.columns.length : LARGE;
  }
  return weight >= LARGE;
}

async function gathered(blocks: readonly (Block | StreamedTable)[]): Promise<Block[]> {
  const whole: Block[] = [];
  for (const block of blocks) whole.push(block.kind === 'table' ? { ...block, rows: 'length' in block.rows ? block.rows : await spooled(block.rows) } : block);
  return whole;
}

async function spooled(rows: AsyncIterable<Row>): Promise<RowSpool> {
  const spool = new RowSpool();
  let portion: Row[] = [];
  for await (const row of rows) {
    portion.push(row);
    if (portion.length < PORTION) continue;
    spool.add(portion);
    portion = [];
  }
  spool.add(portion);
  return spool;
}
