import type { Tx } from '#libs/database';
import { digestPrefix, type SealedRow } from './row.js';
import { PARTS, type Part, type SealedTable } from './sealed-table.js';

/** A row with the name its leaf has and its place on the seal clock. */
export interface FoundRow {
  readonly key: string;
  readonly tick: bigint;
  readonly row: SealedRow;
}

/** How many rows are held at a time. */
const FETCH = 2_000;

/**
 * Has every value written in one way, whatever the session or the server prefers. For the transaction that seals or
 * verifies, before it reads a row.
 */
export async function fixSpelling(tx: Tx): Promise<void> {
  await tx.query(`set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
                  set local bytea_output = 'hex'; set local extra_float_digits = 1`);
}

interface CatalogueRow {
  readonly name: string;
  readonly columns: string[];
  readonly plain: string[];
  readonly key: string[];
}

/** Every table that has a place on the seal clock, by name. */
export async function listSealedTables(tx: Tx): Promise<SealedTable[]> {
  const rows: CatalogueRow[] = await tx.query(
    `select c.relname::text as name,
            (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
            coalesce((select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        and a.atttypid in ('uuid'::regtype, 'int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'bool'::regtype, 'date'::regtype, 'timestamptz'::regtype)), '{}') as plain,
            coalesce((select array_agg(a.attname::text order by k.place)
                        from pg_index i, unnest(i.indkey::int2[]) with ordinality as k (attnum, place), pg_attribute a
                       where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum), '{}') as key
       from pg_class c
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      order by c.relname collate "C"`,
  );
  const rowOf = new Map(rows.map((row) => [row.name, row]));
  const partOf = (part: Omit<Part, 'columns' | 'plain'>): Part => ({ ...part, columns: rowOf.get(part.table)?.columns ?? [], plain: new Set(rowOf.get(part.table)?.plain) });
  return rows
    .filter(({ columns }) => columns.includes('seal_tick'))
    .map((table) => ({ ...table, plain: new Set(table.plain), parts: (PARTS[table.name] ?? []).map(partOf) }));
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const written = (alias: string, column: string): string => `${alias}.${quoted(column)}::text`;

function keyExpression(table: SealedTable): string {
  return `concat_ws('/', ${table.key.map((column) => written('t', column)).join(', ')})`;
}

/** The rows of a part as JSON: a list of lists of texts in the order of its columns. */
function partExpression(part: Part): string {
  const values = part.columns.map((column) => written('p', column)).join(', ');
  return `(select json_agg(json_build_array(${values}) order by p.${quoted(part.orderBy)})::text
             from ${quoted(part.table)} p where p.${quoted(part.of)} = t.${quoted(part.to)})`;
}

/** In the order of the leaves: by tick, then by key, in an order that no locale changes. */
function selectRows(table: SealedTable, where: string): string {
  const columns = table.columns.map((column) => `${written('t', column)} as ${quoted(column)}`);
  const parts = table.parts.map((part) => `${partExpression(part)} as ${quoted(`=${part.table}`)}`);
  return `select ${keyExpression(table)} as "=key", t.seal_tick::text as "=tick", ${[...columns, ...parts].join(', ')}
            from ${quoted(table.name)} t where ${where} order by t.seal_tick, ${keyExpression(table)} collate "C"`;
}

/** `"name":"text"` for a column that holds something; null, which `concat` passes over, for one that does not. */
const member = (alias: string, column: string, plain: ReadonlySet<string>): string =>
  plain.has(column) ? `',"${column}":"' || ${written(alias, column)} || '"'` : `',"${column}":' || to_json(${written(alias, column)})`;

const objectOf = (members: readonly string[]): string => `'{' || substr(concat(${members.join(', ')}), 2) || '}'`;

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : 1);

/**
 * The canonical JSON of a row in SQL, letter by letter what `canonicalJson` makes of it in the program. Whoever seals has
 * the database digest its rows, because moving them out to be digested costs several times as much; whoever verifies moves
 * them out and digests them anew, so that neither takes the other's word.
 */
function canonicalExpression(table: SealedTable): string {
  const parts = table.parts.map((part) => {
    const rows = `select string_agg(${objectOf([...part.columns].sort(byCodeUnit).map((column) => member('p', column, part.plain)))}, ',' order by p.${quoted(part.orderBy)})
                    from ${quoted(part.table)} p where p.${quoted(part.of)} = t.${quoted(part.to)}`;
    return { name: part.table, text: `',"${part.table}":[' || coalesce((${rows}), '') || ']'` };
  });
  const members = [...table.columns.map((column) => ({ name: column, text: member('t', column, table.plain) })), ...parts];
  return objectOf(members.sort((a, b) => byCodeUnit(a.name, b.name)).map(({ text }) => text));
}

