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

export const tokenArea = { FUND: '조합', VOUCHER: '바우처', GRANT: '연구·보조 지원', MATCHING: '역매칭', MONEY: '지급·원장·은행', COMMON: '공통' };
export const voucherKind = { AS: 'A/S 바우처', KTTN: 'KTTN 바우처' };
export const serviceState = {
  CONTRACTED: '서비스계약', DELIVERED: '결과보고', ACCEPTED: '수요기업 검수', INSPECTED: '전담기관 점검', CLAIMED: '정산청구',
  CAPTURED: '지급결정', PAID: '지급', CANCELLED: '취소', REFUNDED: '환불',
};
export const serviceEvent = {
  contract: '서비스계약', deliver: '결과보고', accept: '수요기업 검수', inspect: '전담기관 점검', claim: '정산청구', capture: '지급결정', reverseCapture: '지급결정 취소', pay: '지급', bounce: '지급 반송',
  sendBack: '보완요청', reassign: '공급기관 교체', cancel: '취소', refundPart: '일부 환불', refundWhole: '전액 환불',
};
export const runStanding = { DRAFTED: '기안', RELEASED: '지급승인', EXPORTED: '은행전송', SETTLED: '완료', VOIDED: '취소' };
export const lineState = { OPEN: '결과 대기', PAID: '지급완료', REJECTED: '지급불능', RETURNED: '반송' };
export const runStep = { draft: '기안', release: '지급승인', export: '이체파일 생성', void: '취소', PAID: '이체 확인', REJECTED: '지급불능', RETURNED: '반송' };
export const bankReason = { AC01: '계좌번호 오류', AC04: '해지된 계좌', AC06: '거래정지 계좌', AM04: '잔액 부족', BE01: '예금주 불일치', MS03: '사유 미기재' };
export const budgetStage = { PROPOSAL: '정부안', APPROVED: '국회확정', SUPPLEMENTARY: '추경', TRANSFER: '변경', CARRIED_FORWARD: '이월' };
export const businessStatus = { ACTIVE: '계속사업자', RESTING: '휴업', CLOSED: '폐업' };
export const clawbackGround = { FALSE_CLAIM: '허위청구', EXCESS_CLAIM: '과다청구', OFF_PURPOSE: '목적 외 사용', CONDITION_BREACH: '교부조건 위반', REQUIREMENT_UNMET: '요건 미충족', MISPAYMENT: '오지급' };
export const clawbackDebtor = { COMPANY: '기업', PROVIDER: '공급기관' };
export const clawbackStatus = { OPEN: '수납 중', OVERDUE: '연체', SETTLED: '완납', WRITTEN_OFF: '결손' };
export const ledgerUnit = { VOUCHER: '건', COMPANY: '개사', SHARE: '주' };
export const legalRegime = { PUBLIC_FINANCE: '공공재정환수법', SUBSIDY: '보조금법', RND: '국가연구개발혁신법' };

export const verdict = { MET: '충족', NOT_MET: '미충족', IN_PROGRESS: '진행 중', UNREACHABLE: '달성 불가' };

export const basis = {
  COMMITTED: '약정총액',
  PAID_IN: '납입출자금',
  INVESTED: '투자금액',
  COMMITTED_MINUS_FEES: '약정총액 − 보수·비용',
  FIXED_AMOUNT: '고정 기준금액',
};

export const measure = { CUMULATIVE_COST: '누적 취득원가(회수해도 줄지 않음)', OUTSTANDING_COST: '투자잔액(취득원가)' };

