import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, type DetailValue } from '#libs/errors';
import { stepOf } from '#libs/life';
import { APPLICATION_LIFE, type ApplicationEvent, type ApplicationState } from './application.js';

/** One step in the life of one application. */
export interface ApplicationStep {
  readonly applicationId: string;
  readonly event: ApplicationEvent;
  readonly happenedOn: LocalDate;
  readonly reason?: string | null;
  readonly detail?: Readonly<Record<string, DetailValue>>;
}

/**
 * Records steps, at most one for each application, in one statement; the states follow by trigger. Throws
 * `grant-application.not-in-this-state` (409) where the life does not know a step.
 */
export async function recordApplicationSteps(tx: Tx, context: CommandContext, steps: readonly ApplicationStep[]): Promise<void> {
  if (steps.length === 0) return;
  try {
    await tx.query(
      `insert into grant_application_event (application_id, event, happened_on, reason, detail, known_at, command_id)
       select s."applicationId", s.event, s."happenedOn", s.reason, s.detail, $2, $3
         from jsonb_to_recordset($1::jsonb) as s ("applicationId" uuid, event text, "happenedOn" date, reason text, detail jsonb) order by s."applicationId"`,
      [JSON.stringify(steps), context.now, context.commandId],
    );
  } catch (error) {
    throw explained(error);
  }
}

/** What the trigger on the life refused, as a refusal that says what would cure it. */
function explained(error: unknown): unknown {
  const { constraint, detail = '' } = (error as { driverError?: { constraint?: string; detail?: string } }).driverError ?? {};
  if (constraint !== 'grant_application_life') return error;
  const [state, event] = detail.split('/') as [ApplicationState, ApplicationEvent];
  const step = stepOf(APPLICATION_LIFE, state, event);
  return step.allowed ? error : new DomainError('conflict', 'grant-application.not-in-this-state', step.reason, { details: { state, event }, cause: error });
}
