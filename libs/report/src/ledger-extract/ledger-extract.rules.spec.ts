import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { linesThatTie } from './ledger-extract.rules.js';
import type { ExtractAccount, ExtractHead, ExtractLine } from './ledger-extract.js';

const line = (account: string, side: 'D' | 'C', amount: string, unit = 'KRW'): ExtractLine => ({
  ...{ entryId: '1', effectiveOn: localDate('2026-03-02'), knownOn: localDate('2026-03-02'), posting: '납입' },
  ...{ account, unit, side, amount, memo: '', actor: 'finance', reverses: null },
});
const account = (name: string, lines: number, debit: string, credit: string, unit = 'KRW'): ExtractAccount => ({ chart: `x.${name}`, name, unit, lines, debit, credit });
const head = (accounts: readonly ExtractAccount[]): ExtractHead => ({ book: 'fund/x', bookName: '조합', asOf: localDate('2026-06-30'), knownBefore: '2026-07-01T00:00:00.000Z', entries: 1, accounts });

async function* asTheyCome(lines: readonly ExtractLine[]): AsyncGenerator<ExtractLine> {
  for (const each of lines) yield await Promise.resolve(each);
}

async function count(of: ExtractHead, lines: readonly ExtractLine[]): Promise<number> {
  let handed = 0;
  for await (const each of linesThatTie(of, asTheyCome(lines))) handed += each === lines[handed] ? 1 : 0;
  return handed;
}

describe('the lines of a book', () => {
  const right = head([account('예금', 2, '300', '0'), account('출자금', 1, '0', '300'), account('좌수', 2, '5', '5', 'SHARE')]);
  const lines = [line('예금', 'D', '100'), line('예금', 'D', '200'), line('출자금', 'C', '300'), line('좌수', 'D', '5', 'SHARE'), line('좌수', 'C', '5', 'SHARE')];

  it('are all handed on where they come to the sums', async () => {
    expect(await count(right, lines)).toBe(5);
    expect(await count(head([]), [])).toBe(0);
  });

  it.each([
    ['one is missing', right, lines.slice(1), '예금 KRW'],
    ['one is of another amount', right, [line('예금', 'D', '101'), ...lines.slice(1)], '예금 KRW'],
    ['one is on the other side', right, [line('예금', 'C', '100'), ...lines.slice(1)], '예금 KRW'],
    ['one is of an account without sums', right, [...lines, line('보수', 'D', '1')], 'accounts that its sums name'],
    ['debit and credit differ', head([account('예금', 1, '100', '0')]), [line('예금', 'D', '100')], 'differ by 100'],
  ] as const)('are refused where %s', async (_, of, given, message) => {
    await expect(count(of, given)).rejects.toThrow(message);
  });
});
