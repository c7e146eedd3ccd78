import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { portfolio, sampleDocument } from '../../../../test/pdf/sample.mjs';
import type { Block, Row, StreamedTable } from '../blocks.js';
import { renderHere } from '../render.js';
import { renderDocument, streamDocument } from './stream.js';

jest.setTimeout(120_000);

const COLUMNS = Array.from({ length: 8 }, (_, at) => ({ header: `열 ${at + 1}` }));
const { meta, cover, options } = sampleDocument({ rows: 1 });

async function allOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function* asTheyCome(rows: readonly Row[]): AsyncGenerator<Row> {
  for (const row of rows) yield await Promise.resolve(row);
}

const tableOf = (rows: readonly Row[]): Block => ({ kind: 'table', columns: COLUMNS, rows });
const streamed = (rows: readonly Row[]): StreamedTable => ({ kind: 'table', columns: COLUMNS, rows: asTheyCome(rows) });

describe('a long document', () => {
  const rows = portfolio(3_000);

  it('has the same bytes, wherever it is made and however its rows come', async () => {
    const sample = sampleDocument({ rows: 1_500 });
    const here = await renderHere(sample.meta, sample.cover, sample.blocks, sample.options);
    expect((await renderDocument(sample.meta, sample.cover, sample.blocks, sample.options)).equals(here)).toBe(true);
    const long = await renderHere(meta, cover, [tableOf(rows)], options);
    expect((await allOf(streamDocument(meta, cover, [streamed(rows)], options))).equals(long)).toBe(true);
  });

  it('comes in pieces', async () => {
    let pieces = 0;
    for await (const piece of streamDocument(meta, cover, [tableOf(rows)])) {
      expect(piece.length).toBeLessThan(2_000_000);
      pieces += 1;
    }
    expect(pieces).toBeGreaterThan(5);
  });

  it('is refused before the first piece if a character of the last row cannot be printed', async () => {
    const faulty = [...rows, COLUMNS.map(() => '☑')];
    const pieces = streamDocument(meta, cover, [tableOf(faulty)]);
    await expect(pieces.next()).rejects.toMatchObject({ name: 'DomainError', code: 'pdf.glyph-missing', kind: 'rule_broken', details: { codePoint: 'U+2611' } });
  });

  it('is given up when its reader goes away, and the next one is made', async () => {
    for await (const piece of streamDocument(meta, cover, [tableOf(rows)])) {
      expect(Buffer.from(piece).subarray(0, 5).toString()).toBe('%PDF-');
      break;
    }
    expect((await allOf(streamDocument(meta, cover, [tableOf(rows)]))).subarray(-6).toString()).toBe('%%EOF\n');
  });

  it('may be short after all', async () => {
    const short = [...rows.slice(0, 3)];
    expect((await allOf(streamDocument(meta, cover, [streamed(short)]))).equals(await renderHere(meta, cover, [tableOf(short)]))).toBe(true);
    expect((await allOf(streamDocument(meta, cover, [streamed([])]))).equals(await renderHere(meta, cover, [tableOf([])]))).toBe(true);
  });
});

describe('while a long document is made', () => {
  const server = createServer((_request, response) => response.end('here'));
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('other requests are answered', async () => {
    const { port } = server.address() as AddressInfo;
    let made = false;
    let answered = 0;
    const document = allOf(streamDocument(meta, cover, [tableOf(portfolio(20_000))])).finally(() => (made = true));
    while (!made) {
      expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here');
      answered += 1;
    }
    expect((await document).length).toBeGreaterThan(1_000_000);
    expect(answered).toBeGreaterThan(100);
  });
});
