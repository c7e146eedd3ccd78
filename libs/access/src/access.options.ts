/** Injection token of the `AccessOptions`. */
export const ACCESS_OPTIONS = Symbol('AccessOptions');

export interface AccessOptions {
  /** True wherever people reach the system by https: the cookie then never travels in the clear. */
  readonly secureCookie: boolean;
  /** Further origins (`https://baton.example.go.kr`) whose pages may write, beside the one that was asked. */
  readonly allowedOrigins?: readonly string[];
}
