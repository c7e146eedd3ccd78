import { DomainError } from '#libs/errors';

export function challengeOver(): DomainError {
  return new DomainError('conflict', 'challenge.over', {
    ko: '등록을 시작한 지 오래되었거나 이미 끝난 등록입니다. 처음부터 다시 시작해 주세요.',
    en: 'The time for this is over, or it was done before. Start again.',
  });
}
