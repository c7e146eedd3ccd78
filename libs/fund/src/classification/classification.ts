import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { EvidenceDetail } from '../recognition/detail/evidence-detail.js';

/** The ways in which a company commercialises public technology (prong a); each has its own must-have evidence. */
export const RECOGNITION_ROUTES = [
  'TECH_TRANSFER',
  'IN_KIND',
  'LAB_COMPANY',
  'HOLDING_SUBSIDIARY',
  'RESEARCHER_SPINOFF',
  'GOV_RND',
  'JOINT_RND',
  'APPROVED_EXCEPTION',
] as const;
export type RecognitionRoute = (typeof RECOGNITION_ROUTES)[number];

/** Why a company is a start-up or a technology-based firm (prong b). */
export const COMPANY_BASES = ['STARTUP', 'VENTURE', 'INNOBIZ', 'MAINBIZ', 'RND_CENTRE', 'TECH_RATING'] as const;
export type CompanyBasis = (typeof COMPANY_BASES)[number];

export const CLASSIFICATION_DECISIONS = ['QUALIFIED', 'NOT_QUALIFIED', 'PENDING', 'REVOKED'] as const;
export type ClassificationDecision = (typeof CLASSIFICATION_DECISIONS)[number];

/** What an investment counts as at one point in both times. A claim without a decision is pending; no claim, no question. */
export type RecognitionStatus = 'QUALIFIED' | 'NOT_QUALIFIED' | 'PENDING' | 'REVOKED' | 'NOT_CLAIMED';

/** Both prongs must hold: public technology and a start-up or technology-based firm. */
export interface Recognition {
  readonly route: RecognitionRoute;
  readonly companyBasis: CompanyBasis;
}

/** A decision about recognition: dated, reasoned, by somebody. Decisions are never changed, only followed by others. */
export interface Classification {
  readonly decision: ClassificationDecision;
  readonly route: RecognitionRoute | null;
  readonly companyBasis: CompanyBasis | null;
  readonly effectiveOn: LocalDate;
  readonly reason: string;
}

/** A document that speaks for recognition, with the file where one was uploaded. */
export interface EvidenceDraft {
  readonly kind: string;
  readonly issuedOn: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly issuer: string | null;
  readonly documentId: string | null;
  /** What it says, as far as machine checks read it; absent where nobody typed it in. */
  readonly detail?: EvidenceDetail | null;
}

export const ROUTE_NAMES: Readonly<Record<RecognitionRoute, Bilingual>> = {
  TECH_TRANSFER: { ko: '기술이전', en: 'Technology transfer' },
  IN_KIND: { ko: '기술 현물출자', en: 'Technology contributed in kind' },
  LAB_COMPANY: { ko: '연구소기업', en: 'Lab company' },
  HOLDING_SUBSIDIARY: { ko: '기술지주회사 자회사', en: 'Technology holding subsidiary' },
  RESEARCHER_SPINOFF: { ko: '공공연구자 창업', en: 'Researcher spin-off' },
  GOV_RND: { ko: '국가R&D 사업화', en: 'National R&D commercialisation' },
  JOINT_RND: { ko: '공동연구', en: 'Joint research' },
  APPROVED_EXCEPTION: { ko: '사전인정(예외)', en: 'Approved exception' },
};

export const COMPANY_BASIS_NAMES: Readonly<Record<CompanyBasis, Bilingual>> = {
  STARTUP: { ko: '창업기업', en: 'Start-up (within 7 years)' },
  VENTURE: { ko: '벤처기업', en: 'Certified venture firm' },
  INNOBIZ: { ko: '이노비즈', en: 'Innobiz firm' },
  MAINBIZ: { ko: '메인비즈', en: 'Mainbiz firm' },
  RND_CENTRE: { ko: '기업부설연구소', en: 'Corporate R&D centre' },
  TECH_RATING: { ko: '기술신용평가(TCB)', en: 'Technology credit rating (TCB)' },
};

export const STATUS_NAMES: Readonly<Record<RecognitionStatus, Bilingual>> = {
  QUALIFIED: { ko: '인정', en: 'Qualified' },
  NOT_QUALIFIED: { ko: '불인정', en: 'Not qualified' },
  PENDING: { ko: '보류', en: 'Pending' },
  REVOKED: { ko: '취소', en: 'Revoked' },
  NOT_CLAIMED: { ko: '해당없음', en: 'Not claimed' },
};
