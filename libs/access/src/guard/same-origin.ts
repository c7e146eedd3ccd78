/** The request headers that tell which site a request was sent from. */
export interface OriginHeaders {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
}

/**
 * True for a request that a page of another site caused. Browsers say so themselves (Sec-Fetch-Site), which no page can
 * forge; older ones name the page's origin, which must be the host that was asked or a configured one. What says
 * neither is no browser, and the csrf token has the last word anyway.
 */
export function comesFromElsewhere(headers: OriginHeaders, allowedOrigins: readonly string[]): boolean {
  if (headers.origin !== undefined && allowedOrigins.includes(headers.origin)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  if (headers.origin === undefined) return false;
  return hostOf(headers.origin) !== headers.host?.toLowerCase();
}

function hostOf(origin: string): string | null {
  return /^https?:\/\/([^/?#@]+)$/i.exec(origin)?.[1]?.toLowerCase() ?? null;
}
