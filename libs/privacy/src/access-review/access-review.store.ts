import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import { canonicalJson, type CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Finding } from './access-review.js';

/** The figures are not given: the database writes down its own. */
export async function insertReview(tx: Tx, context: CommandContext, month: LocalDate, findings: readonly Finding[], note: string): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into access_review (id, month, reviewer_id, reviewer_name, findings, note, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, month, context.actor.userId, context.actor.name, canonicalJson(findings), note, context.now, context.commandId],
  );
  return id;
}
