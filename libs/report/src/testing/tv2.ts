import { endOfSeoulDay, localDate } from '#libs/calendar';
import { COMPANY_BASIS_NAMES, obligationPosition, ROUTE_NAMES, STATUS_NAMES, type ObligationPosition, type PartnerRow } from '#libs/fund';
import { basisPoints, won, ZERO_WON } from '#libs/money';
import type { Policy } from '#libs/policy';
import type { ComplianceDeal, ComplianceFacts } from '../fund-compliance/fund-compliance.js';
import { TV2_OUTCOME, TV2_RESTRICTIONS } from './outcome.js';

/** The portfolio of 30 June 2023 in docs/domain.md (TV-1, TV-2): 20 billion committed, 8 paid in, 6 invested, 3.8 recognised, 1 pending. */

const AS_OF = localDate('2023-06-30');
const KNOWN_BEFORE = endOfSeoulDay(AS_OF);
const PERIOD = { from: localDate('2021-11-15'), to: localDate('2025-11-14') };
const FUND_ID = '00000000-0000-4000-8000-00000000f002';
const FOUNDED_AT = new Date('2021-11-15T15:00:00+09:00');

const policy = (id: string, key: string, value: Policy['value'], source: Policy['source'], clause: string): Policy => ({
  id,
  scope: source === 'AGREEMENT' ? `fund/${FUND_ID}` : '*',
  key,
  value,
  effectiveFrom: PERIOD.from,
  effectiveTo: null,
  clause,
  source,
  knownAt: FOUNDED_AT,
});

const partner = (ordinal: number, name: string, kind: PartnerRow['kind'], commitment: bigint): PartnerRow => ({
  id: `partner-${ordinal}`,
  partyId: `party-${ordinal}`,
  name,
  kind,
  ordinal,
  businessNumber: `31${ordinal}8204178`,
  commitmentWon: won(commitment),
  units: (commitment / 1_000_000n).toString(),
  signedOn: PERIOD.from,
  contact: null,
  calledWon: won((commitment * 2n) / 5n),
  paidInWon: won((commitment * 2n) / 5n),
  distributedWon: won((commitment * 3n) / 200n),
  professional: false,
  recalledWon: ZERO_WON,
});

type Given = Pick<ComplianceDeal, 'number' | 'company' | 'instrument' | 'amountWon' | 'paidOn' | 'route' | 'companyBasis' | 'status'>;

const deal = (given: Given): ComplianceDeal => ({
  id: `deal-${given.number}`,
  fundId: FUND_ID,
  kind: 'NEW',
  originId: null,
  rescinded: false,
  companyId: `company-${given.number}`,
  businessNumber: '4018101633',
  incorporatedOn: localDate('2020-05-11'),
  outstandingCostWon: given.amountWon,
  fairValueWon: null,
  committeeOn: null,
  shares: null,
  pricePerShareWon: null,
  round: null,
  decidedEffectiveOn: given.status === 'QUALIFIED' ? given.paidOn : null,
  warningCount: '0',
  voided: false,
  note: null,
  recordedBy: 'manager',
  recordedAt: KNOWN_BEFORE,
  rescindedOn: null,
  missingEvidence: given.status === 'PENDING' ? ['성과활용보고서', '매출증빙'] : [],
  ...given,
});

