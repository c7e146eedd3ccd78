import { invalidField, type Bilingual } from '#libs/errors';
import type { PolicyValue } from '#libs/policy';
import { termKindOf, type TermKind } from './term.js';

interface Reading {
  /** The value, or undefined where the text is none; of a table only what has the shape of `sample`. */
  readonly read: (text: string, sample: PolicyValue) => PolicyValue | undefined;
  readonly asked: Bilingual;
}

const WON = /^(0|[1-9]\d{0,15})$/;

const READINGS: Readonly<Record<TermKind, Reading>> = {
  AMOUNT: { read: (text) => (WON.test(text) ? text : undefined), asked: { ko: '금액을 원 단위 숫자로 적어 주세요.', en: 'Give the amount in whole won.' } },
  BASIS_POINTS: {
    read: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 10_000 ? Number(text) : undefined),
    asked: { ko: '비율을 0~10000 베이시스포인트로 적어 주세요(5000은 50%).', en: 'Give the ratio in basis points up to 10000 (5000 is 50 %).' },
  },
  COUNT: { read: (text) => (/^\d{1,6}$/.test(text) ? Number(text) : undefined), asked: { ko: '0 이상의 정수로 적어 주세요.', en: 'Give a whole number from 0 on.' } },
  FLAG: { read: (text) => ({ true: true, false: false })[text], asked: { ko: 'true 또는 false로 적어 주세요.', en: 'Give true or false.' } },
  WORD: { read: (text) => (text === '' ? undefined : text), asked: { ko: '값을 적어 주세요.', en: 'Give a value.' } },
  LIST: {
    read: (text) => listOf(text),
    asked: { ko: "항목을 '|'로 나누어 적고 같은 항목을 두 번 적지 마세요.", en: "Part the items by '|' and name none twice." },
  },
  TABLE: { read: tableOf, asked: { ko: '지금 값과 같은 모양의 표(JSON)로 적어 주세요.', en: 'Give a table (JSON) of the same shape as the one in force.' } },
};

/**
 * The typed text as the value of a term. `sample`: a value of it that is in force, the model of its shape. Throws
 * `DomainError` invalid at `pointer`.
 */
export function termValue(key: string, text: string, sample: PolicyValue, pointer: string): PolicyValue {
  const { read, asked } = READINGS[termKindOf(key, sample)];
  const value = read(text.trim(), sample);
  if (value === undefined) throw invalidField(pointer, 'grant-term.value', asked);
  return value;
}

function listOf(text: string): PolicyValue | undefined {
  const items = text.split(/[|\n]/).map((each) => each.trim());
  return items.every((each) => each !== '') && new Set(items).size === items.length ? items : undefined;
}

function tableOf(text: string, sample: PolicyValue): PolicyValue | undefined {
  try {
    const value = JSON.parse(text) as PolicyValue;
    return isLike(value, sample) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Of the same shape: lists of items like one of those in force, members of the same names, amounts where there are amounts. */
function isLike(value: PolicyValue, sample: PolicyValue): boolean {
  if (Array.isArray(value) && Array.isArray(sample)) return value.every((each: PolicyValue) => sample.length === 0 || sample.some((model: PolicyValue) => isLike(each, model)));
  if (isMembers(value) && isMembers(sample)) {
    const names = Object.keys(sample);
    return names.length === Object.keys(value).length && names.every((name) => name in value && isLike(value[name] ?? null, sample[name] ?? null));
  }
  if (typeof value === 'number') return typeof sample === 'number' && Number.isInteger(value) && value >= 0;
  if (typeof sample === 'string' && WON.test(sample)) return typeof value === 'string' && WON.test(value);
  return typeof value === typeof sample && Array.isArray(value) === Array.isArray(sample);
}

const isMembers = (value: PolicyValue): value is Readonly<Record<string, PolicyValue>> => typeof value === 'object' && value !== null && !Array.isArray(value);
