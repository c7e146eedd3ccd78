import { randomUUID } from 'node:crypto';
import { withSql } from './sql.js';

interface Entry {
  readonly accessedAt: string;
  readonly action?: string;
  readonly subjectCount?: number | null;
  readonly reason?: string | null;
  readonly subjectLabel?: string;
}

/** Entries of the access log as the application writes them, but at any time in the past. */
export async function logAccess(person: { readonly id: string; readonly login: string }, entries: readonly Entry[]): Promise<void> {
  await withSql('APPLICATION', async (sql) => {
    for (const entry of entries) {
      await sql.query(
        `insert into access_log (accessed_at, user_id, login, roles, address, action, subject_kind, subject_label, subject_count, reason)
         values ($1, $2, $3, '{FINANCE_MAKER}', '10.0.0.7', $4, 'bank-account', $5, $6, $7)`,
        [entry.accessedAt, person.id, person.login, entry.action ?? 'bank-account.read', entry.subjectLabel ?? '시험기업', entry.subjectCount ?? null, entry.reason ?? null],
      );
    }
  });
}

/** A month of that many entries, far more than anybody reads. */
export async function busyMonth(month: string, entries: number): Promise<void> {
  const { id, login } = somebody();
  await withSql('APPLICATION', (sql) =>
    sql.query(
      `insert into access_log (accessed_at, user_id, login, roles, address, action, subject_kind, subject_label)
       select ($1 || '-01T09:00:00+09:00')::timestamptz + at * interval '1 minute', $2, $3, '{FINANCE_MAKER}', '10.0.0.7', 'bank-account.read', 'bank-account', '시험기업 ' || at from generate_series(1, $4::int) as at`,
      [month, id, login, entries],
    ),
  );
}

/** Somebody who has no account any more, or never had: the log does not mind. */
export const somebody = (): { id: string; login: string } => ({ id: randomUUID(), login: `x-${randomUUID().slice(0, 8)}` });

export async function userId(login: string): Promise<string> {
  return withSql('OWNER', async (sql) => (await sql.query<{ id: string }>('select id from app_user where login = $1', [login])).rows[0]?.id ?? '');
}
