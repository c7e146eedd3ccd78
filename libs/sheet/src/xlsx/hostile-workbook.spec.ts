import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { SheetLimits } from '../limits.js';
import { packed, rawWorkbook, workbookParts } from '../testing/package.js';
import { refusalCode } from '../testing/refusal-code.js';
import { readWorkbook } from './read-workbook.js';

const codeOf = (bytes: Uint8Array, limits: Partial<SheetLimits> = {}): Promise<string | null> => refusalCode(() => readWorkbook(bytes, limits));
const ole = (...streams: readonly string[]): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...streams.map((name) => Buffer.from(name, 'utf16le'))]);
const sheetOf = (rows: string, after = ''): { readonly sheets: readonly { readonly xml: string }[] } => ({ sheets: [{ xml: `<sheetData>${rows}</sheetData>${after}` }] });

describe('files that are no workbook', () => {
  it.each<[looksLike: string, bytes: Buffer, code: string]>([
    ['empty', Buffer.alloc(0), 'sheet.file-empty'],
    ['CSV', Buffer.from('"거래일자","입금액"\r\n"2021-01-01","1,000"\r\n'), 'sheet.not-a-workbook'],
    ['CSV', Buffer.from('b0c5b7a1c0cfc0da2c310d0a', 'hex'), 'sheet.not-a-workbook'],
    ['HTML', Buffer.from('\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table></html>'), 'sheet.not-a-workbook'],
    ['Spreadsheet 2003', Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'), 'sheet.not-a-workbook'],
    ['PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3'), 'sheet.not-a-workbook'],
    ['PNG', Buffer.from('89504e470d0a1a0a', 'hex'), 'sheet.not-a-workbook'],
    ['.xls', ole('Root Entry', 'Workbook'), 'sheet.not-a-workbook'],
    ['.hwp', ole('Root Entry', 'HwpSummaryInformation'), 'sheet.not-a-workbook'],
    ['unknown', Buffer.from([0, 1, 2, 3, 255]), 'sheet.not-a-workbook'],
    ['', ole('EncryptionInfo', 'EncryptedPackage'), 'sheet.encrypted'],
    ['', Buffer.from('\x9b DRMONE  This Document is encrypted and protected by Fasoo DRM', 'latin1'), 'sheet.rights-protected'],
  ])('%s', async (looksLike, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
    if (code === 'sheet.not-a-workbook') await expect(readWorkbook(bytes)).rejects.toThrow(looksLike);
  });

  it.each<[looksLike: string, parts: Record<string, string>]>([
    ['.docx', { '_rels/.rels': '<Relationships><Relationship Id="r" Type="t/officeDocument" Target="word/document.xml"/></Relationships>', 'word/document.xml': '<w:document/>' }],
    ['.ods', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }],
    ['.hwpx', { mimetype: 'application/hwp+zip', 'Contents/section0.xml': '<x/>' }],
    ['.xlsb', { 'xl/workbook.bin': 'x' }],
    ['zip', { '명부.xlsx': 'x' }],
  ])('%s package', async (looksLike, parts) => {
    const bytes = await packed(new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])));
    expect(await codeOf(bytes)).toBe('sheet.not-a-workbook');
    await expect(readWorkbook(bytes)).rejects.toThrow(looksLike);
  });
});

describe('zip archives made to harm', () => {
  const zeros = Buffer.alloc(3 * 1024 * 1024);

  it('are stopped while inflating, whatever size they declare', async () => {
    const bytes = await rawWorkbook({ parts: { 'xl/media/image1.png': zeros } });
    expect(await codeOf(bytes)).toBe('sheet.inflates-too-much');
    expect(await codeOf(bytes, { maxInflationRatio: 10_000 })).toBe(null);
    expect(await codeOf(bytes, { maxInflationRatio: 10_000, maxInflatedBytes: 3_000_000 })).toBe('sheet.inflates-too-much');

    const size = Buffer.alloc(4);
    size.writeUInt32LE(zeros.length);
    for (let at = bytes.indexOf(size); at !== -1; at = bytes.indexOf(size)) bytes.writeUInt32LE(10, at);
    expect(await codeOf(bytes)).toBe('sheet.corrupt');
  });

  it('count over all parts together', async () => {
    const parts = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`xl/media/${index}.png`, zeros.subarray(0, 1_000_000)]));
    expect(await codeOf(await rawWorkbook({ parts }))).toBe(null);
    expect(await codeOf(await rawWorkbook({ parts }), { maxInflatedBytes: 8_000_000 })).toBe('sheet.inflates-too-much');
  });

  it('may not have too many parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`xl/media/${index}.png`, '']));
    expect(await codeOf(await rawWorkbook({ parts }))).toBe('sheet.too-many-entries');
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'xl/../../a.xml', 'C:/windows/a.xml', '..\\..\\a.xml'])('may not lead out of the package: %s', async (name) => {
    expect(await codeOf(await rawWorkbook({ parts: { [name]: 'x' } }))).toBe('sheet.unsafe-path');
  });

  it('may not hold two parts of one name', async () => {
    const parts = workbookParts({});
    expect(await codeOf(await packed(new Map([...parts, ['XL/Workbook.xml', Buffer.from('<workbook/>')]])))).toBe('sheet.corrupt');
  });

  it('may not be encrypted part by part', async () => {
    const bytes = await rawWorkbook({});
    for (const signature of ['504b0304', '504b0102']) {
      const mark = Buffer.from(signature, 'hex');
      for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) bytes.writeUInt16LE(1, at + (signature === '504b0304' ? 6 : 8));
    }
    expect(await codeOf(bytes)).toBe('sheet.encrypted');
  });

  it('must hold what their checksums promise', async () => {
    const bytes = await rawWorkbook(sheetOf('<row><c><v>1111</v></c></row>'));
    const content = Buffer.from('<worksheet><sheetData><row><c><v>1111</v></c></row></sheetData></worksheet>');
    const other = Buffer.from('<worksheet><sheetData><row><c><v>1112</v></c></row></sheetData></worksheet>');
    const [was, is] = [content, other].map((xml) => deflateRawSync(xml, { level: 6 }));
    if (was === undefined || is === undefined) throw new Error('nothing deflated');
    expect(is.length).toBe(was.length);
    is.copy(bytes, bytes.indexOf(was));
    expect(await codeOf(bytes)).toBe('sheet.corrupt');
  });
});

