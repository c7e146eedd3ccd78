import { formatOfficialDate, type HolidayCalendar, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Bilingual, Details } from '#libs/errors';
import { formatWon, type Won } from '#libs/money';
import { isOfficer, windowEnd } from '../roster/application/application.rules.js';
import { BUSINESS_STATUSES, type StatusRecord } from '#libs/identifier';
import type { Sourced } from '#libs/policy';
import type { ApplicantRecord, ApplicationFacts } from './application.js';

/** The terms that an application is judged by, each with its clause. */
export interface EligibilityTerms {
  /** Years after the transfer contract within which a company applies; null where none is asked for. */
  readonly windowYears: Sourced<number> | null;
  /** Most public money on one voucher. */
  readonly faceWon: Sourced<Won>;
}

const CONFLICTS = '이해충돌 심의(기본값)';
const CALL = '사업 공고(신청자격)';
const CONSENT = '개인정보 보호법 제15조·제17조';
const TAX_OFFICE = '국세청 사업자등록상태';

/** Every rule on one application as things stand on `on`, in the order in which a reader expects them. None of them names a person. */
export function judgeApplication(facts: ApplicationFacts, record: ApplicantRecord, terms: EligibilityTerms, holidays: HolidayCalendar, on: LocalDate): Verdict[] {
  return [
    ...(terms.windowYears === null ? [] : [applicationComesWithinTheWindow(facts, terms.windowYears, holidays)]),
    researcherHoldsNoOffice(facts),
    contractIsAppliedForOnce(facts, record.sameContract),
    technologyIsSupportedOnce(facts, record.otherSupport),
    companyAppliesOnce(record.otherContracts),
    companyIsInBusiness(record.status, on),
    requestStaysWithinFace(facts.requestedWon, terms.faceWon),
    companyAgreedToTheUseOfItsData(facts.consented),
  ];
}

/** The application came within so many years after the transfer contract (Civil Code §157, §160, §161; docs/domain.md §3.3). */
export function applicationComesWithinTheWindow({ contractNumber, contractOn, receivedOn }: ApplicationFacts, years: Sourced<number>, holidays: HolidayCalendar): Verdict {
  const say = verdictOf('application-comes-within-the-window', years.clause, { contractNumber, contractOn, receivedOn, years: years.value, source: years.source });
  if (contractOn === null || contractNumber === null) {
    return say('BLOCK', {
      ko: '기술이전계약의 번호와 날짜가 없어 신청자격을 확인할 수 없습니다. 계약서를 받아 다시 접수해 주세요.',
      en: 'Number and date of the technology-transfer contract are missing. Ask for the contract and receive the application again.',
    });
  }
  const end = windowEnd(contractOn, years.value, holidays);
  const [from, to, came] = [contractOn, end, receivedOn].map(formatOfficialDate);
  if (contractOn > receivedOn) {
    return say('BLOCK', {
      ko: `기술이전계약일(${from})이 접수일(${came})보다 늦습니다. 이전을 마친 뒤 신청할 수 있으니 날짜를 확인해 주세요.`,
      en: `The transfer contract (${contractOn}) is younger than the application (${receivedOn}). A company applies after the transfer: check the dates.`,
    }, { windowEndedOn: end });
  }
  return receivedOn <= end
    ? say('PASS', { ko: `신청가능기간(${from} ~ ${to}) 안에 접수되었습니다.`, en: `Received within the window, ${contractOn} to ${end}.` }, { windowEndsOn: end })
    : say('BLOCK', {
        ko: `기술이전계약일(${from})부터 ${years.value}년의 신청가능기간이 ${to} 끝났습니다(접수 ${came}). ${to}까지의 접수증이나 더 늦은 계약이 있으면 그것으로 다시 접수해 주세요.`,
        en: `The window of ${years.value} year(s) from the transfer contract (${contractOn}) closed on ${end}; it came on ${receivedOn}. A receipt dated by ${end}, or a younger contract, would cure it.`,
      }, { code: 'TRANSFER_EXPIRED', windowEndedOn: end });
}

/** A researcher who is an officer of the company takes part only after the conflict of interest was cleared (docs/domain.md §3.3). */
export function researcherHoldsNoOffice({ researcher, officers, representative, clearance }: ApplicationFacts): Verdict {
  const holdsOffice = researcher !== null && [officers, representative].some((list) => list !== null && isOfficer(researcher, list));
  const say = verdictOf('researcher-holds-no-office', CONFLICTS, { holdsOffice, clearance, source: 'ASSUMPTION' });
  if (!holdsOffice) return say('PASS', { ko: '연구자가 신청기업의 대표자·임원 명단에 없습니다.', en: 'The researcher is not on the list of officers.' });
  return clearance === null
    ? say('BLOCK', {
        ko: '연구자가 신청기업의 대표자·임원 명단에 있습니다. 이해충돌 심의를 거쳐 승인문서를 적어 주세요.',
        en: 'The researcher is an officer of the company. Have the conflict of interest reviewed and name the document that clears it.',
      }, { code: 'COI_NOT_CLEARED' })
    : say('WARN', { ko: `연구자가 신청기업의 임원이지만 이해충돌 승인문서(${clearance})가 있습니다.`, en: `The researcher is an officer of the company; cleared by ${clearance}.` });
}

