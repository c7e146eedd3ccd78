import { withSql } from './sql.js';

/** A command that nobody logged: every other check comes first, and with it alone the row is refused too. */
export const NO_COMMAND = '00000000-0000-4000-8000-0000000000ff';

/** An insert of a copy of the rows of `table` that `where` finds, with these columns said otherwise, by a command that nobody logged. */
export async function copied(table: string, where: string, changes: Readonly<Record<string, string>>): Promise<string> {
  const { rows } = await withSql('OWNER', (sql) => sql.query<{ name: string }>(`select column_name as name from information_schema.columns where table_name = $1 and table_schema = 'public' and is_identity = 'NO' order by ordinal_position`, [table]));
  const said: Readonly<Record<string, string>> = { command_id: `'${NO_COMMAND}'`, ...changes };
  const names = rows.map(({ name }) => name);
  return `insert into ${table} (${names.join(', ')}) select ${names.map((name) => said[name] ?? name).join(', ')} from ${table} where ${where}`;
}
