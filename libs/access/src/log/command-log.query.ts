import type { Tx } from '#libs/database';
import type { CommandQuery, LoggedCommandDto } from './command-log.dto.js';

const PAGE = 50;

/** The command log, newest first: who asked for what, and what came of it. */
export async function listCommands(tx: Tx, query: CommandQuery): Promise<LoggedCommandDto[]> {
  return tx.query(
    `select c.id, c.command, c.actor_login as login, coalesce(u.name, c.actor_login) as name, c.outcome, c.reason, c.input, c.input_hash as "inputHash",
            c.problem, c.verdicts, c.acted_at as "actedAt", c.recorded_at as "recordedAt", c.address
       from command_log c left join app_user u on u.id = c.actor_id
      where ($1::text is null or c.command = $1) and ($2::text is null or c.actor_login = $2) and ($3::text is null or c.outcome = $3)
        and ($4::timestamptz is null or c.recorded_at < $4)
      order by c.recorded_at desc, c.id limit $5`,
    [query.command ?? null, query.login ?? null, query.outcome ?? null, query.before ?? null, query.limit ?? PAGE],
  );
}
