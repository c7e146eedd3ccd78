import { describe, expect, it } from '@jest/globals';

import { SERIES_COLORS } from '../chart/chart.js';
import type { Tone } from '../blocks.js';
import { COLOR, TONE_COLOR, TONE_GROUND, TYPE } from './style.js';

/** Relative luminance as WCAG 2.1 defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = [COLOR.paper, COLOR.zebra, COLOR.quietGround, COLOR.head];

describe('contrast', () => {
  it.each(Object.entries(TYPE))('%s reads on every ground', (_, { color }) => {
    for (const ground of GROUNDS) expect(contrast(color, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.keys(TONE_COLOR) as Tone[])('%s reads on its ground and on table rows', (tone) => {
    for (const ground of [...GROUNDS, TONE_GROUND[tone]]) expect(contrast(TONE_COLOR[tone], ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SERIES_COLORS)('%s reads on paper', (color) => {
    expect(contrast(color, COLOR.paper)).toBeGreaterThanOrEqual(4.5);
  });
});
