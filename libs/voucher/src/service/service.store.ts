import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import { askPrepared, type Tx } from '#libs/database';
import type { DetailValue } from '#libs/errors';
import type { Won } from '#libs/money';
import { explainServiceLife } from './service-refusal.js';
import type { ServiceEvent } from './service.js';

export interface ContractRow {
  readonly id: string;
  readonly voucherId: string;
  readonly number: string;
  readonly name: string | null;
  readonly menuCode: string | null;
  readonly providerId: string;
  readonly contractedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly supplyWon: Won;
  readonly vatWon: Won;
  readonly taxable: boolean;
  readonly governmentWon: Won;
  readonly selfWon: Won;
  readonly holdId: string | null;
}

/** Those who decide on the same services wait for each other from here on; what is read after it is what stands. */
export async function lockServices(tx: Tx, ids: readonly string[]): Promise<void> {
  await askPrepared(tx, 'select lock_services($1)', [ids]);
}

/** Throws `voucher.not-in-this-state` (409) where the voucher takes no contract. */
export async function insertContract(tx: Tx, context: CommandContext, row: ContractRow): Promise<void> {
  await explaining(() =>
    tx.query(
      `insert into voucher_service (id, voucher_id, number, name, menu_code, provider_id, contracted_on, due_on, supply_won, vat_won, taxable, government_won, self_won, hold_id, known_at, command_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        ...[row.id, row.voucherId, row.number, row.name, row.menuCode, row.providerId, row.contractedOn, row.dueOn],
        ...[row.supplyWon.toString(), row.vatWon.toString(), row.taxable, row.governmentWon.toString(), row.selfWon.toString(), row.holdId],
        ...[context.now, context.commandId],
      ],
    ),
  );
}

/** One step in the life of one service, stated by a command of its own or together with others. */
export interface ServiceEventDraft {
  readonly context: CommandContext;
  readonly serviceId: string;
  readonly event: ServiceEvent;
  readonly happenedOn: LocalDate;
  /** Who stands in for a suspended provider. */
  readonly providerId?: string;
  readonly documentId?: string | null;
  /** SHA-256 of the deliverable. */
  readonly contentHash?: string | null;
  readonly rating?: number;
  readonly brokerReportedOn?: LocalDate | null;
  readonly reason?: string | null;
  readonly detail?: Readonly<Record<string, DetailValue>>;
}

/**
 * Records steps, at most one for each service, in one statement; the states follow by trigger. Throws
 * `service.not-in-this-state` or `voucher.not-in-this-state` (409) where a life does not know a step.
 */
export async function recordServiceEvents(tx: Tx, events: readonly ServiceEventDraft[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ context, ...each }) => ({ ...each, knownAt: context.now, commandId: context.commandId }));
  await explaining(() =>
    askPrepared(
      tx,
      `insert into service_event (service_id, event, happened_on, provider_id, document_id, content_hash, rating, broker_reported_on, reason, detail, known_at, command_id)
       select e."serviceId", e.event, e."happenedOn", e."providerId", e."documentId", e."contentHash", e.rating, e."brokerReportedOn", e.reason, e.detail, e."knownAt", e."commandId"
         from jsonb_to_recordset($1::jsonb) as e ("serviceId" uuid, event text, "happenedOn" date, "providerId" uuid, "documentId" uuid, "contentHash" text, rating smallint,
                                                  "brokerReportedOn" date, reason text, detail jsonb, "knownAt" timestamptz, "commandId" uuid)`,
      [JSON.stringify(rows)],
    ),
  );
}

async function explaining(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw explainServiceLife(error);
  }
}
