import type { Block } from '../blocks.js';
import type { Flow } from '../flow/flow.js';
import { APPROVAL_HEIGHT } from './approval-box.js';
import { figureHeight } from '../chart/figure.js';
import { chartHeight } from '../chart/chart.js';
import { factsLead } from './facts.js';
import { gaugeHeight } from '../chart/gauge.js';
import { attachmentTable } from './contents.js';
import { verdictLead } from './panels.js';
import { tableLead } from '../table/table.js';
import { headingHeight } from './text.js';

const ONE_PAGE = 480;

function lead(flow: Flow, block: Block): number {
  switch (block.kind) {
    case 'table':
      return tableLead(flow, block);
    case 'attachments':
      return tableLead(flow, attachmentTable(flow));
    case 'lines':
    case 'bars':
      return figureHeight(flow, chartHeight(block), block.caption);
    case 'gauge':
      return figureHeight(flow, gaugeHeight(block), block.caption);
    case 'verdict':
      return verdictLead(flow, block);
    case 'tiles':
      return 80;
    case 'approvalBox':
      return APPROVAL_HEIGHT;
    case 'facts':
      return factsLead(flow, block.rows, block.caption);
    case 'heading':
      return headingHeight(flow, block);
    default:
      return 34;
  }
}

/**
 * Height that must be free below a heading, so that it is not left behind at the foot of a page: the beginning of what
 * follows it, through any headings in between.
 */
export function leadAfter(flow: Flow, blocks: readonly Block[], at: number): number {
  const next = blocks[at + 1];
  if (next === undefined || next.kind === 'pageBreak') return 0;
  const own = lead(flow, next);
  return Math.min(ONE_PAGE, next.kind === 'heading' ? own + leadAfter(flow, blocks, at + 1) : own);
}
