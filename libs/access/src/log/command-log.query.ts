import type { Tx } from '#libs/database';
import type { CommandQuery, LoggedCommandDto } from './command-log.dto.js';

const PAGE = 50;

/** The command log, newest first: who asked for what, and what came of it. */
export async function listCommands(tx: Tx, query: CommandQuery): Promise<LoggedCommandDto[]> {
  return tx.query(
    `select id, command, actor_login as login, outcome, reason, input, input_hash as "inputHash", problem, verdicts,
            acted_at as "actedAt", recorded_at as "recordedAt", address
       from command_log
      where ($1::text is null or command = $1) and ($2::text is null or actor_login = $2) and ($3::text is null or outcome = $3)
        and ($4::timestamptz is null or recorded_at < $4)
      order by recorded_at desc, id limit $5`,
    [query.command ?? null, query.login ?? null, query.outcome ?? null, query.before ?? null, query.limit ?? PAGE],
  );
}