export const mandateVerdict = { MET: '충족', IN_PROGRESS: '진행 중', UNREACHABLE: '달성 불가', IN_GRACE: '유예 중', CURABLE: '시정 기간', NOT_MET: '미충족' };
export const mandateLevel = { FUND: '조합', GENERAL_PARTNER: '운용사', PROGRAMME: '사업 전체' };
export const mandateBasis = { COMMITTED: '약정총액', PAID_IN: '납입출자금', INVESTED: '투자누계', COMMITTED_MINUS_FEES: '약정총액 - 보수·비용', FIXED_AMOUNT: '고정금액', PARTNER_STAKE: '조합원 출자액' };
export const statutoryVerdict = { MET: '충족', IN_PROGRESS: '진행 중', NOT_MET: '미충족', EXEMPT: '면제', NOT_TESTED: '판정 대상 아님' };
export const generalPartnerKind = { VENTURE_INVESTMENT_COMPANY: '벤처투자회사', STARTUP_ACCELERATOR: '창업기획자', OTHER: '일반', FUND_OF_FUNDS_MANAGER: '모태펀드 운용기관' };
export const test = { BY_DEADLINE: '기한까지 달성', AT_ALL_TIMES: '항상 유지', MILESTONES: '단계별 목표' };

export const dissolutionCause = { LIFE_ENDED: '존속기간 만료', PARTNERS_LEFT: '조합원 전원 탈퇴', GENERAL_PARTNER_LOST: '업무집행조합원 자격 상실', PARTNERS_DECIDED: '조합원 동의', REGISTRATION_CANCELLED: '등록 취소' };
export const dutyState = { DONE: '이행', OVERDUE: '기한 경과', DUE: '예정' };
export const dayCount = { ACTUAL_365: '실제일수/365', ACTUAL_ACTUAL: '실제일수/실제일수' };
export const interimPayout = { NONE: '불가', PRINCIPAL_ONLY: '원금 범위', UNRESTRICTED: '제한 없음' };
export const followOnTest = { FIRST_INVESTMENT: '최초 투자 납입일 기준', EACH_TIME: '투자할 때마다' };
export const lostStatus = { KEEPS: '인정 유지', REVOKES: '인정 상실' };

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

export const companyBasis = { STARTUP: '창업기업', VENTURE: '벤처기업', INNOBIZ: '이노비즈', MAINBIZ: '메인비즈', RND_CENTRE: '기업부설연구소', TECH_RATING: '기술신용평가(TCB)' };

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
  PROJECT_SETTLEMENT: '프로젝트 정산',
  WRITE_OFF: '감액(대손)',
  RESCISSION: '투자해제',
};

export const judgement = { PASS: '이상 없음', WARN: '확인 필요', BLOCK: '기록 불가' };

export const stepKind = { REVIEW: '검토', COOPERATE: '협조', APPROVE: '결재' };

export const approvalState = { PENDING: '진행 중', APPROVED: '서명 완료', EXECUTED: '실행됨', FAILED: '실행 거절', RETURNED: '반려', RECALLED: '회수', EXPIRED: '만료' };

export const approvalMode = { DIRECT: '결재 없이 바로 처리', SIGNED: '결재' };

export const proof = { PASSWORD: '비밀번호', TOTP: '일회용 번호(OTP)', RECOVERY_CODE: '복구 코드', PASSKEY: '패스키', PROVIDER: '통합인증' };

export const partyKind = { COMPANY: '기업', INSTITUTION: '기관', FUND_OF_FUNDS: '모태펀드', BANK: '은행', PUBLIC_BODY: '공공기관', PERSON: '개인' };

export const voucherState = {
  APPLIED: '신청', SCREENED: '요건검토', EVALUATED: '평가', WAITLISTED: '예비', SELECTED: '선정', AGREED: '협약', ISSUED: '발급', SUSPENDED: '사용정지',
  REJECTED: '탈락', WITHDRAWN: '포기', CANCELLED: '협약해약', EXPIRED: '소멸', CLAWBACK: '환수', RECOVERED: '환수완료', WRITTEN_OFF: '결손',
};
export const voucherEvent = {
  screen: '요건검토', evaluate: '평가', waitlist: '예비 지정', select: '선정', reject: '탈락', agree: '협약', issue: '발급', hold: '서비스계약', release: '사용예약 해제', capture: '지급',
  refund: '환불', topUp: '증액', extend: '기간연장', split: '분할', suspend: '사용정지', resume: '정지해제', expire: '소멸', withdraw: '포기', cancel: '협약해약', clawBack: '환수',
  recover: '환수금 완납', writeOff: '결손처분',
};

