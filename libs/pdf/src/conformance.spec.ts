import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { closeAll, objectLike, open, pageTexts, wrongReferences, xmpOf } from '../../../test/pdf/read-pdf.js';
import { sampleDocument, type Sample } from '../../../test/pdf/sample.mjs';
import type { Block } from './blocks.js';
import { renderDocument } from './thread/stream.js';

// Reading files back takes a while on a busy machine.
jest.setTimeout(120_000);
afterAll(closeAll);

const render = (sample: Sample, blocks: readonly Block[] = sample.blocks): Promise<Buffer> =>
  renderDocument(sample.meta, sample.cover, blocks, sample.options);

describe('a report', () => {
  const sample = sampleDocument({ rows: 12 });
  let bytes: Buffer;
  let xmp: string;
  beforeAll(async () => {
    bytes = await render(sample);
    xmp = xmpOf(bytes);
  });

  it('is PDF 1.7, tagged, in Korean, and shows its title', () => {
    expect(bytes.subarray(0, 9).toString()).toBe('%PDF-1.7\n');
    const catalog = objectLike(bytes, '/Type /Catalog').text;
    for (const key of ['/Lang (ko-KR)', '/MarkInfo', '/StructTreeRoot', '/Metadata', '/OutputIntents', '/AF', '/ViewerPreferences'])
      expect(catalog).toContain(key);
    expect(objectLike(bytes, '/DisplayDocTitle').text).toContain('true');
  });

  it('carries number, mark and data hash in the metadata', () => {
    expect(xmp).toContain(`<baton:dataSha256>${sample.meta.dataSha256}</baton:dataSha256>`);
    expect(xmp).toContain('<baton:documentNumber>기금운용-2026-0147</baton:documentNumber>');
    expect(xmp).toContain('<xmp:CreateDate>2026-07-02T06:30:00Z</xmp:CreateDate>');
  });

  it('has a cross-reference that is right for every object', () => {
    expect(wrongReferences(bytes)).toEqual([]);
  });
});

describe('equal input', () => {
  it('gives equal bytes, whatever was printed before', async () => {
    const first = await render(sampleDocument({ rows: 12 }));
    await render(sampleDocument({ rows: 3 }), [{ kind: 'paragraph', text: '∆ first, Δ second; no-break\u00a0space first' }]);
    const second = await render(sampleDocument({ rows: 12 }));
    expect(second.equals(first)).toBe(true);
  });

  it('gives equal bytes in every time zone and locale, since neither is asked', async () => {
    const local = [
      'getFullYear',
      'getMonth',
      'getDate',
      'getDay',
      'getHours',
      'getMinutes',
      'getTimezoneOffset',
      'toString',
      'toLocaleString',
      'toLocaleDateString',
      'toLocaleTimeString',
    ] as const;
    const refuse = (name: string) => () => {
      throw new Error(`${name} depends on the machine`);
    };
    for (const name of local) jest.spyOn(Date.prototype, name).mockImplementation(refuse(name));
    jest.spyOn(Math, 'random').mockImplementation(refuse('Math.random'));
    jest.spyOn(String.prototype, 'localeCompare').mockImplementation(refuse('localeCompare'));
    try {
      expect(() => new Date(0).getHours()).toThrow('depends on the machine');
      expect((await render(sampleDocument({ rows: 2 }))).length).toBeGreaterThan(10_000);
    } finally {
      jest.restoreAllMocks();
    }
  });

  it('different data gives another file identifier', async () => {
    const identifier = (bytes: Buffer): string | undefined => /\/ID \[<([0-9a-f]{32})>/.exec(bytes.toString('latin1'))?.[1];
    const sample = sampleDocument({ rows: 1 });
    const one = identifier(await render(sample));
    const other = identifier(await render({ ...sample, meta: { ...sample.meta, dataSha256: 'ab'.repeat(32) } }));
    const copy = identifier(await render({ ...sample, options: { ...sample.options, watermark: ['사본'] } }));
    expect(one).toBeDefined();
    expect(new Set([one, other, copy]).size).toBe(3);
  });
});

describe('text', () => {
  const sample = sampleDocument({ rows: 1 });
  const printed = async (text: string): Promise<string> =>
    (await pageTexts(await open(await render(sample, [{ kind: 'paragraph', text }])))).at(-1) ?? '';

  it.each([
    ['symbols', '㈜ △1,250,000원 ₩2,400 ① ⑳ 「법」 1,284㎡ ※ → ≥ 金佳溫 株式會社 & < > "'],
    ['identifiers', '0x3f 3x4 a->b 124-87-32222 15:30'],
    ['characters that share a glyph', 'Δ ∆ Ω ①➀ ▶►'],
    ['rare syllables', '뷁 쀍 힣 꿻'],
  ])('can be copied out as it went in: %s', async (_, text) => {
    expect(await printed(text)).toContain(text.normalize('NFC'));
  });

  it('is normalised', async () => {
    expect(await printed('\u1112\u1161\u11ab\u1100\u1173\u11af.txt')).toContain('한글.txt');
  });

  it.each([
    ['a paragraph', [{ kind: 'paragraph', text: '동의 ☑' }]],
    ['a table cell', [{ kind: 'table', columns: [{ header: '가' }], rows: [['☑']] }]],
    ['a bookmark', [{ kind: 'heading', level: 2, text: '1. ☑' }]],
    ['a chart label', [{ kind: 'lines', unit: '%', labels: ['☑'], series: [{ name: '가', values: [1] }] }]],
  ] satisfies [string, Block[]][])('is refused in %s if a glyph is missing', async (_, blocks) => {
    await expect(render(sample, blocks)).rejects.toMatchObject({
      code: 'pdf.glyph-missing',
      details: { codePoint: 'U+2611', character: '☑' },
    });
  });

  it('is refused in the watermark and the footer too', async () => {
    await expect(render({ ...sample, options: { watermark: ['☑'] } })).rejects.toMatchObject({ code: 'pdf.glyph-missing' });
    await expect(render({ ...sample, meta: { ...sample.meta, footerNote: '☑' } })).rejects.toMatchObject({ code: 'pdf.glyph-missing' });
  });
});

describe('attachments', () => {
  it('come out as they went in', async () => {
    const sample = sampleDocument({ rows: 5 });
    const found = (await (await open(await render(sample))).getAttachments()) as Record<string, { content: Uint8Array }>;
    for (const { name, bytes: content } of sample.options.attachments ?? [])
      expect(Buffer.from(found[name]?.content ?? []).equals(Buffer.from(content))).toBe(true);
  });

  it.each([
    ['no media type', { mediaType: 'csv' }],
    ['a path for a name', { name: '../a.csv' }],
  ])('are refused with %s', async (_, fault) => {
    const sample = sampleDocument({ rows: 1 });
    const attachment = {
      name: 'a.csv',
      mediaType: 'text/csv',
      description: '',
      bytes: Buffer.from('x'),
      relationship: 'Data' as const,
      ...fault,
    };
    await expect(render({ ...sample, options: { attachments: [attachment] } })).rejects.toThrow('attachment');
  });
});
