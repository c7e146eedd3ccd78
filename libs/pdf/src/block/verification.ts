import { encode } from 'uqr';
import type { BlockOf } from '../blocks.js';
import type { Box } from '../document/surface.js';
import { ensure, leaf, parent, type Flow } from '../flow/flow.js';
import { paint, set } from '../flow/setting.js';
import { COLOR, TYPE } from '../flow/style.js';
import { SIGNATURE_DESTINATION, SIGNATURE_HEIGHT } from '../signature/signature-box.js';

/** Large enough for a telephone held over paper: about 3 cm. */
const SIDE = 88;
const GAP = 16;
const PADDING = 10;

/**
 * How a reader finds out whether the paper still holds: a code to photograph and to type on the left, what to do with it on
 * the right; below, where the signature lies. The code is drawn, not an image, so that it stays sharp.
 */
export function placeVerification(flow: Flow, block: BlockOf<'verification'>): void {
  const { surface, frame } = flow;
  const measure = frame.width - SIDE - GAP;
  const settings = block.lines.map((text) => set(text, TYPE.body, measure));
  const code = set(block.code, TYPE.tileValue, measure);
  const height = Math.max(SIDE, code.height + 4 + settings.reduce((sum, each) => sum + each.height + 2, 0));
  ensure(flow, height + (block.signature === undefined ? 0 : SIGNATURE_HEIGHT + GAP));
  const area: Box = { x: frame.left, y: flow.y, width: SIDE, height: SIDE };
  const foot = frame.pageHeight - area.y - SIDE;
  const figure = surface.element(parent(flow), 'Figure', { alt: block.alt, box: [area.x, foot, area.x + SIDE, foot + SIDE] });
  surface.content(figure, () => paintCode(flow, block.url, area));
  surface.end(figure);
  const text = { x: frame.left + SIDE + GAP, width: measure };
  let { y } = flow;
  for (const setting of [code, ...settings]) {
    const top = y;
    leaf(flow, parent(flow), 'P', () => paint(surface, setting, { ...text, y: top }));
    y += setting.height + (setting === code ? 4 : 2);
  }
  flow.y += height + GAP;
  if (block.signature !== undefined) placeSignature(flow, block.signature);
}

/** One path for all dark squares: a square each would be a thousand operators. */
function paintCode(flow: Flow, url: string, area: Box): void {
  const { data, size } = encode(url, { ecc: 'M', border: 0 });
  const unit = area.width / size;
  for (const [row, squares] of data.entries()) {
    for (let from = squares.indexOf(true); from !== -1; ) {
      const after = squares.indexOf(false, from);
      const to = after === -1 ? size : after;
      // Neighbouring rows overlap by a hair, so that no printer leaves a line between them.
      flow.surface.rectangle({ x: area.x + from * unit, y: area.y + row * unit, width: (to - from) * unit, height: unit * 1.02 }, { fill: COLOR.ink });
      from = squares.indexOf(true, to);
    }
  }
}

function placeSignature(flow: Flow, text: string): void {
  const { surface, frame, y } = flow;
  const setting = set(text, TYPE.muted, frame.width - 2 * PADDING);
  surface.destination(SIGNATURE_DESTINATION, y);
  surface.artifact('Layout', () => surface.rectangle({ x: frame.left, y, width: frame.width, height: SIGNATURE_HEIGHT }, { stroke: COLOR.rule, thickness: 0.7 }));
  leaf(flow, parent(flow), 'P', () => paint(surface, setting, { x: frame.left + PADDING, y: y + (SIGNATURE_HEIGHT - setting.height) / 2, width: frame.width - 2 * PADDING }));
  flow.y += SIGNATURE_HEIGHT + GAP;
}
