import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { followSealClock, Sealer } from '#libs/seal';
import pg from 'pg';
import { actAsForger, SealedDatabase } from '../support/sealed-database.js';
import { refusalOf, withSql } from '../support/sql.js';

describe('the seal clock', () => {
  it('is read by the database itself: nobody chooses the tick of a row', async () => {
    const id = randomUUID();
    await withSql('APPLICATION', async (sql) => {
      await sql.query('begin');
      await sql.query(`select set_config('baton.scopes', '*', true)`);
      await sql.query(`insert into party (id, kind, name, match_name, seal_tick) values ($1, 'COMPANY', '틱', '틱', 1)`, [id]);
      const { rows } = await sql.query<{ own: boolean }>('select seal_tick = seal_tick() as own from party where id = $1', [id]);
      expect(rows).toEqual([{ own: true }]);
      await sql.query('rollback');
    });
  });
});

describe('sealing', () => {
  let database: SealedDatabase;

  beforeAll(async () => {
    database = await SealedDatabase.open();
    await database.fill(1);
    await database.seal();
  }, 120_000);

  afterAll(() => database.close());

  const insertParty = (runner: { query(sql: string, parameters?: unknown[]): Promise<unknown> }, id: string): Promise<unknown> =>
    runner.query(`insert into party (id, kind, name, match_name) values ($1, 'COMPANY', '한빛', '한빛')`, [id]);
  const sealedIn = async (id: string): Promise<number | null> => {
    const rows = (await database.source.query(`select batch_number::integer as number from seal_page where table_name = 'party' and $1 = any (keys)`, [id])) as { number: number }[];
    return rows[0]?.number ?? null;
  };

  it('passes by a transaction that is under way and takes what it wrote when it has ended, whatever was sealed meanwhile', async () => {
    const [slow, quick] = [randomUUID(), randomUUID()];
    const open = database.source.createQueryRunner();
    await open.startTransaction();
    await insertParty(open, slow);
    await insertParty(database.source, quick);
    await database.sealer.sealDue();
    expect(await sealedIn(slow)).toBeNull();
    await open.commitTransaction();
    await open.release();
    await database.seal();
    expect([await sealedIn(slow), await sealedIn(quick)]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(await database.verify()).toMatchObject({ sound: true, unsealed: 0 });
  });

  it('leaves nothing of a transaction that was undone', async () => {
    const id = randomUUID();
    const open = database.source.createQueryRunner();
    await open.startTransaction();
    await insertParty(open, id);
    await open.rollbackTransaction();
    await open.release();
    await database.seal();
    expect([await sealedIn(id), (await database.verify()).sound]).toEqual([null, true]);
  });

  it('makes one chain, however many seal and write at once', async () => {
    const sealers = [1, 2, 3].map(() => new Sealer(database.source, database.keyring));
    let writing = true;
    const writers = [1, 2].map(async () => {
      for (let round = 0; round < 40; round += 1) await insertParty(database.source, randomUUID());
    });
    const sealing = sealers.map(async (sealer) => {
      while (writing) await sealer.sealDue();
    });
    await Promise.all(writers);
    writing = false;
    await Promise.all(sealing);
    await database.seal();
    const { sound, unsealed, rows, leaves } = await database.verify();
    expect([sound, unsealed, rows]).toEqual([true, 0, leaves]);
  });

  it('puts no batch where there is nothing to seal', async () => {
    await database.seal();
    const before = (await database.verify()).batches;
    expect([await database.sealer.sealDue(), (await database.verify()).batches]).toEqual([null, before]);
  });

  it('goes on in another cluster, whose transaction numbers begin again', async () => {
    const before = await database.verify();
    const restored = randomUUID();
    // As after a restore: the rows come from a cluster whose clock was far ahead, and the last of them was not sealed there.
    await database.source.transaction(async (tx) => {
      await actAsForger(tx);
      await tx.query('update seal_clock set system_identifier = 1');
      await database.insert(tx, 'party', 0, { id: restored, seal_tick: 1_000_000_000_000 });
    });
    const client = new pg.Client({ connectionString: (database.source.options as { url: string }).url });
    await client.connect();
    try {
      await followSealClock(client);
      const shiftAfter = async (): Promise<bigint> => BigInt((await client.query<{ shift: string }>('select seal_shift()::text as shift')).rows[0]?.shift ?? 0);
      const shift = await shiftAfter();
      const added = randomUUID();
      await insertParty(database.source, added);
      await database.seal();
      // In one batch or in two, as the horizon happened to move; but after all that was there.
      expect((await sealedIn(restored)) ?? 0).toBeGreaterThan(before.batches);
      expect((await sealedIn(added)) ?? 0).toBeGreaterThanOrEqual((await sealedIn(restored)) ?? 0);
      expect(await database.verify()).toMatchObject({ sound: true, unsealed: 0 });
      await followSealClock(client);
      expect([await shiftAfter(), shift > 0n]).toEqual([shift, true]);
    } finally {
      await client.end();
    }
  });

  it('is refused by the database where a batch does not follow, or claims what is not settled', async () => {
    const attempt = async (change: string): Promise<unknown> =>
      database.source
        .transaction(async (tx) => {
          await tx.query(`insert into seal_page select number + 1, 0, 'party', array['x'], decode(repeat('00', 32), 'hex') from seal_batch order by number desc limit 1`);
          await tx.query(
            `insert into seal_batch select (made).* from (
               select jsonb_populate_record(head, ${change}) as made from (
                 select h as head, jsonb_build_object('number', h.number + 1, 'previous_hash', h.chain_hash, 'from_tick', h.until_tick, 'until_tick', h.until_tick + 1,
                          'leaf_count', 1, 'sealed_at', clock_timestamp(), 'skip_hash', coalesce((select chain_hash from seal_batch s where s.number = (h.number + 1) & h.number), repeat('0', 64))) as next
                   from seal_batch h order by number desc limit 1) as last) as row`,
          );
        })
        .then(
          () => null,
          (error: unknown) => (error as { driverError?: { constraint?: string } }).driverError?.constraint,
        );
    expect(await attempt(`next || '{"previous_hash": "00"}'`)).toBe('seal_batch_follows');
    expect(await attempt(`next || '{"number": 999}'`)).toBe('seal_batch_follows');
    expect(await attempt(`next || '{"until_tick": 4611686018427387904}'`)).toBe('seal_batch_settled');
    expect(await attempt('next')).toMatch(/seal_batch_(hash|settled)/);
  });

  it('lets nothing join a batch that stands', async () => {
    const joined = database.source.query(`insert into seal_page select batch_number, 900, table_name, keys, digests from seal_page limit 1`);
    await expect(joined).rejects.toMatchObject({ driverError: { constraint: 'seal_page_precedes' } });
  });

  it('is done under a role that reads facts and writes none, and by no other', async () => {
    const asSealer = async (sql: pg.Client): Promise<void> => {
      await sql.query('set local role baton_sealer');
      await insertParty(sql, randomUUID());
    };
    expect([await refusalOf('OWNER', asSealer), await refusalOf('APPLICATION', 'insert into seal_batch select * from seal_batch limit 1')]).toMatchObject([{ code: '42501' }, { code: '42501' }]);
  });
});
