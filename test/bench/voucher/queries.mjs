/**
 * The questions that screens ask of balances and ratios, over a ledger that grows. All lines lie in one programme year, whose
 * control account has a fifth of them: no partition, and no other year, takes anything off a query.
 */
import { statfs } from 'node:fs/promises';
import { fundPosition, listFunds } from '../../../dist/libs/fund/src/index.js';
import { seoulDateOf } from '../../../dist/libs/calendar/src/index.js';
import { moneyOfVoucher } from '../../../dist/libs/voucher/src/service/service-money.query.js';
import { getVoucher } from '../../../dist/libs/voucher/src/voucher/voucher.query.js';
import { figuresOfYear } from '../../../dist/libs/voucher/src/year/year.query.js';
import { idOf, layAccounts, layFund, layYear, sqlId, WITNESS, withoutTriggers } from './fill.mjs';

const SIZES = (process.env.BENCH_LINES ?? '10000,1000000,10000000').split(',').map(Number);
/** An issue and four captures, each with four lines. */
const [ENTRIES_A_VOUCHER, LINES_AN_ENTRY] = [5, 4];
const LINES_A_VOUCHER = ENTRIES_A_VOUCHER * LINES_AN_ENTRY;
/** Lines, entries and their indexes, and the log of both, by rule of thumb. */
const BYTES_A_LINE = 600;
const [TURNS, ASKED] = [15, 50];
const YEAR = idOf('year lines');
const PAYEES = 200;
/** Beyond what sequences have given out; accounts of the year first, then one for each voucher. */
const [FIRST_ACCOUNT, FIRST_VOUCHER_ACCOUNT, FIRST_ENTRY] = [1_000_000, 10_000_000, 1_000_000];
const SHARED = ['voucher.budget', 'voucher.outstanding', 'voucher.granted', 'voucher.quota', 'voucher.quota-used', 'voucher.company-quota', 'voucher.company-quota-used'];
const accountOf = (chart) => FIRST_ACCOUNT + SHARED.indexOf(chart);

export async function measureQueries(ground) {
  const [least, ...larger] = SIZES;
  console.log('\nQueries over a growing ledger; the small one stands beside, and both are asked in turns');
  const small = await openLedger(ground, 'baton_bench_small');
  const large = await openLedger(ground, 'baton_bench_large');
  await grow(small, least);
  const verdicts = [];
  for (const size of larger) {
    if (await tooLittleRoom(size - large.vouchers * LINES_A_VOUCHER, ground.folder)) {
      console.log(`    ${size} lines: left out, the disk has too little room`);
      continue;
    }
    await grow(large, size);
    for (const [question, turns] of await askBoth(small, large)) {
      const ratio = medianOf(turns.map((turn) => turn.large / turn.small));
      const [before, after] = [medianOf(turns.map((turn) => turn.small)), medianOf(turns.map((turn) => turn.large))];
      console.log(`      ${question.padEnd(52)} median ${before.toFixed(2).padStart(6)} ms at ${least}, ${after.toFixed(2).padStart(6)} ms at ${size}; ratio ${ratio.toFixed(2)}`);
      verdicts.push({ what: `${question}: ${size} lines ÷ ${least} lines (time)`, ratio, target: 1.2, atLeast: false });
    }
  }
  return verdicts;
}

async function openLedger(ground, name) {
  const books = await ground.openBooks(name);
  const { userId } = await books.personOf('checker');
  await layShared(books.owner);
  await layFund(books.owner);
  return { books, userId, vouchers: 0 };
}

async function grow(ledger, size) {
  const wanted = Math.ceil(size / LINES_A_VOUCHER);
  const started = performance.now();
  await layLines(ledger.books.owner, ledger.vouchers, wanted);
  ledger.vouchers = wanted;
  const { rows } = await ledger.books.owner.query('select count(*)::int as lines from entry_line');
  console.log(`    ${rows[0].lines} lines, ${wanted} vouchers (laid in ${((performance.now() - started) / 1_000).toFixed(0)} s)`);
}

async function tooLittleRoom(lines, folder) {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < lines * BYTES_A_LINE * 1.5;
}

async function layShared(owner) {
  await withoutTriggers(owner, async () => {
    await layYear(owner, YEAR, Number(seoulDateOf(new Date()).slice(0, 4)));
    await owner.query(`insert into party (id, kind, name, match_name) select ${sqlId(`'lines company ' || n`)}, 'COMPANY', '기업 ' || n, '기업' || n from generate_series(0, 999) as n`);
    for (const chart of SHARED) await layAccounts(owner, YEAR, chart, `select 'voucher/${YEAR}/${chart}', 1000000000::bigint, 0::bigint, 0`, `${accountOf(chart)}`);
    for (const [at, chart] of ['voucher.payable-public', 'voucher.redeemed'].entries()) {
      const rows = `select 'voucher/${YEAR}/${chart}/' || ${sqlId(`'lines payee ' || n`)}, 1000000000::bigint, 0::bigint, n from generate_series(0, ${PAYEES - 1}) as n`;
      await layAccounts(owner, YEAR, chart, rows, `${FIRST_ACCOUNT + 1_000 * (at + 1)} + r.place`);
    }
  });
}

