/** pdfmake with the same font and the same rows; it can neither tag cells nor stream. */
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pdfmake from 'pdfmake';
import { COLUMNS, rowsOf, ROWS_PER_PAGE, TITLE } from './content.mjs';

const [, , pages, out] = process.argv;
const font = (name) => path.join(import.meta.dirname, '..', '..', '..', 'libs', 'pdf', 'fonts', `PretendardGOV-${name}.ttf`);

pdfmake.setFonts({ Gov: { normal: font('Regular'), bold: font('SemiBold') } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);
const header = COLUMNS.map(({ header: text }) => ({ text, bold: true, alignment: 'center' }));
const rows = Array.from(rowsOf(Number(pages) * ROWS_PER_PAGE), (row) => row.map((text, at) => ({ text, alignment: COLUMNS[at].align })));
const document = pdfmake.createPdf({
  info: { title: TITLE },
  pageSize: 'A4',
  pageMargins: [40, 60, 40, 45],
  defaultStyle: { font: 'Gov', fontSize: 7 },
  footer: (page, count) => ({ text: `${page} / ${count}`, alignment: 'center' }),
  content: [{ table: { headerRows: 1, widths: COLUMNS.map(({ width }) => width - 8), body: [header, ...rows] }, layout: { paddingTop: () => 2.5, paddingBottom: () => 2.5, hLineWidth: () => 0.4, vLineWidth: () => 0.4 } }],
});
const stream = await document.getStream();
stream.end();
await pipeline(stream, createWriteStream(out));
