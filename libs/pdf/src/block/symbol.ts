import type { Tone } from '../blocks.js';
import type { Point, Surface } from '../document/surface.js';
import { COLOR, TONE_COLOR } from '../flow/style.js';

/**
 * A small sign for a tone: tick in a disc, cross in a square, clock hands in a ring, dot in a ring. Four shapes, so that a grey
 * copy tells them apart. Paint it as an artifact or inside the content it belongs to; it is never the only statement.
 */
export function symbol(surface: Surface, tone: Tone, centre: Point, radius: number): void {
  const at = (dx: number, dy: number): Point => ({ x: centre.x + dx * radius, y: centre.y + dy * radius });
  const pen = { stroke: COLOR.paper, thickness: radius * 0.26 };
  const color = TONE_COLOR[tone];
  switch (tone) {
    case 'good':
      surface.circle(centre, radius, { fill: color });
      surface.path([at(-0.45, 0.02), at(-0.12, 0.36), at(0.48, -0.34)], pen);
      return;
    case 'bad':
      surface.rectangle({ ...at(-0.9, -0.9), width: radius * 1.8, height: radius * 1.8 }, { fill: color });
      surface.path([at(-0.4, -0.4), at(0.4, 0.4)], pen);
      surface.path([at(-0.4, 0.4), at(0.4, -0.4)], pen);
      return;
    case 'open':
      surface.circle(centre, radius * 0.87, { fill: COLOR.paper, stroke: color, thickness: radius * 0.26 });
      surface.path([at(0, -0.48), at(0, 0.04), at(0.36, 0.24)], { stroke: color, thickness: radius * 0.22 });
      return;
    case 'neutral':
      surface.circle(centre, radius * 0.87, { fill: COLOR.paper, stroke: color, thickness: radius * 0.22 });
      surface.circle(centre, radius * 0.3, { fill: color });
  }
}
