import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApprovalGate } from '#libs/approval';
import { systemClock } from '#libs/calendar';
import { asCommand, AwaitingApproval, CommandRunner, NO_ORIGIN, wasReplayed, type Actor, type BatchCommand, type BatchItem, type CommandOutcome } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invariant } from '#libs/errors';
import { FUND_REGISTRY } from '#libs/fund';
import { account, credit, debit, journalEntry, type AccountRef } from '#libs/journal';
import { Ledger } from '#libs/ledger';
import { DataSource } from 'typeorm';
import { laySigned } from '../support/approvals.js';
import { balanceOf, withSql } from '../support/sql.js';

/** The door for hot commands: requests that come in together share a transaction, and nobody notices but the disk. */

interface Move {
  readonly from: string;
  /** Negative: is granted; zero: the command refuses it. */
  readonly amountWon: bigint;
  readonly fundId?: string;
}
interface Moved {
  readonly id: string;
}

const ledger = new Ledger(FUND_REGISTRY);
const GRANTED = ruleOf('fund.limits-granted');
const actors = new Map<string, Actor>();
let source: DataSource;
let runner: CommandRunner;

function ruleOf(code: string): (typeof FUND_REGISTRY.postings)[number] {
  const rule = FUND_REGISTRY.postings.find((each) => each.code === code);
  invariant(rule !== undefined, code);
  return rule;
}

function accountOf(chartCode: string, book: string): AccountRef {
  const chart = FUND_REGISTRY.charts.find(({ code }) => code === chartCode);
  invariant(chart !== undefined, chartCode);
  return account(chart, book);
}

const headroomOf = (book: string): AccountRef => accountOf('fund.headroom', book);
const newBook = (): string => `gathered/${randomUUID()}`;

function entryOf({ from, amountWon }: Move): ReturnType<typeof journalEntry> {
  const [headroom, granted] = [headroomOf(from), accountOf('fund.headroom-granted', from)];
  const lines = amountWon < 0n ? [debit(granted, -amountWon), credit(headroom, -amountWon)] : [debit(headroom, amountWon), credit(granted, amountWon)];
  return journalEntry(GRANTED, { effectiveOn: systemClock.today(), subject: { kind: 'test', id: randomUUID() }, memo: 'gathered', lines });
}

/** Moves won of an account with a floor; known to the database as `fund.form`, which may post the entry. */
function moving(name = 'fund.form', before: (tx: Tx, items: readonly BatchItem<Move>[]) => Promise<unknown> = () => Promise.resolve()): BatchCommand<Move, Moved> {
  return {
    name,
    executeAll: async (tx, items) => {
      await before(tx, items);
      const isRefused = ({ input }: BatchItem<Move>): boolean => input.amountWon === 0n;
      const rest = items.filter((item) => !isRefused(item));
      await ledger.postAll(tx, rest.map(({ context, input }) => ({ context, entry: entryOf(input) })));
      return items.map((item) => (isRefused(item) ? new DomainError('invalid', 'test.nothing', { ko: '0원입니다.', en: 'Nothing.' }) : { id: item.context.commandId }));
    },
  };
}

const move = moving();

/** Refuses by itself what would go below the floor. */
async function careful(tx: Tx, items: readonly BatchItem<Move>[]): Promise<readonly (Moved | DomainError)[]> {
  const available = new Map(await ledger.lockAvailable(tx, items.map(({ input }) => headroomOf(input.from))));
  const passes = items.map(({ input: { from, amountWon } }) => {
    const rest = (available.get(headroomOf(from).key) ?? 0n) - amountWon;
    if (rest >= 0n) available.set(headroomOf(from).key, rest);
    return rest >= 0n;
  });
  await ledger.postAll(tx, items.filter((_, at) => passes[at]).map(({ context, input }) => ({ context, entry: entryOf(input) })));
  return items.map(({ context }, at) => (passes[at] === true ? { id: context.commandId } : new DomainError('rule_broken', 'test.spent', { ko: '없습니다.', en: 'Spent.' })));
}

function actor(login: string, scopes: readonly string[] = ['*']): Actor {
  const known = actors.get(login);
  invariant(known !== undefined, login);
  return { ...known, scopes };
}

interface Wish {
  readonly key?: string;
  readonly by?: Actor;
  readonly command?: BatchCommand<Move, Moved>;
}

function gather(input: Move, { key = randomUUID(), by = actor('manager'), command = move }: Wish = {}): Promise<CommandOutcome<Moved>> {
  return runner.gather(command, { actor: by, input, idempotencyKey: key });
}

/** An account with that much on it. */
async function funded(amountWon: bigint): Promise<string> {
  const book = newBook();
  await runner.run(asCommand(move), { actor: actor('manager'), input: { from: book, amountWon: -amountWon } });
  return book;
}

const left = (book: string): Promise<bigint> => balanceOf(headroomOf(book).key);
const count = <T>(of: readonly PromiseSettledResult<T>[], status: 'fulfilled' | 'rejected'): number => of.filter((each) => each.status === status).length;
const codesOf = (of: readonly PromiseSettledResult<unknown>[]): unknown[] => of.flatMap((each) => (each.status === 'rejected' ? [(each.reason as { code?: unknown }).code] : []));

