import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { JournalEntry } from '#libs/journal';
import type { EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { RegisterDirectory } from './directory.store.js';

/** What the steps of one import share: the transaction, who names what, and the entries to be posted at the end. */
export interface Recording {
  readonly tx: Tx;
  readonly context: CommandContext;
  readonly directory: RegisterDirectory;
  readonly entries: JournalEntry[];
}

/** PostgreSQL takes 65,535 parameters a statement; this many rows of our widest table stay below it. */
const ROWS_A_STATEMENT = 2_000;

/** Inserts rows set-based, however many there are. */
export async function insertAll<Entity extends ObjectLiteral>(tx: Tx, entity: EntityTarget<Entity>, rows: readonly QueryDeepPartialEntity<Entity>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    await tx.insert(entity, rows.slice(from, from + ROWS_A_STATEMENT));
  }
}
