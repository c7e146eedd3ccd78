import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import type { JournalEntry } from '#libs/journal';
import { won } from '#libs/money';
import { releasable } from '../match/match.rules.js';
import { allowedMoved, clawedBack, releaseDecided, releaseDecidedInHistory, releaseVoided, roomAccount, type RoomBalances } from './room.posting.js';
import { ALLOWED, OVER_RELEASED, RELEASED, ROOM } from './room.charts.js';

const about = { callId: 'pool', agreementId: 'project', effectiveOn: localDate('2021-06-01'), memo: '' };

/** Books that take an entry as the ledger does: whole, or not at all where a floor is broken. */
class Books {
  private readonly balances = new Map<string, bigint>();

  post(entry: JournalEntry | null): boolean {
    if (entry === null) return true;
    const after = new Map<string, bigint>();
    for (const { account, side, amount } of entry.lines) after.set(account.key, (after.get(account.key) ?? this.balances.get(account.key) ?? 0n) + (side === account.chart.normalSide ? amount : -amount));
    if (entry.lines.some(({ account }) => account.chart.floor !== null && (after.get(account.key) ?? 0n) < account.chart.floor)) return false;
    for (const [key, balance] of after) this.balances.set(key, balance);
    return true;
  }

  get now(): RoomBalances {
    const of = (chart: typeof ALLOWED): bigint => this.balances.get(roomAccount(chart, about).key) ?? 0n;
    return { allowedWon: of(ALLOWED), roomWon: of(ROOM), releasedWon: of(RELEASED), overReleasedWon: of(OVER_RELEASED) };
  }
}

const balances = (allowed: bigint, room: bigint, released: bigint, over: bigint): RoomBalances => ({ allowedWon: allowed, roomWon: room, releasedWon: released, overReleasedWon: over });

describe('the room of a project', () => {
  it.each<[string, (books: Books) => unknown, RoomBalances]>([
    ['rises with private money', (books) => books.post(allowedMoved(about, books.now, 80n)), balances(80n, 80n, 0n, 0n)],
    ['is lowered by a release', (books) => [books.post(allowedMoved(about, books.now, 80n)), books.post(releaseDecided(about, 50n))], balances(80n, 30n, 50n, 0n)],
    ['holds no more than there is', (books) => [books.post(allowedMoved(about, books.now, 80n)), books.post(releaseDecided(about, 81n))], balances(80n, 80n, 0n, 0n)],
    ['becomes an over-release where private money leaves', (books) => [books.post(allowedMoved(about, books.now, 200n)), books.post(releaseDecided(about, 200n)), books.post(allowedMoved(about, books.now, 160n))], balances(160n, 0n, 200n, 40n)],
    ['is healed first by money that comes again', (books) => [books.post(allowedMoved(about, books.now, 200n)), books.post(releaseDecided(about, 200n)), books.post(allowedMoved(about, books.now, 160n)), books.post(allowedMoved(about, books.now, 190n))], balances(190n, 0n, 200n, 10n)],
    ['is even after a clawback', (books) => [books.post(allowedMoved(about, books.now, 200n)), books.post(releaseDecided(about, 200n)), books.post(allowedMoved(about, books.now, 160n)), books.post(clawedBack(about, 40n))], balances(160n, 0n, 160n, 0n)],
    ['comes back with a decision that is voided', (books) => [books.post(allowedMoved(about, books.now, 200n)), books.post(releaseDecided(about, 200n)), books.post(allowedMoved(about, books.now, 160n)), books.post(releaseVoided(about, books.now, 100n))], balances(160n, 60n, 100n, 0n)],
    ['keeps what a register released beyond it', (books) => [books.post(allowedMoved(about, books.now, 39_999_999n)), books.post(releaseDecidedInHistory(about, books.now, 45_000_000n))], balances(39_999_999n, 0n, 45_000_000n, 5_000_001n)],
  ])('%s', (_what, play, expected) => {
    const books = new Books();
    play(books);
    expect(books.now).toEqual(expected);
  });

  it('claims back nothing that was not released beyond', () => {
    const books = new Books();
    books.post(allowedMoved(about, books.now, 80n));
    books.post(releaseDecided(about, 50n));
    expect([books.post(clawedBack(about, 1n)), clawedBack(about, 0n)]).toEqual([false, null]);
  });
});

