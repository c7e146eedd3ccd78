/** A deterministic stream of numbers, so that every run prints the same figures. */
function* numbers(seed) {
  for (let state = seed >>> 0; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

/** An amount in won with thousands separators; negatives as △. */
export const won = (value) => {
  const text = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, ',');
  return value < 0 ? `△${text}` : text;
};

const FIRST = ['대한', '한빛', '새별', '누리', '가온', '미래', '하늘', '다온', '솔찬', '이든'];
const SECOND = ['바이오', '소재', '로보틱스', '에너지', '반도체', '나노', '메디컬', '모빌리티', '환경', '데이터'];
const ROUTES = ['기술이전(전용실시)', '연구소기업', '교원창업', '기술출자', '후속 사업화'];

/** 300 characters, as a register of companies may really hold them. */
export const LONG_NAME = `주식회사 ${'한국공공기술사업화연구개발특구연합'.repeat(17)}`.slice(0, 297) + '(주)';

/** Portfolio rows as text cells; every eleventh has a very long name, some amounts are negative. */
export function portfolio(count) {
  const source = numbers(20260630);
  const draw = (limit) => source.next().value % limit;
  return Array.from({ length: count }, (_, at) => {
    const amount = (draw(4_900) + 100) * 1_000_000;
    const change = (draw(2_000) - 900) * 1_000_000;
    const counted = draw(10);
    const name = at % 40 === 11 ? LONG_NAME : `㈜${FIRST[draw(10)]}${SECOND[draw(10)]}${at % 7 === 3 ? ' & 株式會社 <R&D>' : ''}`;
    return [
      String(at + 1),
      name,
      `${100 + draw(900)}-${10 + draw(90)}-${10000 + draw(90000)}`,
      `2026-${String(1 + draw(12)).padStart(2, '0')}-${String(1 + draw(28)).padStart(2, '0')}`,
      won(amount),
      won(change),
      ROUTES[draw(5)],
      counted < 7 ? { text: '인정', tone: 'good' } : counted < 9 ? { text: '보류', tone: 'open' } : { text: '취소', tone: 'bad' },
    ];
  });
}
