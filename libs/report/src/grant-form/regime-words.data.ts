import type { Bilingual } from '#libs/errors';
import type { GrantRegime } from '#libs/grant';
import { both } from '../report/report-text.js';

/** What the papers of a regime call things; the words of the other never stand on them (docs/domain.md §4.1). */
export interface RegimeWords {
  readonly report: Bilingual;
  readonly form: Bilingual;
  /** Where the form is prescribed, printed above it. */
  readonly prescribed: string;
  readonly money: string;
  readonly recipient: string;
  readonly project: string;
  readonly investigator: string;
  readonly roles: Readonly<Record<'LEAD' | 'JOINT' | 'COMMISSIONED', string>>;
  readonly government: Bilingual;
  readonly own: Bilingual;
  /** Numbers of the project that the form of the regime asks for. */
  readonly numbersProjects: boolean;
  /** Whether the form has a row in kind for every line, brought or not. */
  readonly rowsInKind: boolean;
  readonly assets: Bilingual;
  readonly declaration: string;
}

export const REGIME_WORDS: Readonly<Record<GrantRegime, RegimeWords>> = {
  RND: {
    report: both('출연금 정산보고서', 'R&D contribution settlement report'),
    form: both('연구개발비 사용실적보고서', 'Report on the use of research funds'),
    prescribed: '국가연구개발혁신법 시행규칙 [별지 제7호서식]',
    money: '연구개발비',
    recipient: '연구개발기관',
    project: '연구개발과제',
    investigator: '연구책임자',
    roles: { LEAD: '주관연구개발기관', JOINT: '공동연구개발기관', COMMISSIONED: '위탁연구개발기관' },
    government: both('정부지원', 'Government'),
    own: both('기관부담', 'Institution'),
    numbersProjects: true,
    rowsInKind: true,
    assets: both('연구시설·장비', 'Equipment'),
    declaration: '「국가연구개발혁신법 시행령」 제26조제1항에 따라 위와 같이 연구개발비 사용실적을 보고합니다.',
  },
  SUBSIDY: {
    report: both('보조금 정산보고서', 'Subsidy settlement report'),
    form: both('보조사업 정산보고서', 'Settlement of a subsidised project'),
    prescribed: '보조금 관리에 관한 법률 제27조, 같은 법 시행령 제12조',
    money: '보조사업비',
    recipient: '보조사업자',
    project: '보조사업',
    investigator: '사업책임자',
    roles: { LEAD: '주관 보조사업자', JOINT: '공동 보조사업자', COMMISSIONED: '위탁 수행기관' },
    government: both('국고보조', 'Subsidy'),
    own: both('자부담', 'Own share'),
    numbersProjects: false,
    rowsInKind: false,
    assets: both('중요재산', 'Important property'),
    declaration: '「보조금 관리에 관한 법률」 제27조에 따라 위와 같이 보조사업 실적과 정산 내용을 보고합니다.',
  },
};
