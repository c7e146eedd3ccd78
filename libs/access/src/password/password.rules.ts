import { invalidField, type DomainError } from '#libs/errors';
import { COMMON_PASSWORDS } from './common-passwords.data.js';

/**
 * What a password has to be. Source: the guideline on safety measures for personal data as it is practised (12 characters,
 * or 10 of three kinds) [practice]; the upper bound keeps the work of hashing bounded. Lengths in characters after NFKC.
 */
export const PASSWORD_POLICY = {
  longLength: 12,
  shortLength: 10,
  shortKinds: 3,
  maximumLength: 128,
  /** So many of the last passwords are not chosen again, the present one among them. */
  remembered: 3,
} as const;

const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u, /\p{Lo}/u];
/** A name of one letter stands in too many words. */
const SHORTEST_NAME = 2;

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly login: string;
  readonly name: string;
}

/** Throws `DomainError` at `pointer` for a password that this person must not choose, whatever was chosen before. */
export function requireGoodPassword(password: string, owner: PasswordOwner, pointer: string): void {
  const fault = faultOf(password.normalize('NFKC'), owner, pointer);
  if (fault !== null) throw fault;
}

function faultOf(password: string, owner: PasswordOwner, pointer: string): DomainError | null {
  if (!isLongEnough(password)) return tooShort(pointer);
  if (namesOwner(password, owner)) return namesYou(pointer);
  if (isCommon(password)) return tooCommon(pointer);
  return null;
}

function isLongEnough(password: string): boolean {
  const length = [...password].length;
  const kinds = KINDS.filter((kind) => kind.test(password)).length;
  return length >= PASSWORD_POLICY.longLength || (length >= PASSWORD_POLICY.shortLength && kinds >= PASSWORD_POLICY.shortKinds);
}

function namesOwner(password: string, { login, name }: PasswordOwner): boolean {
  const said = password.toLowerCase();
  return [login, name].map((each) => each.normalize('NFKC').toLowerCase().replace(/\s/g, '')).some((each) => [...each].length >= SHORTEST_NAME && said.includes(each));
}

/** Letters that are written as digits and signs: the first thing a guesser undoes. */
const DISGUISES: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's', '7': 't' };

/** True for a common password, also in disguise and with a year or signs put before or after it, and for a run of few letters. */
function isCommon(password: string): boolean {
  const plain = password.toLowerCase();
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const undisguised = (text: string): string => text.replace(/[@4310!$57]/g, (sign) => DISGUISES[sign] ?? sign);
  return [plain, bare, undisguised(plain), undisguised(bare)].some((each) => COMMON_PASSWORDS.has(each)) || new Set(plain).size <= FEWEST_LETTERS;
}

/** A password of so few different characters is a pattern on the keyboard. */
const FEWEST_LETTERS = 3;

function tooShort(pointer: string): DomainError {
  const { longLength, shortLength, shortKinds } = PASSWORD_POLICY;
  return invalidField(pointer, 'password.too-short', {
    ko: `${longLength}자 이상, 또는 ${shortLength}자 이상이면서 영문 대문자·소문자·숫자·기호·한글 중 ${shortKinds}가지 이상을 섞어 주세요.`,
    en: `Use at least ${longLength} characters, or ${shortLength} of at least ${shortKinds} kinds (capitals, small letters, digits, signs, Hangul).`,
  });
}

function namesYou(pointer: string): DomainError {
  return invalidField(pointer, 'password.names-you', { ko: '아이디나 이름이 들어 있지 않은 비밀번호를 정해 주세요.', en: 'Choose a password without your login or your name in it.' });
}

function tooCommon(pointer: string): DomainError {
  return invalidField(pointer, 'password.too-common', {
    ko: '흔히 쓰이는 비밀번호입니다. 서로 관련 없는 낱말 서너 개를 이어 보세요.',
    en: 'This is one of the commonest passwords. Try three or four words that have nothing to do with each other.',
  });
}

export function passwordUsedBefore(pointer: string): DomainError {
  return invalidField(pointer, 'password.used-before', {
    ko: `최근에 쓴 ${PASSWORD_POLICY.remembered}개와 다른 비밀번호를 정해 주세요.`,
    en: `Choose a password other than your last ${PASSWORD_POLICY.remembered}.`,
  });
}

export function passwordWrong(pointer: string): DomainError {
  return invalidField(pointer, 'password.wrong', { ko: '지금 쓰는 비밀번호와 다릅니다. 다시 입력해 주세요.', en: 'This is not your present password. Type it again.' });
}
