import { localDate } from '#libs/calendar';
import { writeWorkbook, type SheetDefinition, type SheetValue } from '#libs/sheet';
import { dateText, knownText } from '../report/report-text.js';
import { sheetOf, sheetValue } from '../report/report.xlsx.js';
import { tableOf, type ReportModel, type ReportTable } from '../report/report.js';

const EMPTY: ReportTable = { kind: 'table', caption: { ko: '지켜지지 않은 규칙', en: '' }, columns: [{ key: 'text', header: { ko: '내용', en: '' }, align: 'left' }], rows: [] };

/** The report as a workbook: what the PDF shows, as numbers. `copyMarks` say whose copy it is. */
export function fundComplianceXlsx(model: ReportModel, copyMarks: readonly string[]): Promise<Buffer> {
  const { meta } = model;
  const notes = [`문서번호 ${meta.number}`, `기준일 ${dateText(meta.asOf)} · 자료 반영 시점 ${knownText(new Date(meta.knownBefore))}`, ...copyMarks];
  const exceptions = hasTable(model, 'exceptions') ? tableOf(model, 'exceptions') : EMPTY;
  return writeWorkbook({
    title: `${meta.title.ko} ${meta.fundNumber} ${meta.asOf}`,
    createdAt: `${meta.knownBefore.slice(0, 19)}Z`,
    sheets: [
      summarySheet(model, notes),
      sheetOf('의무비율', tableOf(model, 'obligation'), notes),
      sheetOf('투자목록', tableOf(model, 'investments'), notes),
      sheetOf('출자납입', tableOf(model, 'capital'), notes),
      sheetOf('예외', exceptions, notes),
      sheetOf('규칙', tableOf(model, 'policies'), notes),
      sheetOf('증빙', tableOf(model, 'evidence'), notes),
    ],
  });
}

const hasTable = (model: ReportModel, sectionId: string): boolean =>
  model.sections.some((section) => section.id === sectionId && section.blocks.some((block) => block.kind === 'table'));

/** What the report is, what it found, and its key figures; amounts are numbers, everything else text. */
function summarySheet(model: ReportModel, notes: readonly string[]): SheetDefinition {
  const { meta, verdict } = model;
  const identity: [string, string][] = [
    ['문서번호', meta.number],
    ['조합', `${meta.fundName} (${meta.fundNumber})`],
    ['기준일', dateText(localDate(meta.asOf))],
    ['자료 반영 시점', knownText(new Date(meta.knownBefore))],
    ['공개 구분', meta.securityMark],
    ['규칙 버전', meta.ruleVersion],
    ['자료 지문(SHA-256)', meta.dataSha256],
    ['봉인', meta.seal === null ? '대기 중' : `${meta.seal.batch}회차 ${meta.seal.chainHash}`],
    ['판정', verdict.title.ko],
    ['판정 내용', verdict.text.ko],
  ];
  const tiles = model.sections[0]?.blocks.flatMap((block) => (block.kind === 'tiles' ? block.tiles : [])) ?? [];
  const feasibility = tableOf(model, 'obligation', 1);
  return {
    name: '요약',
    title: `${meta.title.ko} (${meta.title.en})`,
    notes,
    columns: [
      { header: '구분', type: 'text' },
      { header: '항목', type: 'text' },
      { header: '값', type: 'won', width: 72 },
      { header: '단위', type: 'text' },
      { header: '설명', type: 'text' },
    ],
    rows: [
      ...identity.map(([item, value]): SheetValue[] => ['보고서', item, value, null, null]),
      ...tiles.map(({ label, value, unit, note }): SheetValue[] => ['핵심 수치', label.ko, unit === '원' ? sheetValue(value, 'won') : value, unit, note ?? null]),
      ...feasibility.rows.map(({ cells }): SheetValue[] => ['달성 가능성', `${cells.item ?? ''} (${cells.symbol ?? ''})`, sheetValue(cells.amountWon ?? '', 'won'), '원', cells.how ?? null]),
    ],
  };
}
