import type { Bilingual } from '#libs/errors';
import { both } from '../report/report-text.js';

/** Names of codes as a reader of the report knows them. */

export const BASIS_NAMES: Readonly<Record<string, Bilingual>> = {
  COMMITTED: both('약정총액(결성총액)', 'Commitments'),
  PAID_IN: both('납입출자금', 'Paid-in capital'),
  INVESTED: both('투자총액', 'Total invested'),
  COMMITTED_MINUS_FEES: both('약정총액 − 보수·비용', 'Commitments less fees and expenses'),
  FIXED_AMOUNT: both('규약이 정한 금액', 'Amount fixed by the agreement'),
};

export const MEASURE_NAMES: Readonly<Record<string, Bilingual>> = {
  CUMULATIVE_COST: both('누적 취득원가(회수하여도 줄지 않음)', 'Cumulative acquisition cost (does not fall on exit)'),
  OUTSTANDING_COST: both('미회수 취득원가', 'Outstanding acquisition cost'),
};

/** As the trade writes them; the glossary says what the letters mean. */
export const INSTRUMENT_NAMES: Readonly<Record<string, Bilingual>> = {
  COMMON: both('보통주', 'Common'),
  RCPS: both('RCPS', 'RCPS'),
  CPS: both('CPS', 'CPS'),
  CB: both('CB', 'CB'),
  BW: both('BW', 'BW'),
  EB: both('EB', 'EB'),
  SAFE: both('SAFE', 'SAFE'),
  CONVERTIBLE_NOTE: both('CN', 'CN'),
  PROJECT: both('프로젝트', 'Project'),
  LLC_INTEREST: both('유한회사 지분', 'LLC interest'),
  SECONDARY: both('구주', 'Secondary'),
};

export const PARTNER_KIND_NAMES: Readonly<Record<string, Bilingual>> = {
  GENERAL: both('업무집행조합원', 'General partner'),
  LIMITED: both('유한책임조합원', 'Limited partner'),
  SPECIAL_LIMITED: both('특별조합원', 'Special limited partner'),
};

export const RESULT_NAMES: Readonly<Record<string, Bilingual>> = {
  WARN: both('경고', 'Warning'),
  BLOCK: both('차단', 'Blocked'),
};
