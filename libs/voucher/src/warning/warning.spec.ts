import { describe, expect, it } from '@jest/globals';
import { PolicySet, type Policy } from '#libs/policy';
import { SIGNALS, SIGNAL_WORDS, type SignRow } from './warning.js';
import { defaultWarningPolicies, warningThresholds } from './warning.policy.js';
import { signsOf } from './warning.query.js';

const row: SignRow = {
  subjectId: '7f4df6a0-5a1e-4c8e-9b1a-0c5d3f2e1a00',
  subject: '가온연구소',
  facts: [{ label: 'AS-2021-0001-01', voucherId: null, values: { supplyWon: '6250000' } }],
  measures: { shareBasisPoints: 3333, supplyWon: '6250000', days: 2, kind: 'PHONE', receivedOn: '2021-03-02', from: '02:00', to: '02:09', relation: 'SELF', invoicedOn: '2021-01-02', since: '2020-12-31', status: 'CLOSED', role: 'OFFICER', cleared: false },
};

describe('warning signs', () => {
  it.each(SIGNALS)('%s says in both languages what was seen, which pattern it may be and when it is nothing', (signal) => {
    const [sign] = signsOf(signal, [row]);
    const { name, pattern, innocent } = SIGNAL_WORDS[signal];
    for (const text of [sign?.text, name, pattern, innocent]) {
      expect(/[가-힣]/.test(text?.ko ?? '') && /[a-z]/.test(text?.en ?? '')).toBe(true);
      expect(`${text?.ko ?? ''}${text?.en ?? ''}`).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('names shares truncated, not rounded', () => {
    expect(signsOf('PROVIDER_CONCENTRATION', [row])[0]?.text.en).toBe('가온연구소 has 33.3% of all contracts (6,250,000 won, 1 services).');
  });

  it('have a fingerprint of their facts, and of nothing else', () => {
    const print = (changed: SignRow): string => signsOf('PRICE_AT_CAP', [changed])[0]?.fingerprint ?? '';
    expect(print(row)).toMatch(/^[0-9a-f]{64}$/);
    expect(print({ ...row, measures: {}, subject: '다른 이름' })).toBe(print(row));
    expect(print({ ...row, facts: [...row.facts, ...row.facts] })).not.toBe(print(row));
    expect(signsOf('SHORT_INTERVAL', [row])[0]?.fingerprint).not.toBe(print(row));
  });

  it('stand at thresholds that anybody may argue with', () => {
    const laid = defaultWarningPolicies(new Date(0)).map((draft, index): Policy => ({ ...draft, id: `${index}` }));
    expect(laid.every(({ source }) => source === 'ASSUMPTION')).toBe(true);
    expect(warningThresholds(new PolicySet(laid))).toEqual(warningThresholds(new PolicySet([])));
    const decided = laid.map((policy) => (policy.key === 'warning.late-days' ? { ...policy, value: 7 } : policy));
    expect(warningThresholds(new PolicySet(decided)).lateDays).toBe(7);
  });
});
