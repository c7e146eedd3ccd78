import { DomainError, type Bilingual } from '#libs/errors';

/** What stands in the way of the files of an issue. */
export interface PrintFailure {
  /** How often it was tried. */
  readonly tries: number;
  readonly failedAt: Date;
  readonly nextTryAt: Date;
  readonly reason: Bilingual;
}

const FIRST_PAUSE_MINUTES = 1;
/** What takes long to be mended is looked at once an hour, not more seldom. */
const LONGEST_PAUSE_MINUTES = 60;

/** When it is tried again after so many failures: in a minute, then after twice as long each time, up to an hour. */
export function nextTryAfter(tries: number, failedAt: Date): Date {
  const minutes = Math.min(FIRST_PAUSE_MINUTES * 2 ** Math.min(tries - 1, LONGEST_PAUSE_MINUTES), LONGEST_PAUSE_MINUTES);
  return new Date(failedAt.getTime() + minutes * 60_000);
}

/** What people are told of a failure. A refusal says what to do; what else goes wrong is in the log of the server, and only there. */
export const reasonOf = (error: unknown): Bilingual => (error instanceof DomainError ? error.text : UNFORESEEN);

const UNFORESEEN: Bilingual = {
  ko: '예상하지 못한 오류로 파일을 만들지 못했습니다. 계속되면 서버 기록을 시스템 관리자에게 확인해 주세요.',
  en: 'The files could not be made because of an unforeseen error. If it goes on, ask the administrator to look at the log of the server.',
};
