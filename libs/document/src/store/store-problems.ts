import { DomainError } from '#libs/errors';

const MEBIBYTE = 1024 * 1024;

export function tooLarge(maximumBytes: number): DomainError {
  const limit = maximumBytes >= MEBIBYTE ? `${Math.floor(maximumBytes / MEBIBYTE)} MB` : `${maximumBytes} bytes`;
  return new DomainError(
    'invalid',
    'document.too-large',
    {
      ko: `파일은 ${limit}까지 올릴 수 있습니다. 나누거나 줄여서 다시 올려 주세요.`,
      en: `A file may have up to ${limit}. Split it or make it smaller and upload it again.`,
    },
    { details: { maximumBytes } },
  );
}

export function damaged(sha256: string): DomainError {
  return new DomainError(
    'unavailable',
    'document.damaged',
    {
      ko: '보관된 파일이 올린 때의 내용과 다릅니다. 사용하지 말고 시스템 관리자에게 알려 주세요.',
      en: 'The stored file is no longer what was uploaded. Do not rely on it and tell the administrator.',
    },
    { details: { sha256 } },
  );
}

export function lost(sha256: string): DomainError {
  return new DomainError(
    'unavailable',
    'document.lost',
    { ko: '보관된 파일을 찾을 수 없습니다. 시스템 관리자에게 알려 주세요.', en: 'The stored file cannot be found. Tell the administrator.' },
    { details: { sha256 } },
  );
}
