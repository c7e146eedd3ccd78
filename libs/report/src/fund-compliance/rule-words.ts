import type { PolicyValue } from '#libs/policy';
import { both, basisPointsText, dateText, wonText } from '../report/report-text.js';
import type { Bilingual } from '#libs/errors';
import { BASIS_NAMES, MEASURE_NAMES, nameIn } from './words.js';

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
  'fund.transfer-contract-window-years': both('기술이전계약 유효기간(년)', 'Window of a transfer contract (years)'),
  'company.startup-maximum-years': both('창업기업 업력(년)', 'Age of a start-up (years)'),
};

const CODE_WORDS: Readonly<Record<string, Bilingual>> = { ...BASIS_NAMES, ...MEASURE_NAMES, WARN: both('경고', 'Warn'), BLOCK: both('차단', 'Block') };

export const policyName = (key: string): string => nameIn(KEY_NAMES, key);

export function policyRank(key: string): number {
  const rank = Object.keys(KEY_NAMES).indexOf(key);
  return rank === -1 ? Object.keys(KEY_NAMES).length : rank;
}

/** A policy's value as its key says it is meant. */
export function policyValueText(key: string, value: PolicyValue): string {
  if (typeof value === 'boolean') return value ? '허용' : '불허';
  if (typeof value === 'number') return key.endsWith('-basis-points') ? basisPointsText(value) : String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (key.endsWith('-won') && /^\d+$/.test(value)) return `${wonText(value)}원`;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dateText(value) : nameIn(CODE_WORDS, value);
}
