/** The person (or the installation itself) on whose behalf something happens. */
export interface Actor {
  readonly userId: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  /** Where the permission in question holds: `*` everywhere, `fund/<id>`, `programme/<id>`. Row-level security reads it. */
  readonly scopes: readonly string[];
  /** True for people who may look at everything and change nothing. */
  readonly readOnly: boolean;
}

/** From where a request came; kept in the command log. */
export interface Origin {
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly sessionId: string | null;
  /** When and how the person last proved who they are; signatures say so. */
  readonly stepUp?: { readonly at: Date; readonly method: string } | undefined;
  /** The returned request that this one is the next version of. */
  readonly supersedes?: string | undefined;
  /** The emergency under which the command is to pass without further signatures. */
  readonly breakGlassId?: string | undefined;
}

export const NO_ORIGIN: Origin = { address: null, userAgent: null, sessionId: null };
