import { DomainError, invariant } from '#libs/errors';
import { columnLetters } from '../workbook.js';
import { lastExcelRow } from '../xlsx/cell-range.js';
import type { WorkbookDefinition } from './definition.js';
import { layOut } from './layout.js';
import type { SheetLayout } from './layout.js';
import { sheetXml } from './sheet-xml.js';
import { stylesXml } from './styles.js';
import { openTextTable } from './text-table.js';
import { escapeXml } from './xml-text.js';
import { zip } from './zip.js';
import type { ZipPart } from './zip.js';

const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Hears how many rows are written, of how many in all sheets. */
export type RowListener = (done: number, total: number) => void;

/**
 * Writes an Excel workbook: per sheet a title, notes, a frozen header with filter, typed columns, and a totals row. Same definition, same bytes.
 *
 * Text is always a string cell, so nothing a user typed is ever calculated; amounts above 15 digits are text, because Excel would round
 * them. Throws `DomainError('invalid', 'sheet.too-many-rows-to-write')` beyond Excel's 1,048,576 rows.
 *
 * Why not ExcelJS: it stamps zip entries with the clock, holds every number as a double, and takes several times as long.
 */
export async function workbookHere(definition: WorkbookDefinition, written: RowListener = () => undefined): Promise<Buffer> {
  invariant(definition.sheets.length > 0, 'a workbook needs a sheet');
  const layouts = layOutSheets(definition);
  const texts = openTextTable();
  const total = rowsOf(definition);
  let done = 0;
  const rowWritten = (): void => written((done += 1), total);
  const sheets = layouts.map((layout, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(layout, texts, definition.marks ?? [], rowWritten) }));
  return zip([
    part('[Content_Types].xml', contentTypesXml(layouts.length)),
    part(
      '_rels/.rels',
      relationsXml([
        ['officeDocument', 'xl/workbook.xml'],
        ['core', 'docProps/core.xml'],
      ]),
    ),
    part('docProps/core.xml', propertiesXml(definition)),
    part('xl/workbook.xml', workbookXml(layouts)),
    part(
      'xl/_rels/workbook.xml.rels',
      relationsXml([
        ...layouts.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ),
    part('xl/styles.xml', stylesXml()),
    { name: 'xl/sharedStrings.xml', content: texts.xml() },
    ...sheets,
  ]);
}

/** Rows of data in all sheets together. */
export const rowsOf = ({ sheets }: WorkbookDefinition): number => sheets.reduce((sum, { rows }) => sum + rows.length, 0);

function layOutSheets(definition: WorkbookDefinition): readonly SheetLayout[] {
  const taken = new Set<string>();
  return definition.sheets.map((sheet) => {
    const layout = layOut(sheet, taken);
    if (layout.lastDataRow + 1 > lastExcelRow) {
      throw new DomainError('invalid', 'sheet.too-many-rows-to-write', {
        ko: `엑셀 시트 하나에 담을 수 있는 ${lastExcelRow}행을 넘습니다. 기간이나 조건을 좁혀 다시 내려받으십시오.`,
        en: `An Excel sheet holds at most ${lastExcelRow} rows. Narrow the period or the conditions and download again.`,
      });
    }
    taken.add(layout.name.toLowerCase());
    return layout;
  });
}

function part(name: string, xml: string): ZipPart {
  return { name, content: Buffer.from(xml) };
}

function contentTypesXml(sheetCount: number): string {
  const override = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const sheets = Array.from({ length: sheetCount }, (_, index) => override(`xl/worksheets/sheet${index + 1}.xml`, `${contentTypes}.worksheet+xml`));
  return [
    `${prolog}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
    override('xl/workbook.xml', `${contentTypes}.sheet.main+xml`),
    ...sheets,
    override('xl/styles.xml', `${contentTypes}.styles+xml`),
    override('xl/sharedStrings.xml', `${contentTypes}.sharedStrings+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    '</Types>',
  ].join('');
}

/** Relationships numbered in order: rId1, rId2, … */
function relationsXml(relations: readonly (readonly [type: string, target: string])[]): string {
  const lines = relations.map(([type, target], index) => {
    const namespace = type === 'core' ? `${packageRelations}/metadata/core-properties` : `${officeRelations}/${type}`;
    return `<Relationship Id="rId${index + 1}" Type="${namespace}" Target="${target}"/>`;
  });
  return `${prolog}<Relationships xmlns="${packageRelations}">${lines.join('')}</Relationships>`;
}

function propertiesXml({ title, author = 'Baton', createdAt, marks = [] }: WorkbookDefinition): string {
  invariant(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(createdAt), 'createdAt is an instant in UTC, to the second');
  const stamp = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${createdAt}</dcterms:${name}>`;
  const description = marks.length === 0 ? '' : `<dc:description>${escapeXml(marks.join(' · '))}</dc:description>`;
  return [
    `${prolog}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>${description}${stamp('created')}${stamp('modified')}</cp:coreProperties>`,
  ].join('');
}

/** The table of contents, with the names Excel keeps for filtered ranges and for the header repeated on every printed page. */
function workbookXml(layouts: readonly SheetLayout[]): string {
  const sheets = layouts.map(({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const filters = layouts.map(({ name, headerRow, lastDataRow, definition }, index) => {
    const range = `$A$${headerRow}:$${columnLetters(definition.columns.length)}$${lastDataRow}`;
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted(name)}!${range}</definedName>`;
  });
  const titles = layouts.map(
    ({ name, headerRow }, index) => `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted(name)}!$${headerRow}:$${headerRow}</definedName>`,
  );
  return [
    `${prolog}<workbook xmlns="${main}" xmlns:r="${officeRelations}"><bookViews><workbookView/></bookViews><sheets>`,
    ...sheets,
    '</sheets><definedNames>',
    ...filters,
    ...titles,
    '</definedNames></workbook>',
  ].join('');
}

function quoted(sheetName: string): string {
  return escapeXml(`'${sheetName.replaceAll("'", "''")}'`);
}
