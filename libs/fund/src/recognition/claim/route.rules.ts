import { formatOfficialDate } from '#libs/calendar';
import { OBLIGATION_CLAUSE, shown, yearsLater, type EvidenceFinding } from '../../classification/classification.rules.js';
import type { FullClaim } from './claim.js';
import { HOLDING_LAWS, type HoldingLaw } from '../detail/evidence-detail.js';
import { detailOf, documentOn, found, unstated } from './finding.js';
import { PROJECT_NUMBER_SCHEMES } from './project-number.data.js';
import type { RecognitionLimits } from '../recognition.policy.js';

const percent = (basisPoints: number): string => `${Math.floor(basisPoints / 100)}.${String(basisPoints % 100).padStart(2, '0')}%`;

/** A contract by which the technology is used is in force on the day of the payment. An open end is an end that was not agreed. */
export function contractIsInForce(claim: FullClaim, document: string): EvidenceFinding {
  const item = documentOn(claim.evidence, document, claim.testedOn);
  const from = item?.detail?.termFrom ?? item?.issuedOn ?? null;
  const to = item?.detail?.termTo ?? null;
  const on = claim.testedOn;
  const asked = { rule: 'contract-is-in-force', clause: OBLIGATION_CLAUSE, inputs: { document, from, to, on } };
  if (from === null) return unstated(asked, document, { ko: '계약기간을', en: 'the term of the contract' });
  return found(asked, from <= on && (to === null || on <= to), {
    yes: { ko: `'${document}'이(가) 납입일(${shown(on)}) 현재 유효합니다.`, en: `'${document}' is in force on the payment date ${on}.` },
    no: { ko: `'${document}'의 계약기간(${shown(from)} ~ ${shown(to)})이 납입일(${shown(on)})을 포함하지 않습니다.`, en: `The term of '${document}' (${from} to ${to ?? 'open'}) does not include the payment date ${on}.` },
  });
}

/** A technology contributed in kind was valued at most so long before it was contributed; that day is the payment's where none is stated. */
export function valuationIsRecent(claim: FullClaim, limits: RecognitionLimits): EvidenceFinding {
  const document = '기술가치평가서';
  const item = documentOn(claim.evidence, document, claim.testedOn);
  const valuedOn = item?.detail?.valuedOn ?? item?.issuedOn ?? null;
  const contributedOn = detailOf(claim, '법인등기부등본')?.termFrom ?? claim.testedOn;
  const lastOn = valuedOn === null ? null : yearsLater(valuedOn, limits.valuationYears);
  const asked = { rule: 'valuation-is-recent', clause: limits.valuationClause, inputs: { valuedOn, contributedOn, years: limits.valuationYears, lastOn } };
  if (valuedOn === null) return unstated(asked, document, { ko: '평가 기준일을', en: 'the date of the valuation' });
  return found(asked, valuedOn <= contributedOn && (lastOn === null || contributedOn <= lastOn), {
    yes: { ko: `기술가치평가(${shown(valuedOn)}) 후 ${limits.valuationYears}년 이내의 출자입니다.`, en: `Contributed within ${limits.valuationYears} year(s) of the valuation of ${valuedOn}.` },
    no: {
      ko: `출자일(${shown(contributedOn)})이 기술가치평가일(${shown(valuedOn)})부터 ${limits.valuationYears}년 안이 아닙니다. 다시 평가받은 서류를 첨부해 주세요.`,
      en: `The contribution of ${contributedOn} is not within ${limits.valuationYears} year(s) of the valuation of ${valuedOn}. Attach a newer valuation.`,
    },
  });
}

