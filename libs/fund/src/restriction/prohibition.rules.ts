import type { Bilingual } from '#libs/errors';
import { truncatedPercentText } from '#libs/money';
import type { DealDisclosure, Restriction, RestrictionTerms } from './restriction.js';
import { sentence } from './sentence.js';

/**
 * What the law forbids a fund, whoever agrees to it, in the order of the law.
 * Source: 벤처투자 촉진에 관한 법률 §52, 시행령 §2, §36 (docs/domain.md §2.7). Self-dealing is judged by `related-party.rules.ts`.
 */
export function judgeProhibitions(facts: DealDisclosure, terms: RestrictionTerms): Restriction[] {
  return [
    companyIsInPermittedBusiness(facts, terms),
    companyIsNoFinancialCompany(facts, terms),
    companyIsOfNoRestrictedGroup(facts, terms),
    fundNeitherBorrowsNorGuarantees(facts, terms),
    contractSaysAllTerms(facts, terms),
    nobodyElseAnswersForTheCompany(facts, terms),
    specialPurposeCompanyHasItsConsent(facts, terms),
    fundBuysNoIdleRealEstate(facts, terms),
  ];
}

const forbidden = (rule: string, clause: string, holds: boolean, kept: Bilingual, broken: Bilingual, inputs: Restriction['verdict']['inputs']): Restriction =>
  sentence({ rule, clause, hardness: 'HARD', holds, otherwise: 'BLOCK', kept, broken, inputs });

/** No bars, dance halls or gambling. */
export function companyIsInPermittedBusiness({ prohibitedBusiness: business }: DealDisclosure, { lawClause }: RestrictionTerms): Restriction {
  const kept = { ko: '투자가 금지된 업종이 아닙니다.', en: 'No business that funds may not invest in.' };
  const broken = {
    ko: `투자가 금지된 업종(${business?.ko ?? ''})입니다. 이 회사에는 투자할 수 없습니다.`,
    en: `Funds may not invest in this business (${business?.en ?? ''}).`,
  };
  return forbidden('company-is-in-permitted-business', lawClause, business === null, kept, broken, { business: business?.ko ?? null });
}

/** No financial company, except fintech. */
export function companyIsNoFinancialCompany({ isFinancialCompany, isFintech }: DealDisclosure, { lawClause }: RestrictionTerms): Restriction {
  const kept = { ko: '금융회사가 아니거나 핀테크 예외에 해당합니다.', en: 'No financial company, or one of the fintech exceptions.' };
  const broken = {
    ko: '금융회사에는 투자할 수 없습니다. 핀테크 예외라면 근거 서류를 붙여 예외로 표시하십시오.',
    en: 'Funds may not invest in financial companies. If the fintech exception applies, mark it and attach the document.',
  };
  return forbidden('company-is-no-financial-company', lawClause, !isFinancialCompany || isFintech, kept, broken, { isFinancialCompany, isFintech });
}

/** No company of a business group that is restricted from cross-shareholding. */
export function companyIsOfNoRestrictedGroup({ isOfRestrictedGroup }: DealDisclosure, { lawClause }: RestrictionTerms): Restriction {
  const kept = { ko: '상호출자제한기업집단 소속이 아닙니다.', en: 'Of no group restricted from cross-shareholding.' };
  const broken = { ko: '상호출자제한기업집단에 속한 회사에는 투자할 수 없습니다.', en: 'The company belongs to a group restricted from cross-shareholding: funds may not invest in it.' };
  return forbidden('company-is-of-no-restricted-group', lawClause, !isOfRestrictedGroup, kept, broken, { isOfRestrictedGroup });
}

