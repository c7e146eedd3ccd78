/** The pool as the plan of 2020-11-17 describes it (P22): the opening form is filled with it, and everything in it may be changed there. */
export const POOL_PRESET = {
  plan: 'P22',
  fiscalYear: 2021,
  agency: '연구개발특구진흥재단',
  proposal: { amountWon: '900000000', clause: '기초·원천 연구성과 확산체계 고도화 전략(2020. 11. 17.): 민간투자형 R&D ’21년 9억원(정부안)' },
  open: {
    ko: '“과제비용의 일부를 역매칭”의 비율은 원문에 없습니다. 1:1, 총사업비의 50% 이내, 과제당 3억원을 기본값으로 두고 풀마다 바꿀 수 있습니다.',
    en: 'The source gives no ratio for the reverse match. One to one, at most 50 % of the project and 300 million won each are the defaults; every pool may say otherwise.',
  },
} as const;
