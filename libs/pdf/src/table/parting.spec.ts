import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sampleDocument } from '../../../../test/pdf/sample.mjs';
import type { Block, Column } from '../blocks.js';
import { pageTexts } from '../read/page-texts.js';
import { PdfFile } from '../read/pdf-file.js';
import { renderHere } from '../render.js';

/** What a page bears between its head and its foot. */
const PAGE_HEIGHT = 700;

const COLUMNS: readonly Column[] = [{ header: '이름' }, { header: '금액', align: 'right' }];
const names = (count: number, name = '행'): string[] => Array.from({ length: count }, (_, at) => `${name}${at + 1}.`);
const table = (count: number): Block => ({ kind: 'table', caption: '표제', columns: COLUMNS, rows: names(count).map((name) => [name, '1']), footer: ['합계.', String(count)] });

/** The pages on which the texts stand that end with a full stop, in order, below so much white; the first of them counts as 1. */
async function pagesOf(white: number, blocks: readonly Block[]): Promise<Map<string, number>> {
  const { meta } = sampleDocument({ rows: 1 });
  const bytes = await renderHere(meta, null, [{ kind: 'pageBreak' }, { kind: 'space', points: white }, ...blocks], {});
  const found = new Map<string, number>();
  pageTexts(new PdfFile(bytes)).forEach((texts, page) => {
    for (const text of texts.flatMap((each) => each.split(' '))) if (/^(행|사실|표제|합계|제목)[\d.]*$/u.test(text)) found.set(text, page + 1);
  });
  const first = Math.min(...found.values());
  return new Map([...found].map(([text, page]) => [text, page - first + 1]));
}

const anywhere = fc.integer({ min: 0, max: PAGE_HEIGHT });

describe('what stays together on a page', () => {
  it('is a small table with its heading, caption and total, wherever it begins', async () => {
    await fc.assert(
      fc.asyncProperty(anywhere, fc.integer({ min: 1, max: 9 }), async (white, count) => {
        const pages = await pagesOf(white, [{ kind: 'heading', level: 2, text: '제목.' }, table(count)]);
        expect([...pages.keys()]).toEqual(expect.arrayContaining(['제목.', '표제', ...names(count), '합계.']));
        expect(new Set(pages.values())).toEqual(new Set([1]));
      }),
      { numRuns: 30 },
    );
  });

  it('are the last two rows of a longer one and its total', async () => {
    await fc.assert(
      fc.asyncProperty(anywhere, fc.integer({ min: 60, max: 130 }), async (white, count) => {
        const pages = await pagesOf(white, [table(count)]);
        const last = pages.get('합계.');
        expect([pages.get(`행${count}.`), pages.get(`행${count - 1}.`)]).toEqual([last, last]);
        expect(last).toBeGreaterThan(1);
      }),
      { numRuns: 30 },
    );
  });

  it('are a few facts', async () => {
    const facts = names(6, '사실');
    await fc.assert(
      fc.asyncProperty(anywhere, async (white) => {
        const pages = await pagesOf(white, [{ kind: 'heading', level: 2, text: '제목.' }, { kind: 'facts', rows: facts.map((value, at) => [`항목 ${at}`, value]) }]);
        expect([...pages.keys()]).toEqual(expect.arrayContaining(facts));
        expect(new Set(pages.values())).toEqual(new Set([1]));
      }),
      { numRuns: 20 },
    );
  });

  it('is a paragraph of three lines', async () => {
    const text = `행1. ${'글자 '.repeat(36)}행2. ${'글자 '.repeat(12)}행3.`;
    const pages = [];
    for (let white = 0; white <= PAGE_HEIGHT; white += 5) pages.push([...(await pagesOf(white, [{ kind: 'paragraph', text }])).values()]);
    expect(pages).toEqual(pages.map(() => [1, 1, 1]));
  });
});
