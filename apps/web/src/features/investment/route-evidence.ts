/**
 * The must-have documents of each route, so that the checklist is there before anything is sent. The server judges by
 * its own list (`MUST_HAVE_EVIDENCE`), and an investment that is recorded shows the server's.
 */
export const ROUTE_EVIDENCE: Readonly<Record<string, readonly string[]>> = {
  TECH_TRANSFER: ['기술이전계약서', '기술료 납부증빙', '공공연구기관 확인서', '특허등록원부'],
  IN_KIND: ['기술가치평가서', '법인등기부등본', '정관'],
  LAB_COMPANY: ['연구소기업 등록증', '주주명부'],
  HOLDING_SUBSIDIARY: ['자회사 편입확인서', '주주명부'],
  RESEARCHER_SPINOFF: ['겸직·휴직 승인서', '재직·소속 증명서', '기술실시계약서'],
  GOV_RND: ['과제협약서', '최종평가 결과', '성과활용보고서', '매출증빙'],
  JOINT_RND: ['공동연구계약서', '성과귀속 확인서'],
  APPROVED_EXCEPTION: ['질의회신'],
};

export const ROUTES = ['TECH_TRANSFER', 'IN_KIND', 'LAB_COMPANY', 'HOLDING_SUBSIDIARY', 'RESEARCHER_SPINOFF', 'GOV_RND', 'JOINT_RND', 'APPROVED_EXCEPTION'] as const;
export const COMPANY_BASES = ['STARTUP', 'VENTURE', 'INNOBIZ', 'RND_CENTRE'] as const;
export const INSTRUMENTS = ['RCPS', 'CPS', 'COMMON', 'CB', 'BW', 'EB', 'SAFE', 'CONVERTIBLE_NOTE', 'PROJECT', 'LLC_INTEREST', 'SECONDARY'] as const;
export const DECISIONS = ['QUALIFIED', 'NOT_QUALIFIED', 'PENDING', 'REVOKED'] as const;
