/** Single captures through HTTP against the raw limit, with one hot payee and with spread ones. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { layClaimedServices, layDirectLine, YEAR_OF_CAPTURES } from './fill.mjs';
import { startServer } from './ground.mjs';
import { processorMeter } from './processor.mjs';
import { rawCaptures, SPELLINGS } from './raw.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const PAIRS = Number(process.env.BENCH_PAIRS ?? 5);
const PORT = Number(process.env.BENCH_PORT ?? 0);
const CLIENTS = [1, 8, 64, 256];
const CONNECTIONS = [1, 4, 8, 16, 32];
const PAYEES = 200;
/** More than any round has spent so far; a round that runs out says so. */
const MOST_A_SECOND = { http: 4_500, raw: 2_000 };

/** Hands out services that nobody has captured yet. */
class Stock {
  constructor(from, to) {
    this.next = from;
    this.to = to;
  }

  take(count) {
    const from = this.next;
    return { from, to: Math.min(this.to, from + Math.ceil(count)) };
  }

  spend(used) {
    this.next += used;
  }
}

const servicesNeeded = () => {
  const http = SECONDS * MOST_A_SECOND.http * (CLIENTS.length + PAIRS + 1);
  const raw = SECONDS * MOST_A_SECOND.raw * (CONNECTIONS.length * Object.keys(SPELLINGS).length + PAIRS);
  return Math.ceil((http + raw) * 0.7);
};

export async function measureCaptures(ground) {
  const books = await ground.openBooks('baton_bench_captures');
  await layDirectLine(books.owner);
  const [checker, claimer] = [await books.personOf('checker'), await books.personOf('finance')];
  const server = await startServer(ground, books, PORT);
  const load = fork(path.join(import.meta.dirname, 'load.mjs'));
  try {
    // Whatever is there before the first seal would be sealed with it.
    await firstSeal(books.owner);
    const count = servicesNeeded();
    const fiscalYear = new Date().getFullYear();
    process.stdout.write(`\nCaptures: laying ${2 * count} claimed services … `);
    const started = performance.now();
    await layClaimedServices(books.owner, { fiscalYear, hot: count, spread: count, payees: PAYEES, claimerId: claimer.userId });
    console.log(`${((performance.now() - started) / 1_000).toFixed(0)} s`);
    console.log(`rounds of ${SECONDS} s; the sealer works beside all of them; every capture writes the control account of the year, whoever is paid`);
    const meter = await processorMeter(books.owner, [server.pid, process.pid]);
    const run = { books, server, load, meter, actorId: checker.userId };
    const verdicts = [
      ...(await compare(run, 'one hot payee', new Stock(0, count))),
      ...(await compare(run, `${PAYEES} payees`, new Stock(count, 2 * count))),
    ];
    await checkBooks(books.owner);
    return verdicts;
  } finally {
    load.kill();
    await server.stop();
  }
}

async function compare(run, payees, stock) {
  console.log(`\n  ${payees}`);
  await http(run, stock, 64);
  let best = null;
  for (const spelling of Object.keys(SPELLINGS)) {
    for (const clients of CONNECTIONS) {
      const result = await raw(run, stock, { spelling, clients });
      print(`raw, ${spelling}, ${clients} connections`, result);
      if (best === null || rate(result) > rate(best.result)) best = { spelling, clients, result };
    }
  }
  const unshared = await raw(run, stock, { ...best, control: false });
  print(`raw, ${best.spelling}, ${best.clients} connections, without the lines of the control account`, unshared);
  for (const clients of CLIENTS) print(`HTTP, ${clients} clients`, await http(run, stock, clients));
  const verdicts = [];
  for (const clients of CLIENTS.filter((each) => each >= 64)) {
    const ratios = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      // The order changes from pair to pair: neither always comes second.
      const order = pair % 2 === 0 ? ['http', 'raw'] : ['raw', 'http'];
      const rates = {};
      for (const kind of order) rates[kind] = rate(kind === 'http' ? await http(run, stock, clients) : await raw(run, stock, best));
      ratios.push(rates.http / rates.raw);
    }
    const ratio = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)];
    console.log(`    HTTP with ${clients} clients ÷ raw (${best.spelling}, ${best.clients} connections), ${PAIRS} pairs in turns: median ${ratio.toFixed(2)}, from ${ratios[0].toFixed(2)} to ${ratios.at(-1).toFixed(2)}`);
    verdicts.push({ what: `captures, ${payees}: HTTP with ${clients} clients ÷ best raw`, ratio, target: 1, atLeast: true });
  }
  return verdicts;
}