/** The fund's money is not borrowed against, pledged or put up as a guarantee. */
export function fundNeitherBorrowsNorGuarantees({ fundBorrowsOrGuarantees }: DealDisclosure, { lawClause }: RestrictionTerms): Restriction {
  const kept = { ko: '차입·지급보증·담보 제공이 없습니다.', en: 'The fund neither borrows nor guarantees nor pledges.' };
  const broken = { ko: '조합은 자금 차입, 지급보증, 담보 제공을 할 수 없습니다. 해당 조건을 빼십시오.', en: 'A fund may not borrow, guarantee or pledge. Take that term out.' };
  return forbidden('fund-neither-borrows-nor-guarantees', lawClause, !fundBorrowsOrGuarantees, kept, broken, { fundBorrowsOrGuarantees });
}

/** Everything agreed stands in the contract. */
export function contractSaysAllTerms({ hasTermsOutsideContract }: DealDisclosure, { lawClause }: RestrictionTerms): Restriction {
  const kept = { ko: '투자계약서 외의 약정이 없습니다.', en: 'Nothing was agreed outside the contract.' };
  const broken = { ko: '투자계약서 외의 조건을 둘 수 없습니다. 이면약정을 계약서에 옮기거나 없애십시오.', en: 'No terms outside the contract. Move them into it, or drop them.' };
  return forbidden('contract-says-all-terms', lawClause, !hasTermsOutsideContract, kept, broken, { hasTermsOutsideContract });
}

/** No third party, founders included, is made jointly liable for what the company owes. */
export function nobodyElseAnswersForTheCompany({ makesThirdPartyLiable }: DealDisclosure, { lawClause }: RestrictionTerms): Restriction {
  const kept = { ko: '제3자 연대책임 조항이 없습니다.', en: 'Nobody else answers for the company.' };
  const broken = { ko: '이해관계인 등 제3자에게 회사의 의무를 연대하여 지게 할 수 없습니다. 연대책임 조항을 빼십시오.', en: 'No third party may be made jointly liable for the company. Take the clause out.' };
  return forbidden('nobody-else-answers-for-the-company', lawClause, !makesThirdPartyLiable, kept, broken, { makesThirdPartyLiable });
}

/** Through a company founded for the deal only after partners with so much of the commitments agreed. */
export function specialPurposeCompanyHasItsConsent({ specialPurpose }: DealDisclosure, terms: RestrictionTerms): Restriction {
  const needed = terms.specialPurposeConsent;
  const consented = specialPurpose?.consented ?? null;
  const shown = [consented ?? 0, needed].map((ratio) => truncatedPercentText(BigInt(ratio), 10_000n) ?? '');
  const kept = { ko: 'SPC를 통한 투자가 아니거나 사전 동의를 받았습니다.', en: 'No special-purpose company, or the partners agreed beforehand.' };
  const broken = {
    ko: `SPC를 통한 투자는 출자지분 ${shown[1] ?? ''} 이상의 사전 동의가 필요합니다(현재 ${shown[0] ?? ''}). 조합원총회 동의서를 받으십시오.`,
    en: `A deal through a special-purpose company needs the prior consent of ${shown[1] ?? ''} of the commitments; it has ${shown[0] ?? ''}. Obtain the partners' consent.`,
  };
  return forbidden('special-purpose-company-has-its-consent', terms.lawClause, consented === null || consented >= needed, kept, broken, { consented, needed });
}

/** No real estate that is not for business; what falls to the fund is to be sold within a year. */
export function fundBuysNoIdleRealEstate({ isNonBusinessRealEstate }: DealDisclosure, { lawClause }: RestrictionTerms): Restriction {
  const kept = { ko: '비업무용 부동산이 아닙니다.', en: 'No idle real estate.' };
  const broken = { ko: '비업무용 부동산은 취득할 수 없습니다. 담보권 실행 등으로 취득한 것은 1년 이내에 처분하십시오.', en: 'A fund may not buy real estate it does not use. What falls to it is to be sold within a year.' };
  return forbidden('fund-buys-no-idle-real-estate', lawClause, !isNonBusinessRealEstate, kept, broken, { isNonBusinessRealEstate });
}