describe('sheets beyond the limits', () => {
  const row = '<row><c><v>1</v></c><c><v>2</v></c></row>';
  const text = (characters: number): string => `<row><c t="inlineStr"><is><t>${'가'.repeat(characters)}</t></is></c></row>`;
  const columnMerge = '<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>';

  it.each<[what: string, rows: string, after: string, limits: Partial<SheetLimits>, code: string | null]>([
    ['rows, just enough', row.repeat(5), '', { maxRows: 5 }, null],
    ['one row too many', row.repeat(6), '', { maxRows: 5 }, 'sheet.too-many-rows'],
    ['empty rows do not count', row.repeat(5) + '<row><c s="1"/></row>'.repeat(9), '', { maxRows: 5 }, null],
    ['200 columns', '<row><c r="GR1"><v>1</v></c></row>', '', {}, null],
    ['201 columns', '<row><c r="GS1"><v>1</v></c></row>', '', {}, 'sheet.too-many-columns'],
    ['formats far to the right do not count', '<row><c r="XFD1" s="1"/></row>', '', {}, null],
    ['cells, just enough', row.repeat(5), '', { maxCells: 10 }, null],
    ['one cell too many', row.repeat(5), '', { maxCells: 9 }, 'sheet.too-many-cells'],
    ['blocks that repeat a cell count', row.repeat(5), columnMerge, { maxCells: 10 }, 'sheet.too-many-cells'],
    ['the longest cell', text(32_767), '', {}, null],
    ['a longer cell', text(32_768), '', {}, 'sheet.cell-too-long'],
  ])('%s', async (_what, rows, after, limits, code) => {
    expect(await codeOf(await rawWorkbook(sheetOf(rows, after)), limits)).toBe(code);
  });

  it('count over all sheets', async () => {
    const sheets = [{ xml: `<sheetData>${row.repeat(3)}</sheetData>` }, { xml: `<sheetData>${row.repeat(3)}</sheetData>` }];
    expect(await codeOf(await rawWorkbook({ sheets }), { maxRows: 5 })).toBe('sheet.too-many-rows');
  });

  it('cannot be multiplied by naming one sheet many times', async () => {
    const sheet = '<sheet name="표" r:id="rId1"/>';
    const parts = { 'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheet.repeat(2)}</sheets></workbook>` };
    expect(await codeOf(await rawWorkbook({ parts }))).toBe('sheet.corrupt');
  });
});

describe('links', () => {
  it('out of the package are no sheets', async () => {
    const link = '<Relationship Id="rId1" Type="t/worksheet" TargetMode="External" Target="worksheets/sheet1.xml"/>';
    const parts = { 'xl/_rels/workbook.xml.rels': `<Relationships>${link}</Relationships>` };
    expect(await codeOf(await rawWorkbook({ parts }))).toBe('sheet.corrupt');
  });
});

describe('broken parts', () => {
  it.each([
    ['not closed', '<worksheet><sheetData>'],
    ['closed in the wrong order', '<worksheet><sheetData></worksheet></sheetData>'],
    ['an entity that expands', '<!DOCTYPE a [<!ENTITY b "ccccc">]><worksheet>&b;</worksheet>'],
    ['an entity nobody declared', '<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'],
    ['nested without end', '<a>'.repeat(100_000)],
    ['an attribute without a value', '<worksheet a><sheetData/></worksheet>'],
    ['not text at all', Buffer.from([0xff, 0x00, 0x12])],
    ['a row beyond the last', '<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>'],
    ['a cell in another row', '<worksheet><sheetData><row r="1"><c r="A2"/></row></sheetData></worksheet>'],
    ['a cell beyond the last column', '<worksheet><sheetData><row r="1"><c r="XFE1"/></row></sheetData></worksheet>'],
  ])('%s', async (_what, xml) => {
    expect(await codeOf(await rawWorkbook({ parts: { 'xl/worksheets/sheet1.xml': xml } }))).toBe('sheet.corrupt');
  });
});
