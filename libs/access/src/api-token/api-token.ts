/** How long a token of an integration may live. Source: our own choice [assumption]; the database holds a year as the outermost bound. */
export const API_TOKEN_POLICY = {
  longestDays: 365,
  defaultDays: 90,
  /** So many live tokens may one person have. */
  mostPerPerson: 20,
} as const;

const DAY = 24 * 60 * 60 * 1_000;

/**
 * What programs work with. Whatever is not on this list (accounts, sign-in, signatures, logs, what lies behind masks) is
 * for people; a new noun is closed until somebody enters it here. The database refuses the most dangerous ones by itself
 * (`api_token_may`).
 */
const OPEN_NOUNS = new Set(['programme', 'vintage', 'fund', 'fund-register', 'import', 'capital-call', 'investment', 'evidence', 'document', 'policy', 'ledger', 'report']);
const CLOSED_VERBS = /^(sign|approve|release|decide|reopen|close|unmask|reveal|log)$/;

/** May any token carry this permission? */
export function isForTokens(permission: string): boolean {
  const [noun = '', verb = ''] = permission.split('.');
  return OPEN_NOUNS.has(noun) && !CLOSED_VERBS.test(verb);
}

/** What a token carries unless more is asked for: what its maker may look at. */
export function readingPermissions(ofMaker: readonly string[]): string[] {
  return ofMaker.filter((permission) => permission.endsWith('.read') && isForTokens(permission)).sort();
}

/** Those of `wanted` that a maker with `ofMaker` cannot give to a token. */
export function notGivable(wanted: readonly string[], ofMaker: ReadonlySet<string>): string[] {
  return wanted.filter((permission) => !ofMaker.has(permission) || !isForTokens(permission));
}

/** What a token opens today: what it carries, of that which its owner still may do. */
export function opened(carried: readonly string[], ofOwner: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(carried.filter((permission) => ofOwner.has(permission) && isForTokens(permission)));
}

export function expiryOf(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY);
}

export type ApiTokenState = 'LIVE' | 'UNSEEN' | 'EXPIRED' | 'REVOKED';

/** UNSEEN: its secret was never handed out, so it opens nothing. */
export function stateOf(token: { readonly revokedAt: Date | null; readonly expiresAt: Date; readonly shown: boolean }, now: Date): ApiTokenState {
  if (token.revokedAt !== null) return 'REVOKED';
  if (token.expiresAt <= now) return 'EXPIRED';
  return token.shown ? 'LIVE' : 'UNSEEN';
}

/** A token as people see it; the secret is seen once and is not part of it. */
export interface ApiToken {
  readonly id: string;
  readonly userId: string;
  readonly login: string;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly lastAddress: string | null;
  readonly shown: boolean;
}

export interface NewApiToken {
  readonly name: string;
  readonly permissions: readonly string[];
  /** From today on, 1 to 365. */
  readonly days: number;
}
