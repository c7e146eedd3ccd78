import { publicUrlMissing } from './problems.js';

const CALLBACK = '/api/session/provider/callback';

interface AskedHost {
  readonly protocol: string;
  readonly host: string;
}

/**
 * Where the provider sends the browser back to; registered there letter by letter. Without a configured address only the
 * names of this very machine are believed, because the Host header is whatever a request says.
 */
export function callbackUrl(publicUrl: string | undefined, asked: AskedHost): string {
  if (publicUrl !== undefined) return new URL(CALLBACK, publicUrl).href;
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(asked.host)) throw publicUrlMissing();
  return `${asked.protocol}://${asked.host}${CALLBACK}`;
}

/** The callback with all that the provider wrote into its query. */
export function landedAt(callback: string, requestUrl: string): URL {
  const url = new URL(callback);
  url.search = new URL(requestUrl, callback).search;
  return url;
}

/** The page to show after a round, which learns from `?provider=` what came of it; a refused subject stays out of logs, in the fragment. */
export function pageAfter(returnTo: string, outcome: string | null, subject?: string): string {
  if (outcome === null) return returnTo;
  const page = new URL(returnTo, 'http://here');
  page.searchParams.set('provider', outcome);
  if (subject !== undefined) page.hash = new URLSearchParams({ subject }).toString();
  return `${page.pathname}${page.search}${page.hash}`;
}
