import { addYears, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { invalidField } from '#libs/errors';
import { formatWon, won } from '#libs/money';

export interface Periods {
  readonly foundedOn: LocalDate;
  readonly investmentTo: LocalDate;
  readonly lifeTo: LocalDate;
}

export interface ExtensionTerms {
  /** Years by which one extension may move the end of life. */
  readonly years: number;
  readonly yearsClause: string;
  /** How many extensions there may be. */
  readonly times: number;
  readonly timesClause: string;
}

/** An extension ends later than what it extends. Throws `DomainError` invalid at the date that does not. */
export function extensionLengthens(next: { readonly lifeTo: LocalDate; readonly investmentTo: LocalDate | null }, now: Periods): void {
  if (next.lifeTo < now.lifeTo || (next.lifeTo === now.lifeTo && next.investmentTo === null)) {
    throw invalidField('/lifeTo', 'fund.extension-not-later', { ko: `지금의 존속기간 만료일(${now.lifeTo})보다 뒤여야 합니다.`, en: `It must be later than the present end of life, ${now.lifeTo}.` });
  }
  if (next.investmentTo === null) return;
  if (next.investmentTo <= now.investmentTo) {
    throw invalidField('/investmentTo', 'fund.extension-not-later', { ko: `지금의 투자기간 종료일(${now.investmentTo})보다 뒤여야 합니다.`, en: `It must be later than the present end of the investment period, ${now.investmentTo}.` });
  }
  if (next.investmentTo > next.lifeTo) {
    throw invalidField('/investmentTo', 'fund.dates-out-of-order', { ko: `투자기간은 존속기간(${next.lifeTo}) 안에서 끝나야 합니다.`, en: `The investment period must end within the life, by ${next.lifeTo}.` });
  }
}

/** What the agreement usually allows; partners may agree on more, so it is advice. */
export function judgeExtension(lifeTo: LocalDate, number: number, now: Periods, terms: ExtensionTerms): Verdict[] {
  const latest = addYears(now.lifeTo, terms.years);
  const [short, few] = [lifeTo <= latest, number <= terms.times];
  return [
    {
      rule: 'extension-stays-within-its-length',
      clause: terms.yearsClause,
      result: short ? 'PASS' : 'WARN',
      text: short
        ? { ko: `한 번에 ${terms.years}년 이내의 연장입니다.`, en: `Within the ${terms.years} year(s) of one extension.` }
        : { ko: `한 번에 ${terms.years}년(${latest})까지 연장할 수 있습니다. 규약을 확인해 주세요.`, en: `One extension may go ${terms.years} year(s), to ${latest}. Check the agreement.` },
      inputs: { lifeTo, latestOn: latest },
    },
    {
      rule: 'extension-stays-within-its-number',
      clause: terms.timesClause,
      result: few ? 'PASS' : 'WARN',
      text: few
        ? { ko: `${terms.times}회 중 ${number}번째 연장입니다.`, en: `Extension ${number} of ${terms.times}.` }
        : { ko: `연장은 ${terms.times}회까지이며 이번이 ${number}번째입니다. 규약을 확인해 주세요.`, en: `There may be ${terms.times} extensions and this is number ${number}. Check the agreement.` },
      inputs: { number, maximum: terms.times },
    },
  ];
}

/** Nothing new may have happened after the day on which a fund ends; what lies open is wound up afterwards. */
export function judgeDissolution(dissolvedOn: LocalDate, business: { readonly lastOn: string | null; readonly openDeals: number; readonly unpaidWon: string }, clause: string): Verdict[] {
  const { lastOn } = business;
  const ended = lastOn === null || lastOn <= dissolvedOn;
  const clear = business.openDeals === 0 && business.unpaidWon === '0';
  return [
    {
      rule: 'dissolution-follows-the-last-business',
      clause,
      result: ended ? 'PASS' : 'BLOCK',
      text: ended
        ? { ko: '해산일 뒤에 기록된 출자요청·투자·지분양도가 없습니다.', en: 'No call, deal or transfer is on record after this day.' }
        : { ko: `해산일 뒤(${lastOn})에 기록된 출자요청·투자·지분양도가 있습니다. 해산일을 확인해 주세요.`, en: `A call, deal or transfer is on record on ${lastOn}. Check the day.` },
      inputs: { dissolvedOn, lastOn },
    },
    {
      rule: 'dissolution-leaves-nothing-open',
      clause,
      result: clear ? 'PASS' : 'WARN',
      text: clear
        ? { ko: '청산할 투자와 미납 출자금이 없습니다.', en: 'There is neither a deal nor called capital to wind up.' }
        : {
            ko: `청산할 투자 ${business.openDeals}건, 미납 출자금 ${formatWon(won(business.unpaidWon))}원이 남아 있습니다. 회수·분배는 해산 뒤에도 기록할 수 있습니다.`,
            en: `${business.openDeals} deal(s) and ${formatWon(won(business.unpaidWon))} won of called capital are to be wound up. Exits and distributions may still be recorded.`,
          },
      inputs: { openDeals: business.openDeals, unpaidWon: business.unpaidWon },
    },
  ];
}

/** Nothing new is done in a fund after it was dissolved. Throws `DomainError` invalid at `pointer`. */
export function fundIsNotDissolved(fund: { readonly dissolvedOn: LocalDate | null }, on: LocalDate, pointer: string): void {
  if (fund.dissolvedOn === null || on <= fund.dissolvedOn) return;
  throw invalidField(pointer, 'fund.dissolved', {
    ko: `${fund.dissolvedOn}에 해산한 조합입니다. 해산 뒤에는 새 출자요청·투자·지분양도·연장을 할 수 없습니다.`,
    en: `The fund was dissolved on ${fund.dissolvedOn}. Nothing new can be called, invested, transferred or extended after that day.`,
  });
}
