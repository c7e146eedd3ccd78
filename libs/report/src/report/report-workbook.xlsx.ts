import { writeWorkbook, type Onlooker, type SheetDefinition, type SheetValue } from '#libs/sheet';
import { dateText, inBoth, knownText } from './report-text.js';
import { sheetOf, sheetValue } from './report.xlsx.js';
import type { ReportModel, ReportTable } from './report.js';
import { GROUND_SECTION } from '../trace/ground.model.js';
import { TRACE_SECTION } from '../trace/trace.model.js';

/** A sheet of the workbook: a table of the report under a name. */
export type ReportSheet = readonly [name: string, table: ReportTable];

/** What the workbook of one kind of report holds besides what all of them say. */
export interface WorkbookContents {
  /** What the subject is called: 조합, 사업. */
  readonly subject: string;
  /** Further lines of the summary: what they belong to, name, amount in won as the report shows it, how it came about. */
  readonly figures: readonly (readonly [group: string, name: string, won: string, how: string])[];
  readonly sheets: readonly ReportSheet[];
}

/** A report as a workbook: what the PDF shows, as numbers. `copyMarks` say whose copy it is; the onlooker waits for it. */
export function reportWorkbook(model: ReportModel, contents: WorkbookContents, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  const { meta } = model;
  const notes = [`문서번호 ${meta.number}`, `기준일 ${dateText(meta.asOf)} · 자료 반영 시점 ${knownText(new Date(meta.knownBefore))}`];
  return writeWorkbook(
    {
      title: `${meta.title.ko} ${meta.subjectNumber} ${meta.asOf}`,
      createdAt: `${meta.knownBefore.slice(0, 19)}Z`,
      marks: copyMarks,
      sheets: [summarySheet(model, contents, notes), ...contents.sheets.map(([name, table]) => sheetOf(name, table, notes))],
    },
    onlooker,
  );
}

/** A sheet for each table of a report, named by its caption. */
export const everyTable = ({ sections }: Pick<ReportModel, 'sections'>): ReportSheet[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block): ReportSheet[] => (block.kind === 'table' ? [[block.caption.ko.replace(/ \([^)]*\)$/, ''), block]] : [])));

/** The annexes that tell what references stand for, for a workbook that leaves out other tables. */
export const annexSheets = ({ sections }: ReportModel): ReportSheet[] => everyTable({ sections: sections.filter(({ id }) => id === TRACE_SECTION || id === GROUND_SECTION) });

/** What the report is, what it found, and its key figures; amounts are numbers, everything else text. */
function summarySheet(model: ReportModel, { subject, figures }: WorkbookContents, notes: readonly string[]): SheetDefinition {
  const { meta, verdict } = model;
  const identity: [string, string][] = [
    ['문서번호', meta.number],
    [subject, `${meta.subjectName} (${meta.subjectNumber})`],
    ['기준일', dateText(meta.asOf)],
    ['자료 반영 시점', knownText(new Date(meta.knownBefore))],
    ['공개 구분', meta.securityMark],
    ['규칙 버전', meta.ruleVersion],
    ['자료 지문(SHA-256)', meta.dataSha256],
    ['봉인', meta.seal === null ? '대기 중' : `${meta.seal.batch}회차 ${meta.seal.chainHash}`],
    ['판정', verdict.title.ko],
    ['판정 내용', verdict.text.ko],
  ];
  const tiles = model.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'tiles' ? block.tiles : [])));
  return {
    name: '요약',
    title: inBoth(meta.title),
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
      ...tiles.map(({ label, value, unit, note, reference }): SheetValue[] => ['핵심 수치', label.ko, unit === '원' ? sheetValue(value, 'won') : value, unit, [note, reference].filter(Boolean).join(' ') || null]),
      ...figures.map(([group, name, amount, how]): SheetValue[] => [group, name, sheetValue(amount, 'won'), '원', how]),
    ],
  };
}
