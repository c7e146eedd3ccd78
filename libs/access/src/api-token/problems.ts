import { DomainError, invalidField, notFound } from '#libs/errors';

/** One answer for a token that never was, was mistyped or was revoked, and for one whose owner's account is closed. */
export function tokenInvalid(): DomainError {
  return new DomainError('unauthenticated', 'api-token.invalid', {
    ko: 'API 토큰이 올바르지 않거나 더 이상 쓸 수 없습니다. 새 토큰을 만들어 주세요.',
    en: 'The API token is wrong or is not valid any more. Make a new one.',
  });
}

export function tokenExpired(): DomainError {
  return new DomainError('unauthenticated', 'api-token.expired', {
    ko: 'API 토큰의 사용 기간이 끝났습니다. 새 토큰을 만들어 주세요.',
    en: 'The API token has expired. Make a new one.',
  });
}

export function permissionsNotGivable(permissions: readonly string[]): DomainError {
  return invalidField('/permissions', 'api-token.permissions-not-givable', {
    ko: `토큰에 줄 수 없는 권한입니다: ${permissions.join(', ')}. 본인이 가진 권한 가운데 결재·계정 관련 권한을 뺀 것만 고를 수 있습니다.`,
    en: `A token cannot carry ${permissions.join(', ')}. Choose among your own permissions, without those over approvals and accounts.`,
  });
}

export function tooManyTokens(most: number): DomainError {
  return new DomainError('rule_broken', 'api-token.too-many', {
    ko: `사용 중인 토큰이 이미 ${most}개입니다. 쓰지 않는 토큰을 폐기한 뒤 다시 만들어 주세요.`,
    en: `You have ${most} live tokens already. Revoke one that is not used, then make the new one.`,
  });
}

export function tokenShown(): DomainError {
  return new DomainError('conflict', 'api-token.already-shown', {
    ko: '이 토큰은 이미 한 번 표시되었습니다. 보관하지 못했다면 폐기하고 새로 만들어 주세요.',
    en: 'This token was shown before. If it was not kept, revoke it and make a new one.',
  });
}

export function noToken(id: string): DomainError {
  return notFound({ ko: 'API 토큰', en: 'API token' }, id);
}
