import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { rawWorkbook } from '../testing/package.js';
import type { RawWorkbook } from '../testing/package.js';
import { cellAt } from '../workbook.js';
import type { Cell, Row, Sheet } from '../workbook.js';
import { readWorkbook } from './read-workbook.js';

async function sheetBy(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Sheet> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('명부'), book);
  return onlySheet(await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer())));
}

async function rawSheet(raw: RawWorkbook): Promise<Sheet> {
  return onlySheet(await readWorkbook(await rawWorkbook(raw)));
}

function onlySheet({ sheets }: { readonly sheets: readonly Sheet[] }): Sheet {
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

function rowOf(sheet: Sheet, number: number): Row {
  return sheet.rows.find((row) => row.number === number) ?? { number, cells: [], hidden: false };
}

function cellOf(sheet: Sheet, address: string): Cell | undefined {
  return sheet.rows.flatMap((row) => row.cells).find((cell) => cell.address === address);
}

describe('cells of a workbook written by another program', () => {
  const format = (code: string) => ({ numFmt: code });
  const cases: readonly (readonly [what: string, value: ExcelJS.CellValue, style: Partial<ExcelJS.Style>, expected: Partial<Cell>])[] = [
    ['text is trimmed of every kind of space', '\u3000\u00a0 (주)다온 \u200b', {}, { kind: 'text', text: '(주)다온', raw: '\u3000\u00a0 (주)다온 \u200b' }],
    ['line breaks inside stay', '계약서\r\n특허', {}, { kind: 'text', text: '계약서\n특허' }],
    ['rich text is joined', { richText: [{ text: '기술' }, { text: '이전', font: { bold: true } }] }, {}, { kind: 'text', text: '기술이전' }],
    ['whole numbers keep every digit', 20000000000, format('#,##0'), { kind: 'number', text: '20000000000', raw: 20000000000 }],
    ['negative', -1234, {}, { kind: 'number', text: '-1234' }],
    ['the largest exact integer', Number.MAX_SAFE_INTEGER, {}, { kind: 'number', text: '9007199254740991' }],
    ['no exponent', 1e21, {}, { kind: 'number', text: '1000000000000000000000' }],
    ['decimals as Excel shows them', 0.1 + 0.2, {}, { kind: 'number', text: '0.3' }],
    ['percent format', 0.02, format('0.0%'), { kind: 'number', text: '0.02', percent: true }],
    ['a date', new Date(Date.UTC(2021, 2, 5)), format('yyyy-mm-dd'), { kind: 'date', text: '2021-03-05', raw: '2021-03-05T00:00:00', percent: false }],
    ['a Korean date format', new Date(Date.UTC(2021, 11, 31)), format('yyyy"년" m"월" d"일"'), { kind: 'date', text: '2021-12-31' }],
    ['a date with a time', new Date(Date.UTC(2021, 2, 5, 23, 59, 59)), format('yyyy-mm-dd hh:mm'), { kind: 'date', text: '2021-03-05', raw: '2021-03-05T23:59:59' }],
    ['a time of day', 0.75, format('h:mm'), { kind: 'text', text: '18:00:00', raw: 0.75 }],
    ['a bare serial number stays a number', 44260, {}, { kind: 'number', text: '44260' }],
    ['a boolean', true, {}, { kind: 'boolean', text: 'TRUE', raw: true }],
    ['an error', { error: '#REF!' }, {}, { kind: 'error', text: '#REF!' }],
    ['an error pasted as text', '#N/A', {}, { kind: 'error', text: '#N/A' }],
    ['a formula counts as its value', { formula: 'E4/20000000000', result: 0.5 }, format('0.00%'), { kind: 'number', text: '0.5', percent: true }],
    ['a formula with a text', { formula: 'A1&"x"', result: '가나x' }, {}, { kind: 'text', text: '가나x' }],
    ['a formula in error', { formula: 'A1/0', result: { error: '#DIV/0!' } }, {}, { kind: 'error', text: '#DIV/0!' }],
    ['a formula never calculated is not an empty cell', { formula: 'D4/D5' }, {}, { kind: 'error', text: '=D4/D5' }],
    ['a link shows its text', { text: '공고문', hyperlink: 'https://example.invalid/' }, {}, { kind: 'text', text: '공고문' }],
  ];
  it.each(cases)('%s', async (_what, value, style, expected) => {
    const sheet = await sheetBy((target) => {
      const cell = target.getCell('B7');
      cell.value = value;
      cell.style = style;
    });
    expect(cellOf(sheet, 'B7')).toMatchObject({ column: 2, address: 'B7', ...expected });
  });

  it('leaves out cells and rows with nothing in them', async () => {
    const sheet = await sheetBy((target) => {
      target.getCell('A1').value = '제목';
      target.getCell('C1').value = ' \u3000 ';
      target.getCell('A2').style = { numFmt: '0' };
      target.getCell('B4').value = 1;
    });
    expect(sheet.rows.map((row) => [row.number, row.cells.map((cell) => cell.address)])).toEqual([
      [1, ['A1']],
      [4, ['B4']],
    ]);
    expect(cellAt(rowOf(sheet, 4), 3)).toEqual({ column: 3, address: 'C4', text: '', raw: '', kind: 'empty', percent: false });
  });

  it('reads hidden sheets and rows, and says so', async () => {
    const book = new ExcelJS.Workbook();
    const shown = book.addWorksheet('보임');
    shown.getCell('A1').value = 1;
    shown.getCell('A2').value = 2;
    shown.getRow(2).hidden = true;
    book.addWorksheet('숨김', { state: 'veryHidden' }).getCell('A1').value = 3;
    const { sheets } = await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(sheets.map((sheet) => [sheet.name, sheet.hidden, sheet.rows.map((row) => row.hidden)])).toEqual([
      ['보임', false, [false, true]],
      ['숨김', true, [false]],
    ]);
  });
});

describe('merged blocks', () => {
  it('stand for every row of the block, in their first column only', async () => {
    const sheet = await sheetBy((target) => {
      for (const [row, partner] of ['가', '나', '다'].entries()) target.getCell(row + 4, 4).value = partner;
      target.getCell('A4').value = 1;
      target.mergeCells('A4:B6');
      target.getCell('C5').value = new Date(Date.UTC(2021, 0, 2));
      target.getCell('C5').numFmt = 'yyyy-mm-dd';
      target.mergeCells('C5:C6');
    });
    expect(rowOf(sheet, 4).cells.map((cell) => [cell.address, cell.text, cell.merged])).toEqual([
      ['A4', '1', undefined],
      ['D4', '가', undefined],
    ]);
    expect(rowOf(sheet, 6).cells.map((cell) => [cell.address, cell.text, cell.merged])).toEqual([
      ['A6', '1', true],
      ['C6', '2021-01-02', true],
      ['D6', '다', undefined],
    ]);
  });

  it('do not make rows of their own, and hide what is under them', async () => {
    const cells = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c></row><row r="2"><c r="A2"><v>8</v></c><c r="C2"><v>2</v></c></row>';
    const sheet = await rawSheet({
      sheets: [{ xml: `<sheetData>${cells}</sheetData><mergeCells><mergeCell ref="A1:B5"/><mergeCell ref="F1:XFD1048576"/></mergeCells>` }],
    });
    expect(sheet.rows.map((row) => row.cells.map((cell) => `${cell.address}=${cell.text}`))).toEqual([['A1=1'], ['A2=1', 'C2=2']]);
  });
});

describe('what other programs write', () => {
  const one = (cell: string, more: RawWorkbook = {}) => rawSheet({ sheets: [{ xml: `<sheetData><row r="3">${cell}</row></sheetData>` }], ...more });

  it('takes an empty text result of a formula for an empty cell', async () => {
    expect((await one('<c r="A3" t="str"><f>IF(1,"")</f><v></v></c>')).rows).toEqual([]);
  });

  it.each([
    ['rows and cells without addresses', '<c><v>1</v></c><c><v>2</v></c>', 'B3', '2'],
    ['a namespace prefix', '<x:c r="A3" t="inlineStr"><x:is><x:t>가</x:t></x:is></x:c>', 'A3', '가'],
    ['inline rich text', '<c r="A3" t="inlineStr"><is><r><t>가</t></r><r><t xml:space="preserve"> 나</t></r></is></c>', 'A3', '가 나'],
    ['pronunciation guides left out', '<c r="A3" t="s"><v>0</v></c>', 'A3', '漢字'],
    ['entities and CDATA', '<c r="A3" t="str"><v>A&amp;B &lt;&#xAC00;&#45208;<![CDATA[<&>]]></v></c>', 'A3', 'A&B <가나<&>'],
    ["Excel's notation for control characters", '<c r="A3" t="str"><v>a_x000D__x000a_b_x0007__x005F_x0041_</v></c>', 'A3', 'a\nb_x0041_'],
    ['halves of characters', '<c r="A3" t="str"><v>_xD83D_a</v></c>', 'A3', '\ufffda'],
    ['a formula saved without its value', '<c r="A3"><f>A1&amp;"x"</f><v></v></c>', 'A3', '=A1&"x"'],
    ['a shared formula saved without its value', '<c r="A3"><f t="shared" si="0"/></c>', 'A3', '='],
    ['an ISO date cell', '<c r="A3" t="d"><v>2021-03-05T10:20:30</v></c>', 'A3', '2021-03-05'],
    ['a number in exponent form', '<c r="A3"><v>2.0E10</v></c>', 'A3', '20000000000'],
    ['a number typed as 0.29', '<c r="A3"><v>0.28999999999999998</v></c>', 'A3', '0.29'],
    ['a shared string that is not there', '<c r="A3" t="s"><v>99</v></c><c r="B3"><v>1</v></c>', 'B3', '1'],
  ])('%s', async (_what, cell, address, text) => {
    const sheet = await one(cell, { strings: '<si><t>漢字</t><rPh sb="0" eb="1"><t>かんじ</t></rPh></si>' });
    expect(cellOf(sheet, address)?.text).toBe(text);
  });

  it('counts dates from 1904 where the workbook says so', async () => {
    const styles = '<numFmts><numFmt numFmtId="200" formatCode="yyyy/mm/dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>';
    const sheet = await one('<c r="A3" s="1"><v>42798</v></c>', { styles, workbookProperties: '<workbookPr date1904="1"/>' });
    expect(cellOf(sheet, 'A3')).toMatchObject({ kind: 'date', text: '2021-03-05' });
  });

  it('sorts rows and cells that stand in the wrong order', async () => {
    const sheet = await rawSheet({
      sheets: [{ xml: '<sheetData><row r="5"><c r="B5"><v>2</v></c><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>0</v></c></row></sheetData>' }],
    });
    expect(sheet.rows.map((row) => row.cells.map((cell) => cell.address))).toEqual([['A2'], ['A5', 'B5']]);
  });

  it('leaves chart sheets, macros and links to other files alone', async () => {
    const bytes = await rawWorkbook({
      sheets: [{ name: '표', xml: '<sheetData><row><c><v>1</v></c></row></sheetData>' }],
      parts: {
        'xl/workbook.xml':
          '<workbook xmlns:q="r"><sheets><sheet name="차트" q:id="c"/><sheet name="표" q:id="s"/></sheets><externalReferences><externalReference q:id="x"/></externalReferences></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="c" Type="t/chartsheet" Target="chart.xml"/><Relationship Id="s" Type="t/worksheet" Target="worksheets/sheet1.xml"/>' +
          '<Relationship Id="x" Type="t/externalLink" TargetMode="External" Target="file:///etc/passwd"/></Relationships>',
        'xl/chart.xml': '<chartsheet/>',
        'xl/vbaProject.bin': Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      },
    });
    expect((await readWorkbook(bytes)).sheets.map((sheet) => sheet.name)).toEqual(['표']);
  });
});
