import type { LocalDate } from '#libs/calendar';
import type { Role } from '../permission/role.js';
import type { Rank } from '../permission/rank.js';

/** A login is ASCII, so that two which look alike are alike; repeated as a CHECK on `app_user`. */
export const LOGIN_SHAPE = /^[A-Za-z0-9][A-Za-z0-9._@-]{1,99}$/;

/** Somebody who is to get an account, without a password: that comes by invitation. */
export interface NewUser {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** An account of the same natural person; absent: the person has none. Roles that exclude each other are judged over both. */
  readonly personOf?: string | undefined;
  /** Decides which amounts the person may approve; absent: staff. */
  readonly rank?: Rank | undefined;
  /** The last day on which the account works; absent: until deactivated. */
  readonly validThrough?: LocalDate | undefined;
  /** CIDR blocks from which the account works; absent or empty: from anywhere. */
  readonly networks?: readonly string[] | undefined;
}

/** Somebody with an account, as administrators see it. */
export interface User {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly validThrough: string | null;
  readonly networks: readonly string[];
  readonly createdAt: Date;
  /** False until the person has chosen a password. */
  readonly hasPassword: boolean;
  /** True when a password alone does not do. */
  readonly hasSecondFactor: boolean;
  /** Until when an invitation waits to be redeemed; null where none does. */
  readonly invitedUntil: Date | null;
}

/** When an account ends, and from where it works. */
export interface Restriction {
  /** The last day in Seoul; null: until it is deactivated. */
  readonly validThrough: LocalDate | null;
  /** CIDR blocks; empty: from anywhere. */
  readonly networks: readonly string[];
}

export interface CreatedUser {
  readonly id: string;
  readonly login: string;
}

/** The login as it is compared: without regard to case and to blanks around it. */
export function comparableLogin(typed: string): string {
  return typed.trim().toLowerCase();
}
