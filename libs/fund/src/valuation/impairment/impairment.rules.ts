import { addYears } from '#libs/calendar';
import type { Verdict, VerdictResult } from '#libs/command';
import type { Bilingual, Details } from '#libs/errors';
import { formatWon, maxWon, shareOf, subtractWon, ZERO_WON, type Won } from '#libs/money';
import { IMPAIRMENT_EXCEPTION_NAMES, IMPAIRMENT_REASON_NAMES, type ImpairmentException, type ImpairmentFacts, type ImpairmentTerms } from './impairment.js';

/** The most that any of the reasons asks for, in won; nothing without a reason. */
export function askedImpairment({ reasons, costWon }: Pick<ImpairmentFacts, 'reasons' | 'costWon'>, terms: ImpairmentTerms): Won {
  return reasons.reduce((most, reason) => maxWon(most, shareOf(costWon, terms.asks[reason], 'floor')), ZERO_WON);
}

/**
 * Why less than the guideline asks for will do: erosion that only the change to K-IFRS shows, a young company (erosion is
 * usual there), a meaningful round that others put money into. Source: docs/domain.md §2.9.
 */
export function impairmentExceptions(facts: Pick<ImpairmentFacts, 'valuedOn' | 'reasons' | 'isIfrsConversion' | 'incorporatedOn' | 'followOn'>, terms: ImpairmentTerms): ImpairmentException[] {
  const onlyErosion = facts.reasons.every((reason) => reason === 'FULL_CAPITAL_EROSION');
  const isYoung = facts.incorporatedOn !== null && facts.valuedOn <= addYears(facts.incorporatedOn, terms.youngYears);
  return [
    ...(facts.isIfrsConversion && onlyErosion ? (['IFRS_CONVERSION'] as const) : []),
    ...(isYoung && onlyErosion ? (['YOUNG_COMPANY'] as const) : []),
    ...(isMeaningful(facts, terms) ? (['FOLLOW_ON'] as const) : []),
  ];
}

function isMeaningful({ followOn, valuedOn }: Pick<ImpairmentFacts, 'followOn' | 'valuedOn'>, terms: ImpairmentTerms): boolean {
  if (followOn === null || followOn.paidOn > valuedOn) return false;
  return followOn.amountWon >= terms.followOnWon || (followOn.share !== null && followOn.share >= terms.followOnShare);
}

/** The verdicts on one impairment: never refused for its amount, which is a judgement, but always remarked. */
export function judgeImpairment(facts: ImpairmentFacts, terms: ImpairmentTerms): Verdict[] {
  const changes = facts.impairmentWon !== facts.formerImpairmentWon;
  return [
    ...(facts.reasons.length > 0 ? [impairmentFollowsItsReasons(facts, terms)] : []),
    ...(facts.impairmentWon < facts.formerImpairmentWon ? [reversalRestsOnFollowOn(facts, terms)] : []),
    ...(changes ? [auditorSignedTheImpairment(facts, terms)] : []),
    ...(facts.impairmentWon > 0n ? [fairValueIsAfterImpairment(facts, terms)] : []),
  ];
}

function impairmentFollowsItsReasons(facts: ImpairmentFacts, terms: ImpairmentTerms): Verdict {
  const asked = askedImpairment(facts, terms);
  const exceptions = impairmentExceptions(facts, terms);
  const names = (language: 'ko' | 'en'): string => facts.reasons.map((reason) => IMPAIRMENT_REASON_NAMES[reason][language]).join(', ');
  const excused = (language: 'ko' | 'en'): string => exceptions.map((exception) => IMPAIRMENT_EXCEPTION_NAMES[exception][language]).join(', ');
  const enough = facts.impairmentWon >= asked;
  return sentence('impairment-follows-its-reasons', terms, enough || exceptions.length > 0 ? 'PASS' : 'WARN', { reasons: [...facts.reasons], exceptions: [...exceptions], askedWon: `${asked}`, impairmentWon: `${facts.impairmentWon}` }, enough
    ? { ko: `손상사유(${names('ko')})가 요구하는 ${formatWon(asked)}원 이상을 손상 처리했습니다.`, en: `At least the ${formatWon(asked)} won that ${names('en')} asks for is written down.` }
    : exceptions.length > 0
      ? { ko: `예외 사유(${excused('ko')})에 해당하여 ${formatWon(asked)}원보다 적게 손상 처리할 수 있습니다.`, en: `Excepted (${excused('en')}): less than ${formatWon(asked)} won will do.` }
      : { ko: `손상사유(${names('ko')})에 따르면 ${formatWon(asked)}원을 손상 처리해야 합니다. 금액을 고치거나 예외 사유를 적어 주세요.`, en: `${names('en')} asks for ${formatWon(asked)} won. Raise the amount, or state an exception.` });
}

function reversalRestsOnFollowOn(facts: ImpairmentFacts, terms: ImpairmentTerms): Verdict {
  const holds = isMeaningful(facts, terms);
  const back = formatWon(subtractWon(facts.formerImpairmentWon, facts.impairmentWon));
  return sentence('reversal-rests-on-follow-on', terms, holds ? 'PASS' : 'WARN', { formerWon: `${facts.formerImpairmentWon}`, impairmentWon: `${facts.impairmentWon}` }, holds
    ? { ko: `유의미한 후속투자로 ${back}원을 환입합니다.`, en: `${back} won is taken back on a meaningful follow-on round.` }
    : { ko: `${back}원을 환입하려면 지분 ${Number(terms.followOnShare) / 100}% 이상 또는 ${formatWon(terms.followOnWon)}원 이상의 후속투자가 있어야 합니다. 후속투자 내역이나 환입 근거를 남겨 주세요.`, en: `To take back ${back} won there should be a round of ${Number(terms.followOnShare) / 100} % or ${formatWon(terms.followOnWon)} won. State it, or note the ground.` });
}

function auditorSignedTheImpairment(facts: ImpairmentFacts, terms: ImpairmentTerms): Verdict {
  return sentence('auditor-signed-the-impairment', terms, facts.isSigned ? 'PASS' : terms.auditorAction, { signed: facts.isSigned }, facts.isSigned
    ? { ko: '감사인이 확인한 손상·환입입니다.', en: 'The auditor signed the impairment.' }
    : { ko: '손상·환입에 감사인의 확인이 없습니다. 감사인 이름과 확인일을 적어 주세요.', en: 'No auditor has signed the impairment. Give the name and the day.' });
}

function fairValueIsAfterImpairment(facts: ImpairmentFacts, terms: ImpairmentTerms): Verdict {
  const left = subtractWon(facts.costWon, facts.impairmentWon);
  const holds = facts.fairValueWon <= left;
  return sentence('fair-value-is-after-impairment', terms, holds ? 'PASS' : 'WARN', { fairValueWon: `${facts.fairValueWon}`, costLessImpairmentWon: `${left}` }, holds
    ? { ko: '공정가치가 손상 후 장부금액을 넘지 않습니다.', en: 'The fair value does not exceed the cost less impairment.' }
    : { ko: `손상 처리한 투자인데 공정가치가 손상 후 금액(${formatWon(left)}원)보다 큽니다. 손상을 환입해야 하는지 확인해 주세요.`, en: `It is impaired and yet valued above its cost less impairment (${formatWon(left)} won). Check whether the impairment should be taken back.` });
}

function sentence(rule: string, { clause }: ImpairmentTerms, result: VerdictResult, inputs: Details, text: Bilingual): Verdict {
  return { rule, clause, result, text, inputs };
}
