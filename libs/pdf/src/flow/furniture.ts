import { fitted, singleLine } from '../font/lines.js';
import type { Flow } from './flow.js';
import { paint, setFitted, setShortened, type Setting } from './setting.js';
import { COLOR, inColor, TYPE } from './style.js';
import { word } from './words.js';

const HEADER_TOP = 34;
const FOOTER_RISE = 46;

/** The first 16 digits of the data hash in groups of eight: enough to compare two sheets of paper by eye. */
export function shortFingerprint(sha: string): string {
  return `${sha.slice(0, 8)} ${sha.slice(8, 16)}`;
}

/** What stands on every page is set once for each width of page. */
function kept(flow: Flow, name: string, make: () => Setting): Setting {
  const key = `${name} ${flow.frame.width}`;
  const known = flow.furniture.get(key);
  if (known !== undefined) return known;
  const setting = make();
  flow.furniture.set(key, setting);
  return setting;
}

function header(flow: Flow): void {
  const { surface, meta, frame } = flow;
  const mark = kept(flow, 'mark', () => setShortened(meta.securityMark, inColor(TYPE.runningMark, COLOR.bad), 120));
  const markWidth = (mark.lines[0]?.width ?? 0) + 12;
  const title = meta.subtitle === undefined ? meta.title : `${meta.title} · ${meta.subtitle}`;
  const running = kept(flow, 'running', () => setShortened(title, TYPE.running, frame.width - markWidth - 20));
  surface.artifact('Pagination', () => {
    paint(surface, running, { x: frame.left, y: HEADER_TOP + 2, width: frame.width });
    const box = { x: frame.left + frame.width - markWidth, y: HEADER_TOP, width: markWidth, height: 15 };
    surface.rectangle(box, { stroke: COLOR.bad, thickness: 0.6 });
    paint(surface, mark, { ...box, y: HEADER_TOP + 2 }, 'center');
    const y = HEADER_TOP + 21;
    surface.path(
      [
        { x: frame.left, y },
        { x: frame.left + frame.width, y },
      ],
      { stroke: COLOR.rule, thickness: 0.5 },
    );
  });
}

function footer(flow: Flow): void {
  const { surface, meta, frame } = flow;
  const y = frame.pageHeight - FOOTER_RISE;
  const third = frame.width / 3;
  const number = kept(flow, 'number', () => setFitted(`${word(meta, 'number')} ${meta.number}`, TYPE.running, third, 5.5));
  const pages = setFitted(`${flow.page} / ${flow.totalPages}`, TYPE.runningMark, third, 6);
  const fingerprint = kept(flow, 'fingerprint', () => setFitted(`${word(meta, 'shortFingerprint')} ${shortFingerprint(meta.dataSha256)}`, TYPE.running, third, 5.5));
  surface.artifact('Pagination', () => {
    surface.path(
      [
        { x: frame.left, y: y - 5 },
        { x: frame.left + frame.width, y: y - 5 },
      ],
      { stroke: COLOR.hair, thickness: 0.5 },
    );
    paint(surface, number, { x: frame.left, y, width: third });
    paint(surface, pages, { x: frame.left + third, y, width: third }, 'center');
    paint(surface, fingerprint, { x: frame.left + 2 * third, y, width: third }, 'right');
    const { footerNote } = meta;
    if (footerNote !== undefined) {
      const note = kept(flow, 'note', () => setShortened(footerNote, { ...TYPE.running, size: 7 }, frame.width));
      paint(surface, note, { x: frame.left, y: y + 12, width: frame.width }, 'center');
    }
  });
}

/** Running header and footer. The cover has no header: it says all that itself. */
export function furnish(flow: Flow): void {
  if (flow.page > 1) header(flow);
  footer(flow);
}

/** Lays the marks of a copy over the finished page, so that no coloured ground can hide them. */
function watermark(flow: Flow, lines: readonly string[]): void {
  const { surface, frame } = flow;
  const angle = (Math.atan2(frame.pageHeight, frame.pageWidth) * 180) / Math.PI - 8;
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const diagonal = Math.min(frame.pageWidth / cos, frame.pageHeight / sin) * 0.8;
  const middles = [0.24, 0.55, 0.86];
  surface.artifact('Pagination', () =>
    surface.translucent(() => {
      for (const middle of middles) {
        lines.forEach((text, at) => {
          const style = fitted(text, TYPE.watermark, diagonal * (middle === 0.55 ? 1 : 0.62), 7);
          const line = singleLine(text, style);
          const drop = (at - (lines.length - 1) / 2) * TYPE.watermark.leading;
          const [x, y] = [
            frame.pageWidth * (0.5 + (middle === 0.55 ? 0 : (0.55 - middle) * 0.35)) + drop * sin,
            frame.pageHeight * middle + drop * cos,
          ];
          surface.text(line, style, x - (line.width / 2) * cos, y + (line.width / 2) * sin, angle);
        });
      }
    }),
  );
}

/** What is drawn last on a page. */
export function finishPage(flow: Flow): void {
  const lines = flow.options.watermark ?? [];
  if (lines.length > 0) watermark(flow, lines);
}
