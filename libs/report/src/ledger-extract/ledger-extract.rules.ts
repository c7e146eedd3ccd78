import { invariant } from '#libs/errors';
import type { ExtractHead, ExtractLine } from './ledger-extract.js';

interface Sum {
  lines: number;
  debit: bigint;
  credit: bigint;
}

const keyOf = (account: string, unit: string): string => `${account} ${unit}`;

/**
 * Hands the lines on and adds them up. Throws after the last of them if they do not come to what the head says, account by
 * account, or if debit and credit of a unit differ: a paper whose lines are not its sums must not be finished.
 */
export async function* linesThatTie(head: ExtractHead, lines: AsyncIterable<ExtractLine>): AsyncGenerator<ExtractLine, void, void> {
  const sums = new Map<string, Sum>();
  for await (const line of lines) {
    const key = keyOf(line.account, line.unit);
    const sum = sums.get(key) ?? { lines: 0, debit: 0n, credit: 0n };
    sums.set(key, sum);
    sum.lines += 1;
    sum[line.side === 'D' ? 'debit' : 'credit'] += BigInt(line.amount);
    yield line;
  }
  const stated = new Map<string, Sum>();
  for (const { name, unit, lines: count, debit, credit } of head.accounts) {
    const sum = stated.get(keyOf(name, unit)) ?? { lines: 0, debit: 0n, credit: 0n };
    stated.set(keyOf(name, unit), { lines: sum.lines + count, debit: sum.debit + BigInt(debit), credit: sum.credit + BigInt(credit) });
  }
  invariant(stated.size === sums.size, 'the lines of a book are of the accounts that its sums name');
  for (const [key, { lines: count, debit, credit }] of stated) {
    const sum = sums.get(key);
    invariant(sum?.lines === count && sum.debit === debit && sum.credit === credit, `the lines of '${key}' do not come to its sums`);
  }
  for (const [unit, difference] of differences(head)) invariant(difference === 0n, `debit and credit in ${unit} differ by ${difference}`);
}

/** Debit less credit of each unit. */
function differences({ accounts }: ExtractHead): Map<string, bigint> {
  const result = new Map<string, bigint>();
  for (const { unit, debit, credit } of accounts) result.set(unit, (result.get(unit) ?? 0n) + BigInt(debit) - BigInt(credit));
  return result;
}
