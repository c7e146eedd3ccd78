/** The same table for every engine: rows of ten cells as a settlement ledger has them, fifty to a page. */
export const ROWS_PER_PAGE = 50;
export const TITLE = '교부·집행 명세';

export const COLUMNS = [
  { header: '번호', align: 'right', width: 30 },
  { header: '과제번호', align: 'left', width: 52 },
  { header: '기업명', align: 'left', width: 70, rowHeader: true },
  { header: '사업자번호', align: 'center', width: 60 },
  { header: '교부일', align: 'center', width: 54 },
  { header: '교부액', align: 'right', width: 56 },
  { header: '집행액', align: 'right', width: 56 },
  { header: '잔액', align: 'right', width: 52 },
  { header: '집행률', align: 'right', width: 36 },
  { header: '상태', align: 'center', width: 44 },
];

const FIRST = ['대한', '한빛', '새별', '누리', '가온', '미래', '하늘', '다온', '솔찬', '이든'];
const SECOND = ['바이오', '소재', '로보틱스', '에너지', '반도체', '나노', '메디컬', '모빌리티', '환경', '데이터'];
const STATES = ['정상', '정산', '완료', '환수검토'];

const three = (value) => String(value).padStart(3, '0');
const won = (value) => (value < 1_000 ? String(value) : `${won(Math.floor(value / 1_000))},${three(value % 1_000)}`);
const two = (value) => String(value).padStart(2, '0');

/** Hands the rows out one by one, the same at every run, and as often as asked. */
export function rowsOf(count) {
  return {
    length: count,
    *[Symbol.iterator]() {
      let state = 20260630;
      const draw = (limit) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state % limit;
      };
      for (let at = 1; at <= count; at += 1) {
        const granted = (draw(4_900) + 100) * 1_000;
        const spent = Math.floor((granted * draw(1_001)) / 1_000);
        yield [
          String(at),
          `R26-${10_000 + draw(90_000)}`,
          `㈜${FIRST[draw(10)]}${SECOND[draw(10)]}`,
          `${100 + draw(900)}-${10 + draw(90)}-${10_000 + draw(90_000)}`,
          `2026-${two(1 + draw(12))}-${two(1 + draw(28))}`,
          won(granted),
          won(spent),
          won(granted - spent),
          `${((spent * 100) / granted).toFixed(1)}%`,
          STATES[draw(4)],
        ];
      }
    },
  };
}
