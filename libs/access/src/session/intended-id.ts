import type { Keyring } from '#libs/secret';

/**
 * The id of what one intent of one person makes, as a UUID of our own making (RFC 9562 §5.8): a repeated request names the
 * same row, and nobody can choose it.
 */
export function intendedId(keyring: Keyring, what: string, actorId: string, idempotencyKey: string): string {
  const bytes = keyring.lastingMac(`${what} id`, [actorId, idempotencyKey]).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
