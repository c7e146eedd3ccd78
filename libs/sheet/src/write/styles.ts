/** Cell formats of written workbooks by name; the position in this list is the number cells refer to. */
const formats = {
  plain: { font: 0, align: 'vertical="center"' },
  title: { font: 1, align: 'vertical="center"' },
  note: { font: 2, align: 'vertical="center"' },
  mark: { font: 4, align: 'vertical="center"' },
  header: { font: 3, fill: 2, border: 1, align: 'horizontal="center" vertical="center" wrapText="1"' },
  text: { border: 1, align: 'vertical="center" wrapText="1"' },
  number: { format: 164, border: 1, align: 'horizontal="right" vertical="center"' },
  date: { format: 165, border: 1, align: 'horizontal="center" vertical="center"' },
  right: { border: 1, align: 'horizontal="right" vertical="center"' },
  totalText: { font: 3, fill: 3, border: 1, align: 'vertical="center" wrapText="1"' },
  totalNumber: { format: 164, font: 3, fill: 3, border: 1, align: 'horizontal="right" vertical="center"' },
  totalDate: { format: 165, font: 3, fill: 3, border: 1, align: 'horizontal="center" vertical="center"' },
  totalRight: { font: 3, fill: 3, border: 1, align: 'horizontal="right" vertical="center"' },
  headerRequired: { font: 3, fill: 4, border: 1, align: 'horizontal="center" vertical="center" wrapText="1"' },
  entryText: { format: 49, align: 'vertical="center"' },
  entryNumber: { format: 164, align: 'horizontal="right" vertical="center"' },
  entryDate: { format: 165, align: 'horizontal="center" vertical="center"' },
} satisfies Readonly<Record<string, CellFormat>>;

interface CellFormat {
  readonly format?: number;
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  readonly align: string;
}

export type FormatName = keyof typeof formats;

/** The number of a cell format in the styles part. */
export function formatIndex(name: FormatName): number {
  return Object.keys(formats).indexOf(name);
}

/** Amounts as Korean accounts print them: thousands separated, negative with △. Written as a number format and, above 15 digits, as text. */
export const wonFormat = '#,##0;△#,##0';

/** The styles part. */
export function stylesXml(): string {
  const face = '<name val="맑은 고딕"/><family val="3"/><charset val="129"/>';
  const side = (name: string): string => `<${name} style="thin"><color rgb="FFBFC7D1"/></${name}>`;
  const xfs = Object.values<CellFormat>(formats).map(
    ({ format = 0, font = 0, fill = 0, border = 0, align }) =>
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" ` +
      `applyBorder="1" applyAlignment="1"><alignment ${align}/></xf>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="2"><numFmt numFmtId="164" formatCode="${wonFormat}"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>`,
    `<fonts count="5"><font><sz val="10"/>${face}</font><font><b/><sz val="14"/>${face}</font>`,
    `<font><sz val="9"/><color rgb="FF5B6775"/>${face}</font><font><b/><sz val="10"/>${face}</font><font><b/><sz val="9"/><color rgb="FF9A3412"/>${face}</font></fonts>`,
    '<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF5"/><bgColor indexed="64"/></patternFill></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFF4F6F8"/><bgColor indexed="64"/></patternFill></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFFDE9C8"/><bgColor indexed="64"/></patternFill></fill></fills>',
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
}
