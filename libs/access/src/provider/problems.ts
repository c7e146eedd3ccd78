import { DomainError, invalidField } from '#libs/errors';

/** The refusals on the way to a provider and back. Their codes travel to the sign-in page in its address. */

export function providerNotConfigured(): DomainError {
  return new DomainError('not_found', 'provider.not-configured', {
    ko: '기관 통합로그인이 설정되어 있지 않습니다. 아이디와 비밀번호로 로그인해 주세요.',
    en: 'No identity provider is configured. Sign in with login and password.',
  });
}

export function providerUnavailable(cause?: unknown): DomainError {
  return new DomainError(
    'unavailable',
    'provider.unavailable',
    {
      ko: '기관 통합로그인 서버가 응답하지 않습니다. 잠시 후 다시 시도하거나 아이디와 비밀번호로 로그인해 주세요.',
      en: 'The identity provider does not answer. Try again in a moment, or sign in with login and password.',
    },
    { cause },
  );
}

export function publicUrlMissing(): DomainError {
  return new DomainError('unavailable', 'provider.public-url-missing', {
    ko: '이 서버의 주소(BATON_PUBLIC_URL)가 설정되지 않아 통합로그인을 쓸 수 없습니다. 관리자에게 알려 주세요.',
    en: 'The address of this server (BATON_PUBLIC_URL) is not configured, so the identity provider cannot be used. Tell the administrator.',
  });
}

/** One answer for an unknown, used or stale round, and for one that another browser began. */
export function roundOver(): DomainError {
  return new DomainError('forbidden', 'provider.round-over', {
    ko: '통합로그인 시간이 지났거나 이미 처리되었습니다. 처음부터 다시 로그인해 주세요.',
    en: 'This way through the identity provider has ended or was used before. Start again.',
  });
}

export function providerRefused(cause?: unknown): DomainError {
  return new DomainError(
    'unauthenticated',
    'provider.refused',
    { ko: '기관 통합로그인이 본인 확인을 마치지 못했습니다. 다시 시도해 주세요.', en: 'The identity provider did not vouch for you. Try again.' },
    { cause },
  );
}

export function subjectUnlinked(subject: string): DomainError {
  return new DomainError(
    'forbidden',
    'provider.unlinked',
    {
      ko: '이 통합로그인 계정에 연결된 사용자가 없습니다. 관리자에게 연결을 요청하거나, 비밀번호로 로그인한 뒤 직접 연결해 주세요.',
      en: 'No account here is linked to yours at the provider. Ask the administrator to link it, or sign in with your password and link it yourself.',
    },
    { details: { subject } },
  );
}

export function accountNotAdmitted(): DomainError {
  return new DomainError('forbidden', 'provider.not-admitted', {
    ko: '지금 이곳에서 사용할 수 없는 계정입니다. 관리자에게 문의해 주세요.',
    en: 'The account cannot be used here and now. Ask the administrator.',
  });
}

export function proofNotFresh(): DomainError {
  return new DomainError('forbidden', 'provider.not-fresh', {
    ko: '통합로그인에서 본인 확인을 새로 하지 않았습니다. 다시 시도해 주세요.',
    en: 'The identity provider did not check again who you are. Try again.',
  });
}

export function otherPerson(): DomainError {
  return new DomainError('forbidden', 'provider.other-person', {
    ko: '로그인한 사람과 다른 통합로그인 계정입니다. 본인의 계정으로 다시 시도해 주세요.',
    en: 'The account at the provider belongs to somebody else than who is signed in. Try again with your own.',
  });
}

export function subjectTaken(): DomainError {
  return invalidField('/subject', 'provider.subject-taken', {
    ko: '이 통합로그인 계정은 이미 다른 사용자에게 연결되어 있습니다. 먼저 그 연결을 해제해 주세요.',
    en: 'This account at the provider is linked to another person. End that link first.',
  });
}

export function accountLinked(): DomainError {
  return new DomainError('conflict', 'provider.account-linked', {
    ko: '이 사용자에게는 이미 연결된 통합로그인 계정이 있습니다. 먼저 그 연결을 해제해 주세요.',
    en: 'This person is linked to an account at the provider already. End that link first.',
  });
}
