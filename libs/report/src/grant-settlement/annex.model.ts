import { both } from '../report/report-text.js';
import type { ReportFact, ReportSection } from '../report/report.js';
import { policyBlocks } from '../rule/policy-table.model.js';
import { SOURCE_NAMES } from '../rule/rule-words.js';
import { verificationBlocks, type ControlLine } from '../table/control-total.model.js';
import { REGIME_WORDS } from '../grant-form/regime-words.data.js';
import type { GrantSettlementFacts } from './grant-settlement.js';

/** What the words mean, which rules applied, and how anybody can check the figures. */
export function annexSection(facts: GrantSettlementFacts, control: readonly ControlLine[]): ReportSection {
  return {
    id: 'annex',
    title: both('부록: 용어, 적용 규칙, 검증', 'Annex: terms, rules, verification'),
    blocks: [
      { kind: 'facts', rows: termsOf(facts) },
      { kind: 'text', text: both('금액은 모두 원 단위 정수이며 음수는 △로 적습니다. 백분율은 소수점 아래 셋째 자리에서 반올림합니다.', 'Amounts are whole won, △ marks negatives. Percentages are rounded half up to two decimals.') },
      ...policyBlocks(facts.policies, { narrow: '공고', sources: { ...SOURCE_NAMES, NOTICE: both('사업공고', 'Call'), AGREEMENT: both('협약', 'Agreement') } }),
      ...verificationBlocks(control, TIES, facts.agreementId === null ? both('공고', 'call') : both('협약', 'agreement')),
    ],
  };
}

const TIES = both(
  '비목마다 집행 건별 합계가 원장과 같고, 협약마다 잔액 + 집행 + 반납 = 수령 + 이자 + 보전이며, 모든 합계가 통제계정과 원 단위까지 일치합니다.',
  'Every line agrees with the ledger, every account says where its money is, and every total agrees with its control account to the won.',
);

const termsOf = ({ call }: GrantSettlementFacts): ReportFact[] => {
  const { money, recipient } = REGIME_WORDS[call.regime];
  return [
    { label: both('⑤ 소계', '⑤ Subtotal'), value: '① 전단계 이월액 + ② 당초 + ③ 변경(증감) + ④ 발생이자 산입금. 쓸 수 있었던 금액.' },
    { label: both('⑥ 사용', '⑥ Used'), value: `기준일까지 ${recipient}이(가) 쓴 것으로 기록하고 취소하지 않은 ${money}. 불인정 금액도 들어 있습니다.` },
    { label: both('A · C', 'A, C'), value: 'A는 현금의 사용잔액과 불인정 사용금액, C는 A에 정부지분율 B를 곱한 반납액(원 미만 버림).' },
    { label: both('B 정부지분율', 'B'), value: '정부 현금 ÷ 전체 현금. 분수 그대로 곱합니다. 현물 부족분은 전부 현금으로 회수합니다.' },
    { label: both('D · E', 'D, E'), value: 'D는 승인받은 용도에 쓰지 않은 이자, E는 D에 B를 곱한 금액(원 미만 버림).' },
    { label: both('단수', 'Dropped'), value: '고지서에서 10원 미만을 버린 금액(국고금 관리법 제47조).' },
    { label: both('보전', 'Made good'), value: '과제계좌에 없는 금액(불인정·부족분)을 기관이 채워 반납한 것.' },
    { label: both('기준일', 'As of'), value: '이 날짜까지 효력이 생긴 사실만 셉니다.' },
    { label: both('자료 반영 시점', 'Known at'), value: '이 시각까지 시스템에 알려진 사실만 셉니다.' },
  ];
};
