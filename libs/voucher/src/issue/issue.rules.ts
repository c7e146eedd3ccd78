import { formatOfficialDate, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Bilingual } from '#libs/errors';
import { formatWon, subtractWon, type Won } from '#libs/money';
import { isRegisteredOn } from '../broker/broker.js';
import { stepOf } from '#libs/life';
import { VOUCHER_LIFE } from '../voucher/voucher.js';
import type { Issuance, IssueBroker, IssueCandidate, IssueLimits, IssueRow } from './issue.js';

/** What the terms of the year say about an issue on one day, each with the clause that it rests on. */
export interface IssueTerms {
  readonly issuedOn: LocalDate;
  readonly faceWon: Won;
  readonly faceClause: string;
  /** Last day to which a voucher of that day may be good. */
  readonly latestOn: LocalDate;
  readonly validityClause: string;
  /** The company's share is paid in before the issue. */
  readonly depositFirst: boolean;
  readonly depositClause: string;
  readonly brokerRequired: boolean;
  readonly brokerClause: string;
  /** The decisions on budget and quotas. */
  readonly limitsClause: string;
}

interface Sentence {
  readonly rule: string;
  readonly clause: string;
  readonly inputs?: Verdict['inputs'];
}

const broken = ({ rule, clause, inputs = {} }: Sentence, text: Bilingual): Verdict => ({ rule, clause, result: 'BLOCK', text, inputs });

/** What refuses a voucher for itself, whatever else is issued; empty for one that may be issued. `broker`: the one it would have. */
export function faultsOfIssue(row: IssueRow, candidate: IssueCandidate, broker: IssueBroker | null, terms: IssueTerms): Verdict[] {
  const checks = [
    voucherIsAgreed(candidate, terms),
    selfBurdenIsPaidIn(candidate, terms),
    amountStaysWithinTheFace(row, candidate, terms),
    validityStaysWithinTheTerms(row, terms),
    brokerIsActive(broker, terms),
    companyIsInBusiness(candidate, terms),
  ];
  return checks.filter((verdict) => verdict !== null);
}

/** The voucher that comes of a row without faults. */
export function issuanceOf(row: IssueRow, candidate: IssueCandidate, broker: IssueBroker | null, terms: IssueTerms): Issuance {
  return {
    voucherId: candidate.voucherId,
    companyId: candidate.companyId,
    company: candidate.company,
    amountWon: row.amountWon,
    validTo: row.validTo ?? terms.latestOn,
    broker,
    brokerJoinedOn: broker === null ? null : (candidate.agreement?.agreedOn ?? terms.issuedOn),
  };
}

function voucherIsAgreed({ state, agreement }: IssueCandidate, { issuedOn }: IssueTerms): Verdict | null {
  const sentence = { rule: 'voucher-is-agreed-before-it-is-issued', clause: '협약', inputs: { state } };
  const step = stepOf(VOUCHER_LIFE, state, 'issue');
  if (!step.allowed) return broken(sentence, step.reason);
  if (agreement === null || agreement.agreedOn <= issuedOn) return null;
  const on = formatOfficialDate(agreement.agreedOn);
  return broken(sentence, { ko: `협약일(${on})보다 먼저 발급할 수 없습니다. 발급일을 ${on} 이후로 고쳐 주세요.`, en: `The agreement dates from ${agreement.agreedOn}. Issue on that day or later.` });
}

function selfBurdenIsPaidIn({ agreement, paidInWon }: IssueCandidate, terms: IssueTerms): Verdict | null {
  if (!terms.depositFirst || agreement === null || paidInWon >= agreement.selfBurdenWon) return null;
  const short = subtractWon(agreement.selfBurdenWon, paidInWon);
  return broken(
    { rule: 'self-burden-is-paid-before-the-issue', clause: terms.depositClause, inputs: { dueWon: `${agreement.selfBurdenWon}`, paidWon: `${paidInWon}`, shortWon: `${short}` } },
    {
      ko: `자부담금이 ${formatWon(short)}원 덜 납입되었습니다(납입할 금액 ${formatWon(agreement.selfBurdenWon)}원). 납입을 기록한 뒤 발급해 주세요.`,
      en: `The company still owes ${formatWon(short)} of its ${formatWon(agreement.selfBurdenWon)} won. Record the deposit, then issue.`,
    },
  );
}

function amountStaysWithinTheFace({ amountWon }: IssueRow, { agreement }: IssueCandidate, { faceWon, faceClause }: IssueTerms): Verdict | null {
  const agreedWon = agreement?.amountWon ?? faceWon;
  const byAgreement = agreedWon < faceWon;
  const most = byAgreement ? agreedWon : faceWon;
  if (amountWon <= most) return null;
  return broken(
    { rule: 'amount-stays-within-the-face', clause: byAgreement ? '협약금액' : faceClause, inputs: { amountWon: `${amountWon}`, mostWon: `${most}` } },
    { ko: `${byAgreement ? '협약금액' : '건당 한도'} ${formatWon(most)}원을 넘습니다. 금액을 ${formatWon(most)}원 이하로 고쳐 주세요.`, en: `At most ${formatWon(most)} won may stand on this voucher. Lower the amount.` },
  );
}