/** Short names of the rules on applications, by the name of the rule. */
export const applicationRule = {
  'application-comes-within-the-window': '신청기간',
  'researcher-holds-no-office': '이해충돌',
  'contract-is-applied-for-once': '중복신청',
  'technology-is-supported-once': '중복수혜',
  'company-applies-once': '같은 기업',
  'company-is-in-business': '휴폐업',
  'request-stays-within-face': '한도 초과',
  'company-agreed-to-the-use-of-its-data': '동의',
};

export const relation = { EMPLOYS: '임직원', MARRIED_TO: '배우자', OWNED_BY: '주주', AFFILIATED_WITH: '계열회사' };

export const issueStatus = { VALID: '유효', REPLACED: '대체됨', WITHDRAWN: '취소됨' };
export const waiverState = { IN_FORCE: '유효', TO_COME: '시작 전', EXPIRED: '기간 지남', REVOKED: '철회됨' };

export const waivableRule = {
  'investment-stays-within-issuer-limit': '동일기업 투자한도',
  'project-stays-within-limit': '동일 프로젝트 투자한도',
  'overseas-stays-within-limit': '해외투자 한도',
  'secondary-stays-within-limit': '구주 투자한도',
  'quarter-stays-within-pace': '분기 투자속도',
  'key-managers-stand-behind-the-deal': '핵심운용인력 재직',
  'co-investment-is-disclosed': '공동투자 통지',
  'bridge-is-short': '브릿지론 기간',
};

export const statutoryTarget = { STARTUP: '창업기업', INNOVATIVE_SME: '기술·경영혁신형 중소기업', VENTURE_FIRM: '벤처기업', SME_PROJECT: '중소기업 프로젝트' };

export const antiDilution = { NONE: '없음', WEIGHTED_AVERAGE: '가중평균', FULL_RATCHET: '완전희석방지(Full ratchet)' };

export const declaration = {
  isFinancialCompany: '금융회사',
  isFintech: '핀테크 예외에 해당',
  isOfRestrictedGroup: '상호출자제한기업집단 소속',
  fundBorrowsOrGuarantees: '조합의 차입·보증·담보 제공 조건',
  hasTermsOutsideContract: '투자계약서 외의 약정',
  makesThirdPartyLiable: '제3자(이해관계인) 연대책임',
  isNonBusinessRealEstate: '비업무용 부동산',
  coInvests: '업무집행조합원 고유계정 공동투자',
  coInvestmentDisclosed: '공동투자를 조합원에게 통지함',
};

export const dealDimension = {
  region: '지역',
  zone: '연구개발특구',
  founder: '창업자',
  shares: '신주·구주',
  place: '국내·해외',
  market: '상장 여부',
  kind: '투자 형태',
  project: '프로젝트',
  route: '인정경로',
  purpose: '투자 목적',
  stage: '업력',
};

export const dealTrait = { NEW: '신주', SECONDARY: '구주', DOMESTIC: '국내', OVERSEAS: '해외', UNLISTED: '비상장', LISTED: '상장', PROJECT: '프로젝트', PUBLIC_TECHNOLOGY: '공공기술사업화', EARLY: '초기창업(3년 이내)', STARTUP: '창업(7년 이내)', RESEARCHER: '연구자 창업' };

export const companyEvent = { DEAL: '투자', CONVERSION: '전환', EXIT: '회수', VALUATION: '평가' };

export const feeBase = { COMMITTED: '약정총액', INVESTED: '투자누계', OUTSTANDING: '투자잔액', NET_COST: '투자잔액 - 손상' };
export const expenseKind = { MANAGEMENT_FEE: '관리보수', CUSTODY: '수탁보수', AUDIT: '회계감사', OTHER: '기타' };
export const dueDiligenceKind = { FINANCIAL: '재무실사', LEGAL: '법률실사', TECHNICAL: '기술실사', OTHER: '기타 실사' };
export const impairmentReason = {
  FULL_CAPITAL_EROSION: '완전자본잠식', DEFAULT: '부도·지급불능', SUSPENSION: '휴업·폐업·영업중단', REHABILITATION: '회생·파산 신청', LAWSUIT: '중대한 소송', AUDIT_OPINION: '감사의견 부적정·거절', OTHER: '기타',
};