/**
 * SQL for the leaves of the rows with ticks from `from` on and below `until`: their places from 0 on, keys, digests, and leaf
 * hashes as `hashOfLeaf` makes them.
 */
export function leavesOf(table: SealedTable, from: bigint, until: bigint): string {
  return `select place, key, digest, sha256('\\x00'::bytea || convert_to('${table.name}' || E'\\n' || key || E'\\n' || encode(digest, 'hex'), 'UTF8')) as hash
            from (select row_number() over (order by t.seal_tick, ${keyExpression(table)} collate "C") - 1 as place, ${keyExpression(table)} as key,
                         sha256(convert_to(E'${digestPrefix(table.name)}' || ${canonicalExpression(table)}, 'UTF8')) as digest
                    from ${quoted(table.name)} t where t.seal_tick >= ${from} and t.seal_tick < ${until}) as row`;
}

type RawRow = Readonly<Record<string, string | null>>;

function foundRow(table: SealedTable, raw: RawRow): FoundRow {
  const row: Record<string, string | SealedRow[]> = {};
  for (const column of table.columns) {
    const value = raw[column] ?? null;
    if (value !== null) row[column] = value;
  }
  for (const part of table.parts) row[part.table] = partRows(part, raw[`=${part.table}`] ?? null);
  return { key: raw['=key'] ?? '', tick: BigInt(raw['=tick'] ?? 0), row };
}

function partRows(part: Part, json: string | null): SealedRow[] {
  const lists = json === null ? [] : (JSON.parse(json) as (string | null)[][]);
  return lists.map((values) => Object.fromEntries(part.columns.flatMap((column, at) => (values[at] == null ? [] : [[column, values[at]]]))));
}

/** The rows with ticks from `from` on and below `until`, in the order of their leaves, a handful at a time. */
export async function* readRows(tx: Tx, table: SealedTable, from: bigint, until: bigint | null): AsyncGenerator<FoundRow> {
  const cursor = quoted(`rows of ${table.name}`);
  const upTo = until === null ? '' : ` and t.seal_tick < ${until}`;
  await tx.query(`declare ${cursor} no scroll cursor for ${selectRows(table, `t.seal_tick >= ${from}${upTo}`)}`);
  try {
    for (;;) {
      const rows: RawRow[] = await tx.query(`fetch ${FETCH} from ${cursor}`);
      for (const row of rows) yield foundRow(table, row);
      if (rows.length < FETCH) return;
    }
  } finally {
    await tx.query(`close ${cursor}`).catch(() => undefined);
  }
}

/** One row by the name of its leaf; null where there is none. Looks at all of the table. */
export async function findRow(tx: Tx, table: SealedTable, key: string): Promise<FoundRow | null> {
  const rows: RawRow[] = await tx.query(selectRows(table, `${keyExpression(table)} = $1`), [key]);
  return rows[0] === undefined ? null : foundRow(table, rows[0]);
}

/** The rows that a condition on `t` picks. The condition is written by the program. */
export async function readRowsWhere(tx: Tx, table: SealedTable, condition: string, parameters: readonly unknown[]): Promise<FoundRow[]> {
  const rows: RawRow[] = await tx.query(selectRows(table, condition), [...parameters]);
  return rows.map((raw) => foundRow(table, raw));
}

/** The names of those tables that have rows with ticks from `from` on and below `until`. */
export async function tablesWithRows(tx: Tx, tables: readonly SealedTable[], from: bigint, until: bigint): Promise<Set<string>> {
  const questions = tables.map(({ name }) => `select '${name}' as name where exists (select 1 from ${quoted(name)} where seal_tick >= ${from} and seal_tick < ${until})`);
  const rows: { name: string }[] = await tx.query(questions.join(' union all '));
  return new Set(rows.map(({ name }) => name));
}

/** How many rows have no seal yet, and for how many seconds the oldest of those that bear a time has waited. */
export async function countUnsealed(tx: Tx, tables: readonly SealedTable[], from: bigint): Promise<{ rows: number; lagSeconds: number }> {
  const questions = tables.map(
    ({ name, columns }) => `select count(*) as rows, ${columns.includes('recorded_at') ? 'min(recorded_at)' : 'null::timestamptz'} as since from ${quoted(name)} where seal_tick >= ${from}`,
  );
  const rows: { rows: number; lagSeconds: number }[] = await tx.query(
    `select sum(rows)::integer as rows, greatest(0, coalesce(floor(extract(epoch from clock_timestamp() - min(since))), 0))::integer as "lagSeconds"
       from (${questions.join(' union all ')}) as waiting`,
  );
  return rows[0] ?? { rows: 0, lagSeconds: 0 };
}
