/** Private money of matching projects, releases that follow it, and what comes back. */
export const matchingCash = {
  rooms: '과제별 지급 여력', roomsNote: '지급 가능 누계 = 정부지원금 × 확인된 민간부담금 ÷ 약정액(원 미만 버림)', noProjects: '협약한 과제가 없습니다.', project: '과제', company: '기업', committed: '민간 약정(원)', counted: '확인된 민간부담금(원)',
  allowed: '지급 가능 누계(원)', released: '지급 누계(원)', room: '지급 여력(원)', over: '초과 지급(원)', government: '정부 약정(원)', alerts: '확인할 것', nothing: '없음', requested: '신청 중(원)',
  boundBy: '한도', byPrivate: '민간부담금 비율', byCommitment: '정부 약정액 전액', before: '지금', after: '처리한 뒤',
  deposits: '민간부담금 입금', depositsNote: '은행 입금으로 확인된 돈만 셉니다. 확인되지 않은 것부터 보입니다.', noDeposits: '기록된 입금이 없습니다. 기업이 입금했다고 알려 오면 기록해 주세요.', record: '입금 기록', recordTitle: '민간부담금 입금 기록', chooseProject: '과제를 골라 주세요',
  depositedOn: '입금일', amount: '금액(원)', depositor: '입금자', relation: '입금자와 과제의 관계', source: '자금원천(신고)', sourceText: '신고 내용', reference: '이체번호', state: '상태', lockedUntil: '{{date}}까지 묶임', counts: '인정', countsNot: '불인정', flags: '표시', receipt: '은행 거래',
  prove: '은행 입금 찾기', proveTitle: '{{depositor}} {{amount}}원의 은행 입금', proveNote: '같은 금액의 확인되지 않은 은행 입금입니다. 고르면 대사가 확정되고 지급 여력이 늘어납니다.', noReceipt: '같은 금액의 은행 입금이 없습니다. 거래내역을 올렸는지 확인해 주세요.', confirmReceipt: '이 입금으로 확인', notYours: '은행 거래를 볼 수 있는 담당자가 확인합니다.',
  byRegister: '대장', seeLine: '대사 보기', reverse: '기록 취소', reverseTitle: '입금 기록 취소', reverseLead: '{{date}}에 기록한 {{amount}}원의 입금을 취소합니다. 기록은 그대로 남습니다.', reason: '사유', missingReason: '사유를 다섯 글자 이상 적어 주세요.',
  decideFlag: '판단', flagTitle: '입금 인정 판단', accept: '인정', refuse: '불인정', decision: '판단', waitsForCompliance: '준법감시 판단 대기',
  reverseWithdrawalTitle: '{{number}} 회수 기록 취소', reverseWithdrawalLead: '{{date}}에 {{amount}}원이 나갔다는 기록을 취소합니다. 그만큼 다시 인정되고, 그 회수로 제안된 환수안은 없어집니다. 기록은 그대로 남습니다.', reversedBy: '취소됨 · {{name}}',
  withdrawals: '민간부담금 회수', noWithdrawals: '회수된 민간부담금이 없습니다.', withdraw: '회수 기록', withdrawTitle: '{{number}} 민간부담금 회수', withdrawnOn: '나간 날', paidTo: '받은 곳', ofCounted: '인정분에서(원)', willClawBack: '환수안 {{amount}}원이 자동으로 제안됩니다.', noClawback: '지급한 금액이 남은 민간부담금 안에 있어 환수할 금액이 없습니다.',
  missingDepositor: '입금자를 적어 주세요.', missingPaidTo: '받은 곳을 적어 주세요.', missingMilestone: '마일스톤을 적어 주세요.', missingLabel: '회차 이름을 적어 주세요.',
};
export const matchingRelease = {
  title: '정부지원금 지급', note: '신청된 것부터 보입니다. 신청한 사람은 결정하지 않습니다.', empty: '신청된 지급이 없습니다. 위의 과제에서 지급을 신청해 주세요.', ask: '지급 신청', askTitle: '{{number}} 지급 신청', label: '회차 이름', firstLabel: '{{count}}차 지급', milestone: '마일스톤', metOn: '달성 확인일', notMet: '아직 확인되지 않음', notMetHint: '확인하지 않고 신청하면 협약 화면에서 확인한 뒤 결정할 수 있습니다.',
  all: '여력 전액 {{amount}}원', decide: '지급결정', sendBack: '반려', void: '결정 취소', decideTitle: '{{number}} {{label}} 지급결정', payFrom: '이 날부터 지급', requestedBy: '신청 {{name}}', then: '신청 때 가능 {{allowed}}원 · 지급 {{released}}원', waitsForMilestone: '마일스톤 확인 대기', agreement: '협약에서 보기', stepTitle: '{{label}} {{step}}',
};
export const matchingClawback = {
  title: '환수', note: '민간부담금이 빠져나가면 초과 지급액이 자동으로 제안됩니다.', empty: '환수할 것이 없습니다.', cause: '원인', over: '초과 지급(원)', settled: '정산분(원)', total: '환수액(원)', state: '상태', recovery: '환수 통지', decide: '환수 결정', decideTitle: '{{number}} 환수 결정', noticeOn: '통지일', dueOn: '납부기한', dueHint: '비워 두면 법정 최단 기한(공휴일이면 다음 영업일)입니다.',
  instalments: '분할 횟수', demanded: '통지액', proposedBy: '제안 {{name}}', decidedBy: '결정 {{name}}', notice: '통지서 받기', propose: '정산분 더하기', proposeTitle: '{{number}} 정산분 환수 제안', unspent: '집행잔액(원)', disallowed: '불인정금액(원)', interest: '정부분 이자(원)', proposeLead: '이 프로그램 밖에서 정산한 과제의 집행잔액과 불인정금액을 적으면 정부 부담분을 계산해 초과 지급액과 함께 제안합니다.', missingInstalments: '분할 횟수를 적어 주세요.',
};
