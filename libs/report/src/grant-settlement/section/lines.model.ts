import { roundedPercent } from '#libs/money';
import { both, percentText, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportColumn, ReportSection } from '../../report/report.js';
import { byCode, RESOURCE_WORDS } from '../../grant-form/form-use.model.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import { usesOf, type LineUse } from '../grant-settlement.rules.js';
import { GRANT_BOOK, LINES_CLOSED, type GrantSettlementFacts } from '../grant-settlement.js';
import { originsOf, plus, type FigureOrigin } from '../../trace/origin.js';
import { ratio, sum, type Ground } from '../../trace/ground.js';
import { AGREED, FIGURE, REVIEWED } from '../figures.js';

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
  const blocks = [...none, byLine(facts, uses), ...(facts.agreementId === null && uses.length > 0 ? [byAgreement(facts, uses)] : [])];
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

/** What was used and what is left, by the accounts of the lines; the closing of a settled stage is no use. */
function originsOfUse({ call }: GrantSettlementFacts, uses: readonly LineUse[]): Readonly<Record<string, FigureOrigin>> {
  const [book, parts] = [`grant/${call.id}`, uses.map(({ line }) => line.id)];
  const [used, left] = [plus(book, GRANT_BOOK.used, { parts }), plus(book, GRANT_BOOK.line, { parts, without: [LINES_CLOSED] })];
  return originsOf({ subtotalWon: [used, left], usedWon: [used], balanceWon: [left] });
}

const GROUNDS: Readonly<Record<string, Ground>> = {
  ...{ carriedWon: AGREED, plannedWon: AGREED, changeWon: AGREED, interestInWon: AGREED },
  subtotalWon: sum('carriedWon', 'plannedWon', 'changeWon', 'interestInWon'),
  usedPercent: ratio('usedWon', 'subtotalWon'),
  disallowedWon: REVIEWED,
};

function byLine(facts: GrantSettlementFacts, uses: readonly LineUse[]): ReportBlock {
  const keys = [...new Set(uses.map(({ line }) => `${line.code} ${line.resource}`))].sort((one, other) => byCode(one.split(' ')[0] ?? '', other.split(' ')[0] ?? '') || (one < other ? -1 : 1));
  const rows = keys.map((key) => uses.filter(({ line }) => `${line.code} ${line.resource}` === key));
  return {
    kind: 'table',
    caption: both('비목별 집행 (단위: 원)', 'Use by line (won)'),
    columns: [column('line', '비목', 'Line'), centred('resource', '구분', 'Resource'), ...AMOUNTS],
    rows: rows.flatMap((own) => own.slice(0, 1).map(({ line }) => ({ cells: { line: `${line.code} ${line.name.ko}`, resource: RESOURCE_WORDS[line.resource], ...cellsOf(own) }, origins: originsOfUse(facts, own) }))),
    grounds: GROUNDS,
    totalNames: { usedPercent: FIGURE.used, disallowedWon: FIGURE.disallowed },
    totals: { line: '합계', resource: '', ...cellsOf(uses) },
    totalOrigins: originsOfUse(facts, uses),
  };
}

function byAgreement(facts: GrantSettlementFacts, uses: readonly LineUse[]): ReportBlock {
  const of = (agreementId: string): LineUse[] => uses.filter(({ line }) => line.agreementId === agreementId);
  return {
    kind: 'table',
    caption: both('협약별 집행 (단위: 원)', 'Use by agreement (won)'),
    columns: [centred('number', '협약번호', 'Agreement'), column('institution', '기관', 'Institution'), ...AMOUNTS],
    rows: facts.agreements.map(({ id, number, partyName }) => ({ cells: { number, institution: partyName, ...cellsOf(of(id)) }, origins: originsOfUse(facts, of(id)) })),
    grounds: GROUNDS,
    totals: { number: '합계', institution: '', ...cellsOf(uses) },
    totalOrigins: originsOfUse(facts, uses),
  };
}
