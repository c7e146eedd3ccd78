import { formatOfficialDate, yearOf, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { DomainError, type Bilingual } from '#libs/errors';
import { addWon, formatWon, type Won } from '#libs/money';
import { partyIsInBusiness } from '../service/service.rules.js';
import type { VoucherYear } from '../year/year.js';
import type { Payable } from './payment-batch.js';

/** Why one payable stays out of a batch, and what would let it in. */
export interface RefusedPayable {
  readonly serviceId: string;
  readonly number: string;
  readonly payee: string;
  readonly code: string;
  readonly text: Bilingual;
}

/** What a payable comes to: public money and what comes out of the company's deposit, in won. */
export const owedWon = ({ publicWon, ownWon }: Pick<Payable, 'publicWon' | 'ownWon'>): Won => addWon(publicWon, ownWon);

/**
 * Whether one payable can be paid on a day; null where it can. The holder of an account is the payee by name, or a second person
 * signed the registration after looking at the difference (account-holder inquiry before the first payment, dossier §6.3).
 */
export function refusalOfPayable(payable: Payable, payOn: LocalDate): RefusedPayable | null {
  const { serviceId, number, payee, account } = payable;
  const refused = (code: string, text: Bilingual): RefusedPayable => ({ serviceId, number, payee, code, text });
  if (payable.waitsIn !== null) {
    return refused('payment-batch.waits-already', { ko: `이미 지급 묶음 ${payable.waitsIn}에 들어 있습니다.`, en: `It waits in the batch ${payable.waitsIn} already.` });
  }
  if (payable.capturedOn > payOn) {
    return refused('payment-batch.captured-later', {
      ko: `지급결정일(${formatOfficialDate(payable.capturedOn)})이 지급일보다 뒤입니다. 지급일을 늦춰 주세요.`,
      en: `Its payment was decided on ${payable.capturedOn}, after the day of payment. Choose a later day.`,
    });
  }
  if (account === null) {
    return refused('payment-batch.no-account', { ko: `${payee}의 계좌가 등록되어 있지 않습니다. 거래처 계좌에서 등록해 주세요.`, en: `No account of ${payee} is registered. Register one under bank accounts.` });
  }
  if (!account.holderIsParty && !account.signed) {
    return refused('payment-batch.holder-unchecked', {
      ko: `${payee}의 등록 계좌는 예금주명이 다르고 확인되지 않았습니다. 예금주명 조회 후 결재를 거쳐 계좌를 다시 등록해 주세요.`,
      en: `The holder of the account of ${payee} has another name, and nobody checked it. Make the account-holder inquiry and register the account anew with a signature.`,
    });
  }
  const closed = closures(payable, payOn)[0];
  return closed === undefined ? null : refused(`rule.${closed.rule}`, closed.text);
}

/** A payable goes to nobody who has closed, nor for a company that has. */
export function closures({ payee, business, company, companyBusiness }: Pick<Payable, 'payee' | 'business' | 'company' | 'companyBusiness'>, on: LocalDate): Verdict[] {
  return [partyIsInBusiness('provider', payee, business, on), partyIsInBusiness('company', company, companyBusiness, on)].filter(({ result }) => result === 'BLOCK');
}

/**
 * Is this paid out of money carried over? After the closing of a year it is; after the fiscal year and before the closing
 * nothing can be paid. Throws `payment-batch.year-not-closed`.
 */
export function isPaidOutOfCarriedMoney(year: VoucherYear, payOn: LocalDate): boolean {
  if (year.closedOn !== null) return true;
  if (yearOf(payOn) <= year.fiscalYear) return false;
  throw new DomainError('rule_broken', 'payment-batch.year-not-closed', {
    ko: `${year.fiscalYear} 회계연도가 지났는데 아직 마감(이월)되지 않았습니다. 사업연도를 마감하여 미지급금을 이월한 뒤 지급해 주세요.`,
    en: `The fiscal year ${year.fiscalYear} is over and not closed. Close the programme year, so that what is owed is carried over, and pay then.`,
  });
}

/** Who drafted or signed a batch does not release it: people, not accounts. Source: dossier §7.1; the database asks again at commit. */
export function releaserIsAThirdPerson(hands: readonly string[], releaserId: string | null): Verdict {
  const holds = releaserId === null || !hands.includes(releaserId);
  return {
    rule: 'releaser-is-a-third-person',
    clause: '직무분리(기안자·결재자·지급자)',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: '기안·결재하지 않은 사람이 지급합니다.', en: 'Who releases it neither drafted nor signed it.' }
      : { ko: '기안하거나 결재한 지급 묶음은 직접 지급할 수 없습니다. 다른 담당자가 지급해 주세요.', en: 'You drafted or signed this batch. Somebody else has to release it.' },
    inputs: {},
  };
}

/** The accounts of a batch are still open when it is released; `closed` are the payees whose are not. */
export function accountsAreStillOpen(closed: readonly string[]): Verdict {
  const holds = closed.length === 0;
  return {
    rule: 'accounts-are-still-open',
    clause: '예금주명 조회(지급 전)',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: '모든 수취 계좌를 쓸 수 있습니다.', en: 'Every account can be used.' }
      : { ko: `계좌가 해지된 수취인이 있습니다: ${closed.join(', ')}. 묶음을 취소하고 새 계좌로 다시 기안해 주세요.`, en: `The accounts of these payees have been closed: ${closed.join(', ')}. Cancel the batch and draft it anew.` },
    inputs: { closed: [...closed] },
  };
}

/** What is drafted is what somebody saw and, where policy wants it, signed. */
export function requireStatedTotal(statedWon: Won, totalWon: Won): void {
  if (statedWon === totalWon) return;
  const text = {
    ko: `지급할 금액이 ${formatWon(totalWon)}원으로 바뀌었습니다(확인한 금액 ${formatWon(statedWon)}원). 내역을 다시 확인해 주세요.`,
    en: `What is to be paid comes to ${formatWon(totalWon)} won now, and not to the ${formatWon(statedWon)} you saw. Look at it again.`,
  };
  throw new DomainError('conflict', 'payment-batch.total-changed', text, { faults: [{ pointer: '/totalWon', code: 'payment-batch.total-changed', text }] });
}
