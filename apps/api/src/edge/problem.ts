import { HttpException } from '@nestjs/common';
import { explainDatabaseError } from '#libs/command';
import { DomainError, unreachable, type Bilingual, type ErrorKind } from '#libs/errors';

/** RFC 9457 problem details, with a text in both languages and the faults at their fields. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly text: Bilingual;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly text: Bilingual; readonly fix?: Bilingual }[];
  readonly rule?: { readonly id: string; readonly clause: string };
  readonly details?: Readonly<Record<string, unknown>>;
}

export function statusOf(kind: ErrorKind): number {
  switch (kind) {
    case 'invalid':
      return 400;
    case 'unauthenticated':
      return 401;
    case 'forbidden':
      return 403;
    case 'not_found':
      return 404;
    case 'conflict':
      return 409;
    case 'rule_broken':
      return 422;
    case 'throttled':
      return 429;
    case 'unavailable':
      return 503;
    default:
      return unreachable(kind);
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

function problem(status: number, code: string, text: Bilingual, rest: Partial<Problem> = {}): Problem {
  return { type: `urn:baton:problem:${code}`, title: TITLES[status] ?? 'Error', status, detail: text.ko, code, text, errors: [], ...rest };
}

function ofDomainError(error: DomainError): Problem {
  return problem(statusOf(error.kind), error.code, error.text, {
    errors: error.faults,
    ...(error.rule === undefined ? {} : { rule: error.rule }),
    ...(Object.keys(error.details).length === 0 ? {} : { details: error.details }),
  });
}

/** What the server itself refuses before any of our code sees it: unreadable bodies, unknown paths, sizes, media types. */
const BY_STATUS: Readonly<Record<number, readonly [code: string, text: Bilingual]>> = {
  400: ['request.unreadable', { ko: '요청 내용을 읽을 수 없습니다. 올바른 JSON인지 확인해 주세요.', en: 'The request cannot be read. Check that it is valid JSON.' }],
  408: ['request.too-slow', { ko: '요청이 제때 도착하지 않았습니다. 다시 보내 주세요.', en: 'The request did not arrive in time. Send it again.' }],
  404: ['route.not-found', { ko: '요청하신 주소가 없습니다.', en: 'There is nothing at this address.' }],
  413: ['request.too-large', { ko: '보낸 내용이 너무 큽니다. 나누어 보내 주세요.', en: 'The request is too large. Send it in parts.' }],
  414: ['request.address-too-long', { ko: '주소가 너무 깁니다.', en: 'The address is too long.' }],
  431: ['request.headers-too-large', { ko: '요청 헤더가 너무 큽니다. 브라우저의 쿠키를 지우고 다시 시도해 주세요.', en: 'The request headers are too large. Clear the cookies of this site and try again.' }],
  415: ['request.media-type', { ko: '지원하지 않는 형식입니다. application/json으로 보내 주세요.', en: 'This media type is not supported. Send application/json.' }],
};

const UNEXPECTED: Bilingual = {
  ko: '예상하지 못한 오류가 발생했습니다. 입력하신 내용은 저장되지 않았습니다. 잠시 후 다시 시도하고, 계속되면 관리자에게 알려 주세요.',
  en: 'Something unexpected happened. Nothing was saved. Try again in a moment, and tell the administrator if it goes on.',
};

/** Every error as a problem; the caller logs those of 500. */
export function toProblem(thrown: unknown): Problem {
  const error = explainDatabaseError(thrown);
  if (error instanceof DomainError) return ofDomainError(error);
  const status = statusOfForeign(error);
  if (status === null || status >= 500) return problem(500, 'server.unexpected', UNEXPECTED);
  const [code, text] = BY_STATUS[status] ?? ['request.refused', { ko: '요청을 처리할 수 없습니다.', en: 'The request was refused.' }];
  return problem(status, code, text);
}

function statusOfForeign(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | undefined)?.statusCode;
  return typeof status === 'number' ? status : null;
}
