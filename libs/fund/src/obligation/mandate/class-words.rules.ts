import type { Bilingual } from '#libs/errors';
import { DIMENSIONS } from './dimension.data.js';
import type { DealClass } from './mandate.js';

/** What a deal has to be: of one of the values of a dimension, or of none of them. */
export interface Condition {
  readonly dimension: string;
  readonly values: readonly string[];
  readonly negated: boolean;
}

/** Groups of conditions: a deal counts that meets all conditions of any one group. No group at all: every deal counts. */
export type ConditionGroups = readonly (readonly Condition[])[];

const NOTHING: Bilingual = { ko: '', en: '' };

/** The class that groups of conditions describe. */
export function classOfGroups(groups: ConditionGroups): DealClass {
  if (groups.length === 0) return { kind: 'EVERY' };
  const [only, ...others] = groups.map((conditions) => joined('ALL_OF', conditions.map(classOfCondition)));
  return only !== undefined && others.length === 0 ? only : joined('ANY_OF', groups.map((conditions) => joined('ALL_OF', conditions.map(classOfCondition))));
}

function classOfCondition({ dimension, values, negated }: Condition): DealClass {
  const trait: DealClass = { kind: 'TRAIT', dimension, values };
  return negated ? { kind: 'NOT', class: trait } : trait;
}

function joined(kind: 'ALL_OF' | 'ANY_OF', classes: readonly DealClass[]): DealClass {
  const [only] = classes;
  return only !== undefined && classes.length === 1 ? only : { kind, classes };
}

/** The groups that describe a class; null for one that is nested deeper than groups are. */
export function groupsOfClass(dealClass: DealClass): ConditionGroups | null {
  if (dealClass.kind === 'EVERY') return [];
  const groups = (dealClass.kind === 'ANY_OF' ? dealClass.classes : [dealClass]).map((each) => (each.kind === 'ALL_OF' ? each.classes : [each]).map(conditionOf));
  return groups.every((conditions) => conditions.every((condition) => condition !== null)) ? (groups) : null;
}

function conditionOf(dealClass: DealClass): Condition | null {
  if (dealClass.kind === 'TRAIT') return { dimension: dealClass.dimension, values: dealClass.values, negated: false };
  const inner = dealClass.kind === 'NOT' ? dealClass.class : null;
  return inner?.kind === 'TRAIT' ? { dimension: inner.dimension, values: inner.values, negated: true } : null;
}

/** A class in words, as a reader of an agreement would put it. */
export function classInWords(dealClass: DealClass): Bilingual {
  switch (dealClass.kind) {
    case 'EVERY':
      return { ko: '모든 투자', en: 'every deal' };
    case 'TRAIT':
      return traitInWords(dealClass.dimension, dealClass.values);
    case 'NOT': {
      const inner = classInWords(dealClass.class);
      return { ko: `${inner.ko} 제외`, en: `not ${inner.en}` };
    }
    case 'ALL_OF':
      return listed(dealClass.classes, ' · ', ' and ');
    case 'ANY_OF':
      return listed(dealClass.classes, ' 또는 ', ' or ');
  }
}

function listed(classes: readonly DealClass[], ko: string, en: string): Bilingual {
  const words = classes.map((each) => {
    const { ko: inKorean, en: inEnglish } = classInWords(each);
    const nested = each.kind === 'ANY_OF' || each.kind === 'ALL_OF';
    return nested ? { ko: `(${inKorean})`, en: `(${inEnglish})` } : { ko: inKorean, en: inEnglish };
  });
  return words.length === 0 ? NOTHING : { ko: words.map((each) => each.ko).join(ko), en: words.map((each) => each.en).join(en) };
}

function traitInWords(code: string, values: readonly string[]): Bilingual {
  const dimension = DIMENSIONS.find((each) => each.code === code);
  const names = values.map((value) => dimension?.values?.find((each) => each.code === value)?.name ?? { ko: value, en: value });
  const joinedKo = names.map((each) => each.ko).join('·');
  const joinedEn = names.map((each) => each.en).join(' or ');
  return dimension?.values === null ? { ko: `${dimension.name.ko} ${joinedKo}`, en: `${dimension.name.en} ${joinedEn}` } : { ko: joinedKo, en: joinedEn };
}
