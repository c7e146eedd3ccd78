import type { AuthenticationResponseJSON } from '@simplewebauthn/server';

/** What somebody shows to prove who they are. */
export type Proof =
  | { readonly method: 'PASSWORD'; readonly password: string }
  | { readonly method: 'TOTP' | 'RECOVERY_CODE'; readonly code: string }
  | { readonly method: 'PASSKEY'; readonly challengeId: string; readonly response: AuthenticationResponseJSON };
