import { DomainError, invalidField } from '#libs/errors';

export function passkeyUnverified(): DomainError {
  return invalidField('/response', 'passkey.unverified', {
    ko: '패스키를 확인하지 못했습니다. 화면 잠금(지문·얼굴·PIN)을 쓰는 기기에서 다시 시도해 주세요.',
    en: 'The passkey could not be verified. Try again on a device that asks for a finger, a face or a PIN.',
  });
}

export function passkeyKnown(): DomainError {
  return new DomainError('conflict', 'passkey.known', { ko: '이미 등록된 패스키입니다.', en: 'This passkey is enrolled already.' });
}

export function tooManyPasskeys(most: number): DomainError {
  return new DomainError('rule_broken', 'passkey.too-many', {
    ko: `패스키는 ${most}개까지 등록할 수 있습니다. 쓰지 않는 것을 먼저 해제해 주세요.`,
    en: `You can have ${most} passkeys. Remove one that you do not use first.`,
  });
}
