import { randomInt } from 'node:crypto';
import { getDataSourceToken } from '@nestjs/typeorm';
import { LOGIN_SHAPE, seedUsers } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { DomainError } from '#libs/errors';
import { Keyring } from '#libs/secret';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { openServer } from '../server.js';

/** Letters and digits that nobody takes for one another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const PASSWORD_LENGTH = 20;

export interface FirstAdmin {
  readonly login: string;
  readonly name: string;
  /** Shown this once; to be changed at the first sign-in. */
  readonly password: string;
}

/**
 * `npx baton first-admins`: the two administrators of a new installation, who give accounts to everybody else, each with
 * the other's signature. Only before anybody has an account. Throws `DomainError` with what to do otherwise.
 */
export async function createFirstAdmins(words: readonly string[], config: Config, clock: Clock, say: (line: string) => void): Promise<readonly FirstAdmin[]> {
  const people = peopleIn(words);
  const server = await openServer({ ...config, demo: false }, clock, say);
  try {
    const source = server.app.get<DataSource>(getDataSourceToken());
    const accounts: unknown[] = await source.query('select 1 from app_user limit 1');
    if (accounts.length > 0) throw notFirst();
    const admins = people.map((person) => ({ ...person, password: newPassword() }));
    const keyring = server.app.get(Keyring);
    await source.transaction((tx) => seedUsers(tx, keyring, admins.map((admin) => ({ ...admin, roles: ['ADMIN'] as const }))));
    return admins;
  } finally {
    await server.stop();
  }
}

function peopleIn([oneLogin, oneName, otherLogin, otherName]: readonly string[]): readonly { readonly login: string; readonly name: string }[] {
  if (oneLogin === undefined || oneName === undefined || otherLogin === undefined || otherName === undefined) throw whoAreThey();
  const people = [
    { login: oneLogin, name: oneName },
    { login: otherLogin, name: otherName },
  ];
  const sound = people.every(({ login, name }) => LOGIN_SHAPE.test(login) && name.trim() !== '') && oneLogin.toLowerCase() !== otherLogin.toLowerCase();
  if (!sound) throw whoAreThey();
  return people;
}

const newPassword = (): string => Array.from({ length: PASSWORD_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

function whoAreThey(): DomainError {
  return new DomainError('invalid', 'first-admins.who', {
    ko: '서로 다른 관리자 두 사람의 로그인 ID(영문·숫자)와 이름을 적어 주세요. 예: npx baton first-admins kim.admin 김관리 lee.admin 이관리',
    en: 'Name two different administrators by login (letters and digits) and name, such as: npx baton first-admins kim.admin 김관리 lee.admin 이관리',
  });
}

function notFirst(): DomainError {
  return new DomainError('conflict', 'first-admins.not-first', {
    ko: '이미 계정이 있는 설치입니다. 새 계정은 관리자가 화면에서 만듭니다. 시연 데이터로 시작했다면 BATON_DEMO=false와 새 데이터 폴더로 다시 시작해 주세요.',
    en: 'This installation has accounts already; administrators create further ones on screen. After a start with demo data, begin anew with BATON_DEMO=false and another data folder.',
  });
}
