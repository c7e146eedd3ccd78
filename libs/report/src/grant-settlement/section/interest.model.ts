import { both } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { interestCells, interestTable } from '../../grant-form/form-return.model.js';
import { centred } from '../../table/column.js';
import type { GrantSettlementFacts } from '../grant-settlement.js';

/** Interest of the accounts during and after the period, and what it was used for. */
export function interestSection({ interest, agreements }: GrantSettlementFacts): ReportSection {
  const title = both('5. 발생이자', 'Interest');
  const [first] = agreements.length === 0 || interest.length === 0 ? [] : [interestTable({ interest })];
  if (first === undefined) return { id: 'interest', title, blocks: [{ kind: 'text', text: both('기준일까지 기록한 이자가 없습니다.', 'No interest was recorded by the date.') }] };
  const numberOf = new Map(agreements.map(({ id, number }) => [id, number]));
  const block: ReportBlock = {
    ...first,
    caption: both('협약별 발생이자 (단위: 원)', 'Interest by agreement (won)'),
    columns: [centred('number', '협약번호', 'Agreement'), ...first.columns],
    rows: interest.map((row, at) => ({ cells: { number: numberOf.get(row.agreementId) ?? '', ...first.rows[at]?.cells } })),
    totals: { number: '합계', time: '', ...interestCells(interest) },
  };
  return { id: 'interest', title, blocks: [block] };
}
