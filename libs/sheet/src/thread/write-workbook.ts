import { threadProgram, ThreadPool, type Onlooker } from '#libs/thread';
import type { WorkbookDefinition } from '../write/definition.js';
import { rowsOf, workbookHere } from '../write/write-workbook.js';

/** Cells from which a workbook is written in a thread: below, sending them there would take longer than writing them. */
const LARGE = 20_000;

const program = threadProgram(import.meta.url, './workbook-thread');
const pool = program === undefined ? undefined : new ThreadPool(program, 1);

/**
 * Writes an Excel workbook as `workbookHere` does, a large one in a thread of its own, so that nobody has to wait for it. An
 * onlooker hears of the rows, from none to all of them, and ends the writing by leaving: then it throws an `AbortError`.
 */
export async function writeWorkbook(definition: WorkbookDefinition, { signal, onProgress }: Onlooker = {}): Promise<Buffer> {
  signal?.throwIfAborted();
  onProgress?.(0, rowsOf(definition));
  const cells = definition.sheets.reduce((sum, { columns, rows }) => sum + columns.length * rows.length, 0);
  if (pool === undefined || cells < LARGE) return workbookHere(definition, onProgress);
  const pieces: Uint8Array[] = [];
  const sent = { ...definition, sheets: definition.sheets.map((sheet) => ({ ...sheet, rows: [] })) };
  const feeds = definition.sheets.map(({ rows }) => rows);
  for await (const piece of pool.run(sent, feeds, { signal, onProgress })) pieces.push(piece);
  return Buffer.concat(pieces);
}
