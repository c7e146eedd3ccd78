/**
 * The issue of many vouchers in one command against COPY of the very rows that it wrote: into the same tables, under the same
 * triggers. And, stricter, COPY of all rows without any trigger, those that triggers would derive included.
 */
import { randomUUID } from 'node:crypto';
import { CommandRunner } from '../../../dist/libs/command/src/index.js';
import { ApprovalGate } from '../../../dist/libs/approval/src/index.js';
import { seoulDateOf, systemClock } from '../../../dist/libs/calendar/src/index.js';
import { Ledger } from '../../../dist/libs/ledger/src/index.js';
import { IssueService } from '../../../dist/libs/voucher/src/index.js';
import { POSTING_REGISTRY } from '../../../dist/apps/api/src/registry.js';
import { copyInto, copyText } from './copy.mjs';
import { idOf, layAgreedVouchers, layDirectLine, withoutTriggers } from './fill.mjs';

const COUNT = Number(process.env.BENCH_ISSUE ?? 100_000);
const COPIER = 'baton_bench_copier';
const ROUNDS = Number(process.env.BENCH_ISSUE_ROUNDS ?? 2);

export async function measureIssue(ground) {
  console.log(`\nBulk issue: ${COUNT} vouchers in one command, ${ROUNDS} rounds`);
  const books = await ground.openBooks('baton_bench_issue');
  await layDirectLine(books.owner);
  const actor = await books.personOf('finance');
  const runner = new CommandRunner(books.source, systemClock, new ApprovalGate());
  const issues = new IssueService(new Ledger(POSTING_REGISTRY));
  const rates = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const fiscalYear = Number(seoulDateOf(new Date()).slice(0, 4));
    const years = {};
    for (const name of ['issued', 'copied', 'bare']) years[name] = await layAgreedVouchers(books.owner, { name: `${name} ${round}`, fiscalYear, count: COUNT });
    const seconds = await secondsOf(() => issue(runner, issues, actor, years.issued));
    const tables = await rowsOf(books.owner, years.issued, years.copied);
    const copiedIn = await copyUnderTriggers(books.owner, tables);
    await requireSame(books.owner, years.issued, years.copied);
    const all = await derivedRowsOf(books.owner, years.issued, years.bare, await rowsOf(books.owner, years.issued, years.bare));
    await forgetStates(books.owner, years.bare);
    const bareIn = await copyWithoutTriggers(books.owner, all);
    rates.push({ overTriggers: copiedIn / seconds, overAll: bareIn / seconds });
    console.log(`    round ${round}: issued in ${show(seconds)}; COPY of the same rows, triggers on, ${show(copiedIn)}; COPY of all rows, triggers off, ${show(bareIn)}`);
  }
  await books.owner.query(`drop owned by ${COPIER}`);
  await books.owner.query(`drop role ${COPIER}`);
  // The round that was worse.
  const worse = (key) => Math.min(...rates.map((each) => each[key]));
  return [
    { what: `issue of ${COUNT} vouchers ÷ COPY of the same rows under the same triggers (speed)`, ratio: worse('overTriggers'), target: 0.5, atLeast: true },
    { what: `issue of ${COUNT} vouchers ÷ COPY of all rows without triggers (speed)`, ratio: worse('overAll'), target: 0.5, atLeast: true },
  ];
}

const show = (seconds) => `${seconds.toFixed(1)} s (${Math.round(COUNT / seconds)} vouchers/s)`;

async function secondsOf(work) {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}

async function issue(runner, issues, actor, { yearId, name, count, faceWon }) {
  const vouchers = Array.from({ length: count }, (_, n) => ({ voucherId: idOf(`${name} ${n}`), amountWon: BigInt(faceWon), validTo: null, brokerId: null }));
  const input = { yearId, issuedOn: seoulDateOf(new Date()), amountWon: BigInt(count) * BigInt(faceWon), vouchers };
  const { result } = await runner.run(issues.issueOne, { actor, input, idempotencyKey: `issue-${yearId}` });
  if (result.issued.length !== count) throw new Error(`${result.issued.length} of ${count} vouchers were issued: ${JSON.stringify(result.refused[0])}`);
}

const COLUMNS = {
  voucher_issue: ['voucher_id', 'year_id', 'number', 'issued_on', 'amount_won', 'valid_to', 'known_at', 'command_id'],
  voucher_event: ['voucher_id', 'event', 'happened_on', 'amount_won', 'valid_to', 'known_at', 'command_id'],
  ledger_account: ['id', 'key', 'book', 'chart', 'unit', 'normal_side'],
  journal_entry: ['id', 'posting', 'book', 'effective_on', 'known_at', 'command_id', 'subject_kind', 'subject_id', 'memo'],
  entry_line: ['entry_id', 'line_no', 'account_id', 'side', 'amount', 'fiscal_year'],
  command_log: ['id', 'command', 'actor_id', 'actor_login', 'actor_roles', 'idempotency_key', 'input_hash', 'input', 'outcome', 'result', 'verdicts', 'acted_at', 'subject_ids'],
};

/**
 * The rows that the issue of `from` wrote, as those of `to`: its own ids, its own accounts. Entries and accounts take numbers from
 * the sequences beforehand.
 */