export const grantKind = { PROTOTYPE: '시작품 제작 전문기업 육성', BRIDGE: '중개연구단', BASIC_TIER: '3단계 기본연구', OSMU: 'OSMU 선도프로젝트', TEST_BED: '지역 실증 테스트베드', MATCHING: '민간투자형 연구개발(역매칭)' };
export const matchBound = { MATCH: '매칭비율', CAP: '과제 한도', BUDGET: '남은 예산', SHARE: '총사업비 한도' };
export const matchRelation = { NONE: '관계 없음', OFFICER: '임직원 겸직', SHAREHOLDER: '주주', AFFILIATE: '계열·출자 관계', FAMILY: '친족', OTHER: '그 밖의 관계' };
export const zoneMode = { LARGE: '광역특구', COMPACT: '강소특구' };
export const grantRegime = { RND: '연구개발 출연금', SUBSIDY: '국고보조금' };
export const grantState = { ACTIVE: '수행 중', SUSPENDED: '지급정지', COMPLETED: '수행 완료', TERMINATED: '협약해지', CLOSED: '정산 종결' };
export const grantStep = { suspend: '지급정지', resume: '정지해제', complete: '수행 완료', terminate: '협약해지', close: '종결' };
export const agreementRole = { LEAD: '주관', JOINT: '공동', COMMISSIONED: '위탁' };
export const institutionType = { SME: '중소기업', MID_SIZE: '중견기업', MID_SIZE_LARGE_SALES: '중견기업(평균매출 3천억원 이상)', LARGE: '공기업·대기업', NON_PROFIT: '비영리기관' };
export const fundingSource = { GOVERNMENT: '정부지원', OWN: '기관부담', LOCAL: '지방자치단체', OTHER: '그 외 기관' };
export const planResource = { CASH: '현금', IN_KIND: '현물' };
export const changeNeed = { APPROVAL: '사전승인', NOTICE: '통보' };
export const grantManner = { CONCLUDED: '협약 체결', APPROVAL: '승인 변경', NOTICE: '통보 변경' };
export const trancheState = { PLANNED: '예정', REQUESTED: '신청', DECIDED: '지급결정', VOIDED: '결정 취소', DROPPED: '계획 제외' };
export const trancheStep = { request: '지급 신청', 'send-back': '반려', decision: '지급결정', void: '결정 취소' };
export const carryKind = { EXPLICIT: '명시이월', ACCIDENT: '사고이월', LAPSE: '불용' };
export const recipientRole = { MANUFACTURER: '제작 전문기업', RESULT_OWNER: '성과 소유자', RESEARCH_GROUP: '연구단', COMPANY: '기업', REGION: '지역기관' };
export const amountBasis = { TOTAL: '총액', PER_YEAR: '연액' };
export const feasibility = { NOT_NEEDED: '대상 아님', PENDING: '예타 진행 중', PASSED: '예타 통과' };

