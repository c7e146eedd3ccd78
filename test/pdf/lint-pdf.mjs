/**
 * Looks at every document that the product prints for what veraPDF does not look at; needs no JDK.
 *
 *   node test/pdf/lint-pdf.mjs            all samples
 *   node test/pdf/lint-pdf.mjs issued     those whose names begin so
 *
 * Of each: structure (lint-structure.mjs), every text of its data in its pages, the hash of its data printed and attached, the
 * same bytes when it is made again; of reports besides: the offline verifier finds them sound, in this layout and by their
 * figures alone, and of signed ones that the signature holds. Exit code 0 if nothing was found, 1 if something was.
 */
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { structureFaults } from './lint-structure.mjs';
import { eachSample, sha256 } from './samples.mjs';

const DIST = join(import.meta.dirname, '..', '..', 'dist', 'libs');
const [{ checkPaper }, { ofAnotherLayout }] = await Promise.all(['report/src/index.js', 'report/src/testing/papers.js'].map((path) => import(join(DIST, path))));
const SHOWN = 5;

const closeUp = (text) => text.replaceAll(/[\s\u00a0]/g, '');

/** Texts and files of a document, read by a program that shares no code with the one that wrote it. */
async function read(bytes) {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(closeUp(items.map((item) => item.str ?? '').join('')));
  }
  const files = Object.values((await document.getAttachments()) ?? {}).map(({ filename, content }) => ({ name: filename, sha256: sha256(content) }));
  const stated = /<baton:dataSha256>([0-9a-f]{64})</.exec((await document.getMetadata()).metadata?.getRaw() ?? '')?.[1] ?? '';
  await document.loadingTask.destroy();
  return { pages, files, stated };
}

/** On the pages in one piece, or broken where one page ends and the next one begins. */
function isThere(pages, text) {
  if (pages.some((page) => page.includes(text))) return true;
  return Array.from({ length: text.length - 1 }, (_, at) => at + 1).some((at) => pages.some((page, number) => page.includes(text.slice(0, at)) && (pages[number + 1] ?? '').includes(text.slice(at)) && Math.min(at, text.length - at) > 4));
}

async function contentFaults({ bytes, texts }) {
  const { pages, files, stated } = await read(bytes);
  const all = pages.join('');
  const missing = [...new Set(texts)].filter((text) => !isThere(pages, closeUp(text.normalize('NFC'))));
  const listed = all.includes('SHA-256') && files.some((file) => all.includes(file.sha256));
  return [
    ...missing.map((text) => `'${text}' is nowhere on its pages`),
    ...(files.length === 0 || files.some((file) => file.sha256 === stated) ? [] : ['no file inside has the fingerprint that is stated']),
    ...pages.flatMap((page, at) => (page.includes(stated.slice(0, 8)) ? [] : [`page ${at + 1} does not bear the fingerprint`])),
    ...(listed ? files.filter((file) => !all.includes(file.sha256)).map(({ name }) => `the hash of '${name}' is not printed`) : []),
  ];
}

/** The same bytes again; a signature by elliptic curve or with a time is another one each time. */
const repetitionFaults = async ({ bytes, again, sign }) => (sign?.isStable === false || (await again()).equals(bytes) ? [] : ['is not the same when it is made again']);

async function verifierFaults({ isReport, bytes, sign, make }) {
  if (isReport !== true) return [];
  const { faults, signature, comparedTexts } = await checkPaper(bytes);
  const level = signature === null ? undefined : signature.stampedAt === null ? 'B-B' : 'B-T';
  const unsigned = ofAnotherLayout(await make());
  const otherwise = await checkPaper(sign === undefined ? unsigned : await sign.by(unsigned));
  const said = (found) => found.map(({ part, text }) => `${part}: ${text.en}`);
  return [
    ...said(faults).map((text) => `the verifier says ${text}`),
    ...said(otherwise.faults).map((text) => `by its figures alone the verifier says ${text}`),
    ...(level === sign?.level ? [] : [`the signature is ${level ?? 'not there'} instead of ${sign?.level ?? 'none'}`]),
    ...(comparedTexts < 100 || otherwise.comparedTexts < 50 || otherwise.notes.length === 0 ? ['hardly anything was compared'] : []),
  ];
}

const [wanted = ''] = process.argv.slice(2);
let failed = 0;
await eachSample(async (sample) => {
  if (!sample.name.startsWith(wanted)) return;
  const started = performance.now();
  const faults = [...structureFaults(sample.bytes), ...(await contentFaults(sample)), ...(await repetitionFaults(sample)), ...(await verifierFaults(sample))];
  console.log(`${faults.length === 0 ? 'PASS' : 'FAIL'} ${sample.name} (${sample.texts.length} texts, ${sample.bytes.length} bytes, ${Math.round(performance.now() - started)} ms)`);
  for (const fault of faults.slice(0, SHOWN)) console.log(`     ${fault}`);
  if (faults.length > SHOWN) console.log(`     and ${faults.length - SHOWN} more`);
  if (faults.length > 0) failed += 1;
});
process.exit(failed === 0 ? 0 : 1);
