import type { Cover, Fact } from '../blocks.js';
import { closeSections, leaf, newPage, openSection, type Flow } from '../flow/flow.js';
import { paint, set, setBalanced, type Setting } from '../flow/setting.js';
import { COLOR, TYPE } from '../flow/style.js';
import { seoulInstant, word } from '../flow/words.js';
import { approvalWidth, paintApprovalBox } from './approval-box.js';
import { placeFacts } from './facts.js';
import { placeVerdict } from './panels.js';
import { flowParagraph } from './text.js';

const TOP = 52;
const TITLE_TOP = 196;

function coverFacts({ meta }: Flow, cover: Cover): Fact[] {
  return [
    [word(meta, 'number'), meta.number],
    [word(meta, 'asOf'), cover.asOf],
    [word(meta, 'knownAt'), cover.knownAt],
    [word(meta, 'createdAt'), seoulInstant(meta.createdAt, meta.language)],
    [word(meta, 'issuer'), cover.issuer],
    [word(meta, 'securityMark'), meta.securityMark],
    ...(cover.facts ?? []),
    [word(meta, 'fingerprint'), meta.dataSha256.replace(/(.{8})(?=.)/g, '$1 ')],
  ];
}

/** A title of any length: large while it fits on two lines, smaller after that, but always complete. */
function setTitle(flow: Flow): Setting {
  const { width } = flow.frame;
  for (const size of [25, 22, 19, 16]) {
    const setting = setBalanced(flow.meta.title, { ...TYPE.coverTitle, size, leading: size * 1.36 }, width);
    if (setting.lines.length <= 2 || size === 16) return setting;
  }
  return set(flow.meta.title, TYPE.coverTitle, width);
}

/** The first page: issuer and approval box above, title, finding, and the facts that identify the document. */
export function placeCover(flow: Flow, cover: Cover): void {
  const { surface, meta } = flow;
  newPage(flow);
  const { frame } = flow;
  surface.artifact('Layout', () => surface.rectangle({ x: 0, y: 0, width: frame.pageWidth, height: 7 }, { fill: COLOR.navy }));
  surface.bookmark(1, word(meta, 'cover'), 0);
  const section = openSection(flow, 2);
  const cells = cover.approval ?? [];
  const boxLeft = frame.left + frame.width - approvalWidth(cells);
  const issuerWidth = cells.length === 0 ? frame.width : Math.max(90, boxLeft - frame.left - 14);
  const issuer = set(cover.issuer, TYPE.coverIssuer, issuerWidth);
  leaf(flow, section, 'P', () => paint(surface, issuer, { x: frame.left, y: TOP, width: issuerWidth }));
  if (cover.series !== undefined) {
    const series = set(cover.series, TYPE.muted, issuerWidth);
    leaf(flow, section, 'P', () => paint(surface, series, { x: frame.left, y: TOP + issuer.height + 2, width: issuerWidth }));
  }
  const title = setTitle(flow);
  const y = TITLE_TOP;
  leaf(flow, section, 'H1', () => paint(surface, title, { x: frame.left, y, width: frame.width }));
  surface.artifact('Layout', () => surface.rectangle({ x: frame.left, y: y - 18, width: 46, height: 3.5 }, { fill: COLOR.navy }));
  flow.y = y + title.height + 6;
  if (meta.subtitle !== undefined)
    flowParagraph(flow, section, set(meta.subtitle, TYPE.coverSubtitle, frame.width), frame.left, frame.width);
  if (cells.length > 0) paintApprovalBox(flow, section, cells, boxLeft, TOP - 4);
  flow.y += 22;
  if (cover.verdict !== undefined) placeVerdict(flow, cover.verdict, section);
  flow.y += 6;
  placeFacts(flow, coverFacts(flow, cover), section);
  for (const notice of cover.notices ?? []) flowParagraph(flow, section, set(notice, TYPE.muted, frame.width), frame.left, frame.width);
  closeSections(flow, 2);
}

/** The opening of a letter: its title over the first page, in the middle as official letters have it. */
export function placeTitle(flow: Flow): void {
  const { surface, meta } = flow;
  newPage(flow);
  const { frame } = flow;
  const section = openSection(flow, 2);
  const title = set(meta.title, TYPE.coverTitle, frame.width);
  surface.bookmark(1, meta.title, 0);
  leaf(flow, section, 'H1', () => paint(surface, title, { x: frame.left, y: frame.top, width: frame.width }, 'center'));
  flow.y = frame.top + title.height + 18;
  closeSections(flow, 2);
}
