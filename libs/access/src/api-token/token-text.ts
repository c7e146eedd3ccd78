import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * The form of a token: `baton_`, 43 letters and digits (256 random bits), 6 of a checksum. The prefix lets scanners of
 * repositories and mails find a token that got lost; the checksum tells it from what merely looks like one, and lets the
 * server turn a mistyped one away without asking the database.
 */
const PREFIX = 'baton_';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BODY_LENGTH = 43;
const CHECK_LENGTH = 6;
const SHAPE = new RegExp(`^${PREFIX}[0-9A-Za-z]{${BODY_LENGTH + CHECK_LENGTH}}$`);

export function newTokenText(): string {
  const body = inBase62(BigInt(`0x${randomBytes(32).toString('hex')}`), BODY_LENGTH);
  return `${PREFIX}${body}${checksum(body)}`;
}

/** True for what `newTokenText` can have made. */
export function isTokenText(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const body = text.slice(PREFIX.length, PREFIX.length + BODY_LENGTH);
  return text.endsWith(checksum(body));
}

function checksum(body: string): string {
  return inBase62(BigInt(crc32(body)), CHECK_LENGTH);
}

function inBase62(value: bigint, length: number): string {
  let [rest, text] = [value, ''];
  while (text.length < length) {
    text = (ALPHABET[Number(rest % 62n)] ?? '') + text;
    rest /= 62n;
  }
  return text;
}
