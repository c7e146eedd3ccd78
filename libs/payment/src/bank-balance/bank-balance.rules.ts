import { addDays, formatOfficialDate, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { addWon, formatWon, type Won } from '#libs/money';
import type { BankBalance } from './bank-balance.query.js';

export interface BalanceQuestion {
  readonly payOn: LocalDate;
  readonly totalWon: Won;
  /** What other runs take out of the account beside. */
  readonly takenWon: Won;
  /** Null: no statement tells a balance. */
  readonly balance: BankBalance | null;
  /** So many days before the payment a balance may be. */
  readonly freshDays: number;
}

/**
 * Whether the account at the bank has the money. Too little on the day of payment or after it is too little (BLOCK); too little some days
 * before, an old balance or none is said and left to whoever drafts (WARN), for money may still come in. The books are asked apart.
 */
export function bankHasTheMoney({ payOn, totalWon, takenWon, balance, freshDays }: BalanceQuestion): Verdict {
  const rule = { rule: 'bank-has-the-money', clause: '자금 확인(통장 잔액)', inputs: { balanceWon: balance?.balanceWon.toString() ?? null, balanceOn: balance?.on ?? null, neededWon: addWon(totalWon, takenWon).toString() } };
  if (balance === null) {
    return { ...rule, result: 'WARN', text: { ko: '출금계좌의 거래내역이 없어 통장 잔액을 확인하지 못했습니다. 은행에서 잔액을 확인해 주세요.', en: 'No statement tells the balance of the account. Ask the bank before you pay.' } };
  }
  const needed = addWon(totalWon, takenWon);
  const [had, wanted, day] = [formatWon(balance.balanceWon), formatWon(needed), formatOfficialDate(balance.on)];
  if (balance.balanceWon < needed) {
    return {
      ...rule,
      result: balance.on >= payOn ? 'BLOCK' : 'WARN',
      text: {
        ko: `통장 잔액(${day} ${had}원)이 다른 지급까지 합한 ${wanted}원보다 적습니다. 자금을 먼저 교부받거나 지급 대상을 줄여 주세요.`,
        en: `The account held ${had} won on ${balance.on}; with other runs ${wanted} have to leave it. Have it funded first, or pay less.`,
      },
    };
  }
  if (addDays(balance.on, freshDays) < payOn) {
    return { ...rule, result: 'WARN', text: { ko: `통장 잔액이 ${day} 것입니다(${had}원). 최근 거래내역을 가져와 확인해 주세요.`, en: `The last balance known is of ${balance.on} (${had} won). Bring in a newer statement.` } };
  }
  return { ...rule, result: 'PASS', text: { ko: `통장 잔액(${day} ${had}원)으로 지급할 수 있습니다.`, en: `The account held ${had} won on ${balance.on}: enough.` } };
}