const DEALS: readonly ComplianceDeal[] = [
  deal({ number: 'INV-2022-0001', company: 'A 연구소기업', instrument: 'RCPS', amountWon: '2000000000', paidOn: localDate('2022-03-28'), route: 'LAB_COMPANY', companyBasis: 'STARTUP', status: 'QUALIFIED' }),
  deal({ number: 'INV-2022-0002', company: 'B 기술이전 창업기업', instrument: 'RCPS', amountWon: '1500000000', paidOn: localDate('2022-09-15'), route: 'TECH_TRANSFER', companyBasis: 'STARTUP', status: 'QUALIFIED' }),
  deal({ number: 'INV-2023-0001', company: 'C 일반 벤처', instrument: 'COMMON', amountWon: '1200000000', paidOn: localDate('2023-02-10'), route: null, companyBasis: null, status: 'NOT_CLAIMED' }),
  deal({ number: 'INV-2023-0002', company: 'D 교수창업', instrument: 'SAFE', amountWon: '300000000', paidOn: localDate('2023-05-20'), route: 'RESEARCHER_SPINOFF', companyBasis: 'STARTUP', status: 'QUALIFIED' }),
  deal({ number: 'INV-2023-0003', company: 'E 국가R&D 사업화', instrument: 'CB', amountWon: '1000000000', paidOn: localDate('2023-06-01'), route: 'GOV_RND', companyBasis: 'STARTUP', status: 'PENDING' }),
];

/** The position with `qualifying` of the six billion recognised. */
export function positionOf(qualifying: bigint, asOf = AS_OF): ObligationPosition {
  const facts = {
    committedWon: won(20_000_000_000n),
    paidInWon: won(8_000_000_000n),
    investedWon: won(6_000_000_000n),
    qualifyingWon: won(qualifying),
    qualifyingOutstandingWon: won(qualifying),
    pendingWon: won(1_000_000_000n),
    pendingCount: 1,
    investmentCount: 5,
    qualifyingCount: 3,
    lifetimeExpensesWon: won(2_600_000_000n),
    recyclableWon: ZERO_WON,
  };
  const rule = {
    ratioBasisPoints: basisPoints(5000),
    denominator: 'COMMITTED',
    measure: 'CUMULATIVE_COST',
    test: { kind: 'BY_DEADLINE', deadlineOn: PERIOD.to },
    fixedBaseWon: null,
    clause: '규약 제23조',
    source: 'AGREEMENT',
    version: '16',
  } as const;
  return obligationPosition(rule, facts, PERIOD, asOf);
}

