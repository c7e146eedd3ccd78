import type { Onlooker } from '#libs/sheet';
import { annexSheets, reportWorkbook, type ReportSheet } from '../report/report-workbook.xlsx.js';
import { tableOf, type ReportModel, type ReportTable } from '../report/report.js';

const EMPTY: ReportTable = { kind: 'table', caption: { ko: '지켜지지 않은 규칙', en: '' }, columns: [{ key: 'text', header: { ko: '내용', en: '' }, align: 'left' }], rows: [] };

/** Sheets of tables that a report may lack, by section and by how the table's caption begins. */
const FURTHER: readonly (readonly [sheet: string, sectionId: string, caption: string])[] = [
  ['그밖의의무', 'obligation', '그 밖의 투자의무'],
  ['법정의무', 'statutory', '법정 투자의무 판정'],
  ['투자한도', 'restrictions', '투자한도 사용 현황'],
  ['이해관계인', 'restrictions', '이해관계인 거래'],
  ['예외승인', 'restrictions', '예외승인'],
  ['보수비용', 'fees', '지급 내역'],
  ['관리보수', 'fees', '관리보수'],
  ['회수', 'outcome', '회수 내역'],
  ['분배', 'outcome', '분배 내역'],
  ['평가', 'valuation', '보유 투자자산의 평가'],
  ['손상', 'valuation', '손상차손과 환입'],
  ['조치계획', 'exceptions', '조치계획'],
  ['승인기록', 'changes', '승인기록'],
];

/** The fund compliance report as a workbook. */
export function fundComplianceXlsx(model: ReportModel, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  const contents = {
    subject: '조합',
    figures: tableOf(model, 'obligation', 1).rows.map(({ cells }) => ['달성 가능성', `${cells.item ?? ''} (${cells.symbol ?? ''})`, cells.amountWon ?? '', cells.how ?? ''] as const),
    sheets: [
      ['의무비율', tableOf(model, 'obligation')],
      ['투자목록', tableOf(model, 'investments')],
      ['출자납입', tableOf(model, 'capital')],
      ...FURTHER.flatMap(([sheet, sectionId, caption]): ReportSheet[] => {
        const table = tableNamed(model, sectionId, caption);
        return table === undefined ? [] : [[sheet, table]];
      }),
      ['예외', tableNamed(model, 'exceptions', '지켜지지 않은 규칙') ?? EMPTY],
      ['규칙', tableOf(model, 'policies')],
      ['증빙', tableOf(model, 'evidence')],
      ...annexSheets(model),
    ] as const,
  };
  return reportWorkbook(model, contents, copyMarks, onlooker);
}

function tableNamed(model: ReportModel, sectionId: string, caption: string): ReportTable | undefined {
  const blocks = model.sections.find((section) => section.id === sectionId)?.blocks ?? [];
  return blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])).find((table) => table.caption.ko.startsWith(caption));
}
