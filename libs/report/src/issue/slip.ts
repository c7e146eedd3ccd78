import { createHash } from 'node:crypto';
import type { ReportKind } from '../download/download.js';
import type { ReportChanges } from '../change/change.js';

/** What an issued report says of its own issue: printed on its last page, and inside it as a file. Same issue, same slip. */
export interface IssueSlip {
  readonly kind: 'baton-issue';
  readonly form: 1;
  readonly reportKind: ReportKind;
  readonly letter: string;
  /** 'RPT-A-2026-0001'. */
  readonly number: string;
  readonly version: number;
  readonly code: string;
  readonly verifyUrl: string;
  /** ISO 8601. */
  readonly issuedAt: string;
  readonly reason: string;
  readonly hands: readonly IssueHand[];
  readonly signer: { readonly subject: string; readonly fingerprint: string; readonly isDemo: boolean } | null;
  /** Null in a first version. */
  readonly changes: ReportChanges | null;
  /** Whose copy it is; null in the original. The marks are across every page. */
  readonly copy: { readonly marks: readonly string[]; readonly originalSha256: string } | null;
}

/** Who drafted the issue and who signed it. */
export interface IssueHand {
  readonly role: string;
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The name under which the slip travels inside a PDF. */
export const SLIP_FILE = 'issue.json';

/** 'RPT-A-2026-0001 제2판': what stands at the foot of every page and in the log of downloads. */
export const versionedNumber = ({ number, version }: Pick<IssueSlip, 'number' | 'version'>): string => `${number} 제${version}판`;

/** Crockford's letters: none is taken for another when it is read aloud or typed from paper. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/** The code on the paper, made of the id of the issue: ten letters (50 bits) that nobody guesses, 'ABCDE-12345'. */
export function codeOf(issueId: string): string {
  const bits = BigInt(`0x${createHash('sha256').update(`baton report code ${issueId}`).digest('hex').slice(0, 16)}`);
  const letters = Array.from({ length: LENGTH }, (_, at) => LETTERS[Number((bits >> BigInt(at * 5)) & 31n)] ?? '');
  return `${letters.slice(0, LENGTH / 2).join('')}-${letters.slice(LENGTH / 2).join('')}`;
}

/** The code as it was meant: without regard to case, blanks, and the letters that Crockford leaves out. Null for what can be none. */
export function readCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(letters) ? `${letters.slice(0, 5)}-${letters.slice(5)}` : null;
}

/** A slip from its text; null for what is none. */
export function parseSlip(text: string): IssueSlip | null {
  try {
    const slip = JSON.parse(text) as Partial<IssueSlip>;
    return slip.kind === 'baton-issue' && slip.form === 1 && typeof slip.number === 'string' ? (slip as IssueSlip) : null;
  } catch {
    return null;
  }
}
