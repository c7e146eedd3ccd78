import { both, dateText, nameIn, textOr, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { RESOURCE_WORDS } from '../../grant-form/form-use.model.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import type { GrantExpenseFacts, GrantNames, GrantSettlementFacts } from '../grant-settlement.js';
import { DECISION_WORDS, EVIDENCE_WORDS } from '../words.js';
import { REVIEWED } from '../figures.js';

/** Every expense with what it rests on, and the files with their hashes. */
export function evidenceSection(facts: GrantSettlementFacts): ReportSection {
  const title = both('8. 집행과 증빙 목록', 'Expenses and their evidence');
  if (facts.expenses.length === 0) return { id: 'evidence', title, blocks: [{ kind: 'text', text: both('기준일까지 기록한 집행이 없습니다.', 'Nothing was spent by the date.') }] };
  const files = facts.expenses.flatMap((each) => each.papers.filter(({ sha256 }) => sha256 !== null).map((paper) => ({ number: each.number, ...paper })));
  return { id: 'evidence', title, blocks: [expenseTable(facts), fileTable(files, facts.names)] };
}

function expenseTable({ expenses, lines, names }: GrantSettlementFacts): ReportBlock {
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const cellsOf = (each: GrantExpenseFacts): Record<string, string> => {
    const line = lineOf.get(each.lineId);
    return {
      ...{ number: each.number, spentOn: dateText(each.spentOn), line: line === undefined ? '' : line.code, resource: line === undefined ? '' : RESOURCE_WORDS[line.resource], payee: each.payee },
      ...{ purpose: textOr(each.purpose), amountWon: wonText(each.amountWon), evidence: evidenceText(each, names), decision: each.decision === null ? '검토 전' : nameIn(DECISION_WORDS, each.decision) },
      disallowedWon: wonText(each.disallowedWon),
    };
  };
  return {
    kind: 'table',
    caption: both(`집행 건별 증빙 (${expenses.length}건)`, `Expenses (${expenses.length})`),
    columns: [
      ...[column('number', '집행번호', 'No.'), column('spentOn', '집행일', 'Spent'), centred('line', '비목', 'Line'), centred('resource', '구분', 'Resource'), column('payee', '지급처', 'Paid to'), column('purpose', '내용', 'Purpose')],
      ...[column('amountWon', '금액(원)', 'Amount (won)'), column('evidence', '증빙', 'Evidence'), centred('decision', '검토', 'Review'), column('disallowedWon', '불인정(원)', 'Not accepted (won)')],
    ],
    grounds: { disallowedWon: REVIEWED },
    rows: expenses.map((each) => ({ cells: cellsOf(each), record: { register: 'grant_expense' as const, id: each.id } })),
    totals: {
      ...{ number: '합계', spentOn: '', line: '', resource: '', payee: '', purpose: '', evidence: '', decision: '' },
      ...{ amountWon: wonText(total(expenses, ({ amountWon }) => amountWon)), disallowedWon: wonText(total(expenses, ({ disallowedWon }) => disallowedWon)) },
    },
  };
}

/** '전자세금계산서 20210908… · 검수조서'; what has nothing says so. */
function evidenceText({ evidenceKind, evidenceNumber, papers }: GrantExpenseFacts, names: GrantNames): string {
  const main = evidenceKind === null ? [] : [[nameIn(EVIDENCE_WORDS, evidenceKind), evidenceNumber ?? ''].join(' ').trim()];
  const all = [...main, ...papers.map(({ paper, reference }) => [nameIn(names.papers, paper), reference ?? ''].join(' ').trim())];
  return all.length === 0 ? '증빙 없음' : all.join(' · ');
}

type EvidenceFile = { readonly number: string } & GrantExpenseFacts['papers'][number];

function fileTable(files: readonly EvidenceFile[], names: GrantNames): ReportBlock {
  if (files.length === 0) return { kind: 'text', text: both('등록된 증빙 파일이 없습니다.', 'No evidence is on file.') };
  return {
    kind: 'table',
    caption: both(`증빙 파일 (${files.length}건)`, `Files (${files.length})`),
    columns: [column('number', '집행번호', 'No.'), column('paper', '증빙', 'Document'), column('file', '파일', 'File'), column('sha256', 'SHA-256', 'SHA-256')],
    rows: files.map(({ number, paper, fileName, sha256 }) => ({ cells: { number, paper: nameIn(names.papers, paper), file: textOr(fileName), sha256: textOr(sha256) } })),
  };
}