/** Vouchers `from` … `to`, each with its issue and its four captures. */
async function layLines(owner, from, to) {
  const each = `generate_series(${from}, ${to - 1}) as n`;
  const entries = `generate_series(${from}::bigint * ${ENTRIES_A_VOUCHER}, ${to}::bigint * ${ENTRIES_A_VOUCHER} - 1) as e`;
  const voucher = sqlId(`'lines ' || n`);
  const isIssue = `e % ${ENTRIES_A_VOUCHER} = 0`;
  const today = `date '${seoulDateOf(new Date())}'`;
  const own = `${FIRST_VOUCHER_ACCOUNT} + e / ${ENTRIES_A_VOUCHER}`;
  const [payable, redeemed] = [1, 2].map((at) => `${FIRST_ACCOUNT + 1_000 * at} + e % ${PAYEES}`);
  await withoutTriggers(owner, async () => {
    await owner.query(`insert into voucher (id, year_id, company_id, known_at, command_id) select ${voucher}, '${YEAR}', ${sqlId(`'lines company ' || n % 1000`)}, ${WITNESS} from ${each}`);
    await owner.query(`insert into voucher_state (voucher_id, state, since_on, valid_to) select ${voucher}, 'ISSUED', ${today}, '2039-12-31' from ${each}`);
    await owner.query(
      `insert into voucher_issue (voucher_id, year_id, number, issued_on, amount_won, valid_to, known_at, command_id)
       select ${voucher}, '${YEAR}', 'AS-2026-' || lpad((n + 1)::text, 6, '0'), ${today}, 5000000, '2039-12-31', ${WITNESS} from ${each}`,
    );
    const accounts = `select 'voucher/${YEAR}/voucher.balance/' || ${voucher}, 1000000::bigint, 0::bigint, n from ${each}`;
    await layAccounts(owner, YEAR, 'voucher.balance', accounts, `${FIRST_VOUCHER_ACCOUNT} + r.place`);
    await owner.query(
      `insert into journal_entry (id, posting, book, effective_on, known_at, command_id, subject_kind, subject_id, memo)
       select ${FIRST_ENTRY} + e, case when ${isIssue} then 'voucher.issued' else 'voucher.service-captured' end, 'voucher/${YEAR}', ${today}, ${WITNESS}, 'service', lpad(to_hex(e), 32, '0')::uuid, 'laid' from ${entries}`,
    );
    await owner.query(
      `insert into entry_line (entry_id, line_no, account_id, side, amount, fiscal_year)
       select ${FIRST_ENTRY} + e, line.no, line.account, line.side, case when ${isIssue} then 5000000 else 1000000 end, extract(year from ${today})
         from ${entries}
        cross join lateral (values
          (1, case when ${isIssue} then ${accountOf('voucher.budget')} else ${accountOf('voucher.outstanding')} end, 'D'),
          (2, case when ${isIssue} then ${accountOf('voucher.outstanding')} else ${payable} end, 'C'),
          (3, case when ${isIssue} then ${accountOf('voucher.granted')} else ${own} end, 'D'),
          (4, case when ${isIssue} then ${own} else ${redeemed} end, 'C')) as line (no, account, side)`,
    );
  });
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
}

/** How long each question takes by itself, without the transaction around it, about vouchers picked at random: medians of each turn. */
async function askBoth(small, large) {
  const times = new Map();
  await inSight(small, async (ofSmall) => {
    await inSight(large, async (ofLarge) => {
      for (const [question, put] of Object.entries(ofSmall)) {
        const turns = [];
        for (let turn = 0; turn <= TURNS; turn += 1) turns.push({ small: await timeOf(put), large: await timeOf(ofLarge[question]) });
        // The first turn warms up.
        times.set(question, turns.slice(1));
      }
    });
  });
  return times;
}

async function inSight({ books, userId, vouchers }, work) {
  const point = { asOf: seoulDateOf(new Date()), knownBefore: new Date('2200-01-01T00:00:00Z') };
  const picked = () => idOf(`lines ${Math.floor(Math.random() * vouchers)}`);
  await books.source.transaction('REPEATABLE READ', async (tx) => {
    await tx.query(`select set_config('transaction_read_only', 'on', true), set_config('baton.scopes', '*', true), set_config('baton.actor', $1, true)`, [userId]);
    const [fund] = await listFunds(tx);
    await work({
      'a voucher: balance, held, used, returned': () => getVoucher(tx, picked()),
      'a voucher and its year, before and after a write': () => moneyOfVoucher(tx, YEAR, picked()),
      'a programme year: budget, quotas, outstanding': () => figuresOfYear(tx, YEAR),
      'a fund: what its obligation is counted from': () => fundPosition(tx, fund, point),
    });
  });
}

/** The median of a turn, in milliseconds. */
async function timeOf(put) {
  const taken = [];
  for (let asked = 0; asked < ASKED; asked += 1) {
    const started = performance.now();
    await put();
    taken.push(performance.now() - started);
  }
  return medianOf(taken);
}

const medianOf = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
