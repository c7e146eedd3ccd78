import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import fc from 'fast-check';
import { account, credit, debit, defineChart, definePosting, joinRegistries, journalEntry, mirrored, type Chart } from './index.js';

const chart = (code: string, unit: 'KRW' | 'SHARE' = 'KRW'): Chart =>
  defineChart({ code, class: 'MEMO', normalSide: 'D', unit, floor: null, name: { ko: code, en: code } });
const cash = chart('test.cash');
const cost = chart('test.cost');
const shares = chart('test.shares', 'SHARE');
const posting = definePosting({ code: 'test.paid', by: ['test.pay'], name: { ko: '', en: '' }, when: { ko: '', en: '' }, charts: [cash, cost, shares], lines: [] });
const draft = { effectiveOn: localDate('2023-06-30'), subject: { kind: 'test', id: '1' }, memo: '' };
const a = account(cash, 'book');
const b = account(cost, 'book', 'one');

describe('a journal entry', () => {
  it('balances', () => {
    const entry = journalEntry(posting, { ...draft, lines: [debit(b, 5n), credit(a, 5n)] });
    expect(entry.book).toBe('book');
    expect(entry.lines.map((line) => line.account.key)).toEqual(['book/test.cost/one', 'book/test.cash']);
  });

  it('leaves out lines of zero', () => {
    expect(journalEntry(posting, { ...draft, lines: [debit(b, 5n), credit(a, 5n), debit(a, 0n)] }).lines).toHaveLength(2);
  });

  it.each([
    ['debits and credits differ', [debit(b, 5n), credit(a, 4n)]],
    ['an amount is negative', [debit(b, -5n), credit(a, -5n)]],
    ['two units are mixed', [debit(b, 5n), credit(account(shares, 'book'), 5n)]],
    ['it crosses books', [debit(b, 5n), credit(account(cash, 'other'), 5n)]],
    ['it has no lines', []],
    ['a chart is not named by the posting', [debit(b, 5n), credit(account(chart('test.other'), 'book'), 5n)]],
  ])('is refused when %s', (_why, lines) => {
    expect(() => journalEntry(posting, { ...draft, lines })).toThrow();
  });

  it('and its mirror leave nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 10n ** 15n }), { minLength: 1, maxLength: 8 }), (amounts) => {
        const lines = amounts.flatMap((amount) => [debit(b, amount), credit(a, amount)]);
        const both = [...lines, ...mirrored(lines)];
        for (const key of [a.key, b.key]) {
          const net = both.filter((line) => line.account.key === key).reduce((sum, line) => sum + (line.side === 'D' ? line.amount : -line.amount), 0n);
          expect(net).toBe(0n);
        }
      }),
    );
  });
});

describe('the registry', () => {
  it('refuses a code used twice', () => {
    expect(() => joinRegistries([{ charts: [cash], postings: [] }, { charts: [cash], postings: [] }])).toThrow('twice');
  });
});
