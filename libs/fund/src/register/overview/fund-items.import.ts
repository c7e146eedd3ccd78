import { comparableWord, type WordList } from '#libs/sheet';
import type { FundFact } from '../register.js';

/** What stands behind an item of the overview. */
export interface FundItem {
  readonly key: keyof FundFact;
  /** The name of docs/register-format.md §3 first, then other names in use; a unit in brackets behind them does not count. */
  readonly names: readonly [string, ...string[]];
  readonly type: 'text' | 'won' | 'positive-won' | 'date' | 'percent' | 'basis' | 'permission';
  readonly required?: true;
}

export const FUND_ITEMS: readonly FundItem[] = [
  { key: 'name', names: ['조합명'], type: 'text', required: true },
  { key: 'generalPartner', names: ['업무집행조합원', '업무집행조합원(GP)', 'GP'], type: 'text' },
  { key: 'custodian', names: ['수탁은행', '수탁기관', '신탁업자'], type: 'text' },
  { key: 'committedWon', names: ['약정총액', '출자약정총액', '결성총액'], type: 'positive-won', required: true },
  { key: 'unitWon', names: ['출자1좌금액', '1좌금액'], type: 'positive-won', required: true },
  { key: 'foundedOn', names: ['결성총회일', '결성일'], type: 'date', required: true },
  { key: 'registeredOn', names: ['조합등록일', '등록일'], type: 'date' },
  { key: 'investmentFrom', names: ['투자기간 시작일'], type: 'date', required: true },
  { key: 'investmentTo', names: ['투자기간 종료일'], type: 'date', required: true },
  { key: 'lifeTo', names: ['존속기간 만료일'], type: 'date', required: true },
  { key: 'feeMethod', names: ['관리보수 부과방식'], type: 'text' },
  { key: 'feeOnCommitments', names: ['관리보수율(투자기간, 약정총액)', '관리보수율(약정총액)', '관리보수율(투자기간)'], type: 'percent' },
  { key: 'feeOnOutstanding', names: ['관리보수율(투자잔액)'], type: 'percent' },
  { key: 'hurdle', names: ['기준수익률'], type: 'percent' },
  { key: 'carry', names: ['성과보수율'], type: 'percent' },
  { key: 'obligationRatio', names: ['주목적 의무비율', '의무비율'], type: 'percent', required: true },
  { key: 'obligationBasis', names: ['의무비율 산정기준'], type: 'basis' },
  { key: 'obligationFixedBaseWon', names: ['의무비율 고정기준금액'], type: 'won' },
  { key: 'lifetimeExpensesWon', names: ['존속기간 예상 보수·비용'], type: 'won', required: true },
  { key: 'singleCompanyCap', names: ['동일기업 투자한도'], type: 'percent' },
  { key: 'overdueRate', names: ['납입지연 연체이자율'], type: 'percent' },
  { key: 'recycling', names: ['재투자 허용'], type: 'permission' },
];

export const BASIS_WORDS: WordList<FundFact['obligationBasis']> = [
  ['COMMITTED', '약정총액', '출자약정총액', '결성총액', '약정금액'],
  ['PAID_IN', '납입총액', '납입출자금', '납입금액', '출자금', '납입원금', '실납입액'],
  ['INVESTED', '투자총액', '투자금액', '총투자금액', '투자원금', '투자집행액'],
  ['COMMITTED_MINUS_FEES', '약정총액-보수·비용', '약정총액에서 보수·비용 차감', '약정총액(보수·비용 차감)', '투자가능금액', '약정총액-예상보수·비용'],
  ['FIXED_AMOUNT', '고정금액', '고정기준금액', '정액'],
];

export const PERMISSION_WORDS: WordList<'YES' | 'NO'> = [
  ['YES', '허용', '가능', '예', 'Y', 'O', 'TRUE', '허용함'],
  ['NO', '불가', '불허', '미허용', '아니오', '금지', 'N', 'X', 'FALSE', '허용하지 않음', '없음', '-'],
];

const UNIT_BEHIND = /[([](?:단위:?)?(원|천원|백만원|억원|%)[)\]]$/u;

/** The item of a label, and the unit in brackets behind it. */
export function fundItemOf(label: string): { readonly item: FundItem; readonly unit: string | null } | null {
  const word = comparableWord(label);
  const unit = UNIT_BEHIND.exec(word)?.[1] ?? null;
  const bare = word.replace(UNIT_BEHIND, '');
  const item = FUND_ITEMS.find((each) => each.names.some((name) => [word, bare].includes(comparableWord(name))));
  return item === undefined ? null : { item, unit };
}
