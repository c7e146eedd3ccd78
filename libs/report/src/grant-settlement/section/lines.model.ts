import { roundedPercent } from '#libs/money';
import { both, percentText, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportColumn, ReportSection } from '../../report/report.js';
import { byCode, RESOURCE_WORDS } from '../../grant-form/form-use.model.js';
import { centred, column } from '../../table/column.js';
import { usesOf, type LineUse } from '../grant-settlement.rules.js';
import { total, type GrantSettlementFacts } from '../grant-settlement.js';

const AMOUNTS: readonly ReportColumn[] = [
  column('carriedWon', '① 전단계 이월', '① Carried in'),
  ...[column('plannedWon', '② 당초', '② As agreed'), column('changeWon', '③ 변경', '③ Changed'), column('interestInWon', '④ 이자 산입', '④ Interest')],
  ...[column('subtotalWon', '⑤ 소계', '⑤ Subtotal'), column('usedWon', '⑥ 사용', '⑥ Used'), column('balanceWon', '잔액', 'Left')],
  ...[column('usedPercent', '사용률', 'Used'), column('disallowedWon', '불인정', 'Not accepted')],
];

/** Budget, changes, use and what is left: by line of the form, and of every agreement. */
export function linesSection(facts: GrantSettlementFacts): ReportSection {
  const uses = usesOf(facts);
  // The list of the report is the first of these tables: without an agreement it has no rows, and is there all the same.
  const none: ReportBlock[] = uses.length === 0 ? [{ kind: 'text', text: both('계획된 비목이 없습니다.', 'No line is planned.') }] : [];
  const blocks = [...none, byLine(uses), ...(facts.agreementId === null && uses.length > 0 ? [byAgreement(facts, uses)] : [])];
  return { id: 'lines', title: both('3. 비목별 예산·변경·집행·잔액', 'Lines: budget, changes, use, left'), blocks };
}

function cellsOf(uses: readonly LineUse[]): Record<string, string> {
  const sum = (pick: (use: LineUse) => bigint): bigint => total(uses, pick);
  const [subtotal, used] = [sum(({ subtotalWon }) => subtotalWon), sum(({ usedWon }) => usedWon)];
  return {
    ...{ carriedWon: wonText(sum(({ line }) => line.carriedWon)), plannedWon: wonText(sum(({ line }) => line.plannedWon)), changeWon: wonText(sum(({ line }) => line.changeWon)) },
    ...{ interestInWon: wonText(sum(({ line }) => line.interestInWon)), subtotalWon: wonText(subtotal), usedWon: wonText(used), balanceWon: wonText(subtotal - used) },
    ...{ usedPercent: percentText(roundedPercent(used, subtotal)), disallowedWon: wonText(sum(({ disallowedWon }) => disallowedWon)) },
  };
}

function byLine(uses: readonly LineUse[]): ReportBlock {
  const keys = [...new Set(uses.map(({ line }) => `${line.code} ${line.resource}`))].sort((one, other) => byCode(one.split(' ')[0] ?? '', other.split(' ')[0] ?? '') || (one < other ? -1 : 1));
  const rows = keys.map((key) => uses.filter(({ line }) => `${line.code} ${line.resource}` === key));
  return {
    kind: 'table',
    caption: both('비목별 집행 (단위: 원)', 'Use by line (won)'),
    columns: [column('line', '비목', 'Line'), centred('resource', '구분', 'Resource'), ...AMOUNTS],
    rows: rows.flatMap((own) => own.slice(0, 1).map(({ line }) => ({ cells: { line: `${line.code} ${line.name.ko}`, resource: RESOURCE_WORDS[line.resource], ...cellsOf(own) } }))),
    totals: { line: '합계', resource: '', ...cellsOf(uses) },
  };
}

function byAgreement({ agreements }: GrantSettlementFacts, uses: readonly LineUse[]): ReportBlock {
  return {
    kind: 'table',
    caption: both('협약별 집행 (단위: 원)', 'Use by agreement (won)'),
    columns: [centred('number', '협약번호', 'Agreement'), column('institution', '기관', 'Institution'), ...AMOUNTS],
    rows: agreements.map(({ id, number, partyName }) => ({ cells: { number, institution: partyName, ...cellsOf(uses.filter(({ line }) => line.agreementId === id)) } })),
    totals: { number: '합계', institution: '', ...cellsOf(uses) },
  };
}
