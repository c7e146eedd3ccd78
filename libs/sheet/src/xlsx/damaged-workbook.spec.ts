import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { packed, rawWorkbook, workbookParts } from '../testing/package.js';
import { refusalCode } from '../testing/refusal-code.js';
import { readWorkbook } from './read-workbook.js';

/** Hundreds of files each: slow machines may take their time over all of them, though none over one. */
const patience = 60_000;

describe('whatever bytes come in, a workbook or a refusal comes out', () => {
  const cells =
    '<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44260</v></c></row>' +
    '<row r="2"><c r="A2" t="inlineStr"><is><t>가&amp;나</t></is></c></row>';
  const sample = {
    sheets: [{ xml: `<sheetData>${cells}</sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>` }],
    strings: '<si><r><t>기술</t></r><r><t>이전_x000D_</t></r></si>',
    styles: '<numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
  };
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    drop: fc.nat(12),
    put: fc.oneof(fc.uint8Array({ maxLength: 4 }), fc.constantFrom('<', '>', '"', '/', '&', ':', '1048577', 'A1:XFD1048576')),
  });

  function edited(bytes: Buffer, { at, drop, put }: { at: number; drop: number; put: Uint8Array | string }): Buffer {
    const from = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, from), Buffer.from(put as string), bytes.subarray(from + drop)]);
  }

  it('random bytes, also behind the mark of a zip archive', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, asZip) => {
        await refusalCode(() => readWorkbook(asZip ? Buffer.concat([Buffer.from('504b0304', 'hex'), bytes]) : bytes));
      }),
      { numRuns: 300 },
    );
  }, patience);

  it('flipped bits and cut ends', async () => {
    const bytes = await rawWorkbook(sample);
    const flips = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(7)), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(flips, fc.option(fc.nat(bytes.length)), async (bits, cut) => {
        const broken = Buffer.from(bytes);
        for (const [at, bit] of bits) broken.writeUInt8((broken[at] ?? 0) ^ (1 << bit), at);
        await refusalCode(() => readWorkbook(cut === null ? broken : broken.subarray(0, cut)));
      }),
      { numRuns: 400 },
    );
  }, patience);

  it('damaged parts in a sound archive', async () => {
    const parts = workbookParts(sample);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...parts.keys()), fc.array(edit, { minLength: 1, maxLength: 4 }), async (name, edits) => {
        const broken = edits.reduce(edited, parts.get(name) ?? Buffer.alloc(0));
        const bytes = await packed(new Map([...parts, [name, broken]]));
        await refusalCode(() => readWorkbook(bytes));
      }),
      { numRuns: 600 },
    );
  }, patience);
});