export function tv2Facts(changes: Partial<ComplianceFacts> = {}): ComplianceFacts {
  const position = positionOf(3_800_000_000n);
  return {
    fund: {
      id: FUND_ID,
      number: 'FND-2021-02',
      name: '이음 공공기술사업화 투자조합',
      vintageId: 'vintage',
      programmeId: 'programme',
      vintageYear: 2021,
      generalPartner: '이음기술지주(주)',
      generalPartnerIds: ['party-5'],
      dissolvedOn: null,
      custodian: '누리은행(수탁)',
      unitWon: won(1_000_000n),
      committedWon: won(20_000_000_000n),
      foundedOn: PERIOD.from,
      registeredOn: localDate('2021-11-26'),
      investmentFrom: PERIOD.from,
      investmentTo: PERIOD.to,
      lifeTo: localDate('2029-11-14'),
    },
    programme: { ko: '공공기술 사업화 펀드', en: 'Public-technology commercialisation fund' },
    asOf: AS_OF,
    knownBefore: KNOWN_BEFORE,
    position,
    ifPendingAccepted: positionOf(4_800_000_000n),
    pace: [
      { on: PERIOD.from, expectedWon: '6844626', qualifyingWon: '0' },
      { on: AS_OF, expectedWon: position.pace.expectedQualifyingWon.toString(), qualifyingWon: '3800000000' },
      { on: PERIOD.to, expectedWon: '10000000000', qualifyingWon: null },
    ],
    policies: [
      policy('1', 'fund.headroom.action', 'BLOCK', 'ASSUMPTION', '기본값: 의무투자 달성이 불가능해지는 투자는 차단'),
      policy('16', 'fund.obligation.ratio-basis-points', 5000, 'AGREEMENT', '규약 제23조'),
    ],
    partners: [
      partner(1, '모태펀드', 'SPECIAL_LIMITED', 10_000_000_000n),
      partner(2, '공제회', 'LIMITED', 5_000_000_000n),
      partner(3, '은행A', 'LIMITED', 3_000_000_000n),
      partner(4, '기업B', 'LIMITED', 1_800_000_000n),
      partner(5, '이음기술지주(주)', 'GENERAL', 200_000_000n),
    ],
    calls: [{ id: 'call-1', number: 1, kind: null, purposeCode: null, purpose: '최초 납입', contact: null, remedies: '', noticeOn: '2021-11-15', dueOn: '2021-11-30', amountWon: '8000000000', paidWon: '8000000000', unpaidWon: '0', shares: [] }],
    investments: DEALS,
    classifications: DEALS.filter((each) => each.status === 'QUALIFIED').map((each, at) => ({
      id: String(at + 1),
      investmentId: each.id,
      decision: 'QUALIFIED',
      route: each.route,
      companyBasis: each.companyBasis,
      effectiveOn: each.paidOn,
      reason: '필수 증빙 확인',
      decidedBy: '정다온',
      ruleVersion: '16',
      knownAt: new Date(`${each.paidOn}T15:00:00+09:00`),
      recordedAt: KNOWN_BEFORE,
      snapshotSha256: null,
    })),
    evidence: [
      { id: 'e1', investmentId: 'deal-INV-2022-0001', kind: '연구소기업 등록증', issuedOn: localDate('2021-10-29'), validTo: null, issuer: '특구재단', documentId: 'd1', fileName: '등록증.pdf', sha256: 'ab'.repeat(32), detail: null, turns: [] },
      { id: 'e2', investmentId: 'deal-INV-2022-0001', kind: '주주명부', issuedOn: localDate('2022-03-19'), validTo: null, issuer: null, documentId: null, fileName: null, sha256: null, detail: null, turns: [{ turn: 'CORRECTED', happenedOn: AS_OF, reason: '발급일이 납입일과 다름', decidedBy: '정다온' }] },
    ],
    verdicts: [],
    ledger: {
      paidInWon: 8_000_000_000n,
      dealCapacityWon: 11_400_000_000n,
      headroomWon: 5_200_000_000n,
      grantedCapacityWon: 17_400_000_000n,
      grantedHeadroomWon: 7_400_000_000n,
      standingVoids: [],
      investmentCostWon: 5_500_000_000n,
      distributedWon: 300_000_000n,
      expensesWon: 160_000_000n,
      cashWon: 2_430_000_000n,
    },
    outcome: TV2_OUTCOME,
    mandates: {
      lines: [
        {
          name: { ko: '사업 전체 주목적 투자', en: 'Main-purpose investment of the programme' }, level: 'PROGRAMME', clause: '출자공고', basis: 'COMMITTED', ratioBasisPoints: 5000, dueOn: PERIOD.to,
          baseWon: won(20_000_000_000n), countedWon: won(3_800_000_000n), requiredWon: won(10_000_000_000n), shortfallWon: won(6_200_000_000n), ratioPercent: '19.00', verdict: 'IN_PROGRESS',
        },
      ],
      hidden: 0,
      reachable: true,
      leastFurtherWon: won(6_200_000_000n),
    },
    statutory: [
      {
        level: 'FUND', clause: '벤처투자 촉진에 관한 법률 제51조', testOn: localDate('2024-11-26'), ratioBasisPoints: 2000, baseWon: won(20_000_000_000n), countedWon: won(3_800_000_000n),
        requiredWon: won(4_000_000_000n), shortfallWon: won(200_000_000n), ratioPercent: '19.00', verdict: 'IN_PROGRESS',
      },
    ],
    restrictions: TV2_RESTRICTIONS,
    agreements: [{ version: 1, effectiveOn: PERIOD.from, summary: '결성 규약', resolvedOn: null }],
    changes: [
      { title: { ko: '조합 결성', en: 'Form a fund' }, subject: 'FND-2021-02 이음 공공기술사업화 투자조합', actor: '김하늘', actedAt: FOUNDED_AT, approvalNumber: '결재-2021-0001', signers: ['한서윤', '오지훈'] },
    ],
    then: null,
    names: { routes: ROUTE_NAMES, companyBases: COMPANY_BASIS_NAMES, statuses: STATUS_NAMES },
    ...changes,
  };
}
