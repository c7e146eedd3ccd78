import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { englishSample } from './sample-english.mjs';
import { issueSamples, openSigners } from './sample-issues.mjs';
import { letterSamples } from './sample-letters.mjs';
import { reportSamples } from './sample-reports.mjs';
import { portfolio, sampleDocument } from './sample.mjs';

const LIBRARY = join(import.meta.dirname, '..', '..', 'dist', 'libs', 'pdf', 'src', 'index.js');

/** The kit by itself: everything that a document may hold, the same as a marked copy, and in English. */
async function kitSamples() {
  const { renderDocument } = await import(LIBRARY);
  const copy = ['사본 · 감사관 홍길동 (A-0421)', '사유: 국정감사 자료 제출', '2026. 7. 10. 15:30'];
  const cells = (rows) => portfolio(rows).flatMap((row) => row.map((cell) => cell.text ?? cell));
  const cases = [
    ['report', sampleDocument(), cells(200)],
    ['copy', sampleDocument({ rows: 30, watermark: copy }), [...cells(30), ...copy]],
    ['english', englishSample(), []],
  ];
  return cases.map(([name, { meta, cover, blocks, options }, texts]) => ({ name, texts, make: () => renderDocument(meta, cover, blocks, options) }));
}

/**
 * Every document that the product prints, made with the compiled program: name, the texts that a reader must find, how it is
 * made, and how it is signed. `visit` gets each with its bytes; `again` makes it once more.
 */
export async function eachSample(visit) {
  if (!existsSync(LIBRARY)) throw new Error(`${LIBRARY} is missing: run "npm run build:api" first`);
  const signers = await openSigners();
  try {
    for (const sample of [...(await kitSamples()), ...(await reportSamples()), ...(await issueSamples(signers)), ...(await letterSamples())]) {
      const make = async () => {
        const unsigned = await sample.make();
        return sample.sign === undefined ? unsigned : sample.sign.by(unsigned);
      };
      await visit({ ...sample, bytes: await make(), again: make });
    }
  } finally {
    await signers.close();
  }
}

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
