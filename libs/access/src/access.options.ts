import type { ProviderOptions } from './provider/provider.js';
import type { SignInLimit } from './throttle/throttle.js';

/** Injection token of the `AccessOptions`. */
export const ACCESS_OPTIONS = Symbol('AccessOptions');

export interface AccessOptions {
  /** True wherever people reach the system by https: the cookie then never travels in the clear. */
  readonly secureCookie: boolean;
  /** Further origins (`https://baton.example.go.kr`) whose pages may write, beside the one that was asked. */
  readonly allowedOrigins?: readonly string[];
  /** The institution's identity provider; absent: people sign in here. */
  readonly provider?: ProviderOptions | undefined;
  /** How many failed sign-ins an address may cause; absent: `DEFAULT_SIGN_IN_LIMIT`. */
  readonly signInLimit?: SignInLimit | undefined;
  /** Where people reach the system (`https://baton.example.go.kr`); absent: only on the machine it runs on. */
  readonly publicUrl?: string | undefined;
}
