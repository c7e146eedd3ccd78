import type { Tx } from './transaction.js';

/** Rows fetched at a time. */
const PORTION = 1_000;

/** The rows of a question one by one, through a cursor: however many there are, a thousand are held at once. One at a time in a transaction. */
export async function* rowsOf<Row>(tx: Tx, sql: string, parameters: readonly unknown[]): AsyncGenerator<Row, void, void> {
  await tx.query(`declare row_by_row no scroll cursor for ${sql}`, [...parameters]);
  for (;;) {
    const rows: Row[] = await tx.query(`fetch ${PORTION} from row_by_row`);
    yield* rows;
    if (rows.length < PORTION) break;
  }
  await tx.query('close row_by_row');
}
