/**
 * Validates PDF files against PDF/A-3a and PDF/UA-1 with the veraPDF engine; needs a JDK (17 or newer).
 *
 *   node test/pdf/verify-pdf.mjs                  renders every document of the product with dist and validates it
 *   node test/pdf/verify-pdf.mjs report.pdf …     validates the given files
 *   … --flavours=3a,ua1                           other flavours: 2a 2b 3a 3b 3u ua1
 *
 * Prints a line per file and flavour. Exit code 0 if all passed, 1 if not, 2 if it could not run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { eachSample } from './samples.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const OUT = join(ROOT, 'var', 'vera');
const JAR = join(ROOT, 'node_modules', '@opendataloader', 'pdf', 'lib', 'opendataloader-pdf-cli.jar');
const SOURCE = join(import.meta.dirname, 'Vera.java');
const CLASS = join(OUT, 'Vera.class');

function fail(message) {
  console.error(message);
  process.exit(2);
}

function run(command, parameters) {
  const result = spawnSync(command, parameters, { stdio: 'inherit' });
  if (result.error) fail(`${command}: ${result.error.message} (a JDK is needed)`);
  return result.status ?? 1;
}

/** Compiles the driver unless the class is newer than its source. */
function compile() {
  if (!existsSync(JAR)) fail(`${JAR} is missing: install the development dependencies`);
  mkdirSync(OUT, { recursive: true });
  if (existsSync(CLASS) && statSync(CLASS).mtimeMs >= statSync(SOURCE).mtimeMs) return;
  if (run('javac', ['-cp', JAR, '-d', OUT, SOURCE]) !== 0) fail('Vera.java does not compile');
}

/** Every document that the product prints, as a file. */
async function samples() {
  mkdirSync(OUT, { recursive: true });
  const files = [];
  await eachSample(({ name, bytes }) => {
    files.push(join(OUT, `sample-${name}.pdf`));
    writeFileSync(files.at(-1), bytes);
  }).catch((error) => fail(error.stack));
  return files;
}

const parameters = process.argv.slice(2);
const flavours = parameters.find((parameter) => parameter.startsWith('--flavours='))?.slice('--flavours='.length) ?? '3a,ua1';
const given = parameters.filter((parameter) => !parameter.startsWith('--'));
compile();
const files = given.length > 0 ? given : await samples();
process.exit(run('java', ['-Xmx2g', '-cp', [JAR, OUT].join(delimiter), 'Vera', flavours, ...files]));
