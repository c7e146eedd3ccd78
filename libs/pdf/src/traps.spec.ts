import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { closeAll, nodesOf, objectLike, objectsOf, open, pageTexts, streamOf, structureOf, xmpOf } from '../../../test/pdf/read-pdf.js';
import { LONG_NAME, sampleDocument } from '../../../test/pdf/sample.mjs';
import type { Attachment } from './document-types.js';
import { pdfSurface } from './document/pdf-surface.js';
import { typefaces } from './font/typefaces.js';
import { renderDocument } from './thread/stream.js';

// Reading files back takes a while on a busy machine.
jest.setTimeout(120_000);
afterAll(closeAll);

const sample = sampleDocument({ rows: 90 });
let bytes: Buffer;
let objects: string[];
let document: PDFDocumentProxy;
let texts: string[];
beforeAll(async () => {
  bytes = await renderDocument(sample.meta, sample.cover, sample.blocks, sample.options);
  objects = [...objectsOf(bytes).values()];
  document = await open(bytes);
  texts = await pageTexts(document);
});

const catalog = (): string => objectLike(bytes, '/Type /Catalog').text;
const attachment = (name: string): Attachment => ({ name, mediaType: 'text/csv', description: name, bytes: Buffer.from('x'), relationship: 'Data' });