/** The institute's share reaches what the law asks for; a lab company is measured by its own law. */
export function instituteHoldsEnough(claim: FullClaim, limits: RecognitionLimits): EvidenceFinding {
  const document = '주주명부';
  const detail = detailOf(claim, document);
  const law: HoldingLaw | null = claim.route === 'LAB_COMPANY' ? 'SPECIAL_ZONE' : lawOfHolding(detail?.holdingLaw ?? null);
  const minimum = law === null ? null : limits.holdings[law];
  const held = detail?.holdingBasisPoints ?? null;
  const asked = { rule: 'institute-holds-enough', clause: minimum?.clause ?? OBLIGATION_CLAUSE, inputs: { heldBasisPoints: held, law, minimumBasisPoints: minimum?.basisPoints ?? null } };
  if (minimum === null) return unstated(asked, document, { ko: '지분의 근거 법률(산학협력법 또는 기술이전법)을', en: 'the law by which the holding is measured' });
  if (held === null) return unstated(asked, document, { ko: '공공연구기관의 지분율을', en: 'the share of the public institute' });
  return found(asked, held >= minimum.basisPoints, {
    yes: { ko: `지분율 ${percent(held)}가 ${percent(minimum.basisPoints)} 이상입니다.`, en: `The holding of ${percent(held)} reaches ${percent(minimum.basisPoints)}.` },
    no: { ko: `지분율 ${percent(held)}가 ${percent(minimum.basisPoints)}(${minimum.clause})에 못 미칩니다.`, en: `The holding of ${percent(held)} is below ${percent(minimum.basisPoints)} (${minimum.clause}).` },
  });
}

/** A holding subsidiary stands on one of two laws; a lab company's own is no answer for it. */
const lawOfHolding = (stated: HoldingLaw | null): HoldingLaw | null => HOLDING_LAWS.find((law) => law !== 'SPECIAL_ZONE' && law === stated) ?? null;

/** A lab company lies in a special zone, and its registration stands on the day of the payment. */
export function labCompanyIsRegistered(claim: FullClaim, limits: RecognitionLimits): EvidenceFinding {
  const document = '연구소기업 등록증';
  const detail = detailOf(claim, document);
  const [zone, cancelledOn] = [detail?.zone ?? null, detail?.cancelledOn ?? null];
  const asked = { rule: 'lab-company-is-registered', clause: limits.holdings.SPECIAL_ZONE.clause, inputs: { zone, cancelledOn, zones: limits.specialZones, on: claim.testedOn } };
  if (zone === null) return unstated(asked, document, { ko: '소재 연구개발특구를', en: 'the special zone' });
  const inside = limits.specialZones.some((each) => zone.startsWith(each));
  const stands = cancelledOn === null || claim.testedOn < cancelledOn;
  return found(asked, inside && stands, {
    yes: { ko: `'${zone}' 연구개발특구의 등록이 납입일 현재 유효합니다.`, en: `Registered in the special zone '${zone}' on the payment date.` },
    no: inside
      ? { ko: `연구소기업 등록이 ${shown(cancelledOn)}에 취소되어 납입일(${shown(claim.testedOn)}) 현재 유효하지 않습니다.`, en: `The registration was cancelled on ${cancelledOn}, by the payment date ${claim.testedOn}.` }
      : { ko: `'${zone}'은(는) 등록된 연구개발특구(${limits.specialZones.join(', ')})가 아닙니다.`, en: `'${zone}' is none of the special zones on record (${limits.specialZones.join(', ')}).` },
  });
}

/** The founder belonged to the public institute when the company was incorporated. */
export function founderWasAffiliated(claim: FullClaim): EvidenceFinding {
  const document = '재직·소속 증명서';
  const detail = detailOf(claim, document);
  const [from, to, on] = [detail?.termFrom ?? null, detail?.termTo ?? null, claim.incorporatedOn];
  const asked = { rule: 'founder-was-affiliated', clause: '기술의 이전 및 사업화 촉진에 관한 법률 제2조제11호', inputs: { from, to, incorporatedOn: on } };
  if (on === null) return unstated(asked, document, { ko: '설립일(기업 정보)을', en: 'the date of incorporation of the company' });
  if (from === null) return unstated(asked, document, { ko: '재직기간을', en: 'the term of the affiliation' });
  return found(asked, from <= on && (to === null || on <= to), {
    yes: { ko: `창업자가 설립일(${shown(on)})에 재직 중이었습니다.`, en: `The founder was affiliated on ${on}, when the company was incorporated.` },
    no: { ko: `설립일(${shown(on)})이 재직기간(${shown(from)} ~ ${shown(to)}) 밖입니다.`, en: `The incorporation of ${on} lies outside the affiliation ${from} to ${to ?? 'open'}.` },
  });
}

