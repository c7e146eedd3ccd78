import { sha256 } from '../document/attachment.js';
import type { TableBlock } from '../blocks.js';
import { ensure, group, parent, type Flow, type HeadingEntry } from '../flow/flow.js';
import { baseline, paint, set } from '../flow/setting.js';
import { COLOR, inColor, TYPE } from '../flow/style.js';
import { word } from '../flow/words.js';
import type { Element } from '../document/surface.js';

const PAGE_WIDTH = 28;

/** One entry: the title, dots, and the page number, all of it one link. */
function placeEntry(flow: Flow, list: Element, entry: HeadingEntry): void {
  const { surface, frame } = flow;
  const indent = (entry.level - 2) * 16;
  const style = entry.level === 2 ? TYPE.strong : inColor(TYPE.body, COLOR.body);
  const measure = frame.width - indent - PAGE_WIDTH - 24;
  const title = set(entry.text, style, measure);
  ensure(flow, title.height + 4);
  if (entry.level === 2) flow.y += 4;
  const y = flow.y;
  const x = frame.left + indent;
  const lastWidth = title.lines.at(-1)?.width ?? 0;
  const lastTop = y + title.height - style.leading;
  const page = set(String(entry.page), style, PAGE_WIDTH);
  const [from, to] = [x + lastWidth + 6, frame.left + frame.width - PAGE_WIDTH];
  const dots = baseline(lastTop, style) - 1;
  surface.artifact('Layout', () => {
    if (to - from > 6)
      surface.path(
        [
          { x: from, y: dots },
          { x: to, y: dots },
        ],
        { stroke: COLOR.rule, thickness: 0.8, dash: [0.8, 3.2] },
      );
  });
  const announced =
    flow.meta.language === 'ko-KR'
      ? `${entry.text}, ${entry.page}${word(flow.meta, 'goTo')}`
      : `${entry.text}${word(flow.meta, 'goTo')} ${entry.page}`;
  group(flow, list, 'TOCI', (item) =>
    group(flow, item, 'Reference', (reference) => {
      const link = surface.element(reference, 'Link');
      surface.content(link, () => {
        paint(surface, title, { x, y, width: measure });
        paint(surface, page, { x: frame.left, y: lastTop, width: frame.width }, 'right');
      });
      surface.link(link, { x, y, width: frame.width - indent, height: title.height }, entry.id, announced);
      surface.end(link);
    }),
  );
  flow.y += title.height + 1;
}

/** The table of contents: headings of level 2 and 3. It carries no heading of its own level, so that it does not list itself. */
export function placeContents(flow: Flow): void {
  const { surface, frame } = flow;
  const title = set(word(flow.meta, 'contents'), TYPE.heading2, frame.width);
  ensure(flow, title.height + 60);
  const y = flow.y;
  const list = surface.element(parent(flow), 'TOC');
  const caption = surface.element(list, 'Caption');
  surface.content(caption, () => paint(surface, title, { x: frame.left, y, width: frame.width }));
  surface.end(caption);
  surface.artifact('Layout', () => {
    const line = y + title.height + 4;
    surface.path(
      [
        { x: frame.left, y: line },
        { x: frame.left + frame.width, y: line },
      ],
      { stroke: COLOR.navy, thickness: 0.8 },
    );
  });
  surface.bookmark(1, word(flow.meta, 'contents'), y - 8);
  flow.y += title.height + 10;
  for (const entry of flow.headings) if (entry.level <= 3) placeEntry(flow, list, entry);
  surface.end(list);
  flow.y += 12;
}

/** The files inside this document with their hashes, as a table. */
export function attachmentTable(flow: Flow): TableBlock {
  const files = flow.options.attachments ?? [];
  return {
    kind: 'table',
    caption: word(flow.meta, 'attachments'),
    columns: [
      { header: word(flow.meta, 'file'), rowHeader: true, weight: 3 },
      { header: word(flow.meta, 'description'), weight: 4 },
      { header: word(flow.meta, 'size'), align: 'right' },
      { header: 'SHA-256', weight: 5 },
    ],
    rows: files.map(({ name, description, bytes }) => [
      name,
      description,
      String(bytes.byteLength).replace(/\B(?=(\d{3})+$)/g, ','),
      sha256(bytes).replace(/(.{8})(?=.)/g, '$1 '),
    ]),
  };
}
