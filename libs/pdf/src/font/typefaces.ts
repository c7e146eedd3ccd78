import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { create } from 'fontkit';

import { invariant } from '#libs/errors';

import { createShaper } from './shaper.js';
import { createTypeface, type Typeface } from './typeface.js';

export type Weight = 'regular' | 'semibold' | 'bold';
type Typefaces = Readonly<Record<Weight, Typeface>>;

const FOLDER = join('libs', 'pdf', 'fonts');

/** Finds the vendored fonts from source and from compiled code alike: the nearest ancestor that has them. */
export function fontFolder(start: string = import.meta.dirname): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, FOLDER);
    if (existsSync(candidate)) return candidate;
    invariant(dirname(folder) !== folder, `no folder ${FOLDER} above ${start}`);
  }
}

/** What a document says of an upright typeface whose letters differ in width. */
const UPRIGHT = { italicAngle: 0, isFixedPitch: 0 };

function load(name: string): Typeface {
  const bytes = readFileSync(join(fontFolder(), `PretendardGOV-${name}.ttf`));
  const font = create(bytes);
  // The table also names each of 23,000 glyphs. Nothing here asks for names, and reading them takes longer than a letter.
  font._tables['post'] = UPRIGHT;
  return createTypeface(font, createShaper(bytes));
}

let loaded: Typefaces | undefined;

/** The three weights of Pretendard GOV, read and parsed once per process (5.5 MB each). */
export function typefaces(): Typefaces {
  loaded ??= { regular: load('Regular'), semibold: load('SemiBold'), bold: load('Bold') };
  return loaded;
}
