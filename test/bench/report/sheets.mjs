/** The rows as the two programs want them that read a file: a page for Chromium, a flat sheet for LibreOffice. Not part of what is timed. */
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { COLUMNS, rowsOf, ROWS_PER_PAGE, TITLE } from './content.mjs';

const FONTS = path.join(import.meta.dirname, '..', '..', '..', 'libs', 'pdf', 'fonts');

/** A table whose head repeats on every page. */
export const writePage = (file, pages) => write(file, page(pages));

/** A sheet whose first row repeats on every page, fifty rows to each. */
export const writeSheet = (file, pages) => write(file, sheet(pages));

/** Fonts for a program that asks the system for them. */
export const writeFontList = (file) => write(file, [`<?xml version="1.0"?><fontconfig><dir>${FONTS}</dir><dir>/usr/share/fonts</dir><cachedir>${path.dirname(file)}/fonts</cachedir></fontconfig>`]);

const write = (file, parts) => pipeline(Readable.from(parts), createWriteStream(file));

function* page(pages) {
  const face = (name, weight) => `@font-face{font-family:Gov;font-weight:${weight};src:url(${pathToFileURL(path.join(FONTS, `PretendardGOV-${name}.ttf`))})}`;
  yield `<!doctype html><html lang="ko"><meta charset="utf-8"><title>${TITLE}</title><style>${face('Regular', 400)}${face('SemiBold', 600)}`;
  yield '@page{size:A4;margin:18mm 12mm}body{font:7pt Gov}table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{border:.4pt solid #ccd;padding:0 3pt;height:14pt;white-space:nowrap}';
  yield COLUMNS.map(({ align, width }, at) => `td:nth-child(${at + 1}){text-align:${align}}th:nth-child(${at + 1}){width:${width}pt}`).join('');
  yield `</style><table><thead><tr>${COLUMNS.map(({ header }) => `<th scope="col">${header}</th>`).join('')}</tr></thead><tbody>`;
  for (const row of rowsOf(pages * ROWS_PER_PAGE)) yield `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  yield '</tbody></table></html>';
}

function* sheet(pages) {
  const cell = (text, style) => `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  const cellStyle = (name, align, weight) =>
    `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:border="0.4pt solid #ccccdd"/><style:paragraph-properties fo:text-align="${align}"/><style:text-properties style:font-name="Gov" style:font-name-asian="Gov" fo:font-size="7pt" style:font-size-asian="7pt" fo:font-weight="${weight}"/></style:style>`;
  yield '<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">';
  yield '<office:font-face-decls><style:font-face style:name="Gov" svg:font-family="\'Pretendard GOV\'"/></office:font-face-decls><office:automatic-styles>';
  yield '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin="12mm" style:print-orientation="portrait"/></style:page-layout>';
  yield '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:row-height="14.3pt" style:use-optimal-row-height="false"/></style:style>';
  yield '<style:style style:name="sheet" style:family="table" style:master-page-name="Page"/>';
  yield* COLUMNS.map(({ width }, at) => `<style:style style:name="c${at}" style:family="table-column"><style:table-column-properties style:column-width="${width}pt"/></style:style>`);
  yield* [cellStyle('left', 'start', 'normal'), cellStyle('right', 'end', 'normal'), cellStyle('center', 'center', 'normal'), cellStyle('head', 'center', 'bold')];
  yield '</office:automatic-styles><office:master-styles><style:master-page style:name="Page" style:page-layout-name="A4"/></office:master-styles><office:body><office:spreadsheet><table:table table:name="명세" table:style-name="sheet">';
  yield* COLUMNS.map((_, at) => `<table:table-column table:style-name="c${at}"/>`);
  yield `<table:table-header-rows><table:table-row table:style-name="row">${COLUMNS.map(({ header }) => cell(header, 'head')).join('')}</table:table-row></table:table-header-rows>`;
  for (const row of rowsOf(pages * ROWS_PER_PAGE)) yield `<table:table-row table:style-name="row">${row.map((text, at) => cell(text, COLUMNS[at].align)).join('')}</table:table-row>`;
  yield '</table:table></office:spreadsheet></office:body></office:document>';
}
