import { expect } from '@jest/globals';
import type { Answer } from './client.js';

/** What must never leave the server: stacks, SQL and its driver's words, hashes of passwords. */
const SECRETS = [
  /(\n|\\n)\s+at .+:\d+:\d+/,
  /node_modules/,
  /QueryFailedError|violates|syntax for type|\bSQLSTATE\b/i,
  // Within one JSON string: 'Select ...' of one title and '... from' of another are not a statement.
  /\b(select\s(?:[^"\\]|\\.)+\sfrom|insert\s+into|update\s(?:[^"\\]|\\.)+\sset|delete\s+from)\s/i,
  /\$argon2id\$/,
];

/**
 * Holds for every answer to every request of every spec: never 5xx, never a secret, and every refusal is a problem
 * (RFC 9457) with a stable code and a sentence in both languages.
 */
export function requireCleanAnswer(request: string, answer: Answer, method: string): void {
  const text = answer.bytes.toString();
  if (answer.status >= 500) throw new Error(`${request} answered ${answer.status}: ${text.slice(0, 500)}`);
  const secret = SECRETS.find((each) => each.test(text));
  if (secret !== undefined) throw new Error(`${request} let out ${secret.source}: ${text.slice(0, 2_000)}`);
  if (answer.status >= 400 && method !== 'HEAD') requireProblem(request, answer);
}

function requireProblem(request: string, { status, headers, body, bytes }: Answer): void {
  const wellFormed =
    headers.get('content-type')?.startsWith('application/problem+json') === true &&
    body.status === status &&
    /^[A-Za-z][\w.-]+$/.test(body.code) &&
    body.type === `urn:baton:problem:${body.code}` &&
    /[가-힣]/.test(body.text.ko) &&
    /[a-z]/.test(body.text.en) &&
    Array.isArray(body.errors);
  if (!wellFormed) throw new Error(`${request} was refused with something that is no problem: ${bytes.toString().slice(0, 500)}`);
}

/** The refusal as a spec names it: status, code and the places at fault. */
export function refusal(answer: Answer): readonly [status: number, code: string, ...pointers: string[]] {
  return [answer.status, answer.body?.code ?? 'none', ...((answer.body?.errors ?? []) as { pointer: string }[]).map((fault) => fault.pointer)];
}

/** Fails with the whole answer when it is another one. */
export function expectStatus(answer: Answer, status: number): void {
  expect([answer.status, answer.status === status ? '' : answer.bytes.toString().slice(0, 1_000)]).toEqual([status, '']);
}
