import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from '#libs/command';
import type { LocalDate } from '#libs/calendar';
import { DomainError, notFound } from '#libs/errors';
import { maskAccount, normaliseName, type BankAccount } from '#libs/identifier';
import type { EncryptedColumn } from '#libs/secret';
import type { PartyDraft } from '../party.js';

/** What the number is encrypted for; bound into every encrypted value, so it never changes. */
export const NUMBER_PURPOSE = 'bank account number';

/** What only an unmasked look shows. The salt keeps the hash of it from being found by trying all numbers. */
export interface BankAccountContent {
  readonly bankCode: string;
  /** 10 to 16 digits. */
  readonly account: string;
  readonly holder: string;
  readonly salt: string;
}

/** What a command and the log say of an account: everything but the number and the holder. */
export interface BankAccountDraft {
  /** Null where the party is described by `organisation`. */
  readonly partyId: string | null;
  /** A party that may not be on record yet: known by its business number, and taken up with its account. */
  readonly organisation?: PartyDraft;
  readonly bankCode: string;
  readonly numberTail: string;
  readonly numberLength: number;
  readonly holderMasked: string;
  /** The holder compared without spaces and legal form; the command compares it with the party's. */
  readonly holderIsParty: boolean;
  /** Where number and holder lie encrypted. */
  readonly secretId: string;
  readonly contentHash: string;
  readonly effectiveFrom: LocalDate;
}

export function bankAccountContent({ bankCode, account }: BankAccount, holder: string): BankAccountContent {
  return { bankCode, account, holder, salt: randomBytes(16).toString('base64url') };
}

/** SHA-256 of the content with its salt: it binds the facts to what is encrypted, and outlives every key. */
export function contentHash(content: BankAccountContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** Reads back what was encrypted; throws `bank-account.content-changed` when it is not what the facts refer to. */
export function readContent(plain: string, expectedHash: string): BankAccountContent {
  const content = JSON.parse(plain) as BankAccountContent;
  if (contentHash(content) === expectedHash) return content;
  throw new DomainError('unavailable', 'bank-account.content-changed', {
    ko: '저장된 계좌번호가 등록 당시의 것과 다릅니다. 쓰지 말고 준법감시 담당자에게 알려 주세요.',
    en: 'The stored number is not the one that was registered. Do not use it and tell compliance.',
  });
}

/** By what an account is found again: the same number at two banks is two accounts. */
export const numberKey = ({ bankCode, account }: BankAccount): string => `${bankCode}:${account}`;

/** `********1234` */
export const maskedNumber = (tail: string, length: number): string => maskAccount(tail.padStart(length, '0'));

/** The first letter of the compared name, the rest covered: `시***`. */
export function maskHolder(holder: string): string {
  const [first = '', ...rest] = [...normaliseName(holder)];
  return `${first}${'*'.repeat(Math.max(1, Math.min(rest.length, 8)))}`;
}

/** The encrypted columns of this noun, for the change of keys. */
export const BANK_ACCOUNT_COLUMNS: readonly EncryptedColumn[] = [
  {
    table: 'bank_account_secret',
    key: 'id',
    column: 'content',
    purpose: NUMBER_PURPOSE,
    index: { column: 'number_index', keyColumn: 'index_key', purpose: NUMBER_PURPOSE, text: (plain) => numberKey(JSON.parse(plain) as BankAccountContent) },
  },
];

export const unknownAccount = (id: string): DomainError => notFound({ ko: '계좌', en: 'bank account' }, id);

export function alreadyClosed(): DomainError {
  return new DomainError('conflict', 'bank-account.closed', { ko: '이미 사용을 끝낸 계좌입니다.', en: 'This account is closed already.' });
}
