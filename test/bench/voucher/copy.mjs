/** COPY … FROM STDIN over the bare driver, in its text format. */

/** What the driver's client calls while it copies; the rows are text that is ready. */
class CopyFrom {
  constructor(text, rows, done) {
    Object.assign(this, { text, rows, done });
  }

  submit(connection) {
    connection.query(this.text);
  }

  handleCopyInResponse(connection) {
    // In pieces that fit into the socket's buffers, as a program would that copies a file.
    for (let at = 0; at < this.rows.length; at += 65_536) connection.sendCopyFromChunk(this.rows.subarray(at, at + 65_536));
    connection.endCopyFrom();
  }

  handleCommandComplete() {}

  handleError(error) {
    this.done(error);
  }

  handleReadyForQuery() {
    this.done(null);
  }
}

/** Copies `rows` (bytes of text format) into columns of a table. */
export function copyInto(client, table, columns, rows) {
  return new Promise((resolve, reject) => {
    client.query(new CopyFrom(`copy ${table} (${columns.join(', ')}) from stdin`, rows, (error) => (error === null ? resolve() : reject(error))));
  });
}

const ESCAPES = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Rows of text columns (null: no value) in the text format of COPY. */
export const copyText = (rows) => Buffer.from(rows.map((row) => `${row.map((value) => (value === null ? '\\N' : value.replace(/[\\\n\r\t]/g, (each) => ESCAPES[each]))).join('\t')}\n`).join(''));
