import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#libs/errors';
import { requireGoodPassword } from './password.rules.js';

function codeOf(password: string, owner = { login: 'kim.manager', name: '김바람' }): string | null {
  try {
    requireGoodPassword(password, owner, '/password');
    return null;
  } catch (error) {
    return error instanceof DomainError ? `${error.faults[0]?.pointer ?? ''} ${error.code}` : 'a bug';
  }
}

describe('a password', () => {
  it.each([
    ['twelve characters of one kind do', 'kwlcmdtqpzhb', null],
    ['ten of three kinds do', 'Kwlcm7tqpz', null],
    ['ten of two kinds do not', 'kwlcm7tqpz', '/password password.too-short'],
    ['nine of four kinds do not', 'Kwl!m7tqp', '/password password.too-short'],
    ['Hangul counts by the syllable', '두루미연필사다리저녁노을', null],
    ['Hangul typed on a Mac counts the same', '두루미연필사다리'.normalize('NFD'), '/password password.too-short'],
    ['an emoji is one character', '🦊🦊🦊🦊🦊🦊', '/password password.too-short'],
    ['words that have nothing to do with each other do', 'correct horse battery staple', null],
    ['not the login', 'my kim.manager 2021', '/password password.names-you'],
    ['not the login in capitals', 'KIM.MANAGER-abcdef', '/password password.names-you'],
    ['not the name', '우리팀김바람최고입니다!!', '/password password.names-you'],
    ['none of the commonest', 'qwertyuiop123', '/password password.too-common'],
    ['nor in disguise', 'P@ssw0rd2026!', '/password password.too-common'],
    ['nor typed on a Korean keyboard', 'dkssudgktpdy', '/password password.too-common'],
    ['nor digits in a row', '123456789012', '/password password.too-common'],
    ['nor few letters over and over', 'abababababab', '/password password.too-common'],
  ])('%s: %s', (_what, password, code) => {
    expect(codeOf(password)).toBe(code);
  });

  it('may hold a name of one letter', () => {
    expect(codeOf('vmxlq gownd pkzr', { login: 'x', name: '김' })).toBeNull();
  });
});
