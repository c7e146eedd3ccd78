/** What figures are called by which others of the report are worked out. */
export const FIGURE = {
  budget: '확정예산',
  used: '사용 합계',
  refunded: '환불 합계',
} as const;
