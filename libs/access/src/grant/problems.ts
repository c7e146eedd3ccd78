import { DomainError, invalidField, type Bilingual } from '#libs/errors';
import { ROLES, type Role } from '../permission/role.js';

const named = (role: Role): Bilingual => ROLES[role];

export function ownRoles(): DomainError {
  return new DomainError('rule_broken', 'role.own-account', {
    ko: '자신의 역할과 직급은 (다른 계정으로도) 스스로 바꿀 수 없습니다. 다른 관리자에게 요청해 주세요.',
    en: 'Nobody changes their own roles or rank, under whichever account. Ask another administrator.',
  });
}

export function samePersonUnknown(): DomainError {
  return invalidField('/personOf', 'user.same-person-unknown', {
    ko: '같은 사람의 계정을 찾을 수 없습니다. 목록에서 다시 골라 주세요.',
    en: 'There is no such account of the same person. Choose it from the list again.',
  });
}

export function accountClosed(login: string): DomainError {
  return new DomainError('conflict', 'role.account-closed', {
    ko: `정지된 계정(${login})에는 역할을 줄 수 없습니다. 새 계정을 만들어 주세요.`,
    en: `The account ${login} is closed and takes no role. Create a new account.`,
  });
}

export function roleHeldAlready(role: Role): DomainError {
  return new DomainError('conflict', 'role.held-already', {
    ko: `이미 '${named(role).ko}' 역할이 있습니다. 범위를 바꾸려면 '범위 변경'을 이용해 주세요.`,
    en: `The account is '${named(role).en}' already. To change where, change the scope of the role.`,
  });
}

export function roleNotHeld(role: Role): DomainError {
  return new DomainError('conflict', 'role.not-held', {
    ko: `'${named(role).ko}' 역할을 가지고 있지 않습니다. 화면을 새로 고쳐 현재 역할을 확인해 주세요.`,
    en: `The account does not hold '${named(role).en}'. Reload to see the roles it holds now.`,
  });
}

/** `login` holds the other role of the pair: this account, or another one of the same natural person. */
export function toxicForPerson(pair: readonly [Role, Role], login: string): DomainError {
  const [one, other] = [named(pair[0]), named(pair[1])];
  return new DomainError(
    'rule_broken',
    'rule.roles-are-compatible',
    {
      ko: `한 사람이 '${one.ko}' 역할과 '${other.ko}' 역할을 함께 가질 수 없습니다(계정 ${login}). 다른 사람에게 주거나, 먼저 그 역할을 회수해 주세요.`,
      en: `One person cannot be both '${one.en}' and '${other.en}' (account ${login}). Give the role to somebody else or take the other one back first.`,
    },
    { details: { roles: pair, login }, rule: { id: 'roles-are-compatible', clause: '직무분리(양립 불가 역할)' } },
  );
}

export function lastAdministrator(): DomainError {
  return new DomainError('rule_broken', 'role.last-administrator', {
    ko: '마지막 시스템 관리자의 역할은 회수할 수 없습니다. 다른 관리자를 먼저 지정해 주세요.',
    en: 'The last system administrator keeps the role. Appoint another one first.',
  });
}

export function everywhereIsAlone(): DomainError {
  return invalidField('/scopes', 'scope.everywhere-is-alone', {
    ko: "'전체'를 고르면 다른 범위는 함께 고를 수 없습니다. '전체'만 남기거나 빼 주세요.",
    en: "'Everywhere' includes all others: keep it alone or leave it out.",
  });
}

export function administratorEverywhere(): DomainError {
  return invalidField('/scopes', 'scope.administrator-everywhere', {
    ko: "시스템 관리자 역할은 조합이나 프로그램으로 나누지 않습니다. 범위를 '전체'로 해 주세요.",
    en: 'The administrator is not divided by fund or programme. Choose everywhere.',
  });
}

export function scopeUnknown(scope: string): DomainError {
  return invalidField('/scopes', 'scope.unknown', {
    ko: `등록되지 않은 범위(${scope})입니다. 목록에서 조합이나 프로그램을 골라 주세요.`,
    en: `There is no scope ${scope}. Choose a fund or a programme from the list.`,
  });
}
