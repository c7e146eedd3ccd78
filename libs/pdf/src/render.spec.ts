import { PassThrough, Writable } from 'node:stream';

import { describe, expect, it, jest } from '@jest/globals';

import { sampleDocument } from '../../../test/pdf/sample.mjs';
import { writeDocument } from './render.js';
import { renderDocument } from './thread/stream.js';

jest.setTimeout(120_000);

/** Takes its time over every chunk, and remembers what it got. */
function slowSink(): { sink: Writable; bytes: () => Buffer } {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    highWaterMark: 1_024,
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      setImmediate(done);
    },
  });
  return { sink, bytes: () => Buffer.concat(chunks) };
}

describe('writeDocument', () => {
  it('gives a slow reader the same bytes', async () => {
    const { meta, cover, blocks, options } = sampleDocument({ rows: 20 });
    const { sink, bytes } = slowSink();
    await writeDocument(sink, meta, cover, blocks, options);
    expect(bytes().equals(await renderDocument(meta, cover, blocks, options))).toBe(true);
  });

  it('writes nothing at all if the text cannot be printed, however late it comes', async () => {
    const { meta, cover, blocks, options } = sampleDocument({ rows: 20 });
    const { sink, bytes } = slowSink();
    const faulty = [...blocks, { kind: 'paragraph', text: '☑' } as const];
    await expect(writeDocument(sink, meta, cover, faulty, options)).rejects.toMatchObject({ code: 'pdf.glyph-missing' });
    expect(bytes()).toHaveLength(0);
  });

  it('stops when the reader goes away', async () => {
    const { meta, cover, blocks, options } = sampleDocument({ rows: 2_000 });
    const sink = new PassThrough();
    sink.once('data', () => sink.destroy());
    await expect(writeDocument(sink, meta, cover, blocks, options)).rejects.toThrow();
  });

  it('prints metadata in one form', async () => {
    const { meta, cover } = sampleDocument({ rows: 1 });
    const decomposed = { ...meta, title: `${meta.title}\u1112\u1161\u11ab\u1100\u1173\u11af` };
    const composed = { ...meta, title: `${meta.title}한글` };
    expect((await renderDocument(decomposed, cover, [])).equals(await renderDocument(composed, cover, []))).toBe(true);
  });

  it.each([
    ['a hash that is none', { dataSha256: 'abc' }, 'dataSha256'],
    ['no title', { title: ' ' }, 'title'],
    ['no instant', { createdAt: new Date(Number.NaN) }, 'createdAt'],
  ])('refuses %s', async (_, fault, message) => {
    const { meta, cover } = sampleDocument({ rows: 1 });
    await expect(renderDocument({ ...meta, ...fault }, cover, [])).rejects.toThrow(message);
  });

  it('refuses a watermark of more lines than fit', async () => {
    const { meta, cover } = sampleDocument({ rows: 1 });
    await expect(renderDocument(meta, cover, [], { watermark: ['1', '2', '3', '4'] })).rejects.toThrow('watermark');
  });
});
