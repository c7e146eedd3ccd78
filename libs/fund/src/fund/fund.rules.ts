import { addDays, addYears, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Details } from '#libs/errors';
import { formatWon, requiredAmount, shareOf, won, ZERO_WON, type BasisPoints, type Won } from '#libs/money';
import type { PartnerKind } from './fund.js';

/** What the rules of formation look at. Amounts in won. */
export interface FormationFacts {
  readonly partners: readonly { readonly kind: PartnerKind; readonly commitmentWon: Won; readonly professional: boolean }[];
  readonly unitWon: Won;
  /** Where commitments are paid in instalments or on demand; null where all is paid at once. */
  readonly firstPaymentWon: Won | null;
  readonly foundedOn: LocalDate;
  readonly registeredOn: LocalDate | null;
  readonly lifeTo: LocalDate;
  readonly lifetimeExpensesWon: Won;
  readonly obligationRatio: BasisPoints;
}

/** Floors of the Enforcement Decree of the Venture Investment Act, Article 34; each a policy row. */
export interface FormationLimits {
  /** Lower where an accelerator manages the fund, as that of the first payment. */
  readonly commitmentMinimumWon: Won;
  readonly firstPaymentMinimumWon: Won;
  readonly unitMinimumWon: Won;
  readonly generalPartnerMinimum: BasisPoints;
  readonly limitedPartnersMaximum: number;
  readonly lifeMinimumYears: number;
  readonly clause: string;
  /** The last day on which a fund founded then is registered in time, and on which clause. */
  readonly registrationDueOn: LocalDate;
  readonly registrationClause: string;
}

function rule(name: string, clause: string, holds: boolean, ko: string, en: string, inputs: Details): Verdict {
  return { rule: name, clause, result: holds ? 'PASS' : 'BLOCK', text: { ko, en }, inputs };
}

/** The registration checks of a venture fund, and that its obligation can be met from the first day. */
export function judgeFormation(facts: FormationFacts, limits: FormationLimits): Verdict[] {
  const committed = won(facts.partners.reduce((sum, partner) => sum + partner.commitmentWon, 0n));
  const general = won(facts.partners.filter((partner) => partner.kind === 'GENERAL').reduce((sum, partner) => sum + partner.commitmentWon, 0n));
  const limited = facts.partners.filter((partner) => partner.kind === 'LIMITED' && !partner.professional).length;
  const generalMinimum = shareOf(committed, limits.generalPartnerMinimum, 'ceil');
  const { capacityWon, headroomWon } = formationLimits(committed, facts.lifetimeExpensesWon, facts.obligationRatio);
  const { clause } = limits;
  return [
    rule('commitments-reach-the-minimum', clause, committed >= limits.commitmentMinimumWon,
      `출자약정총액은 ${formatWon(limits.commitmentMinimumWon)}원 이상이어야 합니다(현재 ${formatWon(committed)}원).`,
      `Commitments must be at least ${formatWon(limits.commitmentMinimumWon)} won (they are ${formatWon(committed)}).`,
      { committedWon: `${committed}`, minimumWon: `${limits.commitmentMinimumWon}` }),
    rule('unit-reaches-the-minimum', clause, facts.unitWon >= limits.unitMinimumWon,
      `출자 1좌는 ${formatWon(limits.unitMinimumWon)}원 이상이어야 합니다.`,
      `A unit must be at least ${formatWon(limits.unitMinimumWon)} won.`,
      { unitWon: `${facts.unitWon}`, minimumWon: `${limits.unitMinimumWon}` }),
    rule('general-partner-holds-the-minimum-share', clause, general >= generalMinimum,
      `업무집행조합원은 약정총액의 ${limits.generalPartnerMinimum / 100}% 이상(${formatWon(generalMinimum)}원)을 출자해야 합니다(현재 ${formatWon(general)}원).`,
      `The general partner must commit at least ${limits.generalPartnerMinimum / 100} % (${formatWon(generalMinimum)} won); it commits ${formatWon(general)}.`,
      { generalWon: `${general}`, minimumWon: `${generalMinimum}` }),
    rule('limited-partners-stay-within-the-maximum', clause, limited <= limits.limitedPartnersMaximum,
      `유한책임조합원은 ${limits.limitedPartnersMaximum}인 이하여야 합니다(특별조합원·전문투자자 제외, 현재 ${limited}인).`,
      `There may be at most ${limits.limitedPartnersMaximum} limited partners (there are ${limited}; special partners and professional investors not counted).`,
      { limitedPartners: limited, maximum: limits.limitedPartnersMaximum }),
    rule('life-lasts-the-minimum', clause, addYears(facts.foundedOn, limits.lifeMinimumYears) <= addDays(facts.lifeTo, 1),
      `존속기간은 ${limits.lifeMinimumYears}년 이상이어야 합니다.`,
      `The fund must last at least ${limits.lifeMinimumYears} years.`,
      { foundedOn: facts.foundedOn, lifeTo: facts.lifeTo }),
    rule('obligation-is-attainable-at-formation', clause, headroomWon >= 0n && capacityWon > 0n,
      `약정총액에서 보수·비용을 뺀 ${formatWon(capacityWon)}원으로는 의무투자 ${formatWon(requiredAmount(committed, facts.obligationRatio))}원을 채울 수 없습니다.`,
      `With ${formatWon(capacityWon)} won left after fees and expenses the required ${formatWon(requiredAmount(committed, facts.obligationRatio))} cannot be invested.`,
      { committedWon: `${committed}`, lifetimeExpensesWon: `${facts.lifetimeExpensesWon}` }),
    ...judgeRegistration(facts, limits),
  ];
}

