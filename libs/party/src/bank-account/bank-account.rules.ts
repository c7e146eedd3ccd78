import type { Verdict } from '#libs/command';

const BEFORE_PAYING = '예금주명 조회(첫 지급 전·변경 후)';

/** One account at two parties: sometimes a change of name or a merger, sometimes money led astray. `others` are the names. */
export function bankAccountBelongsToOneParty(others: readonly string[]): Verdict {
  const rule = { rule: 'bank-account-belongs-to-one-party', clause: BEFORE_PAYING, inputs: { otherParties: [...others] } };
  if (others.length === 0) return { ...rule, result: 'PASS', text: { ko: '다른 거래처에 등록되지 않은 계좌입니다.', en: 'No other party has this account.' } };
  return {
    ...rule,
    result: 'WARN',
    text: {
      ko: `같은 계좌가 다른 거래처에도 등록되어 있습니다: ${others.join(', ')}. 누구의 계좌인지 예금주명 조회로 확인하십시오.`,
      en: `The same account is registered for another party: ${others.join(', ')}. Make the account-holder inquiry to find out whose it is.`,
    },
  };
}

/** Compared without spaces and legal forms. A differing name is allowed, because banks shorten names. */
export function bankAccountHolderIsTheParty(holderIsParty: boolean, party: string): Verdict {
  const rule = { rule: 'bank-account-holder-is-the-party', clause: BEFORE_PAYING, inputs: { party } };
  if (holderIsParty) return { ...rule, result: 'PASS', text: { ko: '예금주명이 거래처명과 같습니다.', en: 'The holder is the party by name.' } };
  return {
    ...rule,
    result: 'WARN',
    text: {
      ko: `예금주명이 거래처명(${party})과 다릅니다. 통장 사본과 예금주명 조회 결과를 확인하십시오.`,
      en: `The holder is not ${party} by name. Check the copy of the passbook and the account-holder inquiry.`,
    },
  };
}
