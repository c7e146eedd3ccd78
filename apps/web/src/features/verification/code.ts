/** Where anybody checks a report: '/verify/ABCDE-12345'. */
const PATH = /^\/verify\/([^/]+)/;

/** What somebody opened the page with, as they see it in the address; empty where they came without a code. */
export function codeInPath(path: string): string {
  const typed = PATH.exec(path)?.[1] ?? '';
  try {
    return decodeURIComponent(typed);
  } catch {
    return typed;
  }
}

/**
 * The code as it is printed: ten letters of Crockford's alphabet, which has no letter that is taken for another. Case, blanks and
 * hyphens say nothing; O is read as 0, I and L as 1. Null for what can be none.
 */
export function readCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(letters) ? `${letters.slice(0, 5)}-${letters.slice(5)}` : null;
}
