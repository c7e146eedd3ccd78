import { describe, expect, it } from '@jest/globals';
import { classInWords, classOfGroups, groupsOfClass, type Condition } from './class-words.rules.js';
import type { DealClass } from './mandate.js';
import { PUBLISHED_MANDATES } from './published.data.js';

const is = (dimension: string, ...values: string[]): Condition => ({ dimension, values, negated: false });
const isNot = (dimension: string, ...values: string[]): Condition => ({ dimension, values, negated: true });

describe('a class of deals in groups of conditions', () => {
  it.each<[string, readonly (readonly Condition[])[], DealClass['kind'], string]>([
    ['nothing asked', [], 'EVERY', '모든 투자'],
    ['one condition', [[is('region', '대전')]], 'TRAIT', '지역 대전'],
    ['all of two', [[is('purpose', 'PUBLIC_TECHNOLOGY'), is('shares', 'NEW')]], 'ALL_OF', '공공기술사업화(인정) · 신주'],
    ['but not', [[isNot('place', 'OVERSEAS')]], 'NOT', '해외 제외'],
    ['any of two groups', [[is('route', 'LAB_COMPANY')], [is('stage', 'EARLY'), isNot('shares', 'SECONDARY')]], 'ANY_OF', '연구소기업 또는 (초기창업(3년 이내) · 구주 제외)'],
  ])('%s: there and back, and in words', (_what, groups, kind, words) => {
    const dealClass = classOfGroups(groups);
    expect([dealClass.kind, groupsOfClass(dealClass), classInWords(dealClass).ko]).toEqual([kind, groups, words]);
  });

  it('says so where a class is nested deeper than groups are', () => {
    expect(groupsOfClass({ kind: 'NOT', class: { kind: 'ALL_OF', classes: [] } })).toBeNull();
  });

  it('every published mandate can be edited as groups', () => {
    const rules = PUBLISHED_MANDATES.flatMap((mandate) => mandate.rules);
    expect(rules.length).toBe(8);
    expect(rules.filter((rule) => groupsOfClass(rule.counts) === null)).toEqual([]);
  });
});
