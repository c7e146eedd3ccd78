/** Our own kit: PDF/A-3a and PDF/UA-1, every cell tagged. */
import { createWriteStream } from 'node:fs';
import { COLUMNS, rowsOf, ROWS_PER_PAGE, TITLE } from './content.mjs';

const [, , pages, out, library = '../../../dist/libs/pdf/src/index.js'] = process.argv;
const { writeDocument } = await import(library);

const rows = rowsOf(Number(pages) * ROWS_PER_PAGE);
const meta = {
  title: TITLE,
  author: '기관',
  subject: '비교 측정',
  keywords: [],
  number: 'BENCH-1',
  securityMark: '공개',
  language: 'ko-KR',
  createdAt: new Date('2026-07-02T06:30:00Z'),
  dataSha256: 'ab'.repeat(32),
};
await writeDocument(createWriteStream(out), meta, null, [{ kind: 'table', dense: true, unit: '원', columns: COLUMNS.map(({ width: _width, ...column }) => column), rows }]);