export const lineResource = { CASH: '현금', IN_KIND: '현물' };
export const evidenceKind = { TAX_INVOICE: '전자세금계산서', CARD: '연구비카드', TRANSFER: '계좌이체', CASH_RECEIPT: '현금영수증', PAYROLL: '급여이체', IN_KIND: '현물계상', OTHER: '기타' };
export const expenseState = { UNREVIEWED: '검토 전', ALLOWED: '인정', PARTLY: '일부불인정', DISALLOWED: '불인정', VOIDED: '취소' };
export const evidencePaper = {
  QUOTES: '비교견적·나라장터', INSPECTION: '검수조서', PAYROLL: '급여대장', PARTICIPATION: '참여율 확인서', TRAVEL_ORDER: '출장명령서', RECEIPT: '출장 영수증',
  MINUTES: '회의록', CONTRACT: '계약서', DELIVERABLE: '결과물', EVALUATION: '현물 평가', OTHER: '기타 증빙',
};
export const interestTime = { DURING: '기간 중', AFTER: '기간 후' };
export const interestPurpose = { PROJECT: '과제산입', REINVESTMENT: '연구재투자', RESULTS: '성과활용 등', OTHER: '기타용도', TREASURY: '국고반납' };
export const grantApplicationState = { APPLIED: '접수', CHECKED: '요건 적격', EVALUATED: '평가 완료', SELECTED: '선정', WAITLISTED: '예비', REJECTED: '탈락', WITHDRAWN: '철회', AGREED: '협약' };
export const grantApplicationEvent = { check: '요건검토', evaluate: '평가', select: '선정', waitlist: '예비 지정', reject: '탈락', withdraw: '철회', recheck: '이의 인용(요건 재검토)', reconsider: '이의 인용(재평가)', agree: '협약' };
export const grantInstitution = { SME: '중소기업', MID_SIZE: '중견기업', MID_SIZE_LARGE_SALES: '중견기업(평균매출 3천억원 이상)', LARGE: '공기업·대기업', NON_PROFIT: '비영리기관' };
export const grantAnswer = { TAX_ARREARS: '국세·지방세 체납', PARTICIPATION: '연구책임자의 다른 과제(3책5공)', DUPLICATE: '중복지원 여부' };
export const grantAnswerResult = { CLEAR: '이상 없음', FOUND: '해당 있음' };
export const grantRule = {
  'nobody-is-banned': '참여제한', 'investigator-has-room': '3책5공', 'taxes-are-paid': '체납', 'institution-is-in-business': '휴폐업', 'support-is-no-duplicate': '중복지원',
  'request-stays-within-the-amount': '과제 금액', 'tier-is-of-the-call': '단계', 'triad-is-complete': '공동 참여', 'government-stays-within-its-share': '정부지원 비율', 'own-share-has-its-cash': '현금부담 비율',
};
export const settlementStatus = { RUNNING: '수행 중', REPORT_DUE: '보고 기다림', REPORT_OVERDUE: '보고 지연', REPORTED: '보고 접수', DECIDED: '정산 통지', OBJECTED: '이의신청', FINAL: '확정' };
export const settlementFigure = { used: '사용금액 계', unused: '사용잔액(현금)', disallowed: '불인정(현금)', inKindShortage: '현물 부족액', interest: '반납대상 이자', total: '총 반납액' };
export const objectionOutcome = { ACCEPTED: '인정', PARTLY: '일부 인정', REJECTED: '기각' };
export const sanctionOutcome = { UPHELD: '유지', REDUCED: '감경', LIFTED: '취소' };
export const auditOpinion = { CLEAN: '적정', QUALIFIED: '한정', ADVERSE: '부적정', DISCLAIMED: '의견거절' };
export const verificationKind = { SETTLEMENT: '정산 검증', FISCAL_YEAR: '회계감사' };
export const recoveryKind = { SETTLEMENT: '정산', PENALTY: '제재', CLAWBACK: '매칭 환수' };
export const recoveryMovement = { RECEIVED: '수납', OFFSET: '상계', WRITTEN_OFF: '결손처분', SURCHARGED: '가산금', REDUCED: '감액', REVERSED: '수납 취소' };
export const planKind = { PLANNED: '계획', CARRIED: '이월', INTEREST: '이자산입' };

