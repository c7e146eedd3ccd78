import { describe, expect, it } from '@jest/globals';
import { filledSentence, type Telling } from './filled-sentence.js';

const TELLING: Telling = { labelOf: (id) => (id === 'f1' ? 'FND-2024-01 시험조합' : null), won: (amount) => `[${amount}]`, date: (date) => date.replaceAll('-', '. ') };
const filled = (template: string, input: Readonly<Record<string, unknown>>): string | null => filledSentence(template, input, TELLING);

describe('a sentence about a request', () => {
  it('tells amounts, days, names and how many there are', () => {
    const input = { fundId: 'f1', amountWon: '5000', paidOn: '2025-02-03', items: [1, 2], to: { name: '(주)하늘' }, units: 3 };
    expect(filled('{{fundId}}: {{amountWon}} {{paidOn}} {{items}} {{to.name}} {{units}}', input)).toBe('FND-2024-01 시험조합: [5000] 2025. 02. 03 2 (주)하늘 3');
  });

  it.each([
    ['an amount that is not there', '{{amountWon}}', {}],
    ['one that is null', '{{amountWon}}', { amountWon: null }],
    ['an id that nobody knows', '{{fundId}}', { fundId: 'f2' }],
    ['a member of what is none', '{{to.name}}', { to: 'x' }],
  ])('is left unsaid without %s', (_what, template, input) => {
    expect(filled(template, input)).toBeNull();
  });
});
