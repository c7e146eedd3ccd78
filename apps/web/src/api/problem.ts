import type { Bilingual, Verdict } from './types.js';

/** One fault at one place of what was sent: `pointer` is a JSON pointer into the request body. */
interface FieldFault {
  readonly pointer: string;
  readonly code: string;
  readonly text: Bilingual;
  readonly fix?: Bilingual;
}

/** An RFC 9457 problem as the API tells it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly text: Bilingual;
  readonly errors: readonly FieldFault[];
  readonly rule?: { readonly id: string; readonly clause: string };
  readonly verdicts: readonly Verdict[];
}

/** A refused request. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}`);
    this.name = 'ProblemError';
  }
}

const UNREACHABLE: Bilingual = {
  ko: '서버에 연결하지 못했습니다. 네트워크를 확인한 뒤 다시 시도해 주세요. 입력한 내용은 그대로 있습니다.',
  en: 'The server could not be reached. Check the network and try again; what you typed is kept.',
};

const UNEXPECTED: Bilingual = {
  ko: '서버에서 예상하지 못한 오류가 났습니다. 잠시 뒤 다시 시도해 주세요. 입력한 내용은 그대로 있습니다.',
  en: 'The server failed unexpectedly. Try again in a moment; what you typed is kept.',
};

/** Reads a problem from whatever came instead of an answer. */
export function problemOf(status: number, body: unknown): Problem {
  const fields = isRecord(body) ? body : {};
  const details = isRecord(fields['details']) ? fields['details'] : {};
  return {
    status,
    code: typeof fields['code'] === 'string' ? fields['code'] : 'unexpected',
    text: isBilingual(fields['text']) ? fields['text'] : status === 0 ? UNREACHABLE : UNEXPECTED,
    errors: listOf<FieldFault>(fields['errors']),
    ...(isRule(fields['rule']) ? { rule: fields['rule'] } : {}),
    verdicts: listOf<Verdict>(fields['verdicts'] ?? details['verdicts']),
  };
}

/** The problem behind any error, so that every one can be shown in words. */
export function problemFrom(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : problemOf(0, null);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBilingual(value: unknown): value is Bilingual {
  return isRecord(value) && typeof value['ko'] === 'string' && typeof value['en'] === 'string';
}

function isRule(value: unknown): value is { id: string; clause: string } {
  return isRecord(value) && typeof value['id'] === 'string' && typeof value['clause'] === 'string';
}

function listOf<T>(value: unknown): readonly T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}
