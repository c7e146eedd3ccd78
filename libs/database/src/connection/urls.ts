import { createHmac } from 'node:crypto';

/** The roles that the program itself connects as; none of them owns anything. */
export const APPLICATION_ROLE = 'baton_app';
export const AUDITOR_ROLE = 'baton_auditor';
export const SEALER_ROLE = 'baton_sealer';

export interface DatabaseUrls {
  /** Owns the schema: migrations and nothing else. */
  readonly owner: string;
  /** INSERT and SELECT, and UPDATE on the few columns that are states. */
  readonly application: string;
  /** SELECT in read-only transactions: what ministry auditors' requests run as. */
  readonly auditor: string;
  /** SELECT on what is sealed, INSERT of seals: nothing that seals can write facts, nothing that writes facts can seal. */
  readonly sealer: string;
}

/**
 * Passwords of the lesser roles. They derive from the owner's password, so that one connection URL is enough to
 * start and every process of an installation comes to the same answer. `null` where the owner needs none (a local
 * socket), in which case neither do they.
 */
export function rolePassword(ownerUrl: string, role: string): string | null {
  const { password } = new URL(normalised(ownerUrl));
  if (password === '') return null;
  return createHmac('sha256', decodeURIComponent(password)).update(`baton role ${role}`).digest('base64url');
}

/** The connection URLs; the lesser ones may be given outright where the owner's may not reach the application. */
export function databaseUrls(ownerUrl: string, given: { application?: string; auditor?: string; sealer?: string } = {}): DatabaseUrls {
  return {
    owner: ownerUrl,
    application: given.application ?? withRole(ownerUrl, APPLICATION_ROLE),
    auditor: given.auditor ?? withRole(ownerUrl, AUDITOR_ROLE),
    sealer: given.sealer ?? withRole(ownerUrl, SEALER_ROLE),
  };
}

function withRole(ownerUrl: string, role: string): string {
  const url = new URL(normalised(ownerUrl));
  url.username = role;
  url.password = rolePassword(ownerUrl, role) ?? '';
  return denormalised(url.toString());
}

// `postgres://user@/db?host=/socket` has no host, which the URL standard refuses.
const NO_HOST = 'socket.invalid';

function normalised(url: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/?#]*@)(?=[/?#])/, `$1${NO_HOST}`);
}

function denormalised(url: string): string {
  return url.replace(NO_HOST, '');
}
