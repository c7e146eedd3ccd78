/** Words of the trade, as the glossary has them. */
export const role = {
  FUND_MANAGER: '펀드 운용 담당',
  FINANCE_MAKER: '재무 담당(기안)',
  FINANCE_CHECKER: '재무 책임(승인·지급)',
  COMPLIANCE: '준법감시',
  APPROVER: '결재권자',
  COMMITTEE: '투자심의위원',
  AUDITOR: '부처 감사관',
  ADMIN: '시스템 관리자',
};

export const rank = { STAFF: '담당', TEAM_LEADER: '팀장', DIRECTOR: '본부장', EXECUTIVE: '임원', HEAD: '기관장' };

export const verdict = { MET: '충족', NOT_MET: '미충족', IN_PROGRESS: '진행 중', UNREACHABLE: '달성 불가' };

export const basis = {
  COMMITTED: '약정총액',
  PAID_IN: '납입출자금',
  INVESTED: '투자금액',
  COMMITTED_MINUS_FEES: '약정총액 − 보수·비용',
  FIXED_AMOUNT: '고정 기준금액',
};

export const measure = { CUMULATIVE_COST: '누적 취득원가(회수해도 줄지 않음)', OUTSTANDING_COST: '투자잔액(취득원가)' };

export const test = { BY_DEADLINE: '기한까지 달성', AT_ALL_TIMES: '항상 유지', MILESTONES: '단계별 목표' };

export const source = { LAW: '법령', AGREEMENT: '규약', NOTICE: '공고', SEED: '정책발표', PRACTICE: '실무관행', ASSUMPTION: '기본값' };

export const route = {
  TECH_TRANSFER: '기술이전',
  IN_KIND: '기술 현물출자',
  LAB_COMPANY: '연구소기업',
  HOLDING_SUBSIDIARY: '기술지주회사 자회사',
  RESEARCHER_SPINOFF: '공공연구자 창업',
  GOV_RND: '국가R&D 사업화',
  JOINT_RND: '공동연구',
  APPROVED_EXCEPTION: '사전인정(예외)',
  NONE: '신청 없음',
};

export const companyBasis = { STARTUP: '창업기업', VENTURE: '벤처기업', INNOBIZ: '이노비즈', RND_CENTRE: '기업부설연구소' };

export const status = { QUALIFIED: '인정', NOT_QUALIFIED: '불인정', PENDING: '보류', REVOKED: '취소', NOT_CLAIMED: '해당없음' };

export const instrument = {
  COMMON: '보통주',
  RCPS: '상환전환우선주(RCPS)',
  CPS: '전환우선주(CPS)',
  CB: '전환사채(CB)',
  BW: '신주인수권부사채(BW)',
  EB: '교환사채(EB)',
  SAFE: '조건부지분인수계약(SAFE)',
  CONVERTIBLE_NOTE: '조건부지분전환계약',
  PROJECT: '프로젝트 투자',
  LLC_INTEREST: '유한회사 출자지분',
  SECONDARY: '구주',
};

export const investmentKind = { NEW: '신규', FOLLOW_ON: '후속', CONVERSION: '전환' };

export const partnerKind = { GENERAL: '업무집행조합원', LIMITED: '유한책임조합원', SPECIAL_LIMITED: '특별조합원' };

export const exitKind = {
  MERGER: 'M&A',
  OVER_THE_COUNTER: '장외매각',
  LISTING: 'IPO·장내매도',
  REDEMPTION: '상환',
  LIQUIDATION: '청산배당',
  WRITE_OFF: '감액(대손)',
  RESCISSION: '투자해제',
};

export const judgement = { PASS: '이상 없음', WARN: '확인 필요', BLOCK: '기록 불가' };

export const stepKind = { REVIEW: '검토', COOPERATE: '협조', APPROVE: '결재' };

export const approvalState = { PENDING: '진행 중', APPROVED: '서명 완료', EXECUTED: '실행됨', FAILED: '실행 거절', RETURNED: '반려', RECALLED: '회수', EXPIRED: '만료' };

export const approvalMode = { DIRECT: '결재 없이 바로 처리', SIGNED: '결재' };

export const proof = { PASSWORD: '비밀번호', TOTP: '일회용 번호(OTP)', RECOVERY_CODE: '복구 코드', PASSKEY: '패스키', PROVIDER: '통합인증' };

export const partyKind = { COMPANY: '기업', INSTITUTION: '기관', FUND_OF_FUNDS: '모태펀드', BANK: '은행', PUBLIC_BODY: '공공기관', PERSON: '개인' };
