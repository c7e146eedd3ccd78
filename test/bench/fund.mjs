/**
 * What the pages of a very large fund cost on the server, through HTTP as a browser asks: 1,000 investments, 100,000 ledger lines and
 * a mandate of four rules beside the main obligation, on one PostgreSQL (embedded, or DATABASE_URL with a superuser). Run by
 * `npm run bench:fund`; prints median and slowest of every question beside the target, and leaves nothing behind.
 *
 *   BENCH_DEALS   1000     investments of the fund
 *   BENCH_LINES   100000   lines in its ledger
 *   BENCH_ASKED   60       times each question is put
 */
import 'reflect-metadata';
import os from 'node:os';
import { FUND, layFund } from './fund/fill.mjs';
import { openGround, startServer } from './voucher/ground.mjs';

const DEALS = Number(process.env.BENCH_DEALS ?? 1_000);
const LINES = Number(process.env.BENCH_LINES ?? 100_000);
const ASKED = Number(process.env.BENCH_ASKED ?? 60);
const TARGET_MS = 200;
const PORT = Number(process.env.BENCH_PORT ?? 3_990);

/** What the screens ask; the first is the page that the target is set for. */
const QUESTIONS = {
  'obligation page: all rules, alone and together': { path: `/funds/${FUND}/obligations` },
  'main obligation on every basis, with its pace': { path: `/funds/${FUND}/obligation` },
  'radar over everything in sight': { path: '/obligations' },
  'the statute': { path: '/statutory-obligations' },
  'deal by deal, which rules each counts for': { path: `/funds/${FUND}/obligation-deals` },
  'a simulation of two deals': { path: '/deal-simulations', body: { deals: [1, 2].map(() => ({ fundId: FUND, amountWon: '5500000000', traits: [{ dimension: 'region', value: '대전' }] })) } },
};

console.log(`${os.cpus().length} processors (${os.cpus()[0]?.model.trim()}), node ${process.version}; client, server and database share them`);
const ground = await openGround();
try {
  const books = await ground.openBooks('baton_bench_fund');
  await layFund(books.owner, { deals: DEALS, lines: LINES });
  const { rows } = await books.owner.query('select (select count(*) from investment) as deals, (select count(*) from entry_line) as lines, (select count(*) from classification) as decisions');
  console.log(`${rows[0].deals} investments, ${rows[0].decisions} decisions, ${rows[0].lines} ledger lines\n`);
  const server = await startServer(ground, books, PORT);
  try {
    for (const [question, ask] of Object.entries(QUESTIONS)) await measure(server, question, ask);
  } finally {
    await server.stop();
  }
} catch (error) {
  // Said before the database goes, in case that does not come to an end either.
  console.error(error);
  process.exitCode = 1;
} finally {
  await ground.stop();
}

async function measure(server, question, ask) {
  const taken = [];
  let bytes = 0;
  // The first few warm up.
  for (let turn = -5; turn < ASKED; turn += 1) {
    const started = performance.now();
    bytes = await put(server, ask);
    if (turn >= 0) taken.push(performance.now() - started);
  }
  taken.sort((one, other) => one - other);
  const [median, slowest] = [taken[Math.floor(taken.length / 2)], taken.at(-1)];
  const late = taken[Math.floor(taken.length * 0.95)];
  console.log(`  ${median <= TARGET_MS ? 'met   ' : 'MISSED'} ${question.padEnd(48)} median ${median.toFixed(1).padStart(6)} ms, 95 % ${late.toFixed(1).padStart(6)} ms, slowest ${slowest.toFixed(1).padStart(6)} ms; ${(bytes / 1024).toFixed(0)} KB; target ${TARGET_MS} ms`);
}

async function put({ url, session }, { path, body }) {
  const answer = await fetch(`${url}/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie: session.cookie, 'x-csrf-token': session.csrfToken, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 500)}`);
  return text.length;
}
