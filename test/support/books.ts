import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { withSql, type DatabaseRole } from './sql.js';

/** A line as raw SQL writes it: account number, side, amount. */
export type RawLine = readonly [account: string, side: 'D' | 'C', amount: bigint | number];

export interface RawEntry {
  readonly posting?: string;
  readonly book?: string;
  readonly effectiveOn?: string;
  readonly commandId?: string;
  readonly reverses?: string | null;
  readonly lines: readonly RawLine[];
}

/** A set of books written by raw SQL, as somebody would who got hold of the program's own connection. */
export class RawBooks {
  constructor(
    readonly client: pg.Client,
    readonly commandId: string,
    readonly book: string,
    private readonly anyPosting = true,
  ) {}

  /** Runs `work` in one transaction with books of its own; commits. */
  static async commit<T>(work: (books: RawBooks) => Promise<T>, role: DatabaseRole = 'APPLICATION'): Promise<T> {
    return withSql(role, async (client) => {
      await client.query('begin');
      const result = await work(await RawBooks.open(client));
      await client.query('commit');
      return result;
    });
  }

  /** Books with a command that did this, by its name; without one each entry gets a command that may post it. */
  static async open(client: pg.Client, command: string | null = null): Promise<RawBooks> {
    return new RawBooks(client, await logCommand(client, command ?? 'fund.form'), `raw/${randomUUID()}`, command === null);
  }

  async account(chart: string, unit = 'KRW', book = this.book): Promise<string> {
    const { rows } = await this.client.query<{ id: string }>(
      `insert into ledger_account (key, book, chart, unit, normal_side) select $1, $2, code, $4, normal_side from ledger_chart where code = $3 returning id`,
      [`${book}/${chart}/${randomUUID()}`, book, chart, unit],
    );
    return rows[0]?.id ?? '';
  }

  /** Writes an entry and its lines, and answers its number. */
  async post(entry: RawEntry): Promise<string> {
    const { posting = 'fund.limits-granted', book = this.book, effectiveOn = '2024-06-03', reverses = null, lines } = entry;
    const commandId = entry.commandId ?? (await this.commandFor(posting));
    const { rows } = await this.client.query<{ id: string }>(
      `insert into journal_entry (posting, book, effective_on, known_at, command_id, subject_kind, subject_id, memo, reverses)
       values ($1, $2, $3, now(), $4, 'test', $5, 'raw', $6) returning id`,
      [posting, book, effectiveOn, commandId, randomUUID(), reverses],
    );
    const id = rows[0]?.id ?? '';
    await this.addLines(id, lines, effectiveOn);
    return id;
  }

  private async commandFor(posting: string): Promise<string> {
    if (!this.anyPosting) return this.commandId;
    const { rows } = await this.client.query<{ command: string }>('select commands[1] as command from posting_rule where code = $1', [posting]);
    const command = rows[0]?.command ?? 'fund.form';
    return command === 'fund.form' ? this.commandId : logCommand(this.client, command);
  }

  async addLines(entryId: string, lines: readonly RawLine[], effectiveOn = '2024-06-03', from = 1): Promise<void> {
    if (lines.length === 0) return;
    await this.client.query(
      `insert into entry_line (entry_id, line_no, account_id, side, amount, fiscal_year)
       select $1, $5 + place - 1, account, side, amount, $6 from unnest($2::bigint[], $3::char[], $4::bigint[]) with ordinality as l (account, side, amount, place)`,
      [entryId, lines.map(([account]) => account), lines.map(([, side]) => side), lines.map(([, , amount]) => amount.toString()), from, effectiveOn.slice(0, 4)],
    );
  }

  /** A floor-zero account with that much on it, and the account it came from. */
  async funded(amount: bigint | number): Promise<{ headroom: string; granted: string }> {
    const [headroom, granted] = [await this.account('fund.headroom'), await this.account('fund.headroom-granted')];
    await this.post({ lines: [[granted, 'D', amount], [headroom, 'C', amount]] });
    return { headroom, granted };
  }

  async hold(account: string, amount: bigint | number): Promise<string> {
    const id = randomUUID();
    await this.client.query('insert into ledger_hold (id, account_id, amount, command_id) values ($1, $2, $3, $4)', [id, account, amount.toString(), this.commandId]);
    return id;
  }

  async consume(hold: string, kind: 'CAPTURED' | 'RELEASED' | 'EXPIRED', amount: bigint | number, eventNumber: number): Promise<void> {
    await this.client.query('insert into ledger_hold_event (hold_id, event_no, kind, amount, command_id) values ($1, $2, $3, $4, $5)', [hold, eventNumber, kind, amount.toString(), this.commandId]);
  }
}

/** Lays that many entries of two lines, far more than anybody types, into a book, by itself one of its own; answers its name. */
export function longBook(entries: number, name?: string): Promise<string> {
  return RawBooks.commit(async (books) => {
    const book = name ?? books.book;
    const [granted, headroom] = [await books.account('fund.headroom-granted', 'KRW', book), await books.account('fund.headroom', 'KRW', book)];
    const laid = await books.client.query<{ id: string }>(
      `insert into journal_entry (posting, book, effective_on, known_at, command_id, subject_kind, subject_id, memo)
       select 'fund.limits-granted', $1, date '2024-01-02' + at % 300, now(), $2, 'test', gen_random_uuid(), '긴 장부의 전표' from generate_series(1, $3::int) as at returning id`,
      [book, books.commandId, entries],
    );
    await books.client.query(
      `insert into entry_line (entry_id, line_no, account_id, side, amount, fiscal_year)
       select id, line.no, line.account, line.side, 1000 + id % 1000, 2024 from unnest($1::bigint[]) as id
         cross join lateral (values (1, $2::bigint, 'D'), (2, $3::bigint, 'C')) as line (no, account, side)`,
      [laid.rows.map(({ id }) => id), granted, headroom],
    );
    return book;
  });
}

/** A command of somebody who may run it, as raw SQL would forge it; the database admits what needs no signature. */
export async function logCommand(client: pg.Client, command: string, outcome = 'DONE'): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, problem, verdicts, acted_at)
     select $1, $2, coalesce(able.id, gen_random_uuid()), 'raw', '{}', repeat('0', 64), '{}', $3, null, case when $3 = 'REFUSED' then '{}'::jsonb end, '[]', now()
       from (select (select u.id from app_user u join user_role g on g.user_id = u.id join command_kind k on g.role = any (k.roles)
                      where k.command = $2 and u.active and u.created_by = '00000000-0000-0000-0000-000000000000' limit 1) as id) as able`,
    [id, command, outcome],
  );
  return id;
}
