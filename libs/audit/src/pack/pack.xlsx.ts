import { writeWorkbook, type Onlooker, type SheetDefinition } from '#libs/sheet';
import { both, dateText, knownText, sheetOf, type ReportSection, type ReportTable } from '#libs/report';
import type { PackModel } from './pack.js';

/** A pack as a workbook, a sheet for each list: what the screen shows, as numbers. `marks` say whose copy it is and why; the onlooker waits for it. */
export function packXlsx({ meta, sections }: PackModel, marks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  const notes = [
    `문서번호 ${meta.number} · ${meta.scope.ko}`,
    `기준일 ${dateText(meta.asOf)} · 자료 반영 시점 ${knownText(new Date(meta.knownBefore))} (KST) · 기간 ${dateText(meta.from)} ~ ${dateText(meta.to)}`,
    `자료 지문(SHA-256) ${meta.dataSha256}`,
    meta.redacted ? '개인정보·영업비밀을 가렸습니다.' : '개인정보·영업비밀을 가리지 않았습니다.',
  ];
  return writeWorkbook(
    {
      title: `${meta.title.ko} ${meta.asOf}`,
      createdAt: `${meta.knownBefore.slice(0, 19)}Z`,
      marks,
      sheets: sections.map((section) => sheetOfSection(section, notes)),
    },
    onlooker,
  );
}

/** The table of a section with its remarks above it; a section of words is a sheet of lines. */
function sheetOfSection(section: ReportSection, notes: readonly string[]): SheetDefinition {
  const table = section.blocks.find((block) => block.kind === 'table');
  const words = wordsOf(section);
  const name = section.title.ko.replace(/^\d+\. /, '');
  return table === undefined ? sheetOf(name, linesTable(section, words), notes) : sheetOf(name, table, [...notes, ...words]);
}

const wordsOf = ({ blocks }: ReportSection): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'text') return [block.text.ko];
    return block.kind === 'facts' ? block.rows.map(({ label, value }) => `${label.ko}: ${value}`) : [];
  });

const linesTable = ({ title }: ReportSection, lines: readonly string[]): ReportTable => ({
  kind: 'table',
  caption: title,
  columns: [{ key: 'line', header: both('내용', 'Text'), align: 'left' }],
  rows: lines.map((line) => ({ cells: { line } })),
});
