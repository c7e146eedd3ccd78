import type { BlockOf, Tile, Verdict } from '../blocks.js';
import { ensure, group, leaf, parent, type Flow } from '../flow/flow.js';
import type { Element } from '../document/surface.js';
import { fitted, widthOf, type TextStyle } from '../font/lines.js';
import { paint, set, setFitted, type Setting } from '../flow/setting.js';
import { COLOR, inColor, TONE_COLOR, TONE_GROUND, TYPE } from '../flow/style.js';
import { symbol } from './symbol.js';
import { flowParagraph } from './text.js';

const TILE_GAP = 8;
const TILE_PADDING = 9;

interface TileSetting {
  readonly tile: Tile;
  readonly label: Setting;
  readonly value: Setting;
  readonly unit: Setting | undefined;
  readonly note: Setting | undefined;
}

/** Room for the value once the unit stands beside it. */
function valueMeasure(tile: Tile, width: number): number {
  const unitWidth = tile.unit === undefined ? 0 : widthOf(tile.unit, TYPE.tileNote) + 3;
  return width - 2 * TILE_PADDING - unitWidth;
}

const SMALLEST_COMMON = 11;
const SMALLEST_VALUE = 6.5;

/** The tiles of a block print their values in one size, the largest that suits the longest, unless that is too long. */
function tileStyle(tiles: readonly Tile[], width: number): TextStyle {
  const sizes = tiles.map((tile) => fitted(tile.value, TYPE.tileValue, valueMeasure(tile, width), SMALLEST_COMMON));
  return sizes.reduce((smallest, style) => (style.size < smallest.size ? style : smallest), TYPE.tileValue);
}

function setTile(tile: Tile, style: TextStyle, width: number): TileSetting {
  const inner = width - 2 * TILE_PADDING;
  const tone = tile.tone ?? 'neutral';
  const unit = tile.unit === undefined ? undefined : set(tile.unit, TYPE.tileNote, inner / 2);
  const color = tone === 'neutral' ? TYPE.tileValue.color : TONE_COLOR[tone];
  return {
    tile,
    label: set(tile.label, TYPE.tileLabel, inner - (tone === 'neutral' ? 0 : 12)),
    value: setFitted(tile.value, inColor(style, color), valueMeasure(tile, width), SMALLEST_VALUE),
    unit,
    note: tile.note === undefined ? undefined : set(tile.note, TYPE.tileNote, inner),
  };
}

interface TilePlace {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly labelHeight: number;
}

function paintTile(flow: Flow, list: Element, setting: TileSetting, { x, width, height, labelHeight }: TilePlace): void {
  const { surface, y } = flow;
  const tone = setting.tile.tone ?? 'neutral';
  const inner = { x: x + TILE_PADDING, width: width - 2 * TILE_PADDING };
  surface.artifact('Layout', () => {
    surface.rectangle({ x, y, width, height }, { fill: COLOR.paper, stroke: COLOR.hair, thickness: 0.7 });
    surface.rectangle({ x, y, width, height: 2.2 }, { fill: TONE_COLOR[tone] });
    if (tone !== 'neutral') symbol(surface, tone, { x: x + width - TILE_PADDING - 4.5, y: y + 15 }, 4.5);
  });
  group(flow, list, 'LI', (item) => {
    leaf(flow, item, 'Lbl', () => paint(surface, setting.label, { ...inner, y: y + TILE_PADDING }));
    leaf(flow, item, 'LBody', () => {
      const top = y + TILE_PADDING + labelHeight + 2;
      paint(surface, setting.value, { ...inner, y: top });
      const valueWidth = setting.value.lines.at(-1)?.width ?? 0;
      const unitTop = top + setting.value.height - TYPE.tileNote.leading - setting.value.style.size * 0.17;
      if (setting.unit !== undefined) paint(surface, setting.unit, { ...inner, x: inner.x + valueWidth + 3, y: unitTop });
      if (setting.note !== undefined) paint(surface, setting.note, { ...inner, y: top + setting.value.height + 2 });
    });
  });
}

/** Key figures side by side, at most five to a row; a list for assistive technology. */
export function placeTiles(flow: Flow, block: BlockOf<'tiles'>): void {
  const { surface, frame } = flow;
  const perRow = block.tiles.length <= 5 ? block.tiles.length : Math.ceil(block.tiles.length / Math.ceil(block.tiles.length / 4));
  const width = (frame.width - (perRow - 1) * TILE_GAP) / perRow;
  const style = tileStyle(block.tiles, width);
  const list = surface.element(parent(flow), 'L', { numbering: 'None' });
  for (let from = 0; from < block.tiles.length; from += perRow) {
    const row = block.tiles.slice(from, from + perRow).map((tile) => setTile(tile, style, width));
    const labelHeight = Math.max(...row.map(({ label }) => label.height));
    const bodyHeight = Math.max(...row.map(({ value, note }) => value.height + (note === undefined ? 0 : note.height + 2)));
    const height = 2 * TILE_PADDING + labelHeight + 2 + bodyHeight;
    ensure(flow, height);
    row.forEach((setting, at) => paintTile(flow, list, setting, { x: frame.left + at * (width + TILE_GAP), width, height, labelHeight }));
    flow.y += height + TILE_GAP;
  }
  surface.end(list);
  flow.y += 6;
}

const VERDICT_PADDING = 12;
const VERDICT_INDENT = 42;

interface VerdictSetting {
  readonly title: Setting;
  readonly text: Setting;
  readonly height: number;
  /** Height that must be free for the panel to begin. */
  readonly lead: number;
}

function setVerdict(flow: Flow, verdict: Verdict): VerdictSetting {
  const { frame } = flow;
  const measure = frame.width - VERDICT_INDENT - VERDICT_PADDING;
  const title = set(verdict.title, inColor(TYPE.verdictTitle, TONE_COLOR[verdict.tone]), measure);
  const text = set(verdict.text, TYPE.body, measure);
  const height = 2 * VERDICT_PADDING + title.height + 3 + text.height;
  const whole = height <= (frame.bottom - frame.top) / 2;
  return { title, text, height, lead: whole ? height : VERDICT_PADDING + title.height + 4 * TYPE.body.leading };
}

/** Height that must be free for a finding to begin. */
export function verdictLead(flow: Flow, verdict: Verdict): number {
  return setVerdict(flow, verdict).lead;
}

/** The finding: symbol, title and reasons on a tinted ground. One that does not fit on its page goes on without the ground. */
export function placeVerdict(flow: Flow, verdict: Verdict, owner: Element = parent(flow)): void {
  const { surface, frame } = flow;
  const { title, text, height, lead } = setVerdict(flow, verdict);
  ensure(flow, lead);
  const measure = frame.width - VERDICT_INDENT - VERDICT_PADDING;
  const box = { x: frame.left, y: flow.y, width: frame.width, height: Math.min(height, frame.bottom - flow.y) };
  surface.artifact('Layout', () => {
    if (box.height >= height) surface.rectangle(box, { fill: TONE_GROUND[verdict.tone] });
    surface.rectangle({ ...box, width: 4 }, { fill: TONE_COLOR[verdict.tone] });
    symbol(surface, verdict.tone, { x: box.x + 23, y: box.y + VERDICT_PADDING + 9 }, 9);
  });
  flow.y += VERDICT_PADDING;
  group(flow, owner, 'Div', (division) => {
    flowParagraph(flow, division, title, frame.left + VERDICT_INDENT, measure);
    flow.y += 3;
    flowParagraph(flow, division, text, frame.left + VERDICT_INDENT, measure);
  });
  flow.y += VERDICT_PADDING + 10;
}