/** Where pdfkit 0.20 left alone breaks PDF/A-3a, PDF/UA-1, equal bytes or bounded memory: each named, each held. */
const TRAPS: readonly (readonly [trap: string, held: () => void | Promise<void>])[] = [
  [
    'metadata is written into XML as it comes',
    () => {
      expect(xmpOf(bytes)).toContain('기금운용본부 &amp; 준법지원실 &lt;감사&gt;');
      expect(xmpOf(bytes)).toContain('&quot;제12조&quot;');
      expect(xmpOf(bytes).replaceAll(/<[^<>]+>/g, '')).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|apos);)/);
    },
  ],
  [
    'a file is PDF/A or PDF/UA, never both',
    () => {
      const xmp = xmpOf(bytes);
      for (const part of ['<pdfaid:part>3</pdfaid:part>', '<pdfaid:conformance>A</pdfaid:conformance>', '<pdfuaid:part>1</pdfuaid:part>', '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>'])
        expect(xmp).toContain(part);
    },
  ],
  ['an unknown level of PDF/A is silently none: no output intent', () => expect(objectLike(bytes, '/GTS_PDFA1').text).toContain('sRGB')],
  [
    'without a stated version it is 1.3, which has no metadata',
    () => {
      expect(bytes.subarray(0, 9).toString()).toBe('%PDF-1.7\n');
      expect(catalog()).toContain('/Metadata');
    },
  ],
  [
    '.notdef keeps the width of font units and reads as U+0000',
    () => {
      const notdef = (typefaces().regular.font as unknown as { getGlyph(id: number): { advanceWidth: number } }).getGlyph(0);
      const widths = objects.filter((text) => text.includes('/CIDFontType2')).map((text) => Number(/\/W \[0 \[([\d.]+)/.exec(text)?.[1]));
      expect(widths.length).toBeGreaterThanOrEqual(2);
      expect(widths[0]).toBeCloseTo((notdef.advanceWidth * 1000) / 2048, 3);
      for (const width of widths) expect(width).toBeLessThan(2_000);
      const maps = objects.flatMap((text) => /\/ToUnicode (\d+) 0 R/.exec(text)?.[1] ?? []);
      expect(maps.length).toBeGreaterThanOrEqual(2);
      for (const id of maps) expect(streamOf(bytes, Number(id)).toString('latin1')).not.toContain('[<0000>');
    },
  ],
  [
    'tables repeat no head, know no THead and TBody, and cut what does not fit',
    async () => {
      expect(texts.filter((text) => text.includes('사업자등록번호') && text.includes('인정 경로')).length).toBeGreaterThanOrEqual(3);
      const tree = await structureOf(document);
      for (const table of nodesOf(tree, 'Table').filter(({ children }) => children.some(({ role }) => role === 'THead'))) expect(table.children.map(({ role }) => role)).toContain('TBody');
      expect(texts.join('').replaceAll(/\s/g, '')).toContain(LONG_NAME.replaceAll(/\s/g, ''));
    },
  ],
  [
    'a font given by its file is read and parsed again for every cell',
    () => {
      const surface = pdfSurface(sample.meta, {});
      expect([...Object.values(typefaces())].map(({ font }) => font)).toContain(surface.document._font.font);
      expect(typefaces().regular).toBe(typefaces().regular);
    },
  ],
  [
    'every element is an object of its own, uncompressed: 150 KB a page',
    async () => {
      const rows = Array.from({ length: 2_000 }, (_, at) => Array.from({ length: 10 }, (__, column) => String((at * 7_919 + column * 104_729) % 1_000_003)));
      const columns = Array.from({ length: 10 }, (_, at) => ({ header: `열 ${at}` }));
      const long = await renderDocument(sample.meta, null, [{ kind: 'table', dense: true, columns, rows }]);
      const { numPages } = await open(long);
      expect(long.length / numPages).toBeLessThan(30_000);
      expect(long.toString('latin1')).not.toMatch(/\/S ?\/TD/);
    },
  ],
  [
    'the layout of every distinct word is remembered for ever',
    () => expect(pdfSurface(sample.meta, {}).document._font.layoutCache).toBeUndefined(),
  ],
  [
    'attachments are sorted by the locale of the process, not by bytes',
    async () => {
      const names = ['b.csv', 'B.csv', 'a.csv', 'Z.csv', '_.csv'];
      const tree = objectLike(await renderDocument(sample.meta, null, [], { attachments: names.map(attachment) }), '/EmbeddedFiles').text;
      expect(names.toSorted((a, b) => tree.indexOf(`(${a})`) - tree.indexOf(`(${b})`))).toEqual(['B.csv', 'Z.csv', '_.csv', 'a.csv', 'b.csv']);
      expect(tree).not.toContain('/Limits');
    },
  ],
  [
    'an attachment without type, relationship or dates is taken',
    async () => {
      const file = objectLike(bytes, '/Subtype /application#2Fjson').text;
      for (const date of ['/CreationDate (D:20260702063000Z)', '/ModDate (D:20260702063000Z)']) expect(file).toContain(date);
      const specifications = objects.filter((text) => text.includes('/Type /Filespec'));
      expect(specifications).toHaveLength(2);
      for (const text of specifications) expect(text).toContain('/AFRelationship /Data');
      const untyped = { ...attachment('a.csv'), mediaType: 'csv' };
      await expect(renderDocument(sample.meta, null, [], { attachments: [untyped] })).rejects.toThrow('media type');
    },
  ],
  [
    'attachments are taken by levels of PDF/A that forbid them: only part 3 may carry data',
    () => {
      expect(objects.some((text) => text.includes('/Type /Filespec'))).toBe(true);
      expect(xmpOf(bytes)).toContain('<pdfaid:part>3</pdfaid:part>');
    },
  ],
  [
    'forms, notes, encryption, print colours and fonts that are not embedded are at hand, and void the file',
    () => {
      for (const forbidden of ['/AcroForm', '/Encrypt', '/Subtype /Text', '/DeviceCMYK', '/BaseFont /Helvetica']) expect(objects.filter((text) => text.includes(forbidden))).toEqual([]);
      const descriptors = objects.filter((text) => text.includes('/Type /FontDescriptor'));
      expect(descriptors.length).toBeGreaterThanOrEqual(2);
      for (const text of descriptors) expect(text).toContain('/FontFile2');
    },
  ],
  [
    'a link says nothing to those who cannot see it',
    () => {
      const links = objects.filter((text) => text.includes('/Subtype /Link'));
      expect(links).toHaveLength(9);
      for (const text of links) expect(text).toMatch(/\/F 4\b[\s\S]*\/StructParent \d+[\s\S]*\/Contents \(/);
    },
  ],
  ['the checksum of an attachment is its hexadecimal text, not its 16 bytes', () => expect(objectLike(bytes, '/Subtype /application#2Fjson').text).toMatch(/\/CheckSum <[0-9a-f]{32}>/)],
  [
    'the element of a link names whatever page was open when it was written',
    async () => {
      const pages = [...objectsOf(bytes)].filter(([, text]) => /\/Type \/Page\n/.test(text));
      const elements = objects.flatMap((text) => [...text.matchAll(/\/OBJR\s*\/Obj (\d+) 0 R\s*\/Pg (\d+) 0 R/g)]);
      expect(elements).toHaveLength(9);
      for (const [, link = '', page = ''] of elements) {
        const [, owner = ''] = pages.find(([id]) => id === Number(page)) ?? [];
        expect(owner).toMatch(new RegExp(`/Annots \\[[^\\]]*\\b${link} 0 R`));
      }
    },
  ],
];

describe('of the sixteen traps of pdfkit', () => {
  it('all are listed', () => expect(new Set(TRAPS.map(([trap]) => trap)).size).toBe(16));

  it.each(TRAPS)('%s: held', async (_, held) => {
    await held();
  });

  it('and none of marked content in marked content, which it closes silently', () => {
    const surface = pdfSurface(sample.meta, {});
    surface.startPage(100, 100);
    expect(() => surface.rectangle({ x: 0, y: 0, width: 1, height: 1 }, {})).toThrow('ink outside');
    expect(() => surface.artifact('Layout', () => surface.artifact('Layout', () => undefined))).toThrow('does not nest');
  });
});

describe('the structure', () => {
  /** Cells of each row counted with the columns they span, in the file itself: what no validator of PDF/A looks at. */
  it('has as many cells in each row of a table as in the others, spans counted', () => {
    const byId = objectsOf(bytes);
    const typeOf = (id: number): string => /\/S ?\/(\w+)/.exec(byId.get(id) ?? '')?.[1] ?? '';
    const kidsOf = (id: number): number[] => [...(/\/K ?(\[[^\]]*\]|\d+ 0 R)/.exec(byId.get(id) ?? '')?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, kid]) => Number(kid));
    const within = (id: number, type: string): number[] => kidsOf(id).flatMap((kid) => (typeOf(kid) === type ? [kid] : within(kid, type)));
    const span = (id: number, name: string): number => Number(new RegExp(`/${name} (\\d+)`).exec(byId.get(id) ?? '')?.[1] ?? 1);
    const tables = [...byId.keys()].filter((id) => typeOf(id) === 'Table');
    expect(tables.length).toBeGreaterThanOrEqual(4);
    for (const table of tables) {
      const rows = within(table, 'TR');
      const open: number[] = [];
      const widths = rows.map((row) => {
        const cells = kidsOf(row);
        const carried = open.shift() ?? 0;
        cells.forEach((cell) => {
          for (let below = 0; below < span(cell, 'RowSpan') - 1; below += 1) open[below] = (open[below] ?? 0) + span(cell, 'ColSpan');
        });
        return carried + cells.reduce((sum, cell) => sum + span(cell, 'ColSpan'), 0);
      });
      expect(new Set(widths).size).toBe(1);
      expect(rows.flatMap(kidsOf).every((cell) => ['TH', 'TD'].includes(typeOf(cell)))).toBe(true);
    }
  });

  it('is read in the order in which it is printed', async () => {
    const squeeze = (text: string): string => text.replaceAll(/\s/g, '');
    const read = nodesOf(await structureOf(document), 'H2').map(({ text }) => squeeze(text));
    const printed = squeeze(texts.slice(2).join(''));
    const places = read.slice(1).map((title) => printed.indexOf(title));
    expect(places.length).toBeGreaterThanOrEqual(5);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });
});
