import { describe, expect, it } from '@jest/globals';
import { choicesOf, storedValue, typedValue } from './term-value.js';

describe('a term as it is typed and stored', () => {
  it.each([
    ['AMOUNT', '5,000,000', '5000000'],
    ['BASIS_POINTS', '20.00', '2000'],
    ['COUNT', '6', '6'],
    ['FLAG', 'true', 'true'],
    ['CHANNEL', 'DIRECT', 'DIRECT'],
    ['ACTION', 'WARN', 'WARN'],
    ['MENU', 'S1 | 시제품 | Prototype', 'S1 | 시제품 | Prototype'],
    ['MENU', '', '*'],
  ])('%s %j is %j, there and back', (kind, typed, stored) => {
    expect(storedValue(kind, typed)).toBe(stored);
    expect(typedValue(kind, stored)).toBe(typed);
  });

  it.each([
    ['AMOUNT', '오천'],
    ['BASIS_POINTS', '120'],
    ['COUNT', '여섯'],
    ['FLAG', 'maybe'],
    ['CHANNEL', ''],
  ])('%s does not read %j', (kind, typed) => {
    expect(storedValue(kind, typed)).toBeNull();
  });

  it('knows which terms are chosen and which are typed', () => {
    expect([choicesOf('FLAG'), choicesOf('AMOUNT')]).toEqual([['true', 'false'], null]);
  });
});
