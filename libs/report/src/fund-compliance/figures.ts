/** What figures are called by which others of the report are worked out. */
export const FIGURE = {
  committed: '약정총액(C)',
  expenses: '생애 보수·비용(E)',
  capacity: '투자가능액(K)',
  invested: '투자총액(T)',
  remaining: '남은 투자가능액(R)',
  counted: '인정 투자액(M)',
  openShortfall: '부족액(S)',
  headroom: '비주목적 투자여력(H)',
  paidIn: '납입 합계',
  listed: '투자 목록 합계',
  recognised: '인정액 합계',
  ratio: '주목적 투자비율',
  required: '필요액',
  shortfall: '부족액',
  expected: '경과 대비 기대액',
  spent: '보수·비용 지급 합계',
  netAssets: '순자산가액',
} as const;

/** The ratio on one basis. */
export const ratioOn = (basis: string): string => `${basis} 기준 비율`;
