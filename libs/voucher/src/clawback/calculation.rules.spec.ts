import { describe, expect, it } from '@jest/globals';
import { holidayCalendar, localDate } from '#libs/calendar';
import { won } from '#libs/money';
import { PolicySet, type Policy } from '#libs/policy';
import fc from 'fast-check';
import { calculateClawback, postedAmounts, type Calculation, type CalculationFacts, type CalculationRecord } from './calculation.rules.js';
import { DEFAULT_CLAWBACK_TERMS } from './clawback.data.js';
import { CLAWBACK_POLICIES, clawbackTerms, defaultClawbackPolicies } from './clawback.policy.js';

const calendar = holidayCalendar();
const NOBODY: CalculationRecord = { publicPaidWon: won(5_000_000n), claimableWon: won(2_666_666n), earlierGains: [], imposedPenalties: [] };
const tv11: CalculationFacts = {
  ...{ regime: 'PUBLIC_FINANCE', ground: 'OFF_PURPOSE', atFault: true, principalWon: won(1_600_000n), improperOn: localDate('2026-03-15'), noticeOn: localDate('2026-09-20') },
  ...{ dueOn: null, returnedOn: null, fixedInterestWon: null, penaltyWon: null, reportedOn: null, advanceNoticeOn: null },
  ...{ fullyReturned: false, negligent: false, otherwiseFined: false, instalments: 1 },
};
const calculate = (changes: Partial<CalculationFacts> = {}, record: Partial<CalculationRecord> = {}): Calculation =>
  calculateClawback({ ...tv11, ...changes }, { ...NOBODY, ...record }, DEFAULT_CLAWBACK_TERMS.PUBLIC_FINANCE, calendar);

describe('a calculated clawback', () => {
  it('TV-11 as a whole', () => {
    const { recovery, options, penaltyWon, demandedWon, dueOn, plan, published, verdicts } = calculate();
    expect([recovery.interestWon, recovery.recoveryWon, penaltyWon, demandedWon, dueOn, published]).toEqual([24_800n, 1_624_800n, 3_200_000n, 4_824_800n, '2026-10-20', false]);
    expect(options.map(({ amountWon }) => amountWon)).toEqual([8_000_000n, 4_800_000n, 3_200_000n]);
    expect(plan).toEqual([{ dueOn: '2026-10-20', amountWon: 4_824_800n }]);
    expect(verdicts.map(({ result }) => result)).toEqual(['PASS', 'PASS', 'PASS']);
  });

  it.each<[string, Partial<CalculationFacts>, bigint]>([
    ['where it must be lowered, the highest that remains', { reportedOn: localDate('2026-08-01'), advanceNoticeOn: localDate('2026-09-01'), fullyReturned: true }, 3_199_999n],
    ['where it may be lowered, the standard all the same', { negligent: true }, 3_200_000n],
    ['of a mispayment, none', { ground: 'MISPAYMENT' }, 0n],
  ])('proposes a penalty: %s', (_what, changes, penalty) => {
    expect(calculate(changes).penaltyWon).toBe(penalty);
  });

  it('publishes the name after enough penalties over enough gain', () => {
    const imposedPenalties = ['2024-05-01', '2025-05-01'].map((on) => ({ imposedOn: localDate(on), gainWon: won(15_000_000n), contested: false }));
    expect([calculate({}, { imposedPenalties }).published, calculate({}, { imposedPenalties: imposedPenalties.slice(1) }).published]).toEqual([true, false]);
  });

  it('posts exactly what it demands, whatever is dropped', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 10n }), fc.integer({ min: 1, max: 9 }), (principal, month) => {
        const calculation = calculate({ principalWon: won(principal + 20n), improperOn: localDate(`2026-0${month}-01`), noticeOn: localDate('2026-09-20') }, { claimableWon: null });
        const { principalWon, interestWon, penaltyWon } = postedAmounts(calculation);
        expect(principalWon + interestWon + penaltyWon).toBe(calculation.demandedWon);
        expect(calculation.recovery.recoveryWon + calculation.penaltyWon - calculation.droppedWon).toBe(calculation.demandedWon);
        expect(principalWon >= 0n && interestWon >= 0n && calculation.droppedWon < 20n).toBe(true);
      }),
    );
  });
});

describe('the terms of clawbacks as policies', () => {
  const laid = defaultClawbackPolicies(new Date('2020-01-01T00:00:00Z')).map((draft, index): Policy => ({ ...draft, id: `${index}` }));
  const rates = laid.filter(({ key }) => key === CLAWBACK_POLICIES.interest);
  const others = laid.filter(({ key }) => key !== CLAWBACK_POLICIES.interest);
  const decided = (key: string, value: Policy['value']): Policy => ({ ...laid[0], id: 'x', scope: 'voucher/1', key, value, effectiveFrom: localDate('2026-01-01'), effectiveTo: null, clause: '내부 지침', source: 'NOTICE', knownAt: new Date() });

  it.each(['PUBLIC_FINANCE', 'SUBSIDY', 'RND'] as const)('of %s are the text of the statute where nobody decided otherwise', (regime) => {
    const [terms, base] = [clawbackTerms(regime, new PolicySet(others), rates), DEFAULT_CLAWBACK_TERMS[regime]];
    expect({ ...terms, interest: null, penalty: null }).toEqual({ ...base, interest: null, penalty: null });
    expect(terms.interest?.rates.map(({ from, value }) => [from, value])).toEqual(base.interest?.rates.map(({ from, value }) => [from, value]));
  });

  it('follow a decision, with its clause and source', () => {
    const policies = new PolicySet([decided(CLAWBACK_POLICIES.mostInstalments, 3), decided(CLAWBACK_POLICIES.paymentTerm, 45), decided(CLAWBACK_POLICIES.rateDay, 'LAST_OF_MONTH'), ...others]);
    const terms = clawbackTerms('PUBLIC_FINANCE', policies, rates);
    expect([terms.mostInstalments, terms.paymentTermDays.value, terms.interest?.rateDay.value]).toEqual([{ value: 3, clause: '내부 지침', source: 'NOTICE' }, 45, 'LAST_OF_MONTH']);
    const subsidy = clawbackTerms('SUBSIDY', new PolicySet([decided(CLAWBACK_POLICIES.subsidyPenalty, { FALSE_CLAIM: 40_000 }), ...others]), rates);
    expect(subsidy.penalty).toMatchObject({ byGround: { FALSE_CLAIM: { value: 40_000, clause: '내부 지침' }, OFF_PURPOSE: { value: 30_000 } } });
  });
});
