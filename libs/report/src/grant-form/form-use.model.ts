import type { FormLine, Resource, SettlementForm } from '#libs/grant';
import { roundedPercent } from '#libs/money';
import { both, percentText, wonText } from '../report/report-text.js';
import type { ReportColumn, ReportRow, ReportTable } from '../report/report.js';
import { centred, column } from '../table/column.js';
import { of, sumOfUse, type UseSum } from './form-totals.rules.js';
import { REGIME_WORDS } from './regime-words.data.js';
import { ratio, stated, sum, type Ground } from '../trace/ground.js';

export const RESOURCE_WORDS: Readonly<Record<Resource, string>> = { CASH: '현금', IN_KIND: '현물' };

export const USE_COLUMNS: readonly ReportColumn[] = [
  column('line', '항목', 'Line'),
  centred('resource', '구분', 'Resource'),
  column('carriedWon', '① 전단계 이월액', '① Carried in'),
  column('plannedWon', '② 당초', '② As agreed'),
  column('changeWon', '③ 변경(증감)', '③ Changed'),
  column('interestInWon', '④ 발생이자 산입금', '④ Interest taken in'),
  column('subtotalWon', '⑤ 소계 (①+②+③+④)', '⑤ Subtotal'),
  column('usedWon', '⑥ 사용금액', '⑥ Used'),
  column('balanceWon', '잔액 (⑤-⑥)', 'Left (⑤−⑥)'),
  column('usedPercent', '사용률 (⑥/⑤×100)', 'Used (⑥ ÷ ⑤)'),
  column('carriedForwardWon', '다음단계 이월액', 'Carried on'),
];

const IN_DECISION = stated('정산 결정에 담긴 비목별 금액', 'grant-settlement.decide', 'grant-settlement.answer');

/** What the columns of table 1 rest on, in every row of it. */
export const USE_GROUNDS: Readonly<Record<string, Ground>> = {
  ...{ carriedWon: IN_DECISION, plannedWon: IN_DECISION, changeWon: IN_DECISION, interestInWon: IN_DECISION, usedWon: IN_DECISION, carriedForwardWon: IN_DECISION },
  subtotalWon: sum('carriedWon', 'plannedWon', 'changeWon', 'interestInWon'),
  balanceWon: sum('subtotalWon', '-usedWon'),
  usedPercent: ratio('usedWon', 'subtotalWon'),
};

/** Table 1 in the order of the form: each line in cash and in kind, direct and indirect cost added up, and everything. */
export function useTable({ header, lines }: Pick<SettlementForm, 'header' | 'lines'>): ReportTable {
  const words = REGIME_WORDS[header.regime];
  return {
    kind: 'table',
    caption: both(`1. ${words.money} 사용실적 (단위: 원)`, '1. Use of funds (won)'),
    columns: USE_COLUMNS,
    grounds: USE_GROUNDS,
    rows: [...part(lines.filter(({ indirect }) => !indirect), '직접비', words.rowsInKind), ...part(lines.filter(({ indirect }) => indirect), '간접비', words.rowsInKind), ...sums(lines, '합계')],
    totals: { line: '총계', resource: '현금+현물', ...useCells(sumOfUse(lines)) },
  };
}

export const useCells = (sum: UseSum): Record<string, string> => ({
  ...{ carriedWon: wonText(sum.carriedWon), plannedWon: wonText(sum.plannedWon), changeWon: wonText(sum.changeWon), interestInWon: wonText(sum.interestInWon) },
  ...{ subtotalWon: wonText(sum.subtotalWon), usedWon: wonText(sum.usedWon), balanceWon: wonText(sum.balanceWon), carriedForwardWon: wonText(sum.carriedForwardWon) },
  usedPercent: percentText(roundedPercent(sum.usedWon, sum.subtotalWon)),
});

/** The rows of direct or of indirect cost, and what they add up to; nothing where the form has no such line. */
function part(lines: readonly FormLine[], name: string, rowsInKind: boolean): ReportRow[] {
  const codes = [...new Map(lines.map((line) => [line.line, line.name.ko])).entries()].sort(([one], [other]) => byCode(one, other));
  const rows = codes.flatMap(([code, label]) =>
    (['CASH', 'IN_KIND'] as const).flatMap((resource): ReportRow[] => {
      const own = of(lines, resource).filter(({ line }) => line === code);
      return own.length === 0 && !(rowsInKind && resource === 'IN_KIND') ? [] : [{ cells: { line: `${code} ${label}`, resource: RESOURCE_WORDS[resource], ...useCells(sumOfUse(own)) } }];
    }),
  );
  return rows.length === 0 ? [] : [...rows, ...sums(lines, `${name} 소계`)];
}

const sums = (lines: readonly FormLine[], name: string): ReportRow[] =>
  (['CASH', 'IN_KIND'] as const)
    .filter((resource) => resource === 'CASH' || of(lines, resource).length > 0)
    .map((resource) => ({ cells: { line: name, resource: RESOURCE_WORDS[resource], ...useCells(sumOfUse(of(lines, resource))) } }));

/** D2 before D10, D before I. */
export function byCode(one: string, other: string): number {
  const [letter, number] = [one.slice(0, 1).localeCompare(other.slice(0, 1)), Number(one.slice(1)) - Number(other.slice(1))];
  return letter === 0 ? number : letter;
}
