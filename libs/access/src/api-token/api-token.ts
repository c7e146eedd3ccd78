/** How long a token of an integration may live. Source: our own choice [assumption]; the database holds a year as the outermost bound. */
export const API_TOKEN_POLICY = {
  longestDays: 365,
  defaultDays: 90,
  /** So many live tokens may one person have. */
  mostPerPerson: 20,
} as const;

const DAY = 24 * 60 * 60 * 1_000;

/**
 * What programs work with, by the areas in which people look for it. Whatever is not on this list (accounts, sign-in,
 * signatures, scores of committees, accounts that money goes to, logs, what lies behind masks) is for people; a new noun is
 * closed until somebody enters it here. The database refuses the most dangerous ones by itself (`api_token_may`).
 */
const OPEN_NOUNS: Readonly<Record<TokenArea, readonly string[]>> = {
  FUND: [
    ...['programme', 'vintage', 'fund', 'fund-register', 'fund-duty', 'agreement', 'commitment', 'capital-call', 'capital-receipt', 'overdue-interest', 'investment', 'deal-trait', 'waiver'],
    ...['related-party', 'valuation', 'exit', 'escrow', 'fee', 'expense', 'due-diligence', 'evidence', 'recognition-exception', 'public-institute', 'distribution', 'carry', 'scenario'],
  ],
  VOUCHER: ['voucher', 'voucher-year', 'voucher-roster', 'service-provider', 'broker', 'business-status', 'application', 'own-money', 'service', 'clawback', 'clawback-receipt'],
  GRANT: [
    ...['grant', 'grant-call', 'grant-application', 'grant-ban', 'grant-objection', 'grant-agreement', 'grant-tranche', 'grant-own-share', 'grant-expense', 'grant-evidence', 'grant-interest'],
    ...['grant-register', 'grant-deadline', 'grant-asset', 'grant-settlement', 'grant-verification', 'grant-recovery', 'grant-recovery-receipt', 'grant-royalty', 'outcome-claim', 'outcome-receipt', 'accredited-lab', 'service-order'],
  ],
  MATCHING: ['matching-zone', 'matching-pool', 'matching-project', 'matching-register', 'matching-deposit', 'matching-withdrawal', 'matching-release', 'matching-clawback'],
  MONEY: ['ledger', 'payment-run', 'bank-statement', 'bank-match', 'bank-line', 'settlement-bundle'],
  COMMON: ['document', 'policy', 'party', 'party-address', 'history', 'import', 'report', 'report-schedule', 'ratio-series'],
};

/** What is decided, what a second person has to look at, and what shows whole account numbers; by how the verb begins, as in the database. */
const CLOSED_VERBS = /^(sign|approve|release|decide|reopen|close|unmask|reveal|capture|review|export|log$)/;

export const TOKEN_AREAS = ['FUND', 'VOUCHER', 'GRANT', 'MATCHING', 'MONEY', 'COMMON'] as const;
export type TokenArea = (typeof TOKEN_AREAS)[number];

/** Where people look for a permission that a token may carry; null for those that no token carries. */
export function areaOf(permission: string): TokenArea | null {
  const [noun = '', verb = ''] = permission.split('.');
  return CLOSED_VERBS.test(verb) ? null : (TOKEN_AREAS.find((area) => OPEN_NOUNS[area].includes(noun)) ?? null);
}

/** May any token carry this permission? */
export const isForTokens = (permission: string): boolean => areaOf(permission) !== null;

/** Those of a maker's permissions that a token may carry, area by area; in an area by name. */
export function givablePermissions(ofMaker: readonly string[]): { permission: string; area: TokenArea }[] {
  const rank = ({ area }: { area: TokenArea }): number => TOKEN_AREAS.indexOf(area);
  return ofMaker
    .toSorted()
    .flatMap((permission) => {
      const area = areaOf(permission);
      return area === null ? [] : [{ permission, area }];
    })
    .sort((one, other) => rank(one) - rank(other));
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
  readonly ownerName: string;
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
