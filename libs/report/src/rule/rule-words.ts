import type { PolicyValue } from '#libs/policy';
import { both, basisPointsText, dateText, nameIn, wonText } from '../report/report-text.js';
import type { Bilingual } from '#libs/errors';
import { FUND_CODE_WORDS, FUND_KEY_NAMES } from './fund-rule-words.js';
import { GRANT_KEY_NAMES } from './grant-rule-words.js';
import { BASIS_NAMES, MEASURE_NAMES } from '../fund-compliance/words.js';

/** Policy keys in words. A key without words is shown as it is, which is still true. */
const KEY_NAMES: Readonly<Record<string, Bilingual>> = {
  'fund.obligation.ratio-basis-points': both('주목적 의무비율', 'Required ratio'),
  'fund.obligation.denominator': both('주목적 비율의 기준금액', 'Base of the ratio'),
  'fund.obligation.measure': both('인정 투자액의 측정', 'Measure of the qualifying amount'),
  'fund.obligation.deadline': both('주목적 의무 기한', 'Deadline of the obligation'),
  'fund.obligation.fixed-base-won': both('규약이 정한 기준금액', 'Base fixed by the agreement'),
  'fund.programme.target-commitment-won': both('사업의 결성 목표액', 'Target of the programme'),
  'fund.lifetime-expenses-won': both('생애 보수·비용(예정)', 'Lifetime fees and expenses'),
  'fund.single-company-cap-basis-points': both('동일기업 투자한도', 'Single-company limit'),
  'fund.single-company-cap.action': both('동일기업 한도 초과 시', 'Beyond the single-company limit'),
  'fund.headroom.action': both('비주목적 여력 초과 시', 'Beyond the headroom'),
  'fund.recycling': both('회수금 재투자', 'Recycling of proceeds'),
  'fund.overdue-rate-basis-points': both('납입지연 연체이자율(연)', 'Overdue interest (a year)'),
  'fund.call.notice-business-days': both('출자요청 통지기간(영업일)', 'Notice of a call (business days)'),
  'fund.fee.method': both('관리보수 산정방식', 'Method of the management fee'),
  'fund.fee.commitment-basis-points': both('관리보수율(약정총액, 연)', 'Fee on commitments (a year)'),
  'fund.fee.outstanding-basis-points': both('관리보수율(투자잔액, 연)', 'Fee on outstanding cost (a year)'),
  'fund.hurdle-basis-points': both('기준수익률(연)', 'Hurdle (a year)'),
  'fund.carry-basis-points': both('성과보수율', 'Carried interest'),
  'fund.general-partner-minimum-basis-points': both('업무집행조합원 최소 출자비율', 'Least share of the general partner'),
  'fund.unit-minimum-won': both('출자 1좌 최소 금액', 'Least amount of a unit'),
  'fund.limited-partners-maximum': both('유한책임조합원 최대 수', 'Most limited partners'),
  'fund.commitment-minimum-won': both('최소 결성금액', 'Least commitments'),
  'fund.life-minimum-years': both('최소 존속기간(년)', 'Least life (years)'),
  ...FUND_KEY_NAMES,
  'fund.transfer-contract-window-years': both('기술이전계약 유효기간(년)', 'Window of a transfer contract (years)'),
  'company.startup-maximum-years': both('창업기업 업력(년)', 'Age of a start-up (years)'),
  'voucher.self-burden-basis-points': both('자부담률(공급가액 대비)', "Company's share of the supply price"),
  'voucher.face-won': both('바우처 1건의 한도', 'Most on one voucher'),
  'voucher.self-burden-channel': both('자부담 방식', 'How the company pays its share'),
  'voucher.vat-basis-points': both('부가가치세율', 'VAT rate'),
  'voucher.validity-months': both('유효기간(개월)', 'Validity (months)'),
  'voucher.ends-with-fiscal-year': both('회계연도 말에 유효기간 종료', 'Validity ends with the fiscal year'),
  'voucher.extension-maximum-months': both('기간연장 한도(개월)', 'Longest extension (months)'),
  'voucher.transfer-within-years': both('기술이전 후 신청기간(년)', 'Years after the transfer to apply in'),
  'voucher.broker-required': both('중개인력 참여', 'Broker'),
  'voucher.broker-fee-cap-basis-points': both('중개수수료 상한(공급가액 대비)', 'Broker fee at most, of the supply price'),
  'voucher.reissues-returned': both('반납액 재발급', 'Reissue of what came back'),
  'voucher.beyond-balance': both('잔액 초과 사용 시', 'Beyond the balance'),
  'voucher.service-menu': both('이용 가능한 서비스', 'Services that may be bought'),
  'voucher.expiring-within-days': both('만료 임박 표시(일)', 'Days before expiry to be warned of'),
  'voucher.stuck-after-days': both('멈춘 단계 표시(일)', 'Days after which a step is stuck'),
  'voucher.evaluators-minimum': both('최소 평가위원 수', 'Fewest evaluators'),
  'clawback.interest-basis-points': both('환수이자율(연)', 'Interest on recovery (a year)'),
  'clawback.interest-rate-day': both('이자율이 바뀐 달의 적용', 'Rate of a month in which it changes'),
  'clawback.payment-term-days': both('환수금 납부기간(일)', 'Days to pay a clawback in'),
  'clawback.most-instalments': both('분할납부 최대 횟수', 'Most instalments'),
  'clawback.subsidy-penalty-basis-points': both('제재부가금(보조금법)', 'Penalty under the Subsidy Act'),
  'warning.provider-share-basis-points': both('점검신호: 공급기관 점유율', 'Sign: share of one provider'),
  'warning.provider-services': both('점검신호: 공급기관 최소 서비스(건)', 'Sign: fewest services of a provider'),
  'warning.equal-prices': both('점검신호: 같은 가격(건)', 'Sign: services at one price'),
  'warning.interval-days': both('점검신호: 계약 뒤 결과보고(일)', 'Sign: days from contract to delivery'),
  'warning.burst-applications': both('점검신호: 몰린 신청(건)', 'Sign: applications in a burst'),
  ...GRANT_KEY_NAMES,
  'warning.burst-minutes': both('점검신호: 몰린 신청의 간격(분)', 'Sign: minutes of a burst'),
  'warning.late-contracts': both('점검신호: 만료 직전 계약(건)', 'Sign: contracts just before expiry'),
  'warning.late-days': both('점검신호: 만료 직전으로 보는 날수', 'Sign: days before expiry'),
};

