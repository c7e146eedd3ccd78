import { formatOfficialDate, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { formatWon, type Won } from '#libs/money';
import { brokerActiveOn, goodThrough, struckOffOn, type Broker } from '../broker/broker.js';
import { stepOf } from '#libs/life';
import type { Sourced } from '#libs/policy';
import { VOUCHER_LIFE, type VoucherState } from '../voucher/voucher.js';

/** The terms that an agreement is judged by, each with its clause. */
export interface AgreementTerms {
  readonly faceWon: Sourced<Won>;
  readonly brokerRequired: Sourced<boolean>;
}

/** The application was selected, on the day of the agreement at the latest. */
export function agreementFollowsTheSelection(state: VoucherState, sinceOn: LocalDate, agreedOn: LocalDate): Verdict {
  const sentence = { rule: 'agreement-follows-the-selection', clause: '선정 통보', inputs: { state, sinceOn, agreedOn } };
  const step = stepOf(VOUCHER_LIFE, state, 'agree');
  if (!step.allowed) return { ...sentence, result: 'BLOCK', text: step.reason };
  const day = formatOfficialDate(sinceOn);
  return sinceOn <= agreedOn
    ? { ...sentence, result: 'PASS', text: { ko: `${day} 선정되었습니다.`, en: `Selected on ${sinceOn}.` } }
    : { ...sentence, result: 'BLOCK', text: { ko: `선정일(${day})보다 먼저 협약할 수 없습니다. 협약일을 ${day} 이후로 고쳐 주세요.`, en: `It was selected on ${sinceOn}. The agreement dates from that day or later.` } };
}

/** No more is agreed than one voucher may have. */
export function agreedAmountStaysWithinFace(amountWon: Won, face: Sourced<Won>): Verdict {
  const holds = amountWon <= face.value;
  const most = formatWon(face.value);
  return {
    rule: 'agreed-amount-stays-within-face',
    clause: face.clause,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `건당 한도 ${most}원 이내입니다.`, en: `Within the ${most} won of one voucher.` }
      : { ko: `건당 한도 ${most}원을 넘습니다. ${most}원 이하로 고쳐 주세요.`, en: `One voucher has at most ${most} won. Lower the amount.` },
    inputs: { amountWon: `${amountWon}`, faceWon: `${face.value}`, source: face.source },
  };
}

/** No more is agreed than the company asked for. */
export function agreedAmountStaysWithinRequest(amountWon: Won, requestedWon: Won): Verdict {
  const holds = amountWon <= requestedWon;
  const most = formatWon(requestedWon);
  return {
    rule: 'agreed-amount-stays-within-request',
    clause: '신청금액',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `신청금액 ${most}원 이내입니다.`, en: `Within the ${most} won asked for.` }
      : { ko: `신청금액 ${most}원을 넘습니다. ${most}원 이하로 고치거나 금액을 늘려 다시 신청받아 주세요.`, en: `The company asked for ${most} won. Agree on no more, or receive a new application.` },
    inputs: { amountWon: `${amountWon}`, requestedWon: `${requestedWon}` },
  };
}

/** Where the programme wants a broker, one is assigned at the agreement, registered and active on the day (docs/domain.md P08, §3.3). */
export function brokerTakesPart(required: Sourced<boolean>, broker: Broker | null, on: LocalDate): Verdict[] {
  const sentence = { rule: 'broker-takes-part', clause: required.clause, inputs: { required: required.value, source: required.source, broker: broker?.number ?? null, on } };
  const day = formatOfficialDate(on);
  if (broker === null) {
    if (!required.value) return [];
    return [{ ...sentence, result: 'BLOCK', text: { ko: `중개인력이 참여해야 협약할 수 있습니다(${required.clause}). ${day} 현재 등록된 중개인을 지정해 주세요.`, en: `A broker takes part in every agreement (${required.clause}). Assign one who is registered on ${on}.` } }];
  }
  const name = `${broker.name}(${broker.number})`;
  if (brokerActiveOn(broker, on)) return [{ ...sentence, result: 'PASS', text: { ko: `중개인 ${name}은(는) ${day} 현재 등록 중입니다.`, en: `The broker ${name} is registered on ${on}.` } }];
  const struck = struckOffOn(broker);
  const why =
    struck !== null && struck <= on
      ? { ko: `${formatOfficialDate(struck)} 등록이 말소되었습니다`, en: `was struck off on ${struck}` }
      : { ko: `협약일에 등록 중이 아닙니다(${broker.registeredOn} ~ ${goodThrough(broker) ?? ''})`, en: `is not registered on that day (${broker.registeredOn} to ${goodThrough(broker) ?? 'open'})` };
  return [{ ...sentence, result: 'BLOCK', text: { ko: `중개인 ${name}: ${why.ko}. 활동 중인 다른 중개인을 지정하거나 등록을 갱신해 주세요.`, en: `The broker ${name} ${why.en}. Assign another one, or renew the registration.` } }];
}
