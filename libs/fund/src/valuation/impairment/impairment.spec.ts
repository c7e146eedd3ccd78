import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { basisPoints, won } from '#libs/money';
import { PolicySet, type Policy } from '#libs/policy';
import { defaultImpairmentPolicies, impairmentTerms } from './impairment.policy.js';
import { askedImpairment, impairmentExceptions, judgeImpairment } from './impairment.rules.js';
import type { ImpairmentFacts } from './impairment.js';

const KNOWN = new Date('2024-01-01T00:00:00Z');
const terms = impairmentTerms(new PolicySet(defaultImpairmentPolicies(KNOWN).map((draft, index): Policy => ({ ...draft, id: `${index}` }))));
const facts = (changes: Partial<ImpairmentFacts> = {}): ImpairmentFacts => ({
  valuedOn: localDate('2024-12-31'),
  costWon: won(2_000n),
  fairValueWon: won(2_000n),
  impairmentWon: won(0n),
  formerImpairmentWon: won(0n),
  reasons: [],
  isIfrsConversion: false,
  incorporatedOn: localDate('2015-03-02'),
  followOn: null,
  isSigned: false,
  ...changes,
});
const round = (amount: bigint, share: number | null, paidOn = '2024-11-01') => ({ paidOn: localDate(paidOn), amountWon: won(amount), share: share === null ? null : basisPoints(share) });
const results = (changes: Partial<ImpairmentFacts>) => judgeImpairment(facts(changes), terms).map(({ rule, result }) => [rule, result]);

describe('what an impairment should be', () => {
  it.each<[ImpairmentFacts['reasons'], bigint]>([
    [[], 0n],
    [['OTHER'], 0n],
    [['LAWSUIT'], 1_000n],
    [['LAWSUIT', 'FULL_CAPITAL_EROSION'], 2_000n],
  ])('%s asks for %s of 2,000 won', (reasons, asked) => {
    expect(askedImpairment(facts({ reasons }), terms)).toBe(asked);
  });

  it.each<[string, Partial<ImpairmentFacts>, string[]]>([
    ['an old company', { reasons: ['FULL_CAPITAL_EROSION'] }, []],
    ['the change to K-IFRS', { reasons: ['FULL_CAPITAL_EROSION'], isIfrsConversion: true }, ['IFRS_CONVERSION']],
    ['the change to K-IFRS, and a default', { reasons: ['FULL_CAPITAL_EROSION', 'DEFAULT'], isIfrsConversion: true }, []],
    ['five years to the day', { reasons: ['FULL_CAPITAL_EROSION'], incorporatedOn: localDate('2019-12-31') }, ['YOUNG_COMPANY']],
    ['a day more', { reasons: ['FULL_CAPITAL_EROSION'], incorporatedOn: localDate('2019-12-30') }, []],
    ['a young company in default', { reasons: ['DEFAULT'], incorporatedOn: localDate('2023-01-02') }, []],
    ['a round of 3 %', { reasons: ['DEFAULT'], followOn: round(1_000n, 300) }, ['FOLLOW_ON']],
    ['a round of 2.99 %', { reasons: ['DEFAULT'], followOn: round(2_999_999_999n, 299) }, []],
    ['a SAFE of 3 billion', { reasons: ['DEFAULT'], followOn: round(3_000_000_000n, null) }, ['FOLLOW_ON']],
    ['a round that is still to come', { reasons: ['DEFAULT'], followOn: round(3_000_000_000n, null, '2025-01-02') }, []],
  ])('%s', (_what, changes, exceptions) => {
    expect(impairmentExceptions(facts(changes), terms)).toEqual(exceptions);
  });
});

describe('the verdicts', () => {
  it.each<[string, Partial<ImpairmentFacts>, [string, string][]]>([
    ['nothing to say without reason or impairment', {}, []],
    ['eroded and not written down', { reasons: ['FULL_CAPITAL_EROSION'] }, [['impairment-follows-its-reasons', 'WARN']]],
    ['eroded, young', { reasons: ['FULL_CAPITAL_EROSION'], incorporatedOn: localDate('2023-01-02') }, [['impairment-follows-its-reasons', 'PASS']]],
    [
      'written down whole and signed',
      { reasons: ['DEFAULT'], impairmentWon: won(2_000n), fairValueWon: won(0n), isSigned: true },
      [['impairment-follows-its-reasons', 'PASS'], ['auditor-signed-the-impairment', 'PASS'], ['fair-value-is-after-impairment', 'PASS']],
    ],
    [
      'taken back without a round or signature, and valued above what is left',
      { formerImpairmentWon: won(2_000n), impairmentWon: won(500n), fairValueWon: won(1_501n) },
      [['reversal-rests-on-follow-on', 'WARN'], ['auditor-signed-the-impairment', 'WARN'], ['fair-value-is-after-impairment', 'WARN']],
    ],
    ['restored by a round', { formerImpairmentWon: won(2_000n), followOn: round(3_000_000_000n, 500), isSigned: true }, [['reversal-rests-on-follow-on', 'PASS'], ['auditor-signed-the-impairment', 'PASS']]],
  ])('%s', (_what, changes, expected) => {
    expect(results(changes)).toEqual(expected);
  });

  it('without any policy every check speaks up', () => {
    const strict = impairmentTerms(new PolicySet([]));
    expect(judgeImpairment(facts({ reasons: ['OTHER'], impairmentWon: won(1n), incorporatedOn: localDate('2024-06-01'), followOn: round(1_000n, 9_999) }), strict).map(({ result }) => result)).toEqual(['WARN', 'BLOCK', 'WARN']);
  });
});
