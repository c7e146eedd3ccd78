import { describe, expect, it } from '@jest/globals';
import { renderDocument } from '../thread/stream.js';
import { readEmbeddedFiles } from './embedded-files.js';

const META = {
  title: '보고서',
  author: '기관',
  subject: '시험',
  keywords: [],
  number: 'RPT-T-1',
  securityMark: '공개',
  language: 'ko-KR' as const,
  createdAt: new Date('2026-11-22T00:00:00Z'),
  dataSha256: 'ab'.repeat(32),
};
const COVER = { issuer: '기관', asOf: '2026. 11. 22.', knownAt: '2026. 11. 22.', facts: [], approval: [], notices: [] };

describe('reading back what a document carries', () => {
  it('finds every file byte for byte, with its media type, and the fingerprint', async () => {
    const json = Buffer.from(JSON.stringify({ 이름: '한글 😀', long: 'endobj stream << '.repeat(5_000) }));
    const csv = Buffer.from('\ufeff번호,금액\n1,1000\n');
    const pdf = await renderDocument(META, COVER, [{ kind: 'paragraph', text: '본문' }], {
      attachments: [
        { name: 'data.json', mediaType: 'application/json', description: '자료', bytes: json, relationship: 'Data' },
        { name: 'list.csv', mediaType: 'text/csv', description: '목록', bytes: csv, relationship: 'Data' },
      ],
    });
    const { files, dataSha256 } = readEmbeddedFiles(pdf);
    expect(dataSha256).toBe(META.dataSha256);
    expect(files.map(({ mediaType }) => mediaType)).toEqual(['application/json', 'text/csv']);
    expect([files[0]?.bytes.equals(json), files[1]?.bytes.equals(csv)]).toEqual([true, true]);
  });

  it.each([Buffer.alloc(0), Buffer.from('%PDF-1.7'), Buffer.from('1 0 obj <</Type /EmbeddedFile /Length 99999 /Filter /FlateDecode>> stream\nxx')])('finds nothing in what is no such document', (bytes) => {
    expect(readEmbeddedFiles(bytes)).toEqual({ files: [], dataSha256: null });
  });
});
