import { formatOfficialDate, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Bilingual } from '#libs/errors';
import type { StatusRecord } from '#libs/identifier';
import type { Won } from '#libs/money';
import type { PayableRow } from './payable.js';

/** Why one debt stays out of a run, and what would let it in. */
export interface RefusedPayable {
  readonly payableId: string;
  readonly payee: string;
  readonly purpose: string;
  readonly amountWon: Won | null;
  readonly code: string;
  readonly text: Bilingual;
}

/** What is known of a debt beside its row when somebody wants to pay it on a day. */
export interface PayableCircumstances {
  readonly payOn: LocalDate;
  /** What the tax office said of the payee; null where nobody asked. */
  readonly business: StatusRecord | null;
  /** What the instrument itself says against paying it; null where it says nothing. */
  readonly hindrance: Bilingual | null;
  /** The account that the run would leave; null where the book has none yet. */
  readonly payingAccountId: string | null;
}

/**
 * Whether one debt can be paid on a day; null where it can. The holder of an account is the payee by name, or a second person signed
 * its registration after looking at the difference (account-holder inquiry before the first payment, dossier §6.3).
 */
export function refusalOfPayable(payable: PayableRow, circumstances: PayableCircumstances): RefusedPayable | null {
  const found = reasonAgainst(payable, circumstances);
  const { id, payee, purpose, amountWon } = payable;
  return found === null ? null : { payableId: id, payee, purpose, amountWon, ...found };
}

type Reason = Pick<RefusedPayable, 'code' | 'text'>;

function reasonAgainst(payable: PayableRow, { payOn, business, hindrance, payingAccountId }: PayableCircumstances): Reason | null {
  if (payable.state !== 'OWED') return notOwed(payable);
  if (payable.dueOn > payOn) {
    return {
      code: 'payable.due-later',
      text: { ko: `지급기일(${formatOfficialDate(payable.dueOn)})이 지급일보다 뒤입니다. 지급일을 늦춰 주세요.`, en: `It is not due before ${payable.dueOn}. Choose a later day of payment.` },
    };
  }
  if (hindrance !== null) return { code: 'payable.hindered', text: hindrance };
  const business_ = payeeIsInBusiness(payable.payee, business);
  if (business_.result === 'BLOCK') return { code: `rule.${business_.rule}`, text: business_.text };
  return againstAccount(payable, payingAccountId);
}

function againstAccount({ payee, account }: PayableRow, payingAccountId: string | null): Reason | null {
  if (account === null) {
    return { code: 'payable.no-account', text: { ko: `${payee}의 계좌가 등록되어 있지 않습니다. 거래처 계좌에서 등록해 주세요.`, en: `No account of ${payee} is registered. Register one under bank accounts.` } };
  }
  if (account.id === payingAccountId) {
    return { code: 'payable.own-account', text: { ko: '출금계좌와 입금계좌가 같습니다. 수취인의 계좌를 확인해 주세요.', en: 'The money would go to the account it leaves. Check the account of the payee.' } };
  }
  if (account.holderIsParty || account.signed) return null;
  return {
    code: 'payable.holder-unchecked',
    text: {
      ko: `${payee}의 등록 계좌는 예금주명이 다르고 확인되지 않았습니다. 예금주명 조회 후 결재를 거쳐 계좌를 다시 등록해 주세요.`,
      en: `The holder of the account of ${payee} has another name, and nobody checked it. Make the account-holder inquiry and register the account anew with a signature.`,
    },
  };
}

function notOwed({ state, runNumber }: PayableRow): Reason {
  if (state === 'IN_RUN') return { code: 'payable.in-run', text: { ko: `이미 지급 묶음 ${runNumber}에 들어 있습니다.`, en: `It is in the payment run ${runNumber} already.` } };
  if (state === 'PAID') return { code: 'payable.paid', text: { ko: `지급 묶음 ${runNumber}(으)로 이미 지급되었습니다.`, en: `It was paid by the run ${runNumber} already.` } };
  return { code: 'payable.withdrawn', text: { ko: '지급결정이 취소되었습니다.', en: 'The decision to pay it was taken back.' } };
}

/** A debt that is named and not in sight. */
export function unknownPayable(payableId: string): RefusedPayable {
  return {
    ...{ payableId, payee: '', purpose: '', amountWon: null, code: 'payable.unknown' },
    text: { ko: '이 장부의 지급 대상이 아닙니다. 지급할 내역에서 다시 골라 주세요.', en: 'This is no debt of this book. Choose among what is owed.' },
  };
}

/** Nothing goes to a business that has closed (scenario S6); one that rests, or that nobody asked about, is looked into. */
export function payeeIsInBusiness(payee: string, business: StatusRecord | null): Verdict {
  const rule = { rule: 'payee-is-in-business', clause: '지급 전 휴·폐업 조회(국세청)', inputs: { payee, status: business?.status ?? null, since: business?.effectiveOn ?? null } };
  if (business === null) return { ...rule, result: 'WARN', text: { ko: `${payee}의 휴·폐업 조회 기록이 없습니다.`, en: `Nobody recorded whether ${payee} is in business.` } };
  const since = formatOfficialDate(business.effectiveOn);
  switch (business.status) {
    case 'ACTIVE':
      return { ...rule, result: 'PASS', text: { ko: `${payee}은(는) 계속사업자입니다(${since} 기준).`, en: `${payee} is in business (as of ${business.effectiveOn}).` } };
    case 'RESTING':
      return { ...rule, result: 'WARN', text: { ko: `${payee}은(는) ${since}부터 휴업 중입니다.`, en: `${payee} has suspended its business since ${business.effectiveOn}.` } };
    case 'CLOSED':
      return {
        ...rule,
        result: 'BLOCK',
        text: {
          ko: `${payee}은(는) ${since} 폐업했습니다. 기록이 잘못되었으면 조회 결과를 바로잡고, 아니면 지급결정을 취소해 주세요.`,
          en: `${payee} closed on ${business.effectiveOn}. If that is wrong, correct the record; otherwise take the decision to pay back.`,
        },
      };
  }
}
