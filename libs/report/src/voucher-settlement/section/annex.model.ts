import { both, dateText, textOr } from '../../report/report-text.js';
import type { ReportBlock, ReportFact, ReportSection } from '../../report/report.js';
import { policyBlocks } from '../../rule/policy-table.model.js';
import { SOURCE_NAMES } from '../../rule/rule-words.js';
import { column } from '../../table/column.js';
import { verificationBlocks, type ControlLine } from '../../table/control-total.model.js';
import type { SettlementFacts } from '../voucher-settlement.js';

/** What the words mean, which rules applied, which papers there are, and how anybody can check the figures. */
export function annexSection(facts: SettlementFacts, control: readonly ControlLine[]): ReportSection {
  return {
    id: 'annex',
    title: both('12. 부록: 용어, 적용 규칙, 증빙, 검증', 'Annex: terms, rules, evidence, verification'),
    blocks: [
      { kind: 'facts', rows: TERMS },
      {
        kind: 'text',
        text: both(
          '금액은 모두 원 단위 정수이며 음수는 △로 적습니다. 백분율은 소수점 아래 셋째 자리에서 반올림합니다.',
          'Amounts are whole won, △ marks negatives. Percentages are rounded half up to two decimals.',
        ),
      },
      ...policyBlocks(facts.policies, { narrow: '사업연도', sources: SOURCES }),
      documentTable(facts),
      ...verificationBlocks(control, TIES, both('사업연도', 'programme year')),
    ],
  };
}

/** A programme has a call and agreements where a fund has an offer and bylaws. */
const SOURCES = { ...SOURCE_NAMES, NOTICE: both('사업공고', 'Call'), AGREEMENT: both('협약', 'Agreement') };

const TERMS: readonly ReportFact[] = [
  { label: both('발급', 'Issued'), value: '협약한 기업에 정부지원금을 쓸 수 있는 바우처를 준 금액. 발급가능 예산에서 통제계정으로 옮겨집니다.' },
  { label: both('사용(지급결정)', 'Used (captured)'), value: '정산청구를 확인하고 지급을 결정한 정부지원금. 송금은 지급 묶음이 승인된 날에 이루어집니다.' },
  { label: both('사용예약', 'Held'), value: '서비스계약에 묶인 정부지원금. 지급결정이나 취소 때 풀립니다. 바우처 잔액에 들어 있습니다.' },
  { label: both('소멸', 'Expired'), value: '유효기간이 끝나 사업예산으로 돌아간 금액.' },
  { label: both('회수', 'Recovered'), value: '포기·협약해약·환수로 바우처에 남은 금액이 사업예산으로 돌아간 것. 이미 지급된 돈을 돌려받는 환수금은 9장에 따로 적습니다.' },
  { label: both('단수', 'Dropped'), value: '고지서에서 10원 미만을 버린 금액. 근거 법률이 정한 때에만 버리며, 어디에도 채권으로 남지 않습니다.' },
  { label: both('예산 집행률', 'Budget used'), value: '사용액(환불 차감) ÷ 확정예산.' },
  { label: both('확정예산', 'Budget decided'), value: '국회확정·추경·변경·이월로 쓸 수 있게 된 예산. 정부안은 넣지 않습니다.' },
  { label: both('불용 · 이월', 'Lapsed, carried'), value: '불용은 쓰지 않고 국고로 돌린 금액, 예산 이월은 다음 연도 예산으로 넘긴 금액, 지출원인행위 이월은 마감 뒤 지급하기로 한 금액.' },
  { label: both('기준일', 'As of'), value: '이 날짜까지 효력이 생긴 사실만 셉니다.' },
  { label: both('자료 반영 시점', 'Known at'), value: '이 시각까지 시스템에 알려진 사실만 셉니다.' },
];

const TIES = both('모든 합계가 원장 통제계정, 보조원장, 건별 사실에서 원 단위까지 일치합니다.', 'Every total agrees to the won between control account, sub-ledgers and facts.');

function documentTable({ documents }: SettlementFacts): ReportBlock {
  if (documents.length === 0) return { kind: 'text', text: both('등록된 증빙 파일이 없습니다.', 'No evidence is on file.') };
  return {
    kind: 'table',
    caption: both(`증빙 목록 (${documents.length}건)`, `Evidence (${documents.length})`),
    columns: [column('subject', '대상', 'Subject'), column('kind', '증빙', 'Document'), column('datedOn', '일자', 'Dated'), column('file', '파일', 'File'), column('sha256', 'SHA-256', 'SHA-256')],
    rows: documents.map((each) => ({ cells: { subject: each.subject, kind: each.kind, datedOn: dateText(each.dated), file: textOr(each.fileName), sha256: textOr(each.sha256) } })),
  };
}
