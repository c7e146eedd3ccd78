import { roundedPercent, truncatedPercent, parseWonText } from '#libs/money';
import { NOTHING, type ReportTable } from '../report/report.js';
import { operandOf, type Ground } from './ground.js';

/** What an operand shows, as text; null where it is not there. */
export type Operands = (operand: string) => string | null;

/** The first number that a text shows, in whole units: '금1,000원(금일천원)' is 1000; null where it shows none. */
export function amountIn(text: string | null): bigint | null {
  const found = /[△−-]?\d[\d,]*/.exec(text ?? '');
  const read = found === null ? null : parseWonText(found[0]);
  return read?.ok === true ? read.amount : null;
}

/**
 * What the figures under a formula come to, as the report would write it: digits without grouping, or a percentage without its
 * sign. Null where words tell the formula, or an operand says nothing.
 */
export function valueOf(ground: Ground, operands: Operands): string | null {
  if (ground.kind === 'SAME') return operands(ground.of[0]);
  if (ground.kind === 'RATIO') {
    const [part, whole] = ground.of.map((each) => amountIn(operands(each)));
    if (part === null || part === undefined || whole === null || whole === undefined) return null;
    return (ground.rounding === 'truncate' ? truncatedPercent(part, whole) : roundedPercent(part, whole)) ?? NOTHING;
  }
  if (ground.kind !== 'SUM') return null;
  const parts = ground.of.map((each) => ({ sign: operandOf(each).sign, amount: amountIn(operands(each)) }));
  let sum = 0n;
  for (const { sign, amount } of parts) {
    if (amount === null) return null;
    sum += sign * amount;
  }
  return (ground.atLeastZero && sum < 0n ? 0n : sum).toString();
}

/** Whether a figure is what its ground makes it; nothing is said where there is nothing to compare. */
export function ties(ground: Ground, shown: string, operands: Operands): boolean {
  const value = valueOf(ground, operands);
  if (value === null || shown === '' || shown === NOTHING) return true;
  if (ground.kind === 'SUM') return amountIn(shown) === null || amountIn(shown)?.toString() === value;
  return plain(shown) === plain(value);
}

/** A figure without its unit: what two places that show it have in common. */
const plain = (text: string): string => /[△−-]?\d[\d,.]*/.exec(text)?.[0] ?? text;

/** A ground in words; `labelOf` says what an operand is called where the report shows it. Nothing for a figure that is only repeated. */
export function groundText(ground: Ground, labelOf: (operand: string) => string): string {
  switch (ground.kind) {
    case 'SUM': {
      const text = ground.of.map((each, at) => `${operandOf(each).sign === -1n ? '− ' : at === 0 ? '' : '+ '}${labelOf(each)}`).join(' ');
      return ground.atLeastZero ? `${text} (0 미만이면 0)` : text;
    }
    case 'RATIO':
      return `${labelOf(ground.of[0])} ÷ ${labelOf(ground.of[1])} (%, 소수점 아래 둘째 자리 ${ground.rounding === 'truncate' ? '미만 버림' : '미만 반올림'})`;
    case 'WORDS':
      return ground.of.length === 0 ? ground.text : `${ground.text} (쓰인 수치: ${ground.of.map(labelOf).join(', ')})`;
    case 'STATED':
      return ground.commands.length === 0 ? ground.record : `${ground.record} (명령 ${ground.commands.join(', ')})`;
    case 'RULE':
      return ground.rule;
    case 'SAME':
      return labelOf(ground.of[0]);
  }
}

/** Whether the total of a column is the sum of its rows, all of them or those that count; so it is where there is no total. */
export function isSumOfColumn({ rows, totals }: Pick<ReportTable, 'rows' | 'totals'>, key: string): boolean {
  const total = totals?.[key] ?? '';
  if (total === '' || total === NOTHING) return true;
  const sumOf = (counted: ReportTable['rows']): bigint => counted.reduce((sum, { cells }) => sum + (amountIn(cells[key] ?? null) ?? 0n), 0n);
  return !key.endsWith('Percent') && [sumOf(rows), sumOf(rows.filter(({ tone }) => tone !== 'muted'))].includes(amountIn(total) ?? -1n);
}
