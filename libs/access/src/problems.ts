import { seoulTimestamp } from '#libs/calendar';
import { DomainError } from '#libs/errors';
import { ROLES, type Role } from './permission/role.js';

/** The refusals of this lib, in one place because clients tell them apart by code. */

export function sessionMissing(): DomainError {
  return new DomainError('unauthenticated', 'session.missing', { ko: '로그인이 필요합니다.', en: 'Please sign in.' });
}

export function sessionExpired(): DomainError {
  return new DomainError('unauthenticated', 'session.expired', {
    ko: '로그인 시간이 끝났습니다. 다시 로그인해 주세요.',
    en: 'Your session has ended. Please sign in again.',
  });
}

export function csrfMissing(): DomainError {
  return new DomainError('forbidden', 'csrf.missing', {
    ko: 'x-csrf-token 헤더가 없습니다. GET /api/session의 csrfToken을 넣어 다시 요청해 주세요.',
    en: 'The header x-csrf-token is missing. Send the csrfToken of GET /api/session in it.',
  });
}

export function csrfWrong(): DomainError {
  return new DomainError('forbidden', 'csrf.wrong', {
    ko: 'x-csrf-token이 이 로그인의 것이 아닙니다. 화면을 새로 고친 뒤 다시 시도해 주세요.',
    en: 'The x-csrf-token does not belong to this session. Reload the page and try again.',
  });
}

export function foreignOrigin(): DomainError {
  return new DomainError('forbidden', 'csrf.foreign-origin', {
    ko: '다른 사이트에서 보낸 요청은 받지 않습니다. 이 시스템의 화면에서 다시 시도해 주세요.',
    en: 'Requests from another site are not accepted. Try again from the pages of this system.',
  });
}

/** One answer for an unknown login, a wrong password and an account that may not sign in from here or any more. */
export function signInFailed(): DomainError {
  return new DomainError('unauthenticated', 'sign-in.failed', {
    ko: '아이디 또는 비밀번호가 맞지 않거나, 지금 이곳에서 사용할 수 없는 계정입니다.',
    en: 'The login or the password is wrong, or the account cannot be used here and now.',
  });
}

export function signInLocked(until: Date): DomainError {
  return new DomainError(
    'forbidden',
    'sign-in.locked',
    {
      ko: `로그인 실패가 반복되어 ${seoulTimestamp(until)}까지 잠겼습니다. 그 뒤에 다시 시도해 주세요.`,
      en: `Too many failed attempts: signing in is locked until ${seoulTimestamp(until)} (Seoul). Try again after that.`,
    },
    { details: { lockedUntil: until.toISOString() } },
  );
}

export function permissionMissing(permission: string): DomainError {
  return new DomainError(
    'forbidden',
    'permission.missing',
    {
      ko: `이 작업의 권한(${permission})이 없습니다. 관리자에게 역할을 확인해 주세요.`,
      en: `You lack the permission ${permission}. Ask the administrator about your role.`,
    },
    { details: { permission } },
  );
}

export function loginTaken(login: string): DomainError {
  return new DomainError(
    'conflict',
    'user.login-taken',
    { ko: `아이디 '${login}'은(는) 이미 쓰이고 있습니다. 다른 아이디를 정해 주세요.`, en: `The login '${login}' is taken. Choose another.` },
    { details: { login } },
  );
}

export function toxicRoles(pair: readonly [Role, Role]): DomainError {
  const [one, other] = [ROLES[pair[0]], ROLES[pair[1]]];
  return new DomainError(
    'rule_broken',
    'rule.roles-are-compatible',
    {
      ko: `한 사람이 '${one.ko}' 역할과 '${other.ko}' 역할을 함께 가질 수 없습니다. 다른 사람에게 나누어 주세요.`,
      en: `One person cannot be both '${one.en}' and '${other.en}'. Give the roles to different people.`,
    },
    { details: { roles: pair }, rule: { id: 'roles-are-compatible', clause: '직무분리(양립 불가 역할)' } },
  );
}

export function ownAccount(): DomainError {
  return new DomainError('rule_broken', 'user.own-account', {
    ko: '자기 계정은 스스로 정지할 수 없습니다. 다른 관리자에게 요청해 주세요.',
    en: 'You cannot deactivate your own account. Ask another administrator.',
  });
}

export function signInOver(): DomainError {
  return new DomainError('unauthenticated', 'sign-in.over', {
    ko: '2단계 확인 시간이 지났습니다. 아이디와 비밀번호부터 다시 입력해 주세요.',
    en: 'The time for the second step is over. Start again with your login and password.',
  });
}

/** One answer for every way in which a second factor does not hold. */
export function proofRefused(): DomainError {
  return new DomainError('unauthenticated', 'sign-in.proof-refused', {
    ko: '확인하지 못했습니다. 인증 앱의 새 코드를 기다려 입력하거나 다른 방법을 골라 주세요. 이미 쓴 코드는 다시 쓸 수 없습니다.',
    en: 'That did not prove it. Wait for a new code, or choose another way; a code that was used does not count again.',
  });
}

export function passkeyRefused(): DomainError {
  return new DomainError('unauthenticated', 'sign-in.passkey-refused', {
    ko: '이 패스키로 로그인할 수 없습니다. 다른 패스키를 고르거나 아이디와 비밀번호로 로그인해 주세요.',
    en: 'This passkey opens nothing here. Choose another one, or sign in with your login and password.',
  });
}

/** Answered with 403, not 401: the session goes on, and what was asked can be repeated after the proof. */
export function stepUpRequired(methods: readonly string[], windowMinutes: number): DomainError {
  return new DomainError(
    'forbidden',
    'step-up.required',
    {
      ko: `중요한 작업이라 본인 확인이 필요합니다. 최근 ${windowMinutes}분 안에 확인하지 않았습니다.`,
      en: `This needs a proof of who you are: there was none in the last ${windowMinutes} minutes.`,
    },
    { details: { methods, windowMinutes } },
  );
}

export function stepUpRefused(): DomainError {
  return new DomainError('forbidden', 'step-up.refused', {
    ko: '본인 확인에 실패했습니다. 다시 입력하거나 다른 방법을 골라 주세요.',
    en: 'That did not prove who you are. Try again, or choose another way.',
  });
}
