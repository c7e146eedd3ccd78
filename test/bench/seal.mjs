/**
 * What sealing costs the write path. One server, one database, one run: rounds with the sealer on and off take turns, so
 * that a machine that warms up or is busy with something else weighs on both alike. Run by `npm run bench:seal`, after
 * `npm run build:api`; prints every round and leaves the judgement to whoever reads them.
 */
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../../dist/libs/calendar/src/index.js';
import { Sealer, verifyDatabase, keyFinderOf } from '../../dist/libs/seal/src/index.js';
import { Keyring } from '../../dist/libs/secret/src/index.js';
import { actorOf, seedUsers } from '../../dist/libs/access/src/index.js';
import { CommandRunner } from '../../dist/libs/command/src/index.js';
import { getDataSourceToken } from '@nestjs/typeorm';
import { readConfig } from '../../dist/apps/api/src/config.js';
import { DEMO_PEOPLE } from '../../dist/apps/api/src/demo/people.js';
import { openServer } from '../../dist/apps/api/src/server.js';

const PAIRS = Number(process.env.BENCH_PAIRS ?? 12);
const ROUND_MS = Number(process.env.BENCH_ROUND_MS ?? 6_000);
const CLIENTS = Number(process.env.BENCH_CLIENTS ?? 8);
const SEAL_EVERY_MS = 5_000;

/** As many rows as recording a deal leaves: six verdict-like rows of text and numbers, the logged command, and its announcement. */
const write = {
  name: 'programme.create',
  execute: async (tx, context, input) => {
    context.announce('bench.written', { id: input.id });
    await tx.query(
      `insert into party (id, kind, name, match_name, business_number)
       select gen_random_uuid(), 'COMPANY', '주식회사 한빛기술 ' || n, '한빛기술', null from generate_series(1, 6) as n`,
    );
    return { id: input.id };
  },
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-bench-seal-'));
const config = readConfig({ BATON_DATA_DIR: folder, BATON_SEAL_SECONDS: '0', DATABASE_URL: process.env.TEST_DATABASE_URL }, process.cwd());
const server = await openServer(config, systemClock, () => undefined);
try {
  const source = server.app.get(getDataSourceToken());
  const actor = await writerOf(source);
  const runner = new CommandRunner(source, systemClock);
  const sealer = server.app.get(Sealer);
  await round(runner, actor, null);
  await sealer.sealNow();
  const [on, off, shares, sealed] = [[], [], [], { rows: 0, milliseconds: 0 }];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    // The order changes from pair to pair: neither always comes second.
    const order = pair % 2 === 0 ? [true, false] : [false, true];
    const rates = {};
    for (const sealing of order) {
      rates[sealing] = await round(runner, actor, sealing ? sealer : null, sealed);
      if (!sealing) await sealer.sealNow();
    }
    on.push(rates.true);
    off.push(rates.false);
    shares.push(1 - rates.true / rates.false);
    console.log(`pair ${String(pair + 1).padStart(2)}  sealing ${rates.true.toFixed(0).padStart(5)}/s   not sealing ${rates.false.toFixed(0).padStart(5)}/s   cost ${percent(shares.at(-1))}`);
  }
  const sorted = [...shares].sort((a, b) => a - b);
  console.log(`\n${CLIENTS} writers, rounds of ${ROUND_MS / 1000} s, a seal every ${SEAL_EVERY_MS / 1000} s (8 sealed rows a command), ${os.cpus().length} processors`);
  console.log(`mean: sealing ${mean(on).toFixed(0)}/s, not sealing ${mean(off).toFixed(0)}/s, cost ${percent(1 - mean(on) / mean(off))}; median of the pairs ${percent(sorted[Math.floor(sorted.length / 2)])}, from ${percent(sorted[0])} to ${percent(sorted.at(-1))}`);
  console.log(`sealer: ${sealed.rows} rows in ${(sealed.milliseconds / 1000).toFixed(2)} s, ${((sealed.milliseconds * 1000) / Math.max(1, sealed.rows)).toFixed(1)} µs a row`);
  await measureVerification(server);
} finally {
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}

/** Somebody who may write, as the database asks. */
async function writerOf(source) {
  const manager = DEMO_PEOPLE.find(({ login }) => login === 'manager');
  await seedUsers(source.manager, server.app.get(Keyring), [manager]);
  const [{ id }] = await source.query(`select id from app_user where login = 'manager'`);
  return actorOf({ id, login: 'manager', name: manager.name, held: [{ role: 'FUND_MANAGER', scopes: ['*'] }] });
}

/** Commands a second while `sealer` works beside them, or nobody does. */
async function round(runner, actor, sealer, sealed = { rows: 0, milliseconds: 0 }) {
  const end = performance.now() + ROUND_MS;
  let count = 0;
  const writers = Array.from({ length: CLIENTS }, async () => {
    while (performance.now() < end) {
      await runner.run(write, { actor, input: { id: randomUUID() } });
      count += 1;
    }
  });
  const sealing = (async () => {
    while (sealer !== null && performance.now() < end) {
      await pause(Math.min(SEAL_EVERY_MS, Math.max(0, end - performance.now() - 400)));
      const started = performance.now();
      const batch = await sealer.sealDue();
      sealed.rows += batch?.leafCount ?? 0;
      sealed.milliseconds += performance.now() - started;
      if (end - performance.now() < 500) break;
    }
  })();
  await Promise.all([...writers, sealing]);
  return (count * 1000) / ROUND_MS;
}

async function measureVerification(running) {
  const sealer = running.app.get(Sealer);
  await sealer.sealNow();
  const source = running.app.get(getDataSourceToken('sealer'));
  const keyOf = keyFinderOf(running.app.get(Keyring));
  const started = performance.now();
  const before = process.memoryUsage().rss;
  const result = await source.transaction('REPEATABLE READ', async (tx) => {
    await tx.query(`select set_config('baton.scopes', '*', true)`);
    return verifyDatabase(tx, { keyOf, anchors: [] });
  });
  const seconds = (performance.now() - started) / 1000;
  console.log(`verification: ${result.rows} rows in ${seconds.toFixed(1)} s (${(result.rows / seconds).toFixed(0)}/s), sound: ${result.sound}, memory +${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB`);
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}