/** What is asked at the registration itself: enough money at the start, and that it comes in time, which is advice once it is late. */
function judgeRegistration(facts: FormationFacts, limits: FormationLimits): Verdict[] {
  const { firstPaymentWon, registeredOn } = facts;
  const { firstPaymentMinimumWon, registrationDueOn } = limits;
  const late = registeredOn !== null && registeredOn > registrationDueOn;
  return [
    ...(firstPaymentWon === null
      ? []
      : [
          rule('first-payment-reaches-the-minimum', limits.clause, firstPaymentWon >= firstPaymentMinimumWon,
            `나누어 납입하는 경우 최초 납입액은 ${formatWon(firstPaymentMinimumWon)}원 이상이어야 합니다(현재 ${formatWon(firstPaymentWon)}원).`,
            `Paid in parts, the first payment must be at least ${formatWon(firstPaymentMinimumWon)} won (it is ${formatWon(firstPaymentWon)}).`,
            { firstPaymentWon: `${firstPaymentWon}`, minimumWon: `${firstPaymentMinimumWon}` }),
        ]),
    {
      ...rule('registration-follows-in-time', limits.registrationClause, !late,
        late ? `등록기한(${registrationDueOn})이 지나 등록했습니다.` : `결성총회 후 ${registrationDueOn}까지 등록해야 합니다.`,
        late ? `The registration was due by ${registrationDueOn}.` : `The fund must be registered by ${registrationDueOn}.`,
        { registeredOn, dueOn: registrationDueOn }),
      result: late ? 'WARN' : 'PASS',
    },
  ];
}

/** The two limits that are laid down at formation: K = C − E, and K − required for what need not qualify; in won. */
export function formationLimits(committedWon: Won, lifetimeExpensesWon: Won, ratio: BasisPoints): { capacityWon: Won; headroomWon: Won } {
  const capacityWon = won(committedWon > lifetimeExpensesWon ? committedWon - lifetimeExpensesWon : ZERO_WON);
  return { capacityWon, headroomWon: won(capacityWon - requiredAmount(committedWon, ratio)) };
}