/** How many transactions did what these commands did, and how they ended. */
async function logged(commandIds: readonly string[]): Promise<{ transactions: number; outcomes: string[] }> {
  return withSql('OWNER', async (client) => {
    const { rows } = await client.query<{ outcome: string; seal_tick: string }>('select outcome, seal_tick from command_log where id = any($1)', [commandIds]);
    return { transactions: new Set(rows.map(({ seal_tick }) => seal_tick)).size, outcomes: rows.map(({ outcome }) => outcome) };
  });
}

beforeAll(async () => {
  const rows = await withSql('OWNER', async (client) => (await client.query<{ id: string; login: string; name: string }>('select id, login, name from app_user')).rows);
  for (const { id, login, name } of rows) {
    actors.set(login, { userId: id, login, name, roles: ['FUND_MANAGER'], permissions: new Set(['fund.form', 'capital-call.issue']), scopes: ['*'], readOnly: false });
  }
  source = await new DataSource({ type: 'postgres', url: process.env.BATON_TEST_APPLICATION_URL ?? '', poolSize: 8 }).initialize();
  runner = new CommandRunner(source, systemClock, new ApprovalGate());
});

afterAll(() => source.destroy());

describe('requests that come in together', () => {
  it('share one transaction, each with its own line in the log', async () => {
    const book = await funded(200n);
    const outcomes = await Promise.all(Array.from({ length: 200 }, () => gather({ from: book, amountWon: 1n })));
    expect(await logged(outcomes.map(({ commandId }) => commandId))).toEqual({ transactions: 1, outcomes: Array.from({ length: 200 }, () => 'DONE') });
    expect(await left(book)).toBe(0n);
  });

  it('spend no more than the floor lets them, and no less', async () => {
    const book = await funded(700n);
    const settled = await Promise.allSettled(Array.from({ length: 1_000 }, () => gather({ from: book, amountWon: 1n })));
    expect([count(settled, 'fulfilled'), count(settled, 'rejected')]).toEqual([700, 300]);
    expect(new Set(codesOf(settled))).toEqual(new Set(['ledger.floor-reached']));
    expect(await left(book)).toBe(0n);
  });

  it('are refused one by one, in one transaction with the others, by a command that looks at what is left', async () => {
    const book = await funded(250n);
    const command: BatchCommand<Move, Moved> = { name: 'fund.form', executeAll: careful };
    const keys = Array.from({ length: 500 }, () => randomUUID());
    const settled = await Promise.allSettled(keys.map((key) => gather({ from: book, amountWon: 1n }, { key, command })));
    expect([count(settled, 'fulfilled'), count(settled, 'rejected')]).toEqual([250, 250]);
    const rows = await withSql('OWNER', async (client) => (await client.query<{ id: string }>('select id from command_log where idempotency_key = any($1)', [keys])).rows);
    expect(await logged(rows.map(({ id }) => id))).toMatchObject({ transactions: 2, outcomes: { length: 500 } });
    expect(await left(book)).toBe(0n);
  });

  it('do not fail with one that the command refuses, whose refusal is on record', async () => {
    const [book, key] = [await funded(10n), randomUUID()];
    const settled = await Promise.allSettled([gather({ from: book, amountWon: 1n }), gather({ from: book, amountWon: 0n }, { key }), gather({ from: book, amountWon: 2n })]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await left(book)).toBe(7n);
    const done = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value.commandId] : []));
    expect(await logged(done)).toEqual({ transactions: 1, outcomes: ['DONE', 'DONE'] });
    const refused = await withSql('OWNER', async (client) => (await client.query('select outcome, problem ->> $2 as code from command_log where idempotency_key = $1', [key, 'code'])).rows as unknown[]);
    expect(refused).toEqual([{ outcome: 'REFUSED', code: 'test.nothing' }]);
  });

  it('do not fail with one that the database refuses, whose refusal is on record', async () => {
    const [book, empty, key] = [await funded(500n), await funded(1n), randomUUID()];
    const settled = await Promise.allSettled([...Array.from({ length: 99 }, () => gather({ from: book, amountWon: 5n })), gather({ from: empty, amountWon: 2n }, { key })]);
    expect(codesOf(settled)).toEqual(['ledger.floor-reached']);
    expect([await left(book), await left(empty)]).toEqual([5n, 1n]);
    const refused = await withSql('OWNER', async (client) => (await client.query('select outcome from command_log where idempotency_key = $1', [key])).rows as unknown[]);
    expect(refused).toEqual([{ outcome: 'REFUSED' }]);
  });

  it('do not fail with one whose execution throws', async () => {
    const book = await funded(10n);
    const poisoned = moving('fund.form', (_, items) => (items.some(({ input }) => input.amountWon === 7n) ? Promise.reject(new TypeError('a bug')) : Promise.resolve()));
    const settled = await Promise.allSettled([1n, 7n, 1n].map((amountWon) => gather({ from: book, amountWon }, { command: poisoned })));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await left(book)).toBe(8n);
  });

  it('take effect once with one key, and are told so', async () => {
    const [book, key] = [await funded(100n), randomUUID()];
    const origins = Array.from({ length: 5 }, () => ({ ...NO_ORIGIN }));
    const outcomes = await Promise.all(origins.map((origin) => runner.gather(move, { actor: actor('manager'), input: { from: book, amountWon: 10n }, idempotencyKey: key, origin })));
    expect(new Set(outcomes.map(({ commandId }) => commandId)).size).toBe(1);
    expect(new Set(outcomes.map(({ result }) => result.id)).size).toBe(1);
    expect(outcomes.map(({ replayed }) => replayed)).toEqual([false, true, true, true, true]);
    expect(origins.map(wasReplayed)).toEqual([false, true, true, true, true]);
    expect(await left(book)).toBe(90n);
  });

  it('are refused where the key was used for something else', async () => {
    const [book, key] = [await funded(100n), randomUUID()];
    const settled = await Promise.allSettled([gather({ from: book, amountWon: 10n }, { key }), gather({ from: book, amountWon: 11n }, { key })]);
    expect(codesOf(settled)).toEqual(['idempotency.key-reused']);
    expect(await left(book)).toBe(90n);
  });

  it('are previewed alone, and nothing of it stays', async () => {
    const book = await funded(10n);
    const outcome = await runner.gather(move, { actor: actor('manager'), input: { from: book, amountWon: 10n }, dryRun: true });
    expect(outcome.dryRun).toBe(true);
    expect(await left(book)).toBe(10n);
  });

  it('without the permission are refused, each by itself', async () => {
    const book = await funded(10n);
    const nobody = { ...actor('manager'), permissions: new Set<string>() };
    const settled = await Promise.allSettled([gather({ from: book, amountWon: 1n }), gather({ from: book, amountWon: 1n }, { by: nobody })]);
    expect(codesOf(settled)).toEqual(['permission.missing']);
    expect(await left(book)).toBe(9n);
  });
});