/** A generator of numbers below 2^32 that gives the same turn for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

interface Life {
  readonly government: bigint;
  readonly private: bigint;
  readonly deposits: { won: bigint; proven: boolean; counts: boolean }[];
  withdrawn: bigint;
  released: bigint;
  clawed: bigint;
  readonly releases: bigint[];
}

/** What is allowed, from the facts alone. */
function allowedByHand({ government, private: committed, deposits, withdrawn }: Life): bigint {
  let counted = -withdrawn;
  for (const deposit of deposits) if (deposit.proven && deposit.counts) counted += deposit.won;
  if (counted <= 0n) return 0n;
  return counted >= committed ? government : (government * counted) / committed;
}

/** One deed of somebody; answers whether the books took it. */
function deed(life: Life, books: Books, roll: () => number): void {
  const some = (least: bigint): bigint => BigInt(1 + (roll() % Number(least)));
  const any = life.deposits[roll() % Math.max(1, life.deposits.length)];
  const settle = (): boolean => books.post(allowedMoved(about, books.now, releasable(won(life.government), won(life.private), won(countedOf(life)))));
  switch (roll() % 8) {
    case 0:
    case 1:
      life.deposits.push({ won: some(90_000_000n), proven: false, counts: roll() % 5 !== 0 });
      return;
    case 2:
    case 3:
      if (any !== undefined) any.proven = true;
      break;
    case 4:
      if (any !== undefined) [any.proven, any.counts] = [roll() % 3 !== 0, roll() % 3 !== 0];
      break;
    case 5:
      if (roll() % 3 === 0) life.withdrawn += some(40_000_000n);
      break;
    case 6: {
      const wanted = some(60_000_000n);
      if (books.post(releaseDecided(about, wanted))) [life.released, life.releases[life.releases.length]] = [life.released + wanted, wanted];
      return;
    }
    default: {
      const [over, last] = [books.now.overReleasedWon, life.releases.at(-1)];
      if (over > 0n && roll() % 2 === 0 && books.post(clawedBack(about, over))) life.clawed += over;
      else if (last !== undefined && life.released - life.clawed >= last && books.post(releaseVoided(about, books.now, last))) [life.released, life.releases.length] = [life.released - last, life.releases.length - 1];
      return;
    }
  }
  settle();
}

const countedOf = (life: Life): bigint => {
  const all = life.deposits.reduce((sum, each) => sum + (each.proven && each.counts ? each.won : 0n), 0n) - life.withdrawn;
  return all > 0n ? all : 0n;
};

describe('at every instant', () => {
  it('what is released and not being claimed back is at most what the private money allows: 10^5 random lives', () => {
    const roll = dice(20210917);
    let deeds = 0;
    for (let turn = 0; turn < 100_000; turn += 1) {
      const committed = BigInt(1 + (roll() % 400_000_000));
      const life: Life = { government: BigInt(roll() % 300_000_000), private: committed, deposits: [], withdrawn: 0n, released: 0n, clawed: 0n, releases: [] };
      const books = new Books();
      const steps = 4 + (roll() % 9);
      for (let step = 0; step < steps; step += 1) {
        deed(life, books, roll);
        deeds += 1;
        const { allowedWon, roomWon, releasedWon, overReleasedWon } = books.now;
        const [allowed, standing] = [allowedByHand(life), life.released - life.clawed];
        const over = standing > allowed ? standing - allowed : 0n;
        const isRight = allowedWon === allowed && releasedWon === standing && overReleasedWon === over && roomWon === allowed - (standing - over) && roomWon >= 0n && releasedWon - overReleasedWon <= allowedWon;
        if (!isRight) throw new Error(`life ${turn}, step ${step}: ${JSON.stringify({ allowed: `${allowed}`, standing: `${standing}`, books: Object.values(books.now).map(String) })}`);
      }
    }
    expect(deeds).toBeGreaterThan(700_000);
  });
});
