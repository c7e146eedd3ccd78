import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { NOT_SEALED } from '#libs/seal';
import { Keyring } from '#libs/secret';
import { SealedDatabase, valueOf, type Column } from '../support/sealed-database.js';

const FEWEST_TABLES = 25;
/** A report of a verification ends after so many findings; a change of a key is two. */
const AT_ONCE = 40;

const inTurns = <Item>(items: readonly Item[]): Item[][] => Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, turn) => items.slice(turn * AT_ONCE, (turn + 1) * AT_ONCE));

describe('whatever somebody with the database password does to what is sealed', () => {
  let database: SealedDatabase;

  beforeAll(async () => {
    database = await SealedDatabase.open();
    await database.fill();
    await database.seal();
    // A second batch, so that there is a place where it happens.
    await database.fill(2);
    await database.seal();
  }, 120_000);

  afterAll(() => database.close());

  const mentions = (found: { table: string | null; key: string | null }, table: string, key: string): boolean => found.table === table && found.key === key;
  const keyOf = (table: string): string => `concat_ws('/', ${(database.tables.find(({ name }) => name === table)?.key ?? []).map((column) => `"${column}"::text`).join(', ')})`;
  /** The last row of a table that is not the newest, by the order of its leaves. */
  const someKey = async (table: string): Promise<string> => {
    const rows = (await database.source.query(`select ${keyOf(table)} as key from "${table}" order by seal_tick, ${keyOf(table)} collate "C" offset 1 limit 1`)) as { key: string }[];
    return rows[0]?.key ?? '';
  };

  it('leaves nothing that is append-only out: it is sealed, or named with a reason', async () => {
    const rows = (await database.source.query(
      `select c.relname::text as name from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'append_only' and c.relnamespace = 'public'::regnamespace order by 1`,
    )) as { name: string }[];
    const sealed = database.tables.map(({ name }) => name);
    expect(sealed.length).toBeGreaterThan(FEWEST_TABLES);
    expect([...sealed, ...Object.keys(NOT_SEALED)].sort()).toEqual(rows.map(({ name }) => name).sort());
    expect(database.tables.filter(({ key }) => key.length === 0).map(({ name }) => name)).toEqual([]);
  });

  it('is not cried about where nothing was done', async () => {
    expect(await database.verify()).toMatchObject({ sound: true, findings: [], unsealed: 0, batches: 2 });
    const { rows, leaves } = await database.verify();
    expect([rows, rows > FEWEST_TABLES * 4]).toEqual([leaves, true]);
  });

  it('shows one changed value, in every column of every table, and names the row', async () => {
    const keys = new Map<string, string>();
    for (const { name } of database.tables) keys.set(name, await someKey(name));
    const writable = database.tables.map(({ name }) => database.columnsOf(name).filter(({ generated }) => !generated));
    const missed: string[] = [];
    let tried = 0;
    // One column of each table at a time: tables are compared apart, so none hides the other.
    for (let place = 0; writable.some((columns) => columns.length > place); place += 1) {
      const ofAll = writable.flatMap((each) => each[place] ?? []);
      for (const columns of inTurns(ofAll)) {
        const { findings, more } = await database.verifyAfter(async (tx) => {
          for (const column of columns) await change(tx, column, keyOf(column.table), keys.get(column.table) ?? '');
        });
        tried += columns.length;
        expect(more).toBe(false);
        for (const { table, name, isKey } of columns) {
          // A row whose key was changed is gone under the old one.
          const named = findings.some((found) => mentions(found, table, keys.get(table) ?? '') && (found.kind === 'CHANGED' || (isKey && found.kind === 'REMOVED')));
          const others = findings.filter((found) => found.table === table && !mentions(found, table, keys.get(table) ?? '') && !(isKey && found.kind === 'ADDED'));
          if (!named || others.length > 0) missed.push(`${table}.${name}: ${findings.filter((found) => found.table === table).map(({ text }) => text.en).join('; ')}`);
        }
      }
    }
    expect(missed).toEqual([]);
    expect(tried).toBe(writable.flat().length);
    expect(tried).toBeGreaterThan(FEWEST_TABLES * 8);
  }, 300_000);

  async function change(tx: { query(sql: string, parameters?: unknown[]): Promise<unknown> }, column: Column, keySql: string, key: string): Promise<void> {
    const asked = async (): Promise<number> => {
      const next = column.type === 'boolean' ? null : valueOf(column.type, 3);
      const value = column.type === 'boolean' ? `not "${column.name}"` : '$2';
      const differs = next === null ? '' : ` and "${column.name}" is distinct from $2`;
      const [, changed] = (await tx.query(`update "${column.table}" set "${column.name}" = ${value} where ${keySql} = $1${differs}`, next === null ? [key] : [key, next])) as [unknown[], number];
      return changed;
    };
    // One letter has few values: what happens to stand there already is no change.
    expect((await asked()) || (await asked())).toBe(1);
  }

  it('shows a value that was taken away, and one that came where there was none', async () => {
    const [{ id }] = (await database.source.query('select id from investment order by seal_tick, id::text collate "C" limit 1')) as [{ id: string }];
    const emptied = await database.verifyAfter((tx) => tx.query('update investment set note = null where id = $1', [id]));
    expect(emptied.findings).toMatchObject([{ kind: 'CHANGED', table: 'investment', key: id, batch: 1 }]);
  });

  it.each(['NFC', 'NFD'] as const)('tells a name that was only spelled anew (%s) from the one that was sealed', async (form) => {
    const other = form === 'NFC' ? 'NFD' : 'NFC';
    const rows = (await database.source.query('select id, name from fund')) as { id: string; name: string }[];
    const fund = rows.find(({ name }) => name === name.normalize(form) && name !== name.normalize(other));
    const { findings } = await database.verifyAfter((tx) => tx.query('update fund set name = $2 where id = $1', [fund?.id, fund?.name.normalize(other)]));
    expect(findings).toMatchObject([{ kind: 'CHANGED', table: 'fund', key: fund?.id }]);
  });

  it('shows the last row of every table gone, and any row put in behind the seal', async () => {
    const last = new Map<string, string>();
    for (const { name: table } of database.tables) {
      const rows = (await database.source.query(`select ${keyOf(table)} as key from "${table}" order by seal_tick desc, ${keyOf(table)} collate "C" desc limit 1`)) as { key: string }[];
      last.set(table, rows[0]?.key ?? '');
    }
    for (const some of inTurns([...last])) {
      const removed = await database.verifyAfter(async (tx) => {
        for (const [table, key] of some) await tx.query(`delete from "${table}" where ${keyOf(table)} = $1`, [key]);
      });
      expect(removed.findings.filter(({ kind }) => kind === 'REMOVED').map(({ table, key, batch }) => [table, key, batch]).sort()).toEqual(some.map(([table, key]) => [table, key, 2]).sort());
      for (const tick of [1, Number.MAX_SAFE_INTEGER]) {
        const added = await database.verifyAfter(async (tx) => {
          for (const [table] of some) await database.insert(tx, table, 1, { seal_tick: tick });
        });
        expect([tick, added.findings.map((found) => `${found.kind} ${found.table ?? ''}`).sort()]).toEqual([tick, some.map(([table]) => `ADDED ${table}`).sort()]);
      }
    }
  }, 120_000);

  it('shows the lines of an entry: changed, gone, added, or belonging to nothing', async () => {
    const [{ id }] = (await database.source.query('select entry_id::text as id from entry_line order by entry_id limit 1')) as [{ id: string }];
    const tamperings = [
      'update entry_line set amount = amount + 1 where entry_id = $1 and line_no = 1',
      `update entry_line set side = case side when 'D' then 'C' else 'D' end where entry_id = $1`,
      'delete from entry_line where entry_id = $1 and line_no = 2',
      'update entry_line set line_no = 3 - line_no + 10 where entry_id = $1',
    ];
    for (const sql of tamperings) {
      const { findings } = await database.verifyAfter((tx) => tx.query(sql, [id]));
      expect([sql, findings]).toMatchObject([sql, [{ kind: 'CHANGED', table: 'journal_entry', key: id }]]);
    }
    const added = await database.verifyAfter((tx) => database.insert(tx, 'entry_line', 1, { entry_id: id, line_no: 9 }));
    expect(added.findings).toMatchObject([{ kind: 'CHANGED', table: 'journal_entry', key: id }]);
    const stray = await database.verifyAfter((tx) => database.insert(tx, 'entry_line', 1, { entry_id: 987_654_321, line_no: 1 }));
    expect(stray.findings).toMatchObject([{ kind: 'ADDED', table: 'entry_line', key: '987654321/1' }]);
  });

  it('shows two rows that changed places', async () => {
    const rows = (await database.source.query('select id, seal_tick from fund order by seal_tick, id::text collate "C"')) as { id: string; seal_tick: string }[];
    const [first, last] = [rows[0], rows.at(-1)] as [{ id: string; seal_tick: string }, { id: string; seal_tick: string }];
    const swapped = await database.verifyAfter(async (tx) => {
      await tx.query('update fund set seal_tick = $2 where id = $1', [first.id, last.seal_tick]);
      await tx.query('update fund set seal_tick = $2 where id = $1', [last.id, first.seal_tick]);
    });
    expect(swapped.findings.map(({ kind, key }) => [kind, key])).toEqual([
      ['CHANGED', first.id],
      ['CHANGED', last.id],
    ]);
    const contents = await database.verifyAfter(async (tx) => {
      await tx.query(`update fund set id = case id when $1 then $2::uuid else $1::uuid end where id in ($1, $2) and false`, [first.id, last.id]);
      await tx.query('update fund a set name = b.name from fund b where (a.id, b.id) in (($1::uuid, $2::uuid), ($2::uuid, $1::uuid))', [first.id, last.id]);
    });
    expect(contents.findings.map(({ kind, key }) => [kind, key])).toEqual([
      ['CHANGED', first.id],
      ['CHANGED', last.id],
    ]);
  });

  it('shows leaves that were changed, moved, added or taken away', async () => {
    const tamperings: readonly (readonly [string, string])[] = [
      [`update seal_page set digests = set_byte(digests, 0, get_byte(digests, 0) # 1) where batch_number = 2 and table_name = 'fund'`, 'CHANGED'],
      [`update seal_page set keys[1] = keys[2], keys[2] = keys[1] where batch_number = 2 and table_name = 'fund'`, 'CHANGED'],
      [`update seal_page set keys[1] = keys[2], keys[2] = keys[1], digests = substr(digests, 33, 32) || substr(digests, 1, 32) || substr(digests, 65) where batch_number = 2 and table_name = 'fund'`, 'REORDERED'],
      [`delete from seal_page where batch_number = 2 and table_name = 'fund'`, 'ADDED'],
      [`insert into seal_page select 2, 999, table_name, array['made-up'], substr(digests, 1, 32) from seal_page where batch_number = 2 and table_name = 'fund'`, 'REMOVED'],
    ];
    for (const [sql, kind] of tamperings) {
      const { findings } = await database.verifyAfter((tx) => tx.query(sql));
      expect([sql, findings.some((found) => found.kind === 'LEAVES' && found.batch === 2)]).toEqual([sql, true]);
      expect([sql, findings.find(({ table }) => table !== null)]).toMatchObject([sql, { kind, table: 'fund' }]);
    }
    const stray = await database.verifyAfter((tx) => tx.query(`insert into seal_page select 9, 0, table_name, keys, digests from seal_page where batch_number = 2 and table_name = 'fund'`));
    expect(stray.findings.some(({ kind, batch }) => kind === 'LEAVES' && batch === 9)).toBe(true);
  });

  it('shows one changed value in every column of a batch', async () => {
    const columns = database.columnsOf('seal_batch').filter(({ name }) => name !== 'number');
    for (const { name, type } of columns) {
      const value = name === 'signature' ? 'f'.repeat(128) : valueOf(type, 0);
      const { sound, findings } = await database.verifyAfter((tx) => tx.query(`update seal_batch set "${name}" = $1 where number = 1`, [value]));
      expect([name, sound, findings[0]?.batch]).toEqual([name, false, 1]);
    }
    expect(columns.length).toBe(10);
  });

  it('shows a chain that was cut or written anew, to whoever kept an anchor, even with the signing key', async () => {
    const anchors = await database.anchors();
    expect(await database.verify(anchors)).toMatchObject({ sound: true, anchors: 2 });
    const cut = await database.verifyAfter(async (tx) => {
      for (const { name } of database.tables) await tx.query(`delete from "${name}" where seal_tick >= (select until_tick from seal_batch where number = 1)`);
      await tx.query('delete from entry_line l where not exists (select 1 from journal_entry e where e.id = l.entry_id)');
      await tx.query('delete from seal_page where batch_number = 2');
      await tx.query('delete from seal_batch where number = 2');
    }, anchors);
    expect(cut.findings).toMatchObject([{ kind: 'ANCHOR', batch: 2 }]);
    const rewritten = await database.verifyAfter(async (tx) => {
      await tx.query(`update fund set name = '다른 조합' where id = (select id from fund order by seal_tick limit 1)`);
      await tx.query('delete from seal_page');
      await tx.query('delete from seal_batch');
      await database.sealAsForger(tx);
    }, anchors);
    expect(rewritten.findings).toMatchObject([
      { kind: 'ANCHOR', batch: 1, text: { en: expect.stringContaining('written anew') } },
      { kind: 'ANCHOR', batch: 2, text: { en: expect.stringContaining('cut off') } },
    ]);
  });

  it('shows a table that is not there any more, and a history signed by somebody else', async () => {
    const dropped = await database.verifyAfter((tx) => tx.query('drop table period_close cascade'));
    expect(dropped.findings).toMatchObject([{ kind: 'TABLE', text: { en: expect.stringContaining('period_close') } }]);
    const unsealed = await database.verifyAfter((tx) => tx.query('alter table period_close drop column seal_tick'));
    expect(unsealed.findings).toMatchObject([{ kind: 'TABLE' }]);
    const foreign = await database.verifyAfter(async (tx) => {
      await tx.query('delete from seal_page');
      await tx.query('delete from seal_batch');
      await database.sealAsForger(tx, new Keyring({ current: 'k1', keys: new Map([['k1', randomBytes(32)]]) }));
    });
    expect(foreign.findings[0]).toMatchObject({ kind: 'SIGNATURE', batch: 1 });
  });
});