const CODE_WORDS: Readonly<Record<string, Bilingual>> = {
  ...BASIS_NAMES,
  ...MEASURE_NAMES,
  ...FUND_CODE_WORDS,
  WARN: both('경고', 'Warn'),
  BLOCK: both('차단', 'Block'),
  DEPOSIT: both('발급 전 전담기관에 납입', 'Paid in before the issue'),
  DIRECT: both('공급기관에 직접 지급', 'Paid to the provider directly'),
  FIRST_OF_MONTH: both('그 달 1일의 이자율', 'Rate of the first of the month'),
  LAST_OF_MONTH: both('그 달 말일의 이자율', 'Rate of the last of the month'),
  FALSE_CLAIM: both('허위청구', 'False claim'),
  OFF_PURPOSE: both('목적 외 사용', 'Other purpose'),
  CONDITION_BREACH: both('교부조건 위반', 'Breach of a condition'),
  REQUIREMENT_UNMET: both('요건 미충족', 'Requirement not met'),
  NON_PROFIT: both('비영리기관', 'Non-profit organisation'),
  SME: both('중소기업', 'Small or medium company'),
  MID_SIZE: both('중견기업', 'Mid-size company'),
  LARGE: both('공기업·대기업', 'Large company'),
  OTHER_PUBLIC: both('다른 정부지원금', 'Other public money'),
  GUARANTEED_LOAN: both('정부보증대출', 'Guaranteed loan'),
  RELATED_PARTY: both('연구자·특수관계인 자금', 'Money of related parties'),
  EQUIPMENT: both('연구시설·장비', 'Equipment'),
  PROTOTYPE: both('시작품', 'Prototype'),
  INTANGIBLE: both('무형자산', 'Intangible'),
  REAL_ESTATE: both('부동산·종물', 'Real estate'),
  OTHER: both('그 밖의 것', 'Other'),
};

/** What a flag means where it does not allow something: set, not set. */
const FLAG_WORDS: Readonly<Record<string, readonly [set: string, notSet: string]>> = {
  'voucher.broker-required': ['필수', '필수 아님'],
  'voucher.ends-with-fiscal-year': ['종료', '종료하지 않음'],
};

export const policyName = (key: string): string => nameIn(KEY_NAMES, key);

export function policyRank(key: string): number {
  const rank = Object.keys(KEY_NAMES).indexOf(key);
  return rank === -1 ? Object.keys(KEY_NAMES).length : rank;
}

/** A policy's value as its key says it is meant. */
export function policyValueText(key: string, value: PolicyValue): string {
  if (typeof value === 'boolean') return (FLAG_WORDS[key] ?? ['허용', '불허'])[value ? 0 : 1];
  if (typeof value === 'number') return key.endsWith('-basis-points') ? basisPointsText(value) : String(value);
  if (Array.isArray(value)) return listText(value);
  if (typeof value !== 'string') return Object.entries(value ?? {}).map(([code, each]) => `${nameIn(CODE_WORDS, code)} ${policyValueText(key, each)}`).join(', ');
  if (key.endsWith('-won') && /^\d+$/.test(value)) return `${wonText(value)}원`;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dateText(value) : nameIn(CODE_WORDS, value);
}

/** A menu by the names on it, codes by their words; any other list as it stands on record. */
function listText(value: readonly unknown[]): string {
  if (value.length === 0) return '제한 없음';
  const names = value.map((item) => (typeof item === 'string' ? nameIn(CODE_WORDS, item) : (item as { readonly nameKo?: unknown } | null)?.nameKo));
  return names.every((name) => typeof name === 'string') ? names.join(', ') : JSON.stringify(value);
}

/** Defaults that nobody agreed on carry the words that say so. */
export const SOURCE_NAMES: Readonly<Record<string, Bilingual>> = {
  LAW: both('법령', 'Law'),
  AGREEMENT: both('조합규약', 'Agreement'),
  NOTICE: both('출자공고', 'Notice'),
  SEED: both('정책자료', 'Policy paper'),
  PRACTICE: both('실무관행 (기본값)', 'Practice (default)'),
  ASSUMPTION: both('가정 (기본값)', 'Assumption (default)'),
};
