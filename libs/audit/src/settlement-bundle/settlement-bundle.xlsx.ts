import { dateText, instantText, textOr } from '#libs/report';
import { writeWorkbook } from '#libs/sheet';
import type { BundleFile, SettlementBundle } from './settlement-bundle.js';

const DECISIONS: Readonly<Record<string, string>> = { ALLOWED: '인정', PARTLY: '일부 불인정', DISALLOWED: '불인정' };

interface Printed {
  /** The printed form, each with its place in the archive and its hash. */
  readonly papers: readonly { readonly name: string; readonly what: string; readonly sha256: string }[];
  readonly nameOf: (file: BundleFile) => string;
}

/** The list of an archive: every file with its hash, and every expense with its papers. Same settlement, same bytes, but for the hour and who asked. */
export function settlementIndexXlsx(bundle: SettlementBundle, { papers, nameOf }: Printed, at: Date, marks: readonly string[]): Promise<Buffer> {
  const title = `정산 증빙 목록 ${bundle.number}`;
  const notes = [`${bundle.agreementNumber} ${bundle.institution} ${bundle.stage}단계`, ...bundle.demands, `자료 반영 시점 ${instantText(at)} (KST)`];
  const columns = (...headers: readonly string[]) => headers.map((header) => ({ header, type: 'text' as const }));
  return writeWorkbook({
    title,
    createdAt: `${at.toISOString().slice(0, 19)}Z`,
    marks,
    sheets: [
      {
        ...{ name: '파일', title, notes, columns: columns('자료', '집행번호', '파일', '묶음 속 위치', 'SHA-256', '붙인 날') },
        rows: [
          ...papers.map(({ name, what, sha256 }) => [what, null, name, name, sha256, null]),
          ...bundle.files.map((file) => [file.what, textOr(file.expenseNumber), file.fileName, nameOf(file), file.sha256, dateText(file.attachedOn)]),
        ],
      },
      {
        ...{ name: '집행', title: `집행 내역 ${bundle.number}`, notes },
        columns: [
          ...columns('집행번호', '집행일', '비목', '현금·현물', '거래처', '사업자등록번호', '내용'),
          { header: '금액(원)', type: 'won' },
          ...columns('증빙', '검토'),
          { header: '불인정(원)', type: 'won' },
          ...columns('불인정 사유', '증빙 파일 수'),
        ],
        rows: bundle.expenses.map((each) => [
          ...[each.number, dateText(each.spentOn), each.line, each.resource === 'CASH' ? '현금' : '현물', each.payee, textOr(each.payeeNumber), textOr(each.purpose), BigInt(each.amountWon)],
          ...[textOr(each.evidence), each.decision === null ? '미검토' : (DECISIONS[each.decision] ?? each.decision), BigInt(each.disallowedWon), textOr(each.reason), `${each.papers}`],
        ]),
      },
    ],
  });
}
