import { describe, expect, it } from '@jest/globals';
import { ko } from './ko.js';
import { bundleInSubsidyWords, inSubsidyWords } from './subsidy-words.js';

describe('the words of the subsidy act', () => {
  it.each([
    ['협약 체결', '교부결정 기록'],
    ['협약을 지급정지합니다.', '교부결정을 지급정지합니다.'],
    ['수행기관이 쓴 사업비', '보조사업자가 쓴 사업비'],
    ['수행기관과 과제를 봅니다.', '보조사업자와 보조사업을 봅니다.'],
    ['과제로 취득한 자산', '보조사업으로 취득한 자산'],
    ['과제계좌로 들어온 정부지원금은', '보조금 계정으로 들어온 보조금은'],
    ['연구개발과제번호', '보조사업번호'],
    ['과제이 아닌 낱말', '보조사업이 아닌 낱말'],
    ['{{agreement}} of the agreement', '{{agreement}} of the grant decision'],
  ])('%s → %s', (text, told) => {
    expect(inSubsidyWords(text)).toBe(told);
  });

  const subsidy = bundleInSubsidyWords(ko) as object;
  const GROUPS = Object.keys(ko).filter((group) => /^(grant(Agreement|Tranche|Year|Application|Call|Budget|Expense|Interest|Settlement|Recovery|Outcome|Asset)|deadline)$/.test(group));
  const textsOf = (bundle: unknown): string[] => (typeof bundle === 'string' ? [bundle] : Object.values(bundle ?? {}).flatMap(textsOf));
  const ofGroup = (bundle: object, group: string): string[] => textsOf((bundle as Record<string, unknown>)[group]);

  it.each(GROUPS)('%s: no word of the R&D act is left on a screen of a subsidy', (group) => {
    const told = ofGroup(subsidy, group);
    expect(told.filter((text) => /협약|출연금|혁신법|연구개발비|연구책임자|수행기관|참여제한/u.test(text))).toEqual([]);
  });

  it.each(GROUPS)('%s: no word of the subsidy act stands on a screen of R&D', (group) => {
    // The list of calls stands above both laws and says so; one text is written for subsidies alone.
    const above = [ko.grantCall.lead, ko.grantOutcome.leadSubsidy];
    expect(ofGroup(ko, group).filter((text) => /보조금|교부|보조사업|자기부담|수행배제/u.test(text) && !above.includes(text))).toEqual([]);
  });
});