function validityStaysWithinTheTerms({ validTo }: IssueRow, { issuedOn, latestOn, validityClause }: IssueTerms): Verdict | null {
  if (validTo === null || (validTo >= issuedOn && validTo <= latestOn)) return null;
  return broken(
    { rule: 'validity-stays-within-the-terms', clause: validityClause, inputs: { validTo, latestOn } },
    {
      ko: `만료일은 발급일(${formatOfficialDate(issuedOn)})부터 ${formatOfficialDate(latestOn)}까지여야 합니다. 비워 두면 ${formatOfficialDate(latestOn)}입니다.`,
      en: `The last day lies between ${issuedOn} and ${latestOn}. Left out, it is ${latestOn}.`,
    },
  );
}

function brokerIsActive(broker: IssueBroker | null, { issuedOn, brokerRequired, brokerClause }: IssueTerms): Verdict | null {
  const sentence = { rule: 'broker-is-registered-and-active', clause: brokerClause, inputs: { broker: broker?.number ?? null, issuedOn } };
  if (broker === null) {
    if (!brokerRequired) return null;
    return broken(sentence, { ko: '참여할 중개인이 정해지지 않았습니다. 등록된 중개인을 고른 뒤 발급해 주세요.', en: 'No broker takes part. Name a registered broker, then issue.' });
  }
  if (isRegisteredOn(broker, issuedOn)) return null;
  const why =
    broker.struckOffOn !== null && broker.struckOffOn <= issuedOn
      ? { ko: `${formatOfficialDate(broker.struckOffOn)} 등록이 말소되었습니다`, en: `was struck off on ${broker.struckOffOn}` }
      : { ko: `발급일에 등록 중이 아닙니다(${broker.registeredOn} ~ ${broker.validTo ?? ''})`, en: `is not registered on the day of issue (${broker.registeredOn} to ${broker.validTo ?? 'open'})` };
  return broken(sentence, { ko: `중개인 ${broker.name}(${broker.number}): ${why.ko}. 다른 중개인을 정하거나 등록을 갱신해 주세요.`, en: `The broker ${broker.name} (${broker.number}) ${why.en}. Name another one, or renew the registration.` });
}

const BUSINESS_WORDS = { RESTING: { ko: '휴업', en: 'resting' }, CLOSED: { ko: '폐업', en: 'closed' } } as const;

function companyIsInBusiness({ company, business }: IssueCandidate, { issuedOn }: IssueTerms): Verdict | null {
  if (business === null || business === 'ACTIVE') return null;
  const word = BUSINESS_WORDS[business];
  return broken(
    { rule: 'company-is-in-business', clause: '국세청 사업자등록 상태', inputs: { status: business, issuedOn } },
    {
      ko: `${company}은(는) 발급일에 ${word.ko} 상태입니다. 사업을 다시 시작했으면 사업자 상태를 새로 조회해 기록한 뒤 발급해 주세요.`,
      en: `${company} is ${word.en} on the day of issue. If it is back in business, record its present status, then issue.`,
    },
  );
}

/** Both limits bind at once (docs/domain.md §3.3): whichever is broken, the refusal tells what is left of each. */
export function quotaAndBudgetSuffice(issuance: Issuance, isNewCompany: boolean, left: IssueLimits, clause: string): Verdict | null {
  const short = [
    ...(left.vouchers < 1n ? [{ ko: '발급 건수 한도', en: 'the quota of vouchers' }] : []),
    ...(isNewCompany && left.companies < 1n ? [{ ko: '수혜기업 수 한도', en: 'the quota of companies' }] : []),
    ...(issuance.amountWon > left.budgetWon ? [{ ko: '예산', en: 'the budget' }] : []),
  ];
  if (short.length === 0) return null;
  const names = (language: keyof Bilingual) => short.map((each) => each[language]).join(', ');
  return broken(
    {
      rule: 'quota-and-budget-suffice',
      clause,
      inputs: { vouchersLeft: `${left.vouchers}`, companiesLeft: `${left.companies}`, budgetLeftWon: `${left.budgetWon}`, amountWon: `${issuance.amountWon}` },
    },
    {
      ko: `${names('ko')}이(가) 모자랍니다. 남은 한도: 바우처 ${left.vouchers}건, 기업 ${left.companies}개, 예산 ${formatWon(left.budgetWon)}원. 예비 순위로 두거나 예산·한도를 늘린 뒤 발급해 주세요.`,
      en: `${names('en')} would be exceeded. Left: ${left.vouchers} voucher(s), ${left.companies} company(ies), ${formatWon(left.budgetWon)} won of the budget. Keep it on the waiting list, or have budget or quota raised.`,
    },
  );
}
