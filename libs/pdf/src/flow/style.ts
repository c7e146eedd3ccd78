import type { Tone } from '../blocks.js';
import type { TextStyle } from '../font/lines.js';
import type { Weight } from '../font/typefaces.js';

/** Points; A4 portrait. */
export const PAGE = { width: 595.28, height: 841.89, side: 51, top: 74, bottom: 66 } as const;

/** Calm blues and greys in the manner of the Korean government design system; text colours reach 4.5:1 on their grounds. */
export const COLOR = {
  ink: '#1e2124',
  body: '#2b2f35',
  muted: '#58616a',
  navy: '#0b2f6b',
  blue: '#1d56bc',
  sky: '#9db9e6',
  rule: '#8a949e',
  hair: '#d3d8de',
  head: '#e9eef7',
  zebra: '#f7f9fc',
  paper: '#ffffff',
  good: '#1c6334',
  goodGround: '#eef7f0',
  bad: '#a4240f',
  badGround: '#fdf1ee',
  open: '#7a5200',
  openGround: '#fdf7e6',
  quietGround: '#f4f5f7',
} as const;

export const TONE_COLOR: Readonly<Record<Tone, string>> = { good: COLOR.good, bad: COLOR.bad, open: COLOR.open, neutral: COLOR.navy };
export const TONE_GROUND: Readonly<Record<Tone, string>> = {
  good: COLOR.goodGround,
  bad: COLOR.badGround,
  open: COLOR.openGround,
  neutral: COLOR.quietGround,
};

function style(weight: Weight, size: number, leading: number, color: string = COLOR.body): TextStyle {
  return { weight, size, leading, color };
}

/** Every text of the kit is set in one of these. */
export const TYPE = {
  coverTitle: style('bold', 25, 34, COLOR.ink),
  coverSubtitle: style('regular', 13, 20, COLOR.muted),
  coverIssuer: style('semibold', 11, 16, COLOR.navy),
  heading2: style('bold', 15, 21, COLOR.navy),
  heading3: style('semibold', 11.5, 17, COLOR.ink),
  heading4: style('semibold', 10, 15, COLOR.muted),
  body: style('regular', 10, 16.5),
  strong: style('semibold', 10, 16.5, COLOR.ink),
  muted: style('regular', 9, 14, COLOR.muted),
  alert: style('semibold', 10, 16.5, COLOR.bad),
  caption: style('semibold', 9, 13.5, COLOR.ink),
  unit: style('regular', 8, 13.5, COLOR.muted),
  cell: style('regular', 8.5, 12),
  cellHead: style('semibold', 8.5, 12, COLOR.navy),
  fact: style('regular', 9, 13.5),
  factHead: style('semibold', 9, 13.5, COLOR.navy),
  tileLabel: style('regular', 8.5, 12, COLOR.muted),
  tileValue: style('bold', 17, 22, COLOR.ink),
  tileNote: style('regular', 8, 11, COLOR.muted),
  verdictTitle: style('bold', 12.5, 18, COLOR.ink),
  chart: style('regular', 8, 11, COLOR.muted),
  chartStrong: style('semibold', 8, 11, COLOR.ink),
  approvalHead: style('semibold', 8.5, 12, COLOR.ink),
  approvalCell: style('regular', 8.5, 12, COLOR.ink),
  running: style('regular', 8, 11, COLOR.muted),
  runningMark: style('semibold', 8, 11, COLOR.ink),
  watermark: style('bold', 22, 32, COLOR.ink),
} as const;

/** The style in another colour. */
export function inColor(base: TextStyle, color: string): TextStyle {
  return { ...base, color };
}
