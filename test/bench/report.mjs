/**
 * How fast a long table becomes a PDF, and with how much memory: our own kit, fully tagged and archival, side by side with
 * pdfmake, Chromium and LibreOffice (where they are there) on the same rows. Each run is a process of its own and is timed as a
 * whole, start included, which is what the targets mean; beside it stands what each makes of further pages once it has started,
 * as a server has. The engines take turns, the median counts. Then the letter of a voucher in a warm process, and a long
 * report that streams while others ask. Run by `npm run bench:report`; the ratios are the result, and nothing is left behind.
 *
 *   BENCH_PAGES    30,300,3000    sizes, fifty rows of ten cells to a page
 *   BENCH_ROUNDS   3              of each engine and size; one round where a run takes minutes
 *   BENCH_ENGINES  baton,pdfmake,chromium,libreoffice
 *   BENCH_LETTERS  300            letters in the warm process
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { engines } from './report/engines.mjs';
import { timed } from './report/run.mjs';

const PAGES = (process.env.BENCH_PAGES ?? '30,300,3000').split(',').map(Number);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const ENGINES = (process.env.BENCH_ENGINES ?? 'baton,pdfmake,chromium,libreoffice').split(',');
const LETTERS = Number(process.env.BENCH_LETTERS ?? 300);
const LONG_RUN_SECONDS = 60;
/** Times the fastest of the others, and megabytes. */
const TARGETS = { 300: { ratio: 5 }, 3_000: { ratio: 10, megabytes: 300 } };

const run = promisify(execFile);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const percentile = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const verdicts = [];
const judge = (what, value, limit, unit, atLeast) => verdicts.push({ what, value, limit, unit, met: atLeast ? value >= limit : value <= limit });

console.log(`${os.cpus().length} processors (${os.cpus()[0]?.model.trim()}), node ${process.version}, load ${os.loadavg()[0].toFixed(1)}`);
/** Seconds that an engine takes for a single page. */
const starts = new Map();
const folder = await mkdtemp(path.join(os.tmpdir(), 'baton-bench-report-'));
try {
  for (const engine of engines(folder).filter(({ name }) => ENGINES.includes(name))) starts.set(engine.name, median(await runs(engine, 1)));
  for (const pages of PAGES) await compare(pages);
  await letters();
  await besideOthers();
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log('\nAgainst the targets');
for (const { what, value, limit, unit, met } of verdicts) console.log(`  ${met ? 'met   ' : 'MISSED'} ${what}: ${value.toFixed(1)} ${unit}, target ${limit} ${unit}`);

/** What a number of pages takes, each time from the start. */
async function runs(engine, pages) {
  await engine.prepare(pages);
  const seconds = [];
  for (let round = 0; round < ROUNDS; round += 1) seconds.push((await once(engine, pages)).seconds);
  return seconds;
}

async function once(engine, pages) {
  const out = path.join(folder, 'out.pdf');
  const result = await timed(engine.command(pages, out));
  const file = engine.made?.(pages, out) ?? out;
  const size = (await stat(file)).size / 2 ** 20;
  await rm(file);
  return { ...result, size };
}

async function compare(pages) {
  const runners = engines(folder).filter(({ name, largest = Infinity }) => pages <= largest && ENGINES.includes(name));
  for (const engine of runners) await engine.prepare(pages);
  const results = new Map(runners.map((engine) => [engine, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [engine, taken] of results) {
      if (taken.length > 0 && taken[0].seconds > LONG_RUN_SECONDS) continue;
      taken.push(await once(engine, pages));
    }
  }
  console.log(`\n${pages} pages (${pages * 50} rows, ${pages * 500} cells)`);
  const rows = [...results].map(([{ name, say, own = false }, taken]) => {
    const seconds = median(taken.map((each) => each.seconds));
    const processor = median(taken.map((each) => each.processor));
    return { say, own, rate: pages / seconds, further: (pages - 1) / Math.max(seconds - starts.get(name), 0.001), seconds, processor, rounds: taken.length, megabytes: Math.max(...taken.map((each) => each.megabytes)), size: taken[0].size };
  });
  const ours = rows.find(({ own }) => own);
  for (const { say, rate, further, seconds, processor, megabytes, size, rounds } of rows) {
    const times = `${(ours.rate / rate).toFixed(1)} times as fast, ${(ours.further / further).toFixed(1)} times once started, on ${(processor / ours.processor).toFixed(1)} times less processor`;
    console.log(`  ${say.padEnd(28)} ${rate.toFixed(1).padStart(7)} pages/s ${further.toFixed(1).padStart(7)} once started ${seconds.toFixed(2).padStart(8)} s ${processor.toFixed(2).padStart(8)} s of processor ${megabytes.toFixed(0).padStart(6)} MB at most  ${size.toFixed(1).padStart(6)} MB of file  ${rounds} rounds${rate === ours.rate ? '' : `  ours is ${times}`}`);
  }
  const { ratio, megabytes } = TARGETS[pages] ?? {};
  const fastest = Math.max(...rows.filter(({ own }) => !own).map(({ rate }) => rate));
  if (ratio !== undefined && rows.length > 1) judge(`${pages} pages, times the fastest of the others`, ours.rate / fastest, ratio, 'times', true);
  if (megabytes !== undefined) judge(`${pages} pages, memory`, ours.megabytes, megabytes, 'MB', false);
}

async function letters() {
  const { stdout } = await run(process.execPath, [path.join(import.meta.dirname, 'report', 'warm.mjs'), String(LETTERS)]);
  const taken = JSON.parse(stdout);
  console.log(`\nThe letter of a voucher, one page, in a warm process: median ${median(taken).toFixed(1)} ms, p99 ${percentile(taken, 0.99).toFixed(1)} ms`);
  judge('letter of a voucher, median', median(taken), 20, 'ms', false);
}

async function besideOthers() {
  const { stdout } = await run(process.execPath, [path.join(import.meta.dirname, 'report', 'beside.mjs'), '1000'], { maxBuffer: 2 ** 26 });
  const { first, total, bytes, alone, beside } = JSON.parse(stdout);
  const say = (taken) => `median ${median(taken).toFixed(1)} ms, p99 ${percentile(taken, 0.99).toFixed(1)} ms (${taken.length} requests)`;
  console.log(`\n1000 pages through HTTP: first byte after ${first.toFixed(0)} ms, all ${(bytes / 2 ** 20).toFixed(1)} MB after ${(total / 1_000).toFixed(1)} s`);
  console.log(`  small requests of the same server alone: ${say(alone)}\n  while the report is made:                ${say(beside)}`);
  judge('1000 pages, first byte', first, 1_000, 'ms', false);
}
