import { startOfSeoulDay, type LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { DetailValue } from '#libs/errors';
import type { JournalEntry } from '#libs/journal';
import { explainServiceLife } from '../../service/service-refusal.js';
import type { ServiceEvent } from '../../service/service.js';
import { explainVoucherLife } from '../../voucher/life-refusal.js';
import type { VoucherEvent } from '../../voucher/voucher.js';

/** A roster tells what has happened: a fact counts as known from the start of the day that it names. */
export function knownOn(day: LocalDate, now: Date): Date {
  const start = startOfSeoulDay(day);
  return start < now ? start : now;
}

/** The entry as one about the past. */
export const inHistory = (entry: JournalEntry, now: Date): JournalEntry => ({ ...entry, knownAt: knownOn(entry.effectiveOn, now) });

interface PastStep<Event> {
  readonly id: string;
  readonly event: Event;
  readonly on: LocalDate;
  readonly amountWon?: bigint;
  readonly reportedOn?: LocalDate | null;
  readonly detail?: Readonly<Record<string, DetailValue>>;
}

export type PastVoucherStep = PastStep<VoucherEvent>;
export type PastServiceStep = PastStep<ServiceEvent>;

/** Steps of vouchers, at most one each; the trigger of the life judges them like any other. */
export async function recordVoucherSteps(tx: Tx, context: CommandContext, steps: readonly PastVoucherStep[]): Promise<void> {
  const sql = `
    insert into voucher_event (voucher_id, event, happened_on, amount_won, detail, known_at, command_id)
    select e.id, e.event, e."on", e."amountWon", e.detail, e."knownAt", $2
      from jsonb_to_recordset($1::jsonb) as e (id uuid, event text, "on" date, "amountWon" bigint, detail jsonb, "knownAt" timestamptz)`;
  if (steps.length > 0) await explainedBy(explainVoucherLife, () => tx.query(sql, [stepsText(steps, context), context.commandId]));
}

/** The same of services. */
export async function recordServiceSteps(tx: Tx, context: CommandContext, steps: readonly PastServiceStep[]): Promise<void> {
  const sql = `
    insert into service_event (service_id, event, happened_on, broker_reported_on, detail, known_at, command_id)
    select e.id, e.event, e."on", e."reportedOn", e.detail, e."knownAt", $2
      from jsonb_to_recordset($1::jsonb) as e (id uuid, event text, "on" date, "reportedOn" date, detail jsonb, "knownAt" timestamptz)`;
  if (steps.length > 0) await explainedBy(explainServiceLife, () => tx.query(sql, [stepsText(steps, context), context.commandId]));
}

async function explainedBy(explain: (error: unknown) => unknown, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw explain(error);
  }
}

const stepsText = (steps: readonly PastStep<string>[], { now }: CommandContext): string =>
  JSON.stringify(steps.map((step) => ({ ...step, amountWon: step.amountWon?.toString(), knownAt: knownOn(step.on, now) })));