async function http({ server, load, meter }, stock, clients) {
  const { from, to } = stock.take(SECONDS * MOST_A_SECOND.http);
  const answered = new Promise((resolve) => load.once('message', resolve));
  const processor = meter.start();
  load.send({ url: server.url, session: server.session, clients, seconds: SECONDS, from, to });
  const result = await answered;
  stock.spend(result.used);
  if (result.refused > 0) throw new Error(`${result.refused} captures were refused, the first with\n${result.firstRefusal}`);
  const elsewhere = processor();
  return { ...result, processor: elsewhere === null ? null : elsewhere + result.processor };
}

async function raw({ books, meter, actorId }, stock, { spelling, clients, control = true }) {
  const { from, to } = stock.take(SECONDS * MOST_A_SECOND.raw);
  const result = await rawCaptures(books, { meter, spelling, clients, control, seconds: SECONDS, from, to, actorId });
  stock.spend(result.used);
  return result;
}

const rate = ({ done, elapsed }) => done / elapsed;

function print(what, { ranOut, ...result }) {
  const milliseconds = (value) => value.toFixed(1).padStart(7);
  console.log(`    ${what.padEnd(78)} ${rate(result).toFixed(0).padStart(6)}/s   p50 ${milliseconds(result.p50)} ms   p99 ${milliseconds(result.p99)} ms${result.processor === null ? '' : `   ${((result.processor * 1_000) / result.done).toFixed(2)} ms of processor each`}${ranOut ? '   (ran out of services)' : ''}`);
}

async function firstSeal(owner) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(250)) {
    if ((await owner.query('select 1 from seal_batch limit 1')).rowCount > 0) return;
  }
  throw new Error('nothing was sealed within a minute');
}

/** A benchmark of wrong books would be worth nothing: one capture each, holds freed, and the control account is the sum of its vouchers but for what was captured without it. */
async function checkBooks(owner) {
  const { rows } = await owner.query(
    `select (select count(*) from service_capture) as captures,
            (select count(*) from command_log where command = 'service.capture' and outcome = 'DONE') as commands,
            (select count(*) from service_state where state = 'CAPTURED') as states,
            (select count(*) from payable where kind = 'voucher.claim') as debts,
            (select count(*) from ledger_hold_balance where remaining = 0) as holds,
            (select count(*) from journal_entry where posting = 'voucher.service-captured') as entries,
            (select sum(amount) from entry_line l join ledger_account a on a.id = l.account_id where a.chart = 'voucher.balance' and l.side = 'D') as spent,
            (select sum(public_won) from service_capture) as captured,
            (select sum(balance) from account_balance b join ledger_account a on a.id = b.account_id where a.chart = 'voucher.balance')
             - (select balance from account_balance b join ledger_account a on a.id = b.account_id where a.key = 'voucher/${YEAR_OF_CAPTURES}/voucher.outstanding') as difference,
            (select coalesce(sum(c.public_won), 0) from journal_entry e join service_capture c on c.service_id = e.subject_id
              where not exists (select 1 from entry_line l where l.entry_id = e.id and l.line_no = 3)) as without_control`,
  );
  const [{ captures, commands, states, debts, holds, entries, spent, captured, difference, without_control: withoutControl }] = rows;
  const sound = [commands, states, debts, holds, entries].every((count) => count === captures) && spent === captured && BigInt(difference) === -BigInt(withoutControl);
  if (!sound) throw new Error(`the books do not tie: ${JSON.stringify(rows[0])}`);
  console.log(`\n  checked: ${captures} captures, as many commands, states, debts, holds and entries; the control account is the sum of its vouchers`);
}
