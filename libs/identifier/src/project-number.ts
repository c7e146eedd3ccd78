import { cleanText } from './text.js';

/** Who numbered a project: NTIS (the national register), IRIS (since 2022), NRF before IRIS, this system, or somebody else. */
export type ProjectNumberScheme = 'ntis' | 'iris' | 'nrf' | 'own' | 'unknown';

export interface ProjectNumber {
  /** As it was given. */
  readonly raw: string;
  readonly scheme: ProjectNumberScheme;
  /** The form to compare and show: capitals, ordinary hyphens, no spaces; merely cleaned for an unknown scheme. */
  readonly normalised: string;
}

/** Field practice, not law: hence a classification and never a refusal. */
const SCHEMES: readonly (readonly [ProjectNumberScheme, RegExp])[] = [
  ['ntis', /^[0-9]{10}$/],
  ['iris', /^RS-[0-9]{4}-(?:[0-9]{8}|[A-Z]{2}[0-9]{6})$/],
  ['nrf', /^[0-9]{4}[A-Z][0-9][A-Z][0-9][A-Z0-9]{8,11}$/],
  ['own', /^(?:FND|INV|AS|KT|PT|MT|RPT)-[0-9]{4}-[0-9]{2,4}$/],
];

/** Recognises the scheme of a project number (과제번호) by its shape. Takes anything and keeps it. */
export function classifyProjectNumber(raw: string): ProjectNumber {
  const clean = cleanText(raw);
  const compact = clean
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .toUpperCase();
  const match = SCHEMES.find(([, shape]) => shape.test(compact));
  return match === undefined ? { raw, scheme: 'unknown', normalised: clean } : { raw, scheme: match[0], normalised: compact };
}
