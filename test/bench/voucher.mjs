/**
 * What the hot path of vouchers bears, in one run on one PostgreSQL (embedded, or DATABASE_URL with a superuser): captures
 * through HTTP against the raw limit of the database, the issue of many vouchers against COPY, and queries over a growing ledger.
 * Run by `npm run bench:voucher`; the ratios are the result, and nothing is left behind.
 *
 *   BENCH_PARTS    captures,issue,queries       which parts run
 *   BENCH_SECONDS  3                            of each round of captures
 *   BENCH_PAIRS    5                            rounds of HTTP and raw that take turns, from which the ratio is taken
 *   BENCH_ISSUE    100000                       vouchers in the bulk issue
 *   BENCH_LINES    10000,1000000,10000000       ledger lines
 *   BENCH_PROFILE                               folder for a processor profile of the server
 */
import 'reflect-metadata';
import os from 'node:os';
import { measureCaptures } from './voucher/captures.mjs';
import { openGround } from './voucher/ground.mjs';
import { measureIssue } from './voucher/issue.mjs';
import { measureQueries } from './voucher/queries.mjs';

const PARTS = { captures: measureCaptures, issue: measureIssue, queries: measureQueries };
const wanted = (process.env.BENCH_PARTS ?? Object.keys(PARTS).join(',')).split(',');

console.log(`${os.cpus().length} processors (${os.cpus()[0]?.model.trim()}), node ${process.version}; clients, server and database share them`);
const ground = await openGround();
const verdicts = [];
try {
  for (const part of wanted) verdicts.push(...(await PARTS[part](ground)));
} catch (error) {
  // Said before the databases go, in case that does not come to an end either.
  console.error(error);
  process.exitCode = 1;
} finally {
  await ground.stop();
}
console.log('\nAgainst the targets');
for (const { what, ratio, target, atLeast } of verdicts) {
  const met = atLeast ? ratio >= target : ratio <= target;
  const missing = atLeast ? 1 - ratio / target : ratio / target - 1;
  console.log(`  ${met ? 'met   ' : 'MISSED'} ${what}: ${ratio.toFixed(2)}, target ${atLeast ? '≥' : '≤'} ${target.toFixed(1)}${met ? '' : `, short by ${(missing * 100).toFixed(0)} %`}`);
}
