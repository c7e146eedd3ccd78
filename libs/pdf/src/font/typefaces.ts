import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { create } from 'fontkit';

import { invariant } from '#libs/errors';

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

function load(name: string): Typeface {
  return createTypeface(create(readFileSync(join(fontFolder(), `PretendardGOV-${name}.ttf`))));
}

let loaded: Typefaces | undefined;

/** The three weights of Pretendard GOV, read and parsed once per process (5.5 MB each). */
export function typefaces(): Typefaces {
  loaded ??= { regular: load('Regular'), semibold: load('SemiBold'), bold: load('Bold') };
  return loaded;
}
