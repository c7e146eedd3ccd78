import { invariant } from '#libs/errors';
import { cleanText } from '#libs/identifier';
import { encodeCp949 } from '#libs/sheet';
import { BULK_LAYOUT, type BulkColumn } from './bulk-layout.data.js';
import { endToEndIdOf } from './reference.js';
import { totalOf, type Transfer, type TransferOrder } from './transfer.js';

const NEW_LINE = Buffer.from('\r\n', 'latin1');
const SPACE = 0x20;
const NO_NUMBER = '0';

/** A run as the fixed-column file of a Korean bank's bulk transfer, CP949, lines ending in CR LF. */
export function bulkTransferFile(order: TransferOrder): Buffer {
  const { payer, transfers } = order;
  const [count, total] = [String(transfers.length), totalOf(order).toString()];
  const header = ['H', payer.businessNumber ?? NO_NUMBER, order.runNumber, order.executeOn.replaceAll('-', ''), payer.bankCode, payer.account, count, total];
  return Buffer.concat([
    record(BULK_LAYOUT.header, header),
    ...transfers.map((transfer, index) => record(BULK_LAYOUT.transfer, valuesOf(order.runNumber, transfer, index + 1))),
    record(BULK_LAYOUT.trailer, ['T', count, total]),
  ]);
}

function valuesOf(runNumber: string, { lineNo, bankCode, account, amountWon, holder, purpose, businessNumber }: Transfer, ordinal: number): readonly string[] {
  return ['D', String(ordinal), bankCode, account, amountWon.toString(), holder, purpose, endToEndIdOf(runNumber, lineNo), businessNumber ?? NO_NUMBER];
}

function record(columns: readonly BulkColumn[], values: readonly string[]): Buffer {
  invariant(columns.length === values.length, `a record of ${columns.length} columns has ${values.length} values`);
  const written = Buffer.concat(columns.map((column, index) => field(column, values[index] ?? '')));
  invariant(written.length <= BULK_LAYOUT.recordBytes, 'a record is longer than the layout allows');
  return Buffer.concat([written, Buffer.alloc(BULK_LAYOUT.recordBytes - written.length, SPACE), NEW_LINE]);
}

/** Digits that do not fit are a bug of the layout; a text is cut, and never through the middle of a syllable. */
function field({ name, bytes, kind }: BulkColumn, value: string): Buffer {
  if (kind === 'DIGITS') {
    invariant(/^\d+$/.test(value) && value.length <= bytes, `${name} does not fit in ${bytes} digits`);
    return Buffer.from(value.padStart(bytes, '0'), 'latin1');
  }
  const cut = cutToBytes(cleanText(value), bytes);
  return Buffer.concat([cut, Buffer.alloc(bytes - cut.length, SPACE)]);
}

/** As many letters of `text` as fit into so many bytes of CP949. */
export function cutToBytes(text: string, bytes: number): Buffer {
  const letters: Buffer[] = [];
  let taken = 0;
  for (const letter of text) {
    const encoded = encodeCp949(letter);
    if (taken + encoded.length > bytes) break;
    letters.push(encoded);
    taken += encoded.length;
  }
  return Buffer.concat(letters);
}
