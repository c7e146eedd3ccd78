import type { Verdict } from '#libs/command';
import type { CompanyBasis, RecognitionRoute } from '../../classification/classification.js';
import { asVerdict, judgeClaim, OBLIGATION_CLAUSE, shown, type EvidenceFinding } from '../../classification/classification.rules.js';
import type { FullClaim } from './claim.js';
import { documentOn, found, unstated } from './finding.js';
import { instituteIsOnTheList } from './institute.rules.js';
import type { RecognitionLimits } from '../recognition.policy.js';
import { contractIsInForce, exceptionCovers, founderWasAffiliated, instituteHoldsEnough, labCompanyIsRegistered, projectNumberResolves, projectWasCommercialised, valuationIsRecent } from './route.rules.js';

/** The certificate by which a company shows that it is a technology-based firm; a start-up shows its age. */
export const BASIS_CERTIFICATES: Readonly<Record<Exclude<CompanyBasis, 'STARTUP'>, string>> = {
  VENTURE: '벤처기업확인서',
  INNOBIZ: '이노비즈 확인서',
  MAINBIZ: '메인비즈 확인서',
  RND_CENTRE: '기업부설연구소 인정서',
  TECH_RATING: '기술신용평가서',
};

/** The machine checks of each route beyond those that all of them share. Source: docs/domain.md §2.5. */
const ROUTE_CHECKS: Readonly<Record<RecognitionRoute, (claim: FullClaim, limits: RecognitionLimits) => EvidenceFinding[]>> = {
  TECH_TRANSFER: (claim) => [contractIsInForce(claim, '기술이전계약서')],
  IN_KIND: (claim, limits) => [valuationIsRecent(claim, limits)],
  LAB_COMPANY: (claim, limits) => [labCompanyIsRegistered(claim, limits), instituteHoldsEnough(claim, limits)],
  HOLDING_SUBSIDIARY: (claim, limits) => [instituteHoldsEnough(claim, limits)],
  RESEARCHER_SPINOFF: (claim) => [founderWasAffiliated(claim), contractIsInForce(claim, '기술실시계약서')],
  GOV_RND: (claim) => [projectNumberResolves(claim), projectWasCommercialised(claim)],
  JOINT_RND: () => [],
  APPROVED_EXCEPTION: (claim) => [exceptionCovers(claim)],
};

/** The certificate of prong (b) is valid on the day of the payment; a start-up needs none. */
export function certificateIsValid(claim: FullClaim): EvidenceFinding | null {
  if (claim.companyBasis === 'STARTUP') return null;
  const document = BASIS_CERTIFICATES[claim.companyBasis];
  const item = documentOn(claim.evidence, document, claim.testedOn);
  const [from, to, on] = [item?.issuedOn ?? null, item?.validTo ?? null, claim.testedOn];
  const asked = { rule: 'certificate-is-valid', clause: OBLIGATION_CLAUSE, inputs: { basis: claim.companyBasis, document, from, to, on, grade: item?.detail?.grade ?? null } };
  if (item === null || from === null) return unstated(asked, document, { ko: '발급일과 유효기간을', en: 'its date of issue and its term' });
  return found(asked, from <= on && (to === null || on <= to), {
    yes: { ko: `'${document}'이(가) 납입일(${shown(on)}) 현재 유효합니다.`, en: `'${document}' is valid on the payment date ${on}.` },
    no: { ko: `'${document}'의 유효기간(${shown(from)} ~ ${shown(to)})이 납입일(${shown(on)})을 포함하지 않습니다.`, en: `The term of '${document}' (${from} to ${to ?? 'open'}) does not include the payment date ${on}.` },
  });
}

/** Every machine check of a claim, those that all routes share first. They warn: people decide. Pure. */
export function judgeFullClaim(claim: FullClaim, limits: RecognitionLimits): Verdict[] {
  const special = [instituteIsOnTheList(claim), ...ROUTE_CHECKS[claim.route](claim, limits), certificateIsValid(claim)];
  return [...judgeClaim({ ...claim, paidOn: claim.testedOn }, limits), ...special.filter((finding) => finding !== null).map(asVerdict)];
}
