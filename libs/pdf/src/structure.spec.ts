import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { closeAll, nodesOf, objectsOf, open, pageTexts, structureOf, type StructNode } from '../../../test/pdf/read-pdf.js';
import { LONG_NAME, portfolio, sampleDocument } from '../../../test/pdf/sample.mjs';
import type { Block, Cell } from './blocks.js';
import { renderDocument } from './thread/stream.js';

// Reading files back takes a while on a busy machine.
jest.setTimeout(120_000);
afterAll(closeAll);

const squeeze = (text: string): string => text.replaceAll(/\s+/g, '');
const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);

/** Whether the object is an element of the structure of that type. */
const isOfType = (text: string, type: string): boolean => new RegExp(`/S ?/${type}\\b`).test(text);

async function render(blocks: readonly Block[]): Promise<Buffer> {
  const { meta, cover, options } = sampleDocument({ rows: 1 });
  return renderDocument(meta, cover, blocks, options);
}

async function read(blocks: readonly Block[]): Promise<{ bytes: Buffer; document: PDFDocumentProxy; tree: StructNode[]; texts: string[] }> {
  const bytes = await render(blocks);
  const document = await open(bytes);
  return { bytes, document, tree: await structureOf(document), texts: await pageTexts(document) };
}

describe('the sample report', () => {
  const rows = 80;
  const sample = sampleDocument({ rows });
  let bytes: Buffer;
  let document: PDFDocumentProxy;
  let tree: StructNode[];
  let texts: string[];
  beforeAll(async () => {
    bytes = await renderDocument(sample.meta, sample.cover, sample.blocks, sample.options);
    document = await open(bytes);
    tree = await structureOf(document);
    texts = await pageTexts(document);
  });

  it('prints every cell of every table', () => {
    const printed = squeeze(texts.join('\n'));
    for (const row of portfolio(rows)) for (const cell of row) expect(printed).toContain(squeeze(textOf(cell)));
    expect(printed).toContain(squeeze(LONG_NAME));
  });

  it('puts every cell into its row, in order', () => {
    const printed = nodesOf(tree, 'TR').map(({ children }) => children.map(({ text }) => squeeze(text)));
    for (const row of portfolio(rows)) expect(printed).toContainEqual(row.map((cell) => squeeze(textOf(cell))));
  });

  it('repeats the head of the long table on each of its pages, but in the structure only once', () => {
    const heads = texts.filter((text) => text.includes('사업자등록번호') && text.includes('인정 경로'));
    expect(heads.length).toBeGreaterThanOrEqual(3);
    expect(nodesOf(tree, 'TH').filter(({ text }) => squeeze(text) === '사업자등록번호')).toHaveLength(1);
  });

  it('scopes every header cell', () => {
    const headers = [...objectsOf(bytes).values()].filter((text) => isOfType(text, 'TH'));
    expect(headers.length).toBeGreaterThan(rows);
    for (const text of headers) expect(text).toMatch(/\/Scope ?\/(Row|Column)/);
  });

  it('numbers its pages on all sheets', () => {
    texts.forEach((text, at) => {
      expect(text).toContain(`${at + 1} / ${document.numPages}`);
      expect(text).toContain('기금운용-2026-0147');
      expect(text).toContain(sample.meta.dataSha256.slice(0, 8));
      expect(text).toContain('대외비');
    });
  });

  it('has one first-level heading and skips no level', () => {
    const levels: number[] = [];
    const walk = (node: StructNode): void => {
      const level = /^H([1-6])$/.exec(node.role)?.[1];
      if (level !== undefined) levels.push(Number(level));
      node.children.forEach(walk);
    };
    tree.forEach(walk);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  it('has bookmarks and a table of contents that lead to the headings', async () => {
    const outline = await document.getOutline();
    expect(outline?.map(({ title }) => title)).toEqual([
      '표지',
      '목차',
      '1. 요약',
      '2. 조합 개요',
      '3. 투자 목록',
      '4. 제한사항 점검',
      '5. 승인',
      '부록. 첨부 자료',
    ]);
    const annotations = await (await document.getPage(2)).getAnnotations();
    expect(annotations).toHaveLength(9);
    const printed = texts[1] ?? '';
    for (const { dest, contentsObj } of annotations as { dest: string; contentsObj: { str: string } }[]) {
      const target = (await document.getDestination(dest)) as [{ num: number; gen: number }];
      const page = (await document.getPageIndex(target[0])) + 1;
      const [title = ''] = contentsObj.str.split(', ');
      expect(contentsObj.str).toBe(`${title}, ${page}쪽으로 이동`);
      expect(printed).toContain(`${title} ${page}`);
      expect(texts[page - 1]).toContain(title);
    }
  });

  it('describes every picture with its figures', () => {
    const figures = nodesOf(tree, 'Figure');
    expect(figures).toHaveLength(3);
    expect(figures[0]?.alt).toContain('납입액 기준 38.75% (필요 40.00%): 미충족');
    expect(figures[1]?.alt).toContain('’26 2Q 41.25%');
    expect(figures[2]?.alt).toContain('4분기 △1,020백만원');
    for (const figure of figures) expect(figure.children.map(({ role }) => role)).toEqual(['Caption']);
  });
});

describe('tables', () => {
  const columns = [
    { header: '구분', rowHeader: true },
    { header: '금액', align: 'right' as const },
  ];

  it('split only rows that are taller than a page, and keep each cell one cell', async () => {
    const long = Array.from({ length: 150 }, (_, at) => `${at + 1}번째 줄`).join('\n');
    const table = (text: string): Block[] => [
      {
        kind: 'table',
        columns,
        rows: [
          ['앞', '1'],
          [text, '2'],
          ['뒤', '3'],
        ],
      },
    ];
    const count = (bytes: Buffer, type: string): number =>
      [...objectsOf(bytes).values()].filter((text) => isOfType(text, type)).length;
    const { bytes, document, texts } = await read(table(long));
    const short = await render(table('짧은 줄'));
    expect(document.numPages).toBeGreaterThanOrEqual(4);
    const printed = squeeze(texts.join(''));
    expect(printed).toContain('1번째줄2번째줄');
    expect(printed).toContain('150번째줄');
    for (const type of ['TR', 'TH', 'TD']) expect(count(bytes, type)).toBe(count(short, type));
  });

  it('keep the total with the last row', async () => {
    for (const count of [36, 37, 38, 39, 40]) {
      const rows = Array.from({ length: count }, (_, at) => [`행 ${at + 1}`, String(at)]);
      const { texts } = await read([{ kind: 'table', columns, rows, footer: ['합계', '999'] }]);
      const last = texts.at(-1) ?? '';
      expect(last).toContain(`행 ${count}`);
      expect(last).toContain('999');
    }
  });

  it('say so when there is nothing in them', async () => {
    const { texts, tree } = await read([{ kind: 'table', caption: '[표 9] 위반', columns, rows: [] }]);
    expect(texts.at(-1)).toContain('해당 없음');
    expect(nodesOf(tree, 'THead')).toHaveLength(2);
  });

  it('span grouped headers and group headings', async () => {
    const grouped = [{ header: '구분' }, { header: '계획', group: '1분기' }, { header: '실적', group: '1분기' }];
    const { bytes, tree } = await read([{ kind: 'table', columns: grouped, rows: [{ group: '가. 출자' }, ['나', '1', '2']] }]);
    const headers = [...objectsOf(bytes).values()].filter((text) => isOfType(text, 'TH')).join('\n');
    expect(headers).toContain('/RowSpan 2');
    expect(headers).toContain('/ColSpan 2');
    expect(headers).toContain('/ColSpan 3');
    expect(
      nodesOf(tree, 'TR')
        .map(({ children }) => children.length)
        .slice(-4),
    ).toEqual([2, 2, 1, 3]);
  });
});

describe('layout', () => {
  it('does not leave a heading behind', async () => {
    for (let points = 380; points <= 640; points += 40) {
      const { texts } = await read([
        { kind: 'space', points },
        { kind: 'heading', level: 2, text: '제목 둘' },
        { kind: 'heading', level: 3, text: '제목 셋' },
        { kind: 'bars', unit: '원', labels: ['첫째 막대'], series: [{ name: '가', values: [1] }] },
      ]);
      expect(texts.find((text) => text.includes('제목 둘'))).toContain('첫째 막대');
    }
  });

  it('turns pages', async () => {
    const { document } = await read([
      { kind: 'paragraph', text: '세로' },
      { kind: 'pageBreak', orientation: 'landscape' },
      { kind: 'paragraph', text: '가로' },
    ]);
    const sizes = await Promise.all([2, 3].map(async (number) => (await document.getPage(number)).view.slice(2)));
    expect(sizes.map(([width = 0, height = 0]) => width > height)).toEqual([false, true]);
  });

  it('lays the marks of a copy over every page', async () => {
    const { meta, cover, options } = sampleDocument({ rows: 1 });
    const bytes = await renderDocument(meta, cover, [{ kind: 'paragraph', text: '본문' }], {
      ...options,
      watermark: ['사본 · 감사관 A-0421', '사유: 국정감사'],
    });
    for (const text of await pageTexts(await open(bytes))) expect(text).toContain('감사관 A-0421');
  });

  it.each([
    ['a skipped heading level', [{ kind: 'heading', level: 3, text: '가' }], 'skips a level'],
    [
      'two headings of one name',
      [
        { kind: 'heading', level: 2, text: '가', id: 'a' },
        { kind: 'heading', level: 2, text: '나', id: 'a' },
      ],
      'unique',
    ],
    ['a destination that is no name', [{ kind: 'heading', level: 2, text: '가', id: 'A b' }], 'not a destination name'],
  ] satisfies [string, Block[], string][])('refuses %s', async (_, blocks, message) => {
    await expect(render(blocks)).rejects.toThrow(message);
  });
});