/** The project number is one that is in use, and the agreement and the report on its results name the same project. */
export function projectNumberResolves(claim: FullClaim): EvidenceFinding {
  const [agreed, reported] = ['과제협약서', '성과활용보고서'].map((kind) => detailOf(claim, kind)?.projectNumber?.trim().toUpperCase() ?? null);
  const number = agreed ?? null;
  const scheme = number === null ? null : (PROJECT_NUMBER_SCHEMES.find(({ pattern }) => pattern.test(number))?.scheme ?? null);
  const asked = { rule: 'project-number-resolves', clause: OBLIGATION_CLAUSE, inputs: { agreed: number, reported: reported ?? null, scheme } };
  if (number === null) return unstated(asked, '과제협약서', { ko: '과제번호를', en: 'the project number' });
  if (reported === null || reported === undefined) return unstated(asked, '성과활용보고서', { ko: '과제번호를', en: 'the project number' });
  return found(asked, scheme !== null && reported === number, {
    yes: { ko: `과제번호 ${number}(${scheme})가 협약서와 성과활용보고서에서 같습니다.`, en: `The project number ${number} (${scheme}) is the same in the agreement and in the report on results.` },
    no:
      scheme === null
        ? { ko: `과제번호 ${number}가 알려진 번호 체계(${PROJECT_NUMBER_SCHEMES.map((each) => each.scheme).join(', ')})가 아닙니다.`, en: `The project number ${number} follows none of the known schemes.` }
        : { ko: `협약서의 과제번호 ${number}와 성과활용보고서의 과제번호 ${reported}가 다릅니다.`, en: `The agreement names the project ${number}, the report on results ${reported}.` },
  });
}

/** The company brought the project's result to market; taking part in the project is not enough. */
export function projectWasCommercialised(claim: FullClaim): EvidenceFinding {
  const document = '성과활용보고서';
  const role = detailOf(claim, document)?.projectRole ?? null;
  const asked = { rule: 'project-was-commercialised', clause: OBLIGATION_CLAUSE, inputs: { role } };
  if (role === null) return unstated(asked, document, { ko: '성과활용 형태(사업화 또는 단순 참여)를', en: 'whether the result was commercialised' });
  return found(asked, role === 'COMMERCIALISATION', {
    yes: { ko: '과제 성과의 사업화가 확인됩니다.', en: 'The result of the project was commercialised.' },
    no: { ko: '과제 참여만 확인되고 사업화는 확인되지 않습니다.', en: 'The company took part in the project; a commercialisation is not shown.' },
  });
}

/** The answer that the claim refers to is on record, covers the company, and holds on the day of the payment. */
export function exceptionCovers(claim: FullClaim): EvidenceFinding {
  const document = '질의회신';
  const number = detailOf(claim, document)?.number?.trim() ?? null;
  const on = claim.testedOn;
  const exception = claim.exceptions.find((each) => each.number === number) ?? null;
  const asked = { rule: 'exception-covers', clause: number ?? OBLIGATION_CLAUSE, inputs: { number, on, validFrom: exception?.validFrom ?? null, validTo: exception?.validTo ?? null } };
  if (number === null) return unstated(asked, document, { ko: '회신 문서번호를', en: 'the number of the answer' });
  const problem = exceptionProblem(claim, exception, number);
  return found(asked, problem === null, {
    yes: { ko: `사전인정 ${number}이(가) 이 기업과 납입일(${shown(on)})에 적용됩니다.`, en: `The exception ${number} covers the company and the payment date ${on}.` },
    no: problem ?? { ko: '', en: '' },
  });
}

function exceptionProblem(claim: FullClaim, exception: FullClaim['exceptions'][number] | null, number: string): { ko: string; en: string } | null {
  const on = claim.testedOn;
  if (exception === null) return { ko: `사전인정 ${number}이(가) 이 조합에 등록되어 있지 않습니다.`, en: `No exception ${number} is on record for this fund.` };
  if (exception.companyId !== null && exception.companyId !== claim.companyId) return { ko: `사전인정 ${number}은(는) 다른 기업에 대한 것입니다.`, en: `The exception ${number} is about another company.` };
  if (exception.validFrom <= on && (exception.validTo === null || on <= exception.validTo)) return null;
  const term = `${formatOfficialDate(exception.validFrom)} ~ ${shown(exception.validTo)}`;
  return { ko: `납입일(${shown(on)})이 사전인정 ${number}의 유효기간(${term}) 밖입니다.`, en: `The payment of ${on} lies outside the term of the exception ${number} (${exception.validFrom} to ${exception.validTo ?? 'open'}).` };
}