async function rowsOf(owner, from, to) {
  await owner.query(`create temporary table if not exists other_id (was uuid primary key, is_now uuid not null)`);
  await owner.query(`create temporary table if not exists other_account (was bigint primary key, is_now bigint not null, key text, opened boolean)`);
  await owner.query(`create temporary table if not exists other_entry (was bigint primary key, is_now bigint not null)`);
  await owner.query('truncate other_id, other_account, other_entry');
  await owner.query(`insert into other_id select md5('${from.name} ' || n)::uuid, md5('${to.name} ' || n)::uuid from generate_series(0, ${from.count - 1}) as n`);
  await owner.query(
    `insert into other_account
     select a.id, coalesce(known.id, nextval(pg_get_serial_sequence('ledger_account', 'id'))), k.key, known.id is null
       from ledger_account a
       left join other_id o on a.chart = 'voucher.balance' and o.was::text = right(a.key, 36)
      cross join lateral (select 'voucher/${to.yearId}/' || a.chart || coalesce('/' || o.is_now, '') as key) as k
       left join ledger_account known on known.key = k.key
      where a.book = 'voucher/${from.yearId}'`,
  );
  await owner.query(`insert into other_entry select id, nextval('journal_entry_id_seq') from journal_entry where book = 'voucher/${from.yearId}' order by id`);
  const commandId = randomUUID();
  const selects = {
    voucher_issue: `select o.is_now, '${to.yearId}', number, issued_on, amount_won, valid_to, known_at, '${commandId}' from voucher_issue i join other_id o on o.was = i.voucher_id where i.year_id = '${from.yearId}'`,
    voucher_event: `select o.is_now, event, happened_on, amount_won, valid_to, known_at, '${commandId}' from voucher_event e join other_id o on o.was = e.voucher_id`,
    ledger_account: `select o.is_now, o.key, 'voucher/${to.yearId}', chart, unit, normal_side from other_account o join ledger_account a on a.id = o.was where o.opened`,
    journal_entry: `select o.is_now, posting, 'voucher/${to.yearId}', effective_on, known_at, '${commandId}', subject_kind, '${to.yearId}', memo from journal_entry e join other_entry o on o.was = e.id`,
    entry_line: `select e.is_now, line_no, a.is_now, side, amount, fiscal_year from entry_line l join other_entry e on e.was = l.entry_id join other_account a on a.was = l.account_id`,
    command_log: `select '${commandId}', command, actor_id, actor_login, actor_roles, 'copied-${to.yearId}', input_hash, input, outcome, result, verdicts, acted_at, subject_ids from command_log where idempotency_key = 'issue-${from.yearId}' and outcome = 'DONE'`,
  };
  const tables = [];
  for (const [table, select] of Object.entries(selects)) tables.push(await readTable(owner, table, COLUMNS[table], select));
  return tables;
}

async function readTable(owner, table, columns, select) {
  const { rows } = await owner.query({ text: `select ${columns.map((_, at) => `c${at}::text`).join(', ')} from (${select}) as t (${columns.map((_, at) => `c${at}`).join(', ')})`, rowMode: 'array' });
  return { table, columns, count: rows.length, rows: copyText(rows) };
}

/**
 * PostgreSQL refuses COPY where row-level security looks; this role has what the application has and is not looked at, which
 * spares COPY the policies. The triggers take it for the application.
 */
async function copyUnderTriggers(owner, tables) {
  await owner.query(`do $$ begin create role ${COPIER} nologin bypassrls in role baton_app inherit; exception when duplicate_object then null; end $$`);
  await owner.query(`set session authorization ${COPIER}`);
  await owner.query('begin');
  const seconds = await secondsOf(async () => {
    for (const { table, columns, rows } of tables) await copyInto(owner, table, columns, rows);
    await owner.query('commit');
  });
  await owner.query('reset session authorization');
  return seconds;
}

/** What the triggers wrote for `from`, as rows of `to`: where each voucher stands, and what each account holds. */
async function derivedRowsOf(owner, from, to, tables) {
  const states = `select o.is_now, state, since_on, valid_to, changed_at from voucher_state s join other_id o on o.was = s.voucher_id`;
  const balances = `select o.is_now, balance, held, floor, effective_floor, line_count from account_balance b join other_account o on o.was = b.account_id where o.opened`;
  return [
    ...tables,
    await readTable(owner, 'voucher_state', ['voucher_id', 'state', 'since_on', 'valid_to', 'changed_at'], states),
    await readTable(owner, 'account_balance', ['account_id', 'balance', 'held', 'floor', 'effective_floor', 'line_count'], balances),
  ];
}

/** The vouchers stood as agreed; copied in, they stand as issued. */
async function forgetStates(owner, { yearId }) {
  await withoutTriggers(owner, () => owner.query(`delete from voucher_state where voucher_id in (select id from voucher where year_id = '${yearId}')`));
  await owner.query('vacuum voucher_state');
}

async function copyWithoutTriggers(owner, tables) {
  await owner.query('set session_replication_role = replica');
  const seconds = await secondsOf(async () => {
    await owner.query('begin');
    for (const { table, columns, rows } of tables) await copyInto(owner, table, columns, rows);
    await owner.query('commit');
  });
  await owner.query('reset session_replication_role');
  return seconds;
}

/** Both ways lead to the same: as many vouchers issued, and the same money on them. */
async function requireSame(owner, one, other) {
  const standing = async ({ yearId }) => {
    const { rows } = await owner.query(
      `select (select count(*) from voucher_state s join voucher v on v.id = s.voucher_id where v.year_id = $1 and s.state = 'ISSUED') as issued,
              (select json_object_agg(chart, won order by chart) from (
                 select a.chart, sum(b.balance) as won from ledger_account a join account_balance b on b.account_id = a.id where a.book = 'voucher/' || $1 group by 1) as s) as balances`,
      [yearId],
    );
    return JSON.stringify(rows[0]);
  };
  const [left, right] = [await standing(one), await standing(other)];
  if (left !== right) throw new Error(`COPY did not lead to the same:\n${left}\n${right}`);
}
