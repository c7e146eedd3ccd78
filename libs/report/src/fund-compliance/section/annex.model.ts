import type { Bilingual } from '#libs/errors';
import { both } from '../../report/report-text.js';
import type { ReportFact, ReportSection } from '../../report/report.js';
import { verificationBlocks } from '../../table/control-total.model.js';
import type { ControlTotals } from '../fund-compliance.rules.js';

/** What the words and figures mean. */
export function glossarySection(): ReportSection {
  return {
    id: 'glossary',
    title: both('15-3. 부록: 용어·산식·기준', 'Terms, formulas and bases'),
    blocks: [
      { kind: 'facts', rows: TERMS },
      {
        kind: 'text',
        text: both(
          '금액은 모두 원 단위 정수이며 음수는 △로 적습니다. 백분율은 소수점 아래 둘째 자리 미만을 버리므로(49.996% → 49.99%), 표시 비율이 필요 비율과 같아 보이는데 미달인 일은 없습니다.',
          'Amounts are whole won, △ marks negatives. Percentages are truncated to two decimals (49.996% shows 49.99%), so a missed obligation never looks met.',
        ),
      },
    ],
  };
}

const TERMS: readonly ReportFact[] = [
  { label: both('약정총액(결성총액)', 'Commitments (C)'), value: '조합원이 출자를 약정한 금액의 합계. 규약의 의무비율은 이 금액을 기준으로 함이 기본입니다.' },
  { label: both('납입출자금', 'Paid-in capital'), value: '출자요청에 따라 기준일까지 수탁계좌에 납입된 금액.' },
  { label: both('투자총액(T)', 'Invested (T)'), value: '기준일까지 현금으로 납입한 투자금의 취득원가 합계. 기록 취소·계약 해제·비현금 전환은 제외합니다.' },
  { label: both('인정 투자액(M)', 'Qualifying (M)'), value: 'T 중 주목적(공공기술 사업화 기업)으로 인정된 투자의 취득원가. 보류·불인정·취소는 넣지 않습니다.' },
  { label: both('투자수단', 'Instruments'), value: 'RCPS 상환전환우선주, CPS 전환우선주, CB 전환사채, BW 신주인수권부사채, EB 교환사채, SAFE 조건부지분인수계약, CN 조건부지분전환계약.' },
  { label: both('인정경로(가)', 'Route (prong a)'), value: '공공기술을 사업화하는 경로(기술이전, 연구소기업, 공공연구자 창업 등).' },
  { label: both('기업요건(나)', 'Company (prong b)'), value: '창업기업 또는 기술기반 기업. 주목적 인정에는 (가)와 (나)가 모두 필요합니다.' },
  { label: both('투자가능액(K)', 'Capacity (K)'), value: '약정총액에서 존속기간 전체의 보수·비용(E)을 뺀 금액.' },
  { label: both('비주목적 투자여력(H)', 'Headroom (H)'), value: '의무를 달성할 수 있는 범위에서 비주목적 투자에 더 쓸 수 있는 금액. 0보다 작으면 이미 달성할 수 없습니다.' },
  { label: both('기준일', 'As of'), value: '이 날짜까지 효력이 생긴 사실만 셉니다.' },
  { label: both('자료 반영 시점', 'Known at'), value: '이 시각까지 시스템에 알려진 사실만 셉니다. 뒤늦게 알려진 사실은 14장에서 비교합니다.' },
];

/** How anybody can check the report: the control totals, and what the fingerprint is taken of. */
export function verificationSection(control: ControlTotals): ReportSection {
  return {
    id: 'verification',
    title: both('15-4. 부록: 검증 방법', 'How to verify this report'),
    blocks: verificationBlocks(control.lines, findingOf(control), both('조합', 'fund')),
  };
}

function findingOf({ reasons }: ControlTotals): Bilingual {
  return reasons.length === 0 ? TIES : both(reasons.map(({ ko }) => ko).join(' '), reasons.map(({ en }) => en).join(' '));
}

const TIES = both('모든 합계가 투자 목록, 산식, 원장에서 원 단위까지 일치합니다.', 'Every total agrees to the won between list, formula and ledger.');
