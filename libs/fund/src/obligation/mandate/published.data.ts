import type { Bilingual } from '#libs/errors';
import type { DealClass, MandateBasis } from './mandate.js';

/** A rule as a notice published it; what is the fund's own (dates, whose stake) is filled in when it is taken over. */
export interface PublishedRule {
  readonly name: Bilingual;
  readonly ratioBasisPoints: number;
  readonly denominator: MandateBasis;
  readonly counts: DealClass;
  /** One rule for each contributing city, with its name for `region`. */
  readonly forEachStake: boolean;
}

export interface PublishedMandate {
  readonly code: string;
  readonly year: number;
  readonly name: Bilingual;
  readonly clause: string;
  readonly rules: readonly PublishedRule[];
}

const trait = (dimension: string, ...values: string[]): DealClass => ({ kind: 'TRAIT', dimension, values });
const allOf = (...classes: DealClass[]): DealClass => ({ kind: 'ALL_OF', classes });
const rule = (ko: string, en: string, ratioBasisPoints: number, counts: DealClass, more: Partial<PublishedRule> = {}): PublishedRule => ({
  name: { ko, en },
  ratioBasisPoints,
  denominator: 'COMMITTED',
  counts,
  forEachStake: false,
  ...more,
});

const PUBLIC_TECHNOLOGY = trait('purpose', 'PUBLIC_TECHNOLOGY');
const NEW_IN_PUBLIC_TECHNOLOGY = allOf(PUBLIC_TECHNOLOGY, trait('shares', 'NEW'));

/** The mandates that were published for funds of this kind, to start a new one from. Sources: the notices named in each clause. */
export const PUBLISHED_MANDATES: readonly PublishedMandate[] = [
  {
    code: '2014',
    year: 2014,
    name: { ko: '60%와 그 안의 20%·10%, 신주만', en: '60 %, within it 20 % and 10 %, new shares only' },
    clause: '2014년 출자공고',
    rules: [
      rule('공공기술사업화', 'Public technology', 6000, NEW_IN_PUBLIC_TECHNOLOGY),
      rule('초기창업 공공기술사업화', 'Early start-ups in public technology', 2000, allOf(PUBLIC_TECHNOLOGY, trait('shares', 'NEW'), trait('stage', 'EARLY'))),
      rule('연구소기업(초기창업)', 'Lab companies among them', 1000, allOf(PUBLIC_TECHNOLOGY, trait('shares', 'NEW'), trait('stage', 'EARLY'), trait('route', 'LAB_COMPANY'))),
    ],
  },
  {
    code: '2017',
    year: 2017,
    name: { ko: '특구 50%와 지자체 출자액의 2배', en: '50 % in special zones and twice each city’s own stake' },
    clause: '2017년 출자공고',
    rules: [
      rule('연구개발특구 투자', 'Companies in special zones', 5000, trait('zone', '대덕', '광주', '대구', '부산', '전북')),
      rule('지자체 출자액의 2배', 'Twice the stake of a city', 20_000, trait('region', '대전'), { denominator: 'PARTNER_STAKE', forEachStake: true }),
    ],
  },
  {
    code: '2020',
    year: 2020,
    name: { ko: '약정총액의 50% 이상', en: '50 % of the commitments or more' },
    clause: '2020년 사업 계획',
    rules: [rule('공공기술사업화', 'Public technology', 5000, PUBLIC_TECHNOLOGY)],
  },
  {
    code: '2025',
    year: 2025,
    name: { ko: '70%와 연구자 창업 20%(중복 인정)', en: '70 %, and 20 % founded by researchers, which may overlap' },
    clause: '2025년 출자공고',
    rules: [
      rule('공공기술사업화', 'Public technology', 7000, PUBLIC_TECHNOLOGY),
      rule('연구자 창업기업', 'Companies founded by researchers', 2000, trait('founder', 'RESEARCHER')),
    ],
  },
];
