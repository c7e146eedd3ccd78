import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { UseTerms } from '../claim/claim.policy.js';
import { brokerFeeStaysWithinTheCap } from '../claim/invoice.rules.js';
import type { ClaimFacts, ServiceFacts } from '../service/service-facts.query.js';
import { brokerHasReported, brokerIsActive, partyIsInBusiness, providerIsNotSuspended } from '../service/service.rules.js';

/** Who recorded a claim does not decide on its payment: people, not accounts. Source: dossier §7.2; the database asks again at commit. */
export function claimerIsNotTheDecider(claimerId: string | null, deciderId: string | null): Verdict {
  const holds = claimerId === null || claimerId !== deciderId;
  return {
    rule: 'claimer-is-not-the-decider',
    clause: '직무분리(기안자와 결정자)',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: '청구를 기록한 사람과 지급을 결정하는 사람이 다릅니다.', en: 'Who recorded the claim and who decides are two people.' }
      : { ko: '본인이 기록한 청구의 지급은 결정할 수 없습니다. 다른 담당자가 결정해 주세요.', en: 'You recorded this claim yourself. Somebody else has to decide on its payment.' },
    inputs: {},
  };
}

/** What has to hold on the day on which the payment of a claim is decided. Whatever the claim itself had to fulfil was judged with it. */
export function captureVerdicts(service: ServiceFacts, claim: ClaimFacts, terms: UseTerms, on: LocalDate): Verdict[] {
  const { provider, company, broker } = service;
  return [
    partyIsInBusiness('company', company.name, company.business, on),
    partyIsInBusiness('provider', provider.name, provider.business, on),
    providerIsNotSuspended(provider, on, 'WARN'),
    brokerHasReported(service.brokerReportedOn, terms.brokerRequired),
    brokerIsActive(broker, on, terms.brokerRequired),
    brokerFeeStaysWithinTheCap(claim.brokerFeeWon, claim.supplyWon, terms.brokerFeeCap),
  ];
}
