/** Agreements on grants: plan, changes, tranches, own cash and the end of a year. */
export const grantAgreement = {
  title: '협약', back: '협약 목록', empty: '아직 협약이 없습니다. 예산이 확정되었으면 선정된 기관과 협약을 체결해 주세요.', conclude: '협약 체결',
  concludeLead: '비목 합계와 재원 합계가 연도·현금/현물별로 같아야 합니다. 별표 1의 부담비율은 입력하는 동안 판정합니다.',
  application: '선정된 신청', noApplication: '신청 없이 체결', number: '협약번호', institution: '수행기관', role: '역할', projectTitle: '과제명', state: '상태', government: '정부지원금(원)', paid: '지급액(원)', ownPaidIn: '기관부담 납입(원)', spent: '현금 집행(원)', cash: '과제계좌 잔액(원)',
  interest: '발생이자(원)', committed: '협약 미지급(원)', payable: '지급결정 미지급(원)', period: '협약기간', periodFrom: '시작일', periodTo: '종료일', agreedOn: '협약일', investigator: '연구책임자', investigatorNumber: '국가연구자번호', projectNumber: '연구개발과제번호',
  businessNumber: '사업자등록번호', institutionType: '기관 유형', parties: '협약 당사자와 기간', judged: '판정과 기표', document: '근거 문서',
  lead: '주관 협약', chooseLead: '주관기관의 협약을 골라 주세요', umbrellaNumber: '총괄과제번호', umbrellaHint: '여러 과제를 묶는 번호가 있을 때만 적습니다.', subProgramme: '세부사업·단계', noTier: '정하지 않음', partners: '공동·위탁 협약', addPartner: '공동·위탁 협약 추가', between: ', ',
  plan: '비목·재원 계획', pasteHint: '엑셀에서 복사해 붙여 넣을 수 있습니다.', item: '항목', resource: '현금·현물', sum: '합계', sources: '재원', lines: '비목', difference: '재원 − 비목', balanced: '일치', year: '{{year}}년', stageYear: '{{stage}}단계 {{year}}년',
  stages: '단계', oneStage: '한 단계', stageByYear: '연도마다 한 단계', stage: '단계', stageSpan: '{{stage}}단계 {{from}} ~ {{to}}', fiscalYear: '회계연도', source: '재원', amount: '금액(원)', line: '비목',
  execution: '예산·집행', planned: '계획(원)', used: '사용(원)', left: '잔액(원)', rate: '사용률', indirect: '간접비', funding: '연도별 예산 확보', budgetYear: '예산 연도', funded: '확보(원)', decided: '지급결정(원)', fundYear: '연차 예산 확보',
  history: '변경이력', version: '제{{version}}판', effectiveOn: '{{date}}부터', changes: '달라지는 내용', what: '항목', before: '변경 전', after: '변경 후', delta: '증감(원)', need: '필요한 절차',
  transfer: '비목 전용', transferTitle: '{{number}} 비목 전용', from: '보내는 비목', to: '받는 비목', chooseLine: '비목을 골라 주세요', leftOf: '잔액 {{amount}}원', decidedOn: '승인·통보일', reason: '사유', methods: '수행방법', researchers: '참여연구원',
  amend: '협약 변경', amendTitle: '{{number}} 협약 변경', byApproval: '변경 승인 요청', byNotice: '통보로 변경', noticeIsEnough: '통보로 충분한 변경입니다. 승인 없이 바로 반영됩니다.', approvalIsNeeded: '사전승인이 필요한 변경입니다. 결재가 끝나야 반영됩니다.',
  happenedOn: '날짜', waiting: '내용을 입력하면 판정과 기표를 미리 보여 드립니다.', missingAmount: '금액을 입력해 주세요.', missingReason: '사유를 다섯 글자 이상 적어 주세요.', missingPlan: '재원과 비목을 입력해 주세요.', unread: '금액으로 읽을 수 없는 칸이 {{count}}개 있습니다.',
};
export const grantTranche = {
  title: '지급', empty: '지급계획이 없습니다. 지급계획을 세우면 회차마다 조건을 함께 점검합니다.', plan: '지급계획 세우기', planTitle: '{{number}} 지급계획', pattern: '기본 비율: {{clause}} ({{source}})', number: '회차', label: '회차 이름', plannedOn: '예정일', state: '상태', conditions: '지급조건',
  paidOn: '{{date}} 지급', confirm: '확인', confirmTitle: '{{what}} 확인', metOn: '확인일', note: '비고', payFrom: '이 날부터 지급', committedBefore: '협약 미지급 전', committedAfter: '협약 미지급 후', missingReason: '사유를 적어 주세요.',
  ownCash: '기관부담 현금 납입(원)', previousSpent: '앞서 받은 현금 집행(%)', milestone: '마일스톤', report: '보고서', remove: '빼기', add: '회차 추가', planSum: '계획 합계 {{amount}}원', faultyRow: '회차의 이름·금액·예정일을 모두 적어 주세요.',
  desk: '지급 대기', deskNote: '신청된 것부터 보입니다.', nothingDue: '지급을 기다리는 회차가 없습니다.', ownShares: '기관부담금', receive: '입금 기록', ownCashPlanned: '현금 약정(원)', inKindPlanned: '현물 약정(원)', inKindUsed: '현물 사용(원)', receivedOn: '입금일', reference: '입금 근거', reverse: '입금 취소', reverseTitle: '기관부담금 입금 취소', reverseLead: '{{date}}에 기록한 {{amount}}원을 되돌립니다. 기록은 그대로 남습니다.',
};
export const grantYear = {
  title: '회계연도 마감', note: '국가재정법 제48조', available: '협약가능 예산(원)', open: '미지급 금액(원)', lapsed: '불용(원)', forwarded: '다음 연도 예산으로(원)', carried: '이월(원)', state: '상태', closedOn: '{{date}} 마감', running: '진행 중', close: '마감하기', closeTitle: '{{year}} 회계연도 마감',
  what: '협약·의뢰', stage: '진행', agreed: '협약', decidedPart: '지급결정 {{amount}}원',
  lead: '지급하지 못한 협약금액과 성능평가·시험 의뢰는 명시이월·사고이월하거나 불용 처리합니다. 성적서가 나온 의뢰와 지급결정한 금액은 불용할 수 없고, 불용한 의뢰는 취소됩니다. 사고이월한 금액은 다시 이월할 수 없습니다. 수행기관이 쓰지 않은 비목 예산은 같은 단계 안에서 저절로 이어집니다.',
  carryOvers: '이월 내역', kind: '처리', fromTo: '예산 → 지급 연도', unagreed: '협약하지 않은 예산', lapse: '불용', forward: '{{year}}년 예산으로 이월', reason: '이월 사유', clauseDefault: '{{year}}회계연도 마감',
};
