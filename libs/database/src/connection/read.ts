import pg from 'pg';
import type { DataSource } from 'typeorm';
import { SCOPE_SETTINGS, scopeParameters, type ScopedIdentity } from './scopes.js';
import type { Tx } from './transaction.js';

/** Who asks decides under which role of the database the answer is read, and which rows are there. */
export interface ReaderIdentity extends ScopedIdentity {
  /** True for people who may look at everything and change nothing: their reads run under the auditor's role. */
  readonly readOnly: boolean;
}

/**
 * The door for reads. Every question runs in a read-only snapshot (REPEATABLE READ), so a page that asks several
 * things sees one state of the books; an auditor's question runs under a role that could not write if it tried; and
 * row-level security leaves out what lies outside the scopes of who asks.
 */
export class Reader {
  constructor(
    private readonly application: DataSource,
    private readonly auditor: DataSource,
  ) {}

  async read<T>(identity: ReaderIdentity, work: (tx: Tx) => Promise<T>): Promise<T> {
    const source = identity.readOnly ? this.auditor : this.application;
    return source.transaction('REPEATABLE READ', async (tx) => {
      // One round trip for all that the transaction is to know of itself.
      await tx.query(`select set_config('transaction_read_only', 'on', true), ${SCOPE_SETTINGS}`, [...scopeParameters(identity)]);
      return work(tx);
    });
  }

  /**
   * Rows as they are read, in one snapshot that ends with the last of them or when nobody reads on: for what is too long to
   * be held at once. `rows` gets the transaction and reads with a cursor (`rowsOf`). Who aborts `signal` has the statement
   * cancelled that runs: a long one would go on for nobody. The connection is given back in any case.
   */
  async *stream<Row>(identity: ReaderIdentity, rows: (tx: Tx) => AsyncIterable<Row>, signal?: AbortSignal): AsyncGenerator<Row, void, void> {
    const source = identity.readOnly ? this.auditor : this.application;
    const runner = source.createQueryRunner();
    const stopCancelling = cancelledBy(signal, source, (await runner.connect()) as { readonly processID: number });
    try {
      await runner.startTransaction('REPEATABLE READ');
      await runner.query(`select set_config('transaction_read_only', 'on', true), ${SCOPE_SETTINGS}`, [...scopeParameters(identity)]);
      yield* rows(runner.manager);
    } finally {
      // Given back only once no cancellation is on its way: the next one's statement would be hit.
      await stopCancelling();
      try {
        if (runner.isTransactionActive) await runner.rollbackTransaction();
      } finally {
        await runner.release();
      }
    }
  }
}

/**
 * Cancels the statement that runs on a connection when `signal` is aborted; the answer ends the watch. Over a connection of its
 * own: where the whole pool waits to be cancelled, none of it is free to say so.
 */
function cancelledBy(signal: AbortSignal | undefined, source: DataSource, { processID }: { readonly processID: number }): () => Promise<void> {
  let sent: Promise<unknown> = Promise.resolve();
  const cancel = (): void => {
    const client = new pg.Client({ connectionString: (source.options as { url?: string }).url ?? '', application_name: 'baton cancellation' });
    sent = client
      .connect()
      .then(() => client.query('select pg_cancel_backend($1)', [processID]))
      // Not cancelled, the statement comes to its own end.
      .catch(() => undefined)
      .finally(() => client.end());
  };
  signal?.addEventListener('abort', cancel, { once: true });
  return async () => {
    signal?.removeEventListener('abort', cancel);
    await sent;
  };
}
