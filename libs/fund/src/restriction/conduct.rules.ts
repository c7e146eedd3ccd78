import { daysBetween, formatOfficialDate, type LocalDate } from '#libs/calendar';
import type { Restriction } from './restriction.js';
import { sentence } from './sentence.js';

/** What the agreement asks of the people behind a deal. */
export interface ConductFacts {
  /** 핵심운용인력: who the agreement names, and until when each manages; null: still there. */
  readonly keyManagers: readonly { readonly name: string; readonly leftOn: LocalDate | null }[];
  readonly keyManagersMinimum: number;
  /** The general partner invests its own money beside the fund, and the partners were told. */
  readonly coInvests: boolean;
  readonly coInvestmentDisclosed: boolean;
  /** A bridge loan before a round, and the day by which it is to be paid back or converted. */
  readonly bridgeDueOn: LocalDate | null;
  readonly bridgeMostDays: number;
  readonly paidOn: LocalDate;
}

/** Soft rules on conduct, in the order in which an agreement has them. */
export function judgeConduct(facts: ConductFacts, clause: string): Restriction[] {
  return [keyManagersStandBehindTheDeal(facts, clause), coInvestmentIsDisclosed(facts, clause), bridgeIsShort(facts, clause)];
}

/** Enough of the managers the agreement names are there on the day of payment. */
export function keyManagersStandBehindTheDeal({ keyManagers, keyManagersMinimum, paidOn }: ConductFacts, clause: string): Restriction {
  const there = keyManagers.filter((manager) => manager.leftOn === null || manager.leftOn > paidOn).length;
  return sentence({
    rule: 'key-managers-stand-behind-the-deal',
    clause,
    hardness: 'SOFT',
    holds: there >= keyManagersMinimum,
    otherwise: 'BLOCK',
    kept: { ko: `핵심운용인력 ${there}명이 재직 중입니다.`, en: `${there} key managers are there.` },
    broken: {
      ko: `핵심운용인력이 ${there}명뿐입니다(규약 ${keyManagersMinimum}명). 후임자를 조합원총회에서 승인받은 뒤 투자하십시오.`,
      en: `Only ${there} key managers are left; the agreement asks for ${keyManagersMinimum}. Have a successor approved by the partners first.`,
    },
    inputs: { there, keyManagersMinimum, paidOn },
  });
}

/** Partners know when the general partner invests beside them. */
export function coInvestmentIsDisclosed({ coInvests, coInvestmentDisclosed }: ConductFacts, clause: string): Restriction {
  return sentence({
    rule: 'co-investment-is-disclosed',
    clause,
    hardness: 'SOFT',
    holds: !coInvests || coInvestmentDisclosed,
    otherwise: 'BLOCK',
    kept: { ko: '고유계정 공동투자가 없거나 조합원에게 알렸습니다.', en: 'No co-investment, or the partners were told.' },
    broken: { ko: '업무집행조합원의 고유계정이 함께 투자합니다. 조합원에게 통지한 문서를 먼저 등록하십시오.', en: 'The general partner invests beside the fund. Register the notice to the partners first.' },
    inputs: { coInvests, coInvestmentDisclosed },
  });
}

/** A bridge loan is paid back or converted within the agreed days. */
export function bridgeIsShort({ bridgeDueOn, bridgeMostDays, paidOn }: ConductFacts, clause: string): Restriction {
  const days = bridgeDueOn === null ? null : daysBetween(paidOn, bridgeDueOn);
  return sentence({
    rule: 'bridge-is-short',
    clause,
    hardness: 'SOFT',
    holds: days === null || days <= bridgeMostDays,
    otherwise: 'WARN',
    kept: { ko: `브릿지론이 아니거나 ${bridgeMostDays}일 이내에 상환·전환됩니다.`, en: `No bridge loan, or one of at most ${bridgeMostDays} days.` },
    broken: {
      ko: `브릿지론의 만기(${bridgeDueOn === null ? '' : formatOfficialDate(bridgeDueOn)})가 납입일부터 ${days ?? 0}일 뒤로 ${bridgeMostDays}일을 넘습니다. 만기를 앞당기십시오.`,
      en: `The bridge loan is due ${days ?? 0} days after payment (${bridgeDueOn ?? ''}), more than ${bridgeMostDays}. Bring the date forward.`,
    },
    inputs: { bridgeDueOn, days, bridgeMostDays },
  });
}
