import type { Bilingual } from '#libs/errors';
import { both } from '../report/report-text.js';

/** Policy keys of grants that make figures of report C, in words. */
export const GRANT_KEY_NAMES: Readonly<Record<string, Bilingual>> = {
  'grant.project-amount-won': both('과제당 지원 한도', 'Most for one project'),
  'grant.expense-vat-charged-by': both('부가가치세를 사업비로 쓰는 기관', 'Institutions that charge VAT to the project'),
  'grant.verification-from-won': both('정산보고서 외부검증 기준액', 'External verification from'),
  'grant.recovery-instalments-maximum': both('반납금 분할납부 최대 횟수', 'Most instalments of a recovery'),
  'grant.recovery-surcharge-basis-points': both('반납금 가산금률', 'Surcharge on a late recovery'),
  'grant.subsidy-penalty-basis-points': both('제재부가금(보조금법)', 'Penalty under the Subsidy Act'),
  'grant.asset-register-from-won': both('자산 등록 기준액', 'Assets registered from'),
  'matching.match-percent': both('매칭 비율(정부 ÷ 민간, %)', 'Match ratio (%)'),
  'matching.government-at-most-basis-points': both('정부 부담 상한(총사업비 대비)', 'Largest share of the government'),
  'matching.cap-per-project-won': both('과제당 정부지원 한도', 'Cap of a project'),
  'matching.in-kind-counts': both('민간 현물 인정', 'In kind counts'),
  'matching.sources-not-counted': both('인정하지 않는 재원', 'Sources that do not count'),
  'matching.lock-up-days': both('민간부담금 예치기간(일)', 'Lock-up (days)'),
  'matching.round-trip-days': both('순환입금으로 보는 기간(일)', 'Round trip within (days)'),
  'matching.zone-required': both('특구 소재 필요', 'Zone required'),
  'grant.asset-restriction-years': both('자산 처분제한 기간(년)', 'Disposal restricted (years)'),
};
