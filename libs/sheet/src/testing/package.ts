import { zip } from '../write/zip.js';

/** Parts of a hand-made workbook; what is left out gets the smallest part that works. */
export interface RawWorkbook {
  /** Content of `sheetData` and what follows it. */
  readonly sheets?: readonly { readonly name?: string; readonly attributes?: string; readonly xml: string }[];
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookProperties?: string;
  /** Further parts, or replacements of the usual ones, by name. */
  readonly parts?: Readonly<Record<string, string | Buffer>>;
}

/** The parts of a workbook, by name, in package order. */
export function workbookParts({ sheets = [{ xml: '<sheetData/>' }], strings, styles, workbookProperties = '', parts = {} }: RawWorkbook): Map<string, Buffer> {
  const texts: Record<string, string | Buffer> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': workbookXml(sheets, workbookProperties),
    'xl/_rels/workbook.xml.rels': relations(
      ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['sharedStrings', '/xl/sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ),
    ...Object.fromEntries(sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, `<worksheet>${xml}</worksheet>`])),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` }),
    ...parts,
  };
  return new Map(Object.entries(texts).map(([name, content]) => [name, Buffer.from(content)]));
}

/** A workbook file made of such parts. */
export function rawWorkbook(raw: RawWorkbook): Promise<Buffer> {
  return packed(workbookParts(raw));
}

/** A zip archive of parts. */
export function packed(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  return zip(Array.from(parts, ([name, content]) => ({ name, content })));
}

function workbookXml(sheets: NonNullable<RawWorkbook['sheets']>, properties: string): string {
  const entries = sheets.map(
    ({ name, attributes = '' }, at) => `<sheet name="${name ?? `Sheet${at + 1}`}" sheetId="${at + 1}" r:id="rId${at + 1}" ${attributes}/>`,
  );
  return `<workbook xmlns:r="r">${properties}<sheets>${entries.join('')}</sheets></workbook>`;
}

function relations(...pairs: readonly (readonly [type: string, target: string])[]): string {
  const lines = pairs.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="http://example/${type}" Target="${target}"/>`);
  return `<Relationships>${lines.join('')}</Relationships>`;
}
