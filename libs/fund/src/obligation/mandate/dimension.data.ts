import type { Bilingual } from '#libs/errors';
import { RECOGNITION_ROUTES, ROUTE_NAMES } from '../../classification/classification.js';

/** A property of deals that rules of a mandate may ask for. */
export interface Dimension {
  readonly code: string;
  readonly name: Bilingual;
  /** The values there are; null where any text may be one (a city). */
  readonly values: readonly { readonly code: string; readonly name: Bilingual }[] | null;
}

const value = (code: string, ko: string, en: string): { code: string; name: Bilingual } => ({ code, name: { ko, en } });

/** What is known of a deal, and so what a class of deals can be put together from. */
export const DIMENSIONS: readonly Dimension[] = [
  { code: 'purpose', name: { ko: '투자 목적', en: 'Purpose' }, values: [value('PUBLIC_TECHNOLOGY', '공공기술사업화(인정)', 'Public technology (recognised)')] },
  { code: 'route', name: { ko: '인정경로', en: 'Recognition route' }, values: RECOGNITION_ROUTES.map((code) => ({ code, name: ROUTE_NAMES[code] })) },
  { code: 'shares', name: { ko: '신주·구주', en: 'Shares' }, values: [value('NEW', '신주', 'New shares'), value('SECONDARY', '구주', 'Existing shares')] },
  { code: 'stage', name: { ko: '업력', en: 'Age of the company' }, values: [value('EARLY', '초기창업(3년 이내)', 'Early start-up (3 years)'), value('STARTUP', '창업(7년 이내)', 'Start-up (7 years)')] },
  { code: 'founder', name: { ko: '창업자', en: 'Founder' }, values: [value('RESEARCHER', '연구자 창업', 'Founded by a researcher')] },
  { code: 'place', name: { ko: '국내·해외', en: 'Place' }, values: [value('DOMESTIC', '국내', 'Domestic'), value('OVERSEAS', '해외', 'Overseas')] },
  { code: 'market', name: { ko: '상장 여부', en: 'Market' }, values: [value('UNLISTED', '비상장', 'Unlisted'), value('LISTED', '상장', 'Listed')] },
  { code: 'kind', name: { ko: '투자 형태', en: 'Kind' }, values: [value('PROJECT', '프로젝트 투자', 'Project')] },
  { code: 'region', name: { ko: '지역', en: 'Region' }, values: null },
  { code: 'zone', name: { ko: '연구개발특구', en: 'Special R&D zone' }, values: null },
];
