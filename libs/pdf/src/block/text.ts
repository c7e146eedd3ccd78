import { invariant } from '#libs/errors';

import type { BlockOf } from '../blocks.js';
import { ensure, leaf, newPage, openSection, parent, room, type Flow } from '../flow/flow.js';
import type { Element } from '../document/surface.js';
import { paint, set, type Setting } from '../flow/setting.js';
import { printable } from '../font/printable.js';
import { COLOR, TYPE } from '../flow/style.js';

/**
 * Paints lines as the content of an element and goes on over as many pages as it takes. Neither the first nor the last
 * line of a paragraph stands alone on a page.
 */
function flowLines(flow: Flow, element: Element, setting: Setting, x: number, width: number): void {
  const { leading } = setting.style;
  const total = setting.lines.length;
  for (let from = 0; from < total;) {
    const left = total - from;
    let fits = Math.min(left, Math.floor((room(flow) + 0.01) / leading));
    if (left - fits === 1) fits -= 1;
    const alone = fits < Math.min(2, left);
    if (alone && flow.y > flow.frame.top) {
      newPage(flow);
      continue;
    }
    const to = from + Math.max(1, fits);
    const y = flow.y;
    flow.surface.content(element, () => paint(flow.surface, setting, { x, y, width }, 'left', from, to));
    flow.y += (to - from) * leading;
    from = to;
  }
}

/** A paragraph under the given parent, `width` points wide. */
export function flowParagraph(flow: Flow, owner: Element, setting: Setting, x: number, width: number): void {
  const element = flow.surface.element(owner, 'P');
  flowLines(flow, element, setting, x, width);
  flow.surface.end(element);
}

const HEADING = {
  2: { style: TYPE.heading2, before: 20, after: 11 },
  3: { style: TYPE.heading3, before: 13, after: 5 },
  4: { style: TYPE.heading4, before: 9, after: 3 },
} as const;

/** Height of a heading with the space around it. */
export function headingHeight(flow: Flow, block: BlockOf<'heading'>): number {
  const { style, before, after } = HEADING[block.level];
  return before + set(block.text, style, flow.frame.width - 12).height + after;
}

/** A heading opens the section it names; `keep` is the height of what must stay on its page. */
export function placeHeading(flow: Flow, block: BlockOf<'heading'>, keep: number): void {
  const { style, before, after } = HEADING[block.level];
  const setting = set(block.text, style, flow.frame.width - 12);
  ensure(flow, before + setting.height + after + keep);
  if (flow.y > flow.frame.top) flow.y += before;
  const section = openSection(flow, block.level);
  const { surface, frame, y } = flow;
  const entry = flow.headings[flow.headingsPlaced];
  invariant(entry !== undefined && entry.text === block.text, 'headings are placed in the order they were listed');
  flow.headingsPlaced += 1;
  entry.page = flow.page;
  surface.destination(entry.id, y - 8);
  if (entry.bookmark) surface.bookmark(block.level - 1, printable(block.text).replaceAll('\n', ' '), y - 8);
  if (block.level === 2) {
    const line = y + setting.height + 4;
    surface.artifact('Layout', () => {
      surface.rectangle({ x: frame.left, y: y + 3.5, width: 3.5, height: setting.height - 6 }, { fill: COLOR.navy });
      surface.path(
        [
          { x: frame.left, y: line },
          { x: frame.left + frame.width, y: line },
        ],
        { stroke: COLOR.navy, thickness: 0.8 },
      );
    });
  }
  const indent = block.level === 2 ? 11 : 0;
  leaf(flow, section, `H${block.level}`, () => paint(surface, setting, { x: frame.left + indent, y, width: frame.width }));
  flow.y += setting.height + after;
}

export function placeParagraph(flow: Flow, block: BlockOf<'paragraph'>): void {
  const style = { normal: TYPE.body, muted: TYPE.muted, alert: TYPE.alert, strong: TYPE.strong }[block.tone ?? 'normal'];
  flowParagraph(flow, parent(flow), set(block.text, style, flow.frame.width), flow.frame.left, flow.frame.width);
  flow.y += 6;
}

export function placeList(flow: Flow, block: BlockOf<'list'>): void {
  const { surface, frame } = flow;
  const labels = block.items.map((_, at) => set(block.ordered === true ? `${at + 1}.` : '•', TYPE.body, 60));
  const indent = Math.max(12, ...labels.map((label) => (label.lines[0]?.width ?? 0) + 6));
  const list = surface.element(parent(flow), 'L', { numbering: block.ordered === true ? 'Decimal' : 'Disc' });
  block.items.forEach((item, at) => {
    const label = labels[at];
    const width = frame.width - indent - 6;
    const setting = set(item, TYPE.body, width);
    ensure(flow, Math.min(2, setting.lines.length) * TYPE.body.leading);
    const element = surface.element(list, 'LI');
    const y = flow.y;
    if (label !== undefined) leaf(flow, element, 'Lbl', () => paint(surface, label, { x: frame.left + 6, y, width: indent }));
    const body = surface.element(element, 'LBody');
    flowLines(flow, body, setting, frame.left + 6 + indent, width);
    surface.end(body);
    surface.end(element);
    flow.y += 2;
  });
  surface.end(list);
  flow.y += 5;
}
