import { localDate } from '#libs/calendar';
import type { PolicyDraft, PolicySet, PolicyValue } from '#libs/policy';
import type { MatchTerms } from './match.js';
import { OWN_KINDS, type OwnKind, type OwnWords } from './own-line.rules.js';

const KEYS = {
  nearDays: 'bank-match.near-days',
  wideDays: 'bank-match.wide-days',
  leastLetters: 'bank-match.least-letters',
  wrongLetters: 'bank-match.wrong-letters',
  reversalWords: 'bank-line.reversal-words',
} as const;

const WORDS: Readonly<Record<OwnKind, string>> = { INTEREST: 'bank-line.interest-words', FEE: 'bank-line.fee-words', TAX: 'bank-line.tax-words' };

/** How statements are read and matched until compliance decides otherwise. */
export function defaultBankMatchPolicies(knownAt: Date): PolicyDraft[] {
  const row = { scope: '*', effectiveFrom: localDate('2000-01-01'), effectiveTo: null, knownAt };
  const assumed = { ...row, source: 'ASSUMPTION' as const };
  const practised = { ...row, source: 'PRACTICE' as const };
  return [
    { ...practised, key: KEYS.nearDays, value: 3, clause: '은행 거래 대사 기준: 거래일과 기록일의 차이' },
    { ...assumed, key: KEYS.wideDays, value: 30, clause: '기본값: 담당자에게 후보로 보이는 범위' },
    { ...practised, key: KEYS.leastLetters, value: 4, clause: '은행 거래 대사 기준: 은행이 줄여 적은 이름의 최소 글자 수' },
    { ...practised, key: KEYS.wrongLetters, value: 2, clause: '은행 거래 대사 기준: 이름에서 다를 수 있는 글자 수' },
    { ...practised, key: KEYS.reversalWords, value: ['입금취소', '출금취소', '거래취소', '착오취소', '이체취소', '정정'], clause: '은행 적요: 취소·정정 거래' },
    { ...practised, key: WORDS.INTEREST, value: ['예금결산이자', '결산이자', '예금이자', '이자'], clause: '은행 적요: 예금이자' },
    { ...practised, key: WORDS.FEE, value: ['이체수수료', '타행수수료', '수수료'], clause: '은행 적요: 수수료' },
    { ...practised, key: WORDS.TAX, value: ['원천세', '예금이자세금', '이자소득세'], clause: '은행 적요: 원천세' },
  ];
}

/** Without a policy only what agrees wholly is proposed. */
export function matchTermsOf(policies: PolicySet): MatchTerms {
  const nearDays = policies.integer(KEYS.nearDays, 0);
  return { nearDays, wideDays: Math.max(nearDays, policies.integer(KEYS.wideDays, 0)), leastLetters: Math.max(2, policies.integer(KEYS.leastLetters, 4)), wrongLetters: policies.integer(KEYS.wrongLetters, 0) };
}

export const ownWordsOf = (policies: PolicySet): OwnWords => Object.fromEntries(OWN_KINDS.map((kind) => [kind, wordsIn(policies.find(WORDS[kind])?.value)])) as unknown as OwnWords;

export const reversalWordsOf = (policies: PolicySet): ReadonlySet<string> => new Set(wordsIn(policies.find(KEYS.reversalWords)?.value));

const wordsIn = (value: PolicyValue | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);
