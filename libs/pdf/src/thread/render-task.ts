import type { Channel, Feed } from '#libs/thread';

import type { Block, Cover, Row, StreamedTable, TableBlock } from '../blocks.js';
import type { DocumentMeta, RenderOptions } from '../document-types.js';
import { RowSpool } from './row-spool.js';

/** A table whose rows come over separately. */
interface FedTable extends Omit<TableBlock, 'rows'> {
  readonly feed: number;
}

/** A document as it is sent to a thread: plain data. */
export interface RenderTask {
  readonly meta: DocumentMeta;
  readonly cover: Cover | null;
  readonly blocks: readonly (Exclude<Block, TableBlock> | FedTable)[];
  readonly options: RenderOptions;
}

/** Parts a document into what is sent at once and the rows that follow. */
export function taskOf(meta: DocumentMeta, cover: Cover | null, blocks: readonly (Block | StreamedTable)[], options: RenderOptions): { task: RenderTask; feeds: Feed[] } {
  const feeds: Feed[] = [];
  const sent = blocks.map((block) => {
    if (block.kind !== 'table') return block;
    const { rows, ...table } = block;
    return { ...table, feed: feeds.push(rows) - 1 };
  });
  return { task: { meta, cover, blocks: sent, options }, feeds };
}

/** Puts the rows back where they belong. */
export async function blocksOf({ blocks }: RenderTask, channel: Channel): Promise<Block[]> {
  const whole: Block[] = [];
  for (const block of blocks) {
    if (!('feed' in block)) {
      whole.push(block);
      continue;
    }
    const { feed, ...table } = block;
    const rows = new RowSpool();
    for await (const portion of channel.rows(feed)) rows.add(portion as readonly Row[]);
    whole.push({ ...table, rows });
  }
  return whole;
}