describe('who travels with whom', () => {
  const seen: { actor: string; scopes: string; size: number }[] = [];
  const looking = moving('fund.form', async (tx, items) => {
    const [row]: { actor: string; scopes: string }[] = await tx.query(`select current_setting('baton.actor') as actor, current_setting('baton.scopes') as scopes`);
    if (row !== undefined) seen.push({ ...row, size: items.length });
  });

  it('people who see everything share, in nobody’s name; everybody else is alone with themselves', async () => {
    const book = await funded(100n);
    const [fund, other] = [randomUUID(), randomUUID()].map((id) => `fund/${id}`) as [string, string];
    const limited = actor('manager', [fund]);
    const wishes = [actor('manager'), actor('head'), limited, limited, actor('head', [fund]), actor('manager', [other])];
    await Promise.allSettled(wishes.map((by) => gather({ from: book, amountWon: 1n }, { by, command: looking })));
    const together = seen.filter(({ size }) => size === 2).map(({ actor: who, scopes }) => [who, scopes]);
    expect(together).toContainEqual(['', '*']);
    expect(together).toContainEqual([limited.userId, fund]);
    expect(Math.max(...seen.map(({ size }) => size))).toBe(2);
  });

  it('what policy wants signed waits for its signatures, and the others pass', async () => {
    const [signedFund, book] = [randomUUID(), await funded(100n)];
    await laySigned(signedFund, 'capital-call.issue', [{ kind: 'APPROVE', role: 'FINANCE_CHECKER' }]);
    const call = { ...moving('capital-call.issue'), executeAll: (_: Tx, items: readonly BatchItem<Move>[]): Promise<Moved[]> => Promise.resolve(items.map(({ context }) => ({ id: context.commandId }))) };
    const by = { ...actor('finance'), roles: ['FINANCE_OPERATOR'] };
    const settled = await Promise.allSettled([randomUUID(), signedFund, randomUUID()].map((fundId) => gather({ from: book, amountWon: 1n, fundId }, { by, command: call })));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))).toEqual([expect.any(AwaitingApproval)]);
  });
});

describe('a batch whose connection is killed', () => {
  /** Ends its own connection, the first time. */
  function dying(): BatchCommand<Move, Moved> {
    let alive = true;
    return moving('fund.form', async (tx, items) => {
      if (!alive || items.length === 1) return;
      alive = false;
      await tx.query('select pg_terminate_backend(pg_backend_pid())');
    });
  }

  it('is run again by its keys: everything once', async () => {
    const [book, command] = [await funded(10n), dying()];
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => gather({ from: book, amountWon: 1n }, { command })));
    expect(new Set(outcomes.map(({ commandId }) => commandId)).size).toBe(10);
    expect(await left(book)).toBe(0n);
  });

  it('is told to those who gave no key, who cannot know what became of it', async () => {
    const [book, command] = [await funded(10n), dying()];
    const settled = await Promise.allSettled([1n, 2n].map((amountWon) => runner.gather(command, { actor: actor('manager'), input: { from: book, amountWon } })));
    expect(count(settled, 'rejected')).toBe(2);
    expect(await left(book)).toBe(10n);
  });
});