/** After a grant. */
export const assetKind = { EQUIPMENT: '연구시설·장비', PROTOTYPE: '시작품', REAL_ESTATE: '부동산·종물', INTANGIBLE: '무형자산', OTHER: '그 밖의 중요재산' };
export const assetState = { RESTRICTED: '처분제한', FREE: '제한 종료', GONE: '처분됨' };
export const assetCondition = { IN_USE: '사용 중', IDLE: '유휴', BROKEN: '고장', MISSING: '소재 불명' };
export const assetDeed = { SALE: '매각', TRANSFER: '양도', EXCHANGE: '교환', DISCARD: '폐기', LEASE: '대여', PLEDGE: '담보 제공', OTHER_USE: '용도 변경' };
export const orderKind = { EQUIP_EVAL: '연구장비 성능평가', TEST: '시험·분석' };
export const orderState = { REQUESTED: '의뢰', ACCEPTED: '접수', DECLINED: '반려', CERTIFIED: '성적서 발급', APPROVED: '지급결정', CANCELLED: '취소' };
export const orderResult = { MET: '적합', NOT_MET: '부적합', MEASURED: '측정값' };
export const resultUse = { LICENCE: '기술실시(기술료 수입)', OWN_USE: '직접 사업화(매출)' };
export const royaltyPayer = { SME: '중소기업(2.5%, 상한 10%)', MID_SIZE: '중견기업(5%, 상한 20%)', LARGE: '공기업·대기업(10%, 상한 40%)' };
export const royaltyReason = { FULL: '전액', CAPPED: '상한까지', CAP_REACHED: '상한 도달', ENDED: '기간 종료', NO_INCOME: '수입 없음' };
export const divisionBasis = { INNOVATION_ACT: '국가연구개발혁신법', TRANSFER_ACT: '기술이전법' };
export const claimState = { OPEN: '고지', OVERDUE: '체납', PAID: '완납' };
export const deadlineView = { DUE: '남은 기한', OVERDUE: '지난 기한', DONE: '완료', ALL: '모두' };
export const deadlineOwner = { INSTITUTION: '수행기관', AGENCY: '전문기관', COMPANY: '사업화 기업', LABORATORY: '시험·평가기관' };
export const matchingDepositState = { UNPROVEN: '미확인', PROVEN: '확인', REVERSED: '취소' };
export const fundSource = { OWN: '자기자금', OTHER_PUBLIC: '다른 정부지원금', GUARANTEED_LOAN: '정부보증대출', RELATED_PARTY: '연구자·특수관계인 자금', OTHER: '확인되지 않음' };
export const depositorRelation = { COMPANY: '기업', PERFORMER: '수행기관', RELATED: '특수관계인', THIRD_PARTY: '제3자' };
export const depositFlag = { EXCLUDED_SOURCE: '불인정 재원', EXCLUDED_DEPOSITOR: '불인정 입금자', THIRD_PARTY: '제3자 입금', ROUND_TRIP: '순환입금 의심', LOCK_UP_BROKEN: '묶음 기간 위반' };
export const matchingReleaseState = { REQUESTED: '신청', DECIDED: '지급결정', SENT_BACK: '반려', VOIDED: '결정 취소' };
export const matchingClawbackState = { PROPOSED: '제안', DECIDED: '결정', OVERTAKEN: '대체됨' };
export const reportKind = {
  FUND_COMPLIANCE: '펀드 준수보고서', FUND_QUARTERLY: '분기 운용보고서', PARTNER_STATEMENT: '출자자 자본계정 명세서', PARTNER_STATEMENTS: '조합원 자본계정 명세서(전체)',
  ILPA_REPORTING: 'ILPA 보고 서식', ILPA_PERFORMANCE: 'ILPA 성과 서식', VOUCHER_SETTLEMENT: '바우처 정산보고서', GRANT_SETTLEMENT: '정산보고서(공고 전체)',
  AGREEMENT_SETTLEMENT: '정산보고서(협약)', GRANT_FORM: '정산 서식(사용실적보고서)', MATCHING: '매칭 보고서', ANNUAL: '연간 통합보고서',
};
export const schedulePeriod = { QUARTER: '분기', HALF: '반기', YEAR: '연간' };
export const scheduleTurnState = { ISSUED: '발급됨', WAITING: '결재 대기', STOPPED: '반려·회수·만료', REFUSED: '기안하지 못함' };
export const deliveryState = { NEW: '새 보고서', TAKEN: '받음', PASSED: '받기 전 대체·취소' };
