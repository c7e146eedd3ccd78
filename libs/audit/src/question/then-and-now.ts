import type { PackDefinition } from '../pack/pack.js';
import { column, FUND, say, secret } from '../pack/pack-column.js';

/** 4. A past date as it was known then and as corrected since. */
export const THEN_AND_NOW: PackDefinition = {
  code: 'then-and-now',
  ordinal: 4,
  title: say('그때 알던 비율과 지금 아는 비율', 'The ratio as known then and now'),
  question: say('지난 어느 날의 비율이 그때 알던 값과 나중에 바로잡은 값이 다릅니까?', 'Does the ratio of a past date differ between what was known then and what is known now?'),
  basis: '감사원법 제25조·제27조',
  lists: [
    {
      key: 'ratios',
      title: say('날짜별 비율', 'Ratios by date'),
      columns: [
        FUND,
        column('on', '날짜', 'Date'),
        column('thenPercent', '그때 알던 비율', 'As known then'),
        column('nowPercent', '지금 아는 비율', 'As known now'),
        column('thenWon', '그때 인정액(원)', 'Counted then (won)'),
        column('nowWon', '지금 인정액(원)', 'Counted now (won)'),
        column('differenceWon', '차이(원)', 'Difference (won)'),
        column('result', '결과', 'Result'),
      ],
      none: say('기간 안에 견줄 날짜가 없습니다.', 'There is no date to compare in the period.'),
      notes: [say('판정 기준금액에 대한 비율입니다. 조합 하나를 고르면 분기 말마다, 여럿이면 연도 말마다 비교합니다.', 'On the deciding base: at the end of each quarter for one fund, of each year for several.')],
    },
    {
      key: 'corrections',
      title: say('나중에 알려진 사실', 'What became known later'),
      columns: [FUND, column('effectOn', '효력일', 'Effective on'), column('knownAt', '알려진 시각', 'Known at'), column('lateCount', '늦은 날수', 'Days late'), column('what', '내용', 'What'), secret('by', '기록한 사람', 'Recorded by', 'PERSON')],
      none: say('효력일보다 늦게 알려진 사실이 없습니다.', 'Nothing became known after it took effect.'),
      notes: [],
    },
  ],
  gaps: [],
  limits: [],
};
