import { localDate } from '#libs/calendar';
import { basisPoints, TREASURY_STEP_WON, won } from '#libs/money';
import type { PolicySource, Sourced } from '#libs/policy';
import type { SurchargeTerms } from '#libs/recovery';
import type { ClawbackTerms, DatedRate, InterestTerms, LegalRegime, MitigationTerms, PenaltyScale, PublicationTerms } from './clawback.js';

const law = <T>(value: T, clause: string): Sourced<T> => ({ value, clause, source: 'LAW' });
const practice = <T>(value: T, clause: string): Sourced<T> => ({ value, clause, source: 'PRACTICE' });
const assumed = <T>(value: T, clause: string): Sourced<T> => ({ value, clause, source: 'ASSUMPTION' });

const rateFrom = (from: string, rate: number, source: PolicySource): DatedRate => ({
  from: localDate(from),
  value: basisPoints(rate),
  clause: '국세기본법 시행규칙 제19조의3',
  source,
});

/** Rates of interest on national tax refunds. The earlier ones are as reported, to be checked against the gazette. */
const REFUND_INTEREST_RATES: readonly DatedRate[] = [
  rateFrom('2021-03-16', 120, 'PRACTICE'),
  rateFrom('2023-03-20', 290, 'PRACTICE'),
  rateFrom('2024-03-22', 350, 'PRACTICE'),
  rateFrom('2025-03-21', 310, 'LAW'),
];

const PUBLIC_FINANCE_INTEREST: InterestTerms = {
  rates: REFUND_INTEREST_RATES,
  rateDay: assumed('FIRST_OF_MONTH', '기본값: 이자율이 바뀐 달은 그 달 1일의 이자율'),
  mispaymentOnlyAtFault: law(true, '공공재정환수법 제8조제1항 단서'),
};

const PUBLIC_FINANCE_PENALTY: PenaltyScale = {
  kind: 'MULTIPLES',
  byGround: {
    FALSE_CLAIM: law(basisPoints(50_000), '공공재정환수법 제9조제1항, 시행령 별표 1'),
    EXCESS_CLAIM: law(basisPoints(30_000), '공공재정환수법 제9조제1항, 시행령 별표 1'),
    OFF_PURPOSE: law(basisPoints(20_000), '공공재정환수법 제9조제1항, 시행령 별표 1'),
  },
};

const PUBLIC_FINANCE_MITIGATIONS: readonly MitigationTerms[] = [
  { kind: 'SMALL_GAIN', atMostWon: won(1_000_000), years: 3, ...law('MAY', '공공재정환수법 제11조제1항제1호, 시행령 제7조제1호') },
  { kind: 'NEGLIGENCE', ...law('MAY', '공공재정환수법 제9조제1항 단서, 시행령 제5조제2항') },
  { kind: 'VOLUNTARY_REPORT', ...law('MUST', '공공재정환수법 제10조제1항') },
  { kind: 'OTHERWISE_FINED', ...law('MUST', '공공재정환수법 제10조제2항') },
];

const PUBLIC_FINANCE_SURCHARGE: SurchargeTerms = {
  steps: law([{ within: { days: 7 }, rate: basisPoints(100) }, { within: { months: 1 }, rate: basisPoints(200) }], '공공재정환수법 시행령 제8조제1호'),
  monthlyRate: law(basisPoints(100), '공공재정환수법 시행령 제8조제2호'),
  cap: law(basisPoints(500), '공공재정환수법 시행령 제8조제2호 단서'),
};

const PUBLICATION: PublicationTerms = { years: 3, leastPenalties: 2, leastGainWon: won(30_000_000) };

const SUBSIDY_PENALTY: PenaltyScale = {
  kind: 'MULTIPLES',
  byGround: {
    FALSE_CLAIM: practice(basisPoints(50_000), '보조금법 제33조의2, 시행령 별표'),
    OFF_PURPOSE: practice(basisPoints(30_000), '보조금법 제33조의2, 시행령 별표'),
    CONDITION_BREACH: practice(basisPoints(20_000), '보조금법 제33조의2, 시행령 별표'),
    REQUIREMENT_UNMET: practice(basisPoints(10_000), '보조금법 제33조의2, 시행령 별표'),
  },
};

const RND_PENALTY: PenaltyScale = {
  kind: 'BRACKETS',
  brackets: law(
    [
      { aboveWon: won(0), rate: basisPoints(10_000) },
      { aboveWon: won(100_000_000), rate: basisPoints(15_000) },
      { aboveWon: won(500_000_000), rate: basisPoints(20_000) },
    ],
    '국가연구개발혁신법 시행령 별표 7',
  ),
  leeway: law(basisPoints(5_000), '국가연구개발혁신법 시행령 별표 7'),
  cap: law(basisPoints(50_000), '국가연구개발혁신법 제32조'),
};

const INSTALMENTS = assumed(12, '기본값: 최대 12회 분할납부');

/** What applies where no policy row says otherwise, one set for each statute. */
export const DEFAULT_CLAWBACK_TERMS: Readonly<Record<LegalRegime, ClawbackTerms>> = {
  PUBLIC_FINANCE: {
    regime: 'PUBLIC_FINANCE',
    interest: PUBLIC_FINANCE_INTEREST,
    penalty: PUBLIC_FINANCE_PENALTY,
    mitigations: PUBLIC_FINANCE_MITIGATIONS,
    surcharge: PUBLIC_FINANCE_SURCHARGE,
    publication: law(PUBLICATION, '공공재정환수법 제16조제1항'),
    paymentTermDays: law(30, '공공재정환수법 시행령 제4조제1항, 제6조제1항'),
    mostInstalments: INSTALMENTS,
    truncationWon: law(TREASURY_STEP_WON, '국고금 관리법 제47조'),
  },
  SUBSIDY: {
    regime: 'SUBSIDY',
    interest: null,
    penalty: SUBSIDY_PENALTY,
    mitigations: [],
    surcharge: null,
    publication: null,
    paymentTermDays: assumed(30, '기본값: 통지일부터 30일'),
    mostInstalments: INSTALMENTS,
    truncationWon: law(TREASURY_STEP_WON, '국고금 관리법 제47조'),
  },
  RND: {
    regime: 'RND',
    interest: null,
    penalty: RND_PENALTY,
    mitigations: [],
    surcharge: null,
    publication: null,
    paymentTermDays: law(30, '국가연구개발혁신법 시행령 제63조'),
    mostInstalments: INSTALMENTS,
    truncationWon: assumed(null, '기본값: 전문기관이 받는 회수금은 끝수를 버리지 않음(국고금 관리법 제47조제3항은 준용할 수 있다고만 정함)'),
  },
};
