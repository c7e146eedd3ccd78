import { invariant, unreachable } from '#libs/errors';

import { placeApprovalBox } from './block/approval-box.js';
import { attachmentTable, placeContents } from './block/contents.js';
import { placeCover, placeTitle } from './block/cover.js';
import { placeFacts } from './block/facts.js';
import { leadAfter } from './block/lead.js';
import { placeTiles, placeVerdict } from './block/panels.js';
import { placeHeading, placeList, placeParagraph } from './block/text.js';
import { placeVerification } from './block/verification.js';
import type { Block, BlockOf, Cover } from './blocks.js';
import { placeBars, placeLines } from './chart/chart.js';
import { placeGauge } from './chart/gauge.js';
import type { DocumentMeta, RenderOptions } from './document-types.js';
import type { Surface } from './document/surface.js';
import { closeSections, ensure, frameOf, newPage, parent, type Flow, type HeadingEntry } from './flow/flow.js';
import { finishPage } from './flow/furniture.js';
import { TYPE } from './flow/style.js';
import { placeTable, TABLE_GAP } from './table/table.js';

const IDENTIFIER = /^[a-z][a-z0-9.-]*$/;

/** Everything a document is made from. */
export interface Parts {
  readonly meta: DocumentMeta;
  /** Null: a letter, which begins with its title. */
  readonly cover: Cover | null;
  readonly blocks: readonly Block[];
  readonly options: RenderOptions;
}

/** One time through the document: what it is drawn on and what is known from the time before. */
interface Pass {
  readonly surface: Surface;
  readonly headings: HeadingEntry[];
  readonly totalPages: number;
  readonly breathe: () => Promise<void>;
  readonly turned: (page: number) => void;
}

/** The headings in order, each with the name of its destination. */
export function headingsOf(blocks: readonly Block[]): HeadingEntry[] {
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
    case 'verification':
      return placeVerification(flow, block);
    case 'toc':
      return placeContents(flow);
    case 'attachments':
      return placeAttachments(flow, block);
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

/** The line that closes a document stays on the page of the table above it. */
async function placeAttachments(flow: Flow, { closing }: BlockOf<'attachments'>): Promise<void> {
  await placeTable(flow, attachmentTable(flow), closing === undefined ? 0 : TABLE_GAP + TYPE.body.leading);
  if (closing !== undefined) placeParagraph(flow, { kind: 'paragraph', text: closing });
}

/** Lays the whole document out on a surface; says how many pages it took. */
export async function compose(document: Parts, pass: Pass): Promise<number> {
  const { meta, cover, blocks, options } = document;
  const orientation = options.orientation ?? 'portrait';
  const flow: Flow = {
    ...pass,
    meta,
    options,
    orientation,
    frame: frameOf(orientation),
    page: 0,
    y: 0,
    sections: [],
    headingsPlaced: 0,
    furniture: new Map(),
  };
  if (cover === null) placeTitle(flow);
  else placeCover(flow, cover);
  // The cover keeps its page to itself, whatever comes first after it.
  if (cover !== null && blocks.length > 0 && blocks[0]?.kind !== 'pageBreak') newPage(flow);
  for (const [at, block] of blocks.entries()) {
    await pass.breathe();
    await place(flow, blocks, at, block);
  }
  closeSections(flow, 2);
  finishPage(flow);
  return flow.page;
}
