import type { Keyring } from '#libs/secret';

/** The institution's identity provider (OpenID Connect), as the configuration names it. */
export interface ProviderOptions {
  /** `https://sso.example.go.kr/realms/staff`: what its tokens must say, letter by letter. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** `openid` at least. */
  readonly scopes: string;
  /** What people read on the button. */
  readonly name: string;
}

/** How long things last on the way to a provider. Source: our own choice [assumption]. */
export const PROVIDER_POLICY = {
  /** Whoever has not come back by then starts again. */
  roundMinutes: 10,
  /** How far the provider's clock may be behind ours. */
  clockSkewSeconds: 30,
  /** What the provider does not answer by then, it does not answer. */
  timeoutSeconds: 10,
} as const;

/** What a round to the provider is for: a new session, a link to one's own account, or a proof for a running session. */
export const ROUND_PURPOSES = ['SIGN_IN', 'LINK', 'STEP_UP'] as const;

export type RoundPurpose = (typeof ROUND_PURPOSES)[number];

/** What is kept of a round under way; the secrets are encrypted. */
export interface Round {
  readonly purpose: RoundPurpose;
  /** The session that asked; null when there is none yet. */
  readonly sessionId: string | null;
  /** The page to which the browser returns. */
  readonly returnTo: string;
  readonly sealed: string;
  readonly createdAt: Date;
}

/** What only this server and the provider's tokens know of a round. */
export interface RoundSecrets {
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** What is encrypted of a round: its secrets, and what it was begun for, so that nobody turns it into another. */
export interface SealedRound extends RoundSecrets, Pick<Round, 'purpose' | 'sessionId'> {}

/** For whom the provider vouches. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
  /** When the person last proved to the provider who they are; null where it does not say. */
  readonly authenticatedAt: Date | null;
}

/** A link as it is kept. */
export interface StoredLink {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly userId: string;
  /** Of `linkMac`, in hexadecimal. */
  readonly mac: string;
}

/** What says that this program made the link: one without it counts as absent. Hexadecimal. */
export function linkMac(keyring: Keyring, { id, issuer, subject, userId }: Omit<StoredLink, 'mac'>): string {
  return keyring.lastingMac('provider link', [id, issuer, subject, userId]).toString('hex');
}

export type RoundOutcome = 'DONE' | 'UNLINKED' | 'NOT_ADMITTED' | 'NOT_FRESH' | 'OTHER_PERSON' | 'REFUSED';

/** Whose account a subject opens. */
export interface ProviderLink {
  readonly id: string;
  readonly userId: string;
  readonly login: string;
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly linkedAt: Date;
  readonly linkedByOneself: boolean;
}

/** True when the person proved who they are since the round began: what a step-up asks for. */
export function isFresh(authenticatedAt: Date | null, roundBeganAt: Date): boolean {
  return authenticatedAt !== null && authenticatedAt.getTime() >= roundBeganAt.getTime() - PROVIDER_POLICY.clockSkewSeconds * 1_000;
}

/** A page of this system and of no other: what `return_to` takes. */
export const LOCAL_PAGE = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,499}$/;