/** One transfer contract carries one application of a company in a year. */
export function contractIsAppliedForOnce({ contractNumber }: ApplicationFacts, sameContract: readonly string[]): Verdict {
  const say = verdictOf('contract-is-applied-for-once', CALL, { contractNumber, applications: sameContract });
  const numbers = sameContract.join(', ');
  return sameContract.length === 0
    ? say('PASS', { ko: '같은 기술이전계약의 다른 신청이 없습니다.', en: 'No other application for this contract.' })
    : say('BLOCK', {
        ko: `같은 기업이 같은 기술이전계약(${contractNumber ?? ''})으로 이미 신청했습니다: ${numbers}. 다른 계약이면 번호를 고쳐 다시 접수하고, 같은 신청이면 하나를 탈락 처리해 주세요.`,
        en: `The company has applied for the same contract (${contractNumber ?? ''}) before: ${numbers}. Correct the number if it is another contract; otherwise reject one of the two.`,
      }, { code: 'DUPLICATE_APPLICATION' });
}

/** Support twice for one technology of one company is looked at by somebody (중복수혜, docs/domain.md §3.7). */
export function technologyIsSupportedOnce({ technology }: ApplicationFacts, otherSupport: readonly string[]): Verdict {
  const say = verdictOf('technology-is-supported-once', CALL, { technology, support: otherSupport });
  const list = otherSupport.join(', ');
  return otherSupport.length === 0
    ? say('PASS', { ko: '같은 기업·기술의 다른 지원이 없습니다.', en: 'No other support for this technology of the company.' })
    : say('WARN', {
        ko: `같은 기업의 같은 기술이 이미 지원받았습니다: ${list}. 지원 내용이 겹치지 않는지 확인해 주세요.`,
        en: `The same technology of the company has had support: ${list}. Check that the two do not overlap.`,
      });
}

/** Several applications of one company are allowed, and worth knowing: the quota of companies counts it once. */
export function companyAppliesOnce(otherContracts: readonly string[]): Verdict {
  const say = verdictOf('company-applies-once', CALL, { applications: otherContracts });
  const list = otherContracts.join(', ');
  return otherContracts.length === 0
    ? say('PASS', { ko: '이 기업의 다른 신청이 없습니다.', en: 'The company has no other application.' })
    : say('WARN', { ko: `같은 기업의 다른 신청이 있습니다: ${list}.`, en: `The same company has applied for another contract: ${list}.` });
}

/** The company is in business on the day. What nobody asked for is no refusal, and not forgotten either. */
export function companyIsInBusiness(status: StatusRecord | null, on: LocalDate): Verdict {
  const say = verdictOf('company-is-in-business', TAX_OFFICE, { status: status?.status ?? null, since: status?.effectiveOn ?? null, source: status?.source ?? null, on });
  const day = formatOfficialDate(on);
  if (status === null) return say('WARN', { ko: '휴폐업 조회 결과가 없습니다. 휴폐업 조회를 기록해 주세요.', en: 'Nobody has recorded what the tax office says. Record the status of the business.' });
  if (status.status === 'ACTIVE') return say('PASS', { ko: `${day} 현재 계속사업자입니다.`, en: `In business on ${on}.` });
  const word = BUSINESS_STATUSES[status.status];
  return say('BLOCK', {
    ko: `${formatOfficialDate(status.effectiveOn)}부터 ${word.ko} 상태입니다. 계속사업자임을 확인한 휴폐업 조회를 기록한 뒤 다시 처리해 주세요.`,
    en: `The company has been ${word.en} since ${status.effectiveOn}. Record a later answer of the tax office that shows it in business, then try again.`,
  });
}

/** More than the face value may be asked for; it is not given. */
export function requestStaysWithinFace(requestedWon: Won, face: Sourced<Won>): Verdict {
  const say = verdictOf('request-stays-within-face', face.clause, { requestedWon: `${requestedWon}`, faceWon: `${face.value}`, source: face.source });
  return requestedWon <= face.value
    ? say('PASS', { ko: `신청금액이 건당 한도 ${formatWon(face.value)}원 이내입니다.`, en: `The request is within ${formatWon(face.value)} won.` })
    : say('WARN', {
        ko: `신청금액 ${formatWon(requestedWon)}원이 건당 한도 ${formatWon(face.value)}원을 넘습니다. 한도까지만 협약·발급됩니다.`,
        en: `The request of ${formatWon(requestedWon)} won is above ${formatWon(face.value)}; no more than that is agreed and issued.`,
      }, { code: 'AMOUNT_OVER_CAP' });
}

/** The company agreed to the use of its data. */
export function companyAgreedToTheUseOfItsData(consented: boolean | null): Verdict {
  const say = verdictOf('company-agreed-to-the-use-of-its-data', CONSENT, { consented });
  if (consented === true) return say('PASS', { ko: '개인정보 수집·이용 동의를 받았습니다.', en: 'Consent to the use of data is given.' });
  return consented === null
    ? say('WARN', { ko: '개인정보 수집·이용 동의 여부가 적혀 있지 않습니다. 동의서를 확인해 주세요.', en: 'Consent to the use of data is not stated. Look for the form.' })
    : say('BLOCK', { ko: '개인정보 수집·이용에 동의하지 않았습니다. 동의서를 받아 다시 접수해 주세요.', en: 'The company did not consent to the use of its data. Ask for the form and receive the application again.' });
}

type Say = (result: Verdict['result'], text: Bilingual, more?: Details) => Verdict;

/** A verdict of one rule, with what it looked at. */
function verdictOf(rule: string, clause: string, inputs: Details): Say {
  return (result, text, more = {}) => ({ rule, clause, result, text, inputs: { ...inputs, ...more } });
}
