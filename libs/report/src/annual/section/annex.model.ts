import { both } from '../../report/report-text.js';
import type { ReportFact, ReportSection } from '../../report/report.js';
import { verificationBlocks, type ControlLine } from '../../table/control-total.model.js';
import type { AnnualFacts } from '../annual.js';

/** The dictionary of what the words mean, and how anybody can check the figures. */
export function annexSection({ whole }: AnnualFacts, control: readonly ControlLine[]): ReportSection {
  return {
    id: 'annex',
    title: both('부록: 데이터 사전, 검증', 'Annex: dictionary, verification'),
    blocks: [
      { kind: 'facts', rows: DICTIONARY },
      { kind: 'text', text: both('금액은 모두 원 단위 정수이며 음수는 △로 적습니다. 백만원 표만 반올림하였고 합계는 원 단위 합계를 반올림한 것과 같습니다.', 'Amounts are whole won, △ marks negatives. Only the tables in millions are rounded, and add up to the rounded sum.') },
      { kind: 'text', text: whole ? both('범위: 모든 장부.', 'Scope: every book.') : both('범위: 열람자의 권한 범위에 있는 장부만. 전체 실적은 전 범위 권한이 있는 사람이 만들어야 합니다.', 'Scope: only the books of the reader. The whole is made by somebody who sees all.') },
      ...verificationBlocks(control, TIES, both('연도', 'year')),
    ],
  };
}

const TIES = both(
  '사실(결정·투자 기록)의 합계가 모든 장부의 원장과 원 단위까지 일치하고, 원장 전체의 차변과 대변이 같습니다. 하나라도 다르면 이 보고서는 만들어지지 않습니다.',
  'The sums of the facts equal the entries of all books to the won, and all debits equal all credits; otherwise the report is not made.',
);

const fact = (ko: string, en: string, value: string): ReportFact => ({ label: both(ko, en), value });

const DICTIONARY: readonly ReportFact[] = [
  fact('장부', 'Book', '조합, 바우처 사업연도, 지원 공고, 매칭 사업마다 하나씩 있는 복식부기 원장.'),
  fact('① 재원', '① Provided', '조합: 출자약정. 그 밖: 예산결정(정부안 제외)으로 확정된 금액.'),
  fact('② 배정', '② Assigned', '조합: 납입출자금. 바우처: 발급·증액. 지원·매칭: 협약(감액 차감)과 성능평가·시험 접수.'),
  fact('③ 집행', '③ Spent', '조합: 취득원가(취소 차감). 그 밖: 예산배정액에서 나간 금액(환불·반송 차감).'),
  fact('④ 회수', '④ Came back', '조합: 매각·해제 대금 가운데 예금에 들어온 금액. 그 밖: 환수·회수금 수납액.'),
  fact('⑤ 자체부담', '⑤ Own money', '바우처: 기업 자부담금 납입(반환 차감). 지원·매칭: 기관·지자체 현금 납입.'),
  fact('지원', 'Support', '투자, 발급된 바우처, 협약, 성능평가·시험, 기술료 대상 기술 한 건씩.'),
  fact('이어달리기', 'Handed on', '한 기업·기관이 종류가 다른 지원을 둘 이상 받은 것. 계약·특허번호가 같으면 같은 기술로 봅니다.'),
  fact('단계', 'Stage', '기능검증 → 산·학 공동연구 → 기업 상용화. 사업과 단계의 짝은 [가정].'),
  fact('해당 연도', 'Year', '1월 1일부터 기준일까지 효력이 생긴 사실과 분개. 누계는 그 전의 것도 포함.'),
  fact('기준일', 'As of', '이 날짜까지 효력이 생긴 사실만 셉니다.'),
  fact('자료 반영 시점', 'Known at', '이 시각까지 시스템에 알려진 사실만 셉니다.'),
];
