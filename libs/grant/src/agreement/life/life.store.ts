import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { stepOf } from '#libs/life';
import { GRANT_LIFE, type GrantEvent, type GrantState } from '../agreement.js';

/** Takes a step in the life of an agreement. Throws `grant-agreement.not-in-this-state` (409) where the life does not know it. */
export async function recordGrantEvent(tx: Tx, context: CommandContext, step: { readonly agreementId: string; readonly state: GrantState; readonly event: GrantEvent; readonly happenedOn: LocalDate; readonly reason: string }): Promise<void> {
  const { agreementId, state, event, happenedOn, reason } = step;
  const known = stepOf(GRANT_LIFE, state, event);
  if (!known.allowed) throw new DomainError('conflict', 'grant-agreement.not-in-this-state', known.reason, { details: { state, event } });
  await tx.query('insert into grant_event (agreement_id, event, happened_on, reason, known_at, command_id) values ($1, $2, $3, $4, $5, $6)', [agreementId, event, happenedOn, reason, context.now, context.commandId]);
}
