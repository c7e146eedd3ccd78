import { timingSafeEqual } from 'node:crypto';
import type { Keyring } from '#libs/secret';

const PURPOSE = 'calendar feed';
const SHAPE = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([\w-]{43})$/;

/** A person's address for a calendar, as they see it in their list. */
export interface CalendarFeed {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

/** The secret part of the address: whoever has it reads what its owner may read. No row holds it. */
export function feedSecret(keyring: Keyring, feedId: string): string {
  return `${feedId}.${keyring.lastingMac(PURPOSE, [feedId]).toString('base64url')}`;
}

/** The feed that an address names, or null for one that was not made here. */
export function feedOfSecret(keyring: Keyring, secret: string): string | null {
  const [, feedId, mac] = SHAPE.exec(secret) ?? [];
  if (feedId === undefined || mac === undefined) return null;
  const [given, made] = [Buffer.from(mac, 'base64url'), keyring.lastingMac(PURPOSE, [feedId])];
  return given.length === made.length && timingSafeEqual(given, made) ? feedId : null;
}
