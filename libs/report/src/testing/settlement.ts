import { endOfSeoulDay, localDate, type LocalDate } from '#libs/calendar';
import { basisPoints, won } from '#libs/money';
import { BOOK, POSTED, type BookMovement, type PartMovement, type SettlementClawback, type SettlementFacts, type SettlementUse, type SettlementVoucher } from '../voucher-settlement/voucher-settlement.js';

/**
 * A small programme year: TV-10 (two services that use up 5,000,000), TV-9 (one service, the rest expires), a voucher given
 * up, and one with a service under way. Books and facts are written down apart, so that each can be made wrong.
 */

const AS_OF = localDate('2021-12-31');
const YEAR_ID = '00000000-0000-4000-8000-0000000000b1';

const id = (kind: string, at: number): string => `00000000-0000-4000-8000-${kind}${String(at).padStart(12 - kind.length, '0')}`;
export const VOUCHERS = [1, 2, 3, 4].map((at) => id('a', at));
const PAYEES = [id('f', 1), id('f', 2)];

const Q2 = localDate('2021-04-01');
const Q3 = localDate('2021-07-01');
const Q4 = localDate('2021-10-01');

interface Move {
  readonly posting: string;
  readonly quarterOn: LocalDate;
  readonly voucher: number;
  readonly won: bigint;
  readonly payee?: number;
}

/** What the entries say, voucher by voucher: with its sign as the voucher sees it. */
const MOVES: readonly Move[] = [
  ...[1, 2, 3, 4].map((voucher) => ({ posting: POSTED.issued, quarterOn: Q2, voucher, won: voucher === 4 ? 4_000_000n : 5_000_000n })),
  { posting: POSTED.captured, quarterOn: Q3, voucher: 1, won: -2_666_666n, payee: 0 },
  { posting: POSTED.captured, quarterOn: Q3, voucher: 2, won: -2_666_666n, payee: 1 },
  { posting: POSTED.revoked, quarterOn: Q3, voucher: 3, won: -5_000_000n },
  { posting: POSTED.captured, quarterOn: Q4, voucher: 1, won: -2_333_334n, payee: 0 },
  { posting: POSTED.expired, quarterOn: Q4, voucher: 2, won: -2_333_334n },
];

const summed = (rows: readonly Move[]): bigint => rows.reduce((sum, row) => sum + row.won, 0n);
const line = (chart: string, posting: string, quarterOn: LocalDate, deltaWon: bigint): BookMovement => ({ chart, posting, quarterOn, deltaWon });

function book(): BookMovement[] {
  const used = MOVES.filter(({ posting }) => posting === POSTED.captured);
  const back = MOVES.filter(({ posting }) => posting === POSTED.expired || posting === POSTED.revoked);
  const paid = -summed(used.filter(({ quarterOn }) => quarterOn === Q3));
  return [
    line(BOOK.appropriation, POSTED.budgetDecided, Q2, 500_000_000n),
    line(BOOK.appropriation, 'voucher.service-paid', Q3, -paid),
    line(BOOK.budget, POSTED.budgetDecided, Q2, 500_000_000n),
    line(BOOK.budget, POSTED.issued, Q2, -19_000_000n),
    ...MOVES.map(({ posting, quarterOn, won: amount }) => line(BOOK.outstanding, posting, quarterOn, amount)),
    ...back.map(({ posting, quarterOn, won: amount }) => line(BOOK.returned, posting, quarterOn, -amount)),
    ...used.map(({ quarterOn, won: amount }) => line(BOOK.payablePublic, POSTED.captured, quarterOn, -amount)),
    line(BOOK.payablePublic, 'voucher.service-paid', Q3, -paid),
    line(BOOK.quotaGranted, POSTED.budgetDecided, Q2, 100n),
    line(BOOK.quota, POSTED.budgetDecided, Q2, 96n),
    line(BOOK.quotaUsed, POSTED.issued, Q2, 4n),
    line(BOOK.companyQuotaGranted, POSTED.budgetDecided, Q2, 100n),
    line(BOOK.companyQuota, POSTED.budgetDecided, Q2, 96n),
    line(BOOK.companyQuotaUsed, POSTED.issued, Q2, 4n),
  ];
}

const parts = (): PartMovement[] =>
  MOVES.flatMap(({ posting, voucher, won: deltaWon, payee }) => [
    { chart: BOOK.balance, partId: VOUCHERS[voucher - 1] ?? '', posting, deltaWon },
    ...(payee === undefined ? [] : [{ chart: BOOK.redeemed, partId: PAYEES[payee] ?? '', posting, deltaWon: -deltaWon }]),
  ]);

const voucher = (at: number, state: string, changes: Partial<SettlementVoucher> = {}): SettlementVoucher => ({
  id: VOUCHERS[at - 1] ?? '',
  number: `AS-2021-000${at}`,
  companyId: id('c', at),
  company: `(주)기업${at}`,
  businessNumber: `12345678${90 + at}`,
  issuedOn: localDate('2021-05-10'),
  validTo: localDate('2021-11-10'),
  state,
  isPart: false,
  issuedWon: 5_000_000n,
  toppedUpWon: 0n,
  splitOffWon: 0n,
  endedWon: 0n,
  passedOnWon: 0n,
  agreedOn: localDate('2021-05-03'),
  broker: null,
  ...changes,
});

const use = (at: number, of: number, supplyWon: bigint, governmentWon: bigint, changes: Partial<SettlementUse> = {}): SettlementUse => ({
  id: id('e', at),
  number: `USE-2021-000${at}`,
  voucherId: VOUCHERS[of - 1] ?? '',
  name: '시제품 설계 자문',
  payeeId: PAYEES[0] ?? '',
  provider: '가람기술연구소',
  providerNumber: '2208162517',
  state: 'PAID',
  contractedOn: localDate('2021-06-01'),
  dueOn: localDate('2021-07-31'),
  deliveredOn: localDate('2021-07-15'),
  acceptedOn: localDate('2021-07-20'),
  inspectedOn: localDate('2021-07-22'),
  sentBackCount: 0,
  reassignedCount: 0,
  brokerReportedOn: null,
  brokerFeeWon: null,
  rating: 5,
  invoice: `20210722123456780000000${at}`,
  supplyWon,
  vatWon: supplyWon / 10n,
  governmentWon,
  selfWon: supplyWon - governmentWon,
  heldWon: governmentWon,
  capturedOn: localDate('2021-07-28'),
  publicWon: governmentWon,
  ownWon: 0n,
  undoneOn: null,
  paidOn: localDate('2021-07-30'),
  paidPublicWon: governmentWon,
  paidOwnWon: 0n,
  refundedWon: 0n,
  refundedSelfWon: 0n,
  refundedVatWon: 0n,
  ...changes,
});

const NOT_CAPTURED = { capturedOn: null, publicWon: 0n, paidOn: null, paidPublicWon: 0n, rating: null };

const USES: readonly SettlementUse[] = [
  use(1, 1, 3_333_333n, 2_666_666n),
  use(2, 2, 3_333_333n, 2_666_666n, { payeeId: PAYEES[1] ?? '', provider: '새벽시험원', providerNumber: '1208147521', rating: 4, deliveredOn: localDate('2021-08-10') }),
  use(3, 1, 2_916_667n, 2_333_334n, { state: 'CAPTURED', capturedOn: localDate('2021-11-02'), paidOn: null, paidPublicWon: 0n, rating: null }),
  use(4, 2, 2_916_667n, 2_333_334n, { ...NOT_CAPTURED, state: 'CANCELLED', deliveredOn: null, acceptedOn: null, inspectedOn: null }),
  use(5, 4, 2_400_000n, 1_920_000n, { ...NOT_CAPTURED, state: 'ACCEPTED', inspectedOn: null, sentBackCount: 1 }),
];

export const clawback = (changes: Partial<SettlementClawback> = {}): SettlementClawback => ({
  id: id('d', 1),
  number: 'CB-2021-0001',
  voucher: 'AS-2021-0001',
  debtor: '가람기술연구소',
  legalRegime: 'PUBLIC_FINANCE',
  ground: 'OFF_PURPOSE',
  reason: '자문 없이 비용만 청구',
  noticeOn: localDate('2021-12-01'),
  dueOn: localDate('2021-12-31'),
  principalWon: 1_600_000n,
  interestWon: 24_800n,
  penaltyWon: 0n,
  droppedWon: 0n,
  surchargeWon: 0n,
  receivedWon: 0n,
  offsetWon: 0n,
  writtenOffWon: 0n,
  instalmentCount: 0,
  published: false,
  ...changes,
});

/** The balance of the account of all clawbacks. */
export const receivable = (deltaWon: bigint): BookMovement => line(BOOK.receivable, 'voucher.clawback-decided', Q4, deltaWon);

export function settlementFacts(changes: Partial<SettlementFacts> = {}): SettlementFacts {
  return {
    year: { id: YEAR_ID, programmeId: id('9', 1), kind: 'AS', fiscalYear: 2021, name: '2021년 A/S 바우처', agency: '과학기술사업화진흥원', legalRegime: 'PUBLIC_FINANCE', closedOn: null },
    number: 'AS-2021',
    programme: { ko: '기술사업화 바우처', en: 'Vouchers' },
    asOf: AS_OF,
    knownBefore: endOfSeoulDay(AS_OF),
    terms: {
      faceWon: won(5_000_000n),
      selfBurden: basisPoints(2_000),
      vatRate: basisPoints(1_000),
      selfBurdenChannel: 'DIRECT',
      validityMonths: 6,
      endsWithFiscalYear: false,
      transferWithinYears: 2,
      brokerRequired: false,
      brokerFeeCap: basisPoints(1_000),
      reissuesReturned: false,
      beyondBalance: 'BLOCK',
      menu: [],
    },
    policies: [
      {
        id: '41',
        scope: '*',
        key: 'voucher.self-burden-basis-points',
        value: 2000,
        effectiveFrom: localDate('2020-01-01'),
        effectiveTo: null,
        clause: '기본값: 자부담 20%',
        source: 'ASSUMPTION',
        knownAt: new Date('2021-01-04T09:00:00+09:00'),
      },
    ],
    ruleVersion: '41',
    decisions: [
      { id: id('b', 1), stage: 'PROPOSAL', spendable: false, decidedOn: localDate('2020-09-01'), amountWon: 450_000_000n, vouchers: 90, companies: 90, clause: '2021년 예산안' },
      { id: id('b', 2), stage: 'APPROVED', spendable: true, decidedOn: localDate('2021-01-04'), amountWon: 500_000_000n, vouchers: 100, companies: 100, clause: '2021년 예산' },
    ],
    close: null,
    book: book(),
    parts: parts(),
    funnel: [
      { state: 'ISSUED', count: 2 },
      { state: 'WITHDRAWN', count: 1 },
      { state: 'EXPIRED', count: 1 },
    ],
    vouchers: [voucher(1, 'ISSUED'), voucher(2, 'EXPIRED', { endedWon: 2_333_334n }), voucher(3, 'WITHDRAWN', { endedWon: 5_000_000n }), voucher(4, 'ISSUED', { issuedWon: 4_000_000n })],
    lots: [],
    uses: USES,
    clawbacks: [],
    warnings: [],
    restrictions: [],
    documents: [{ kind: '결과물', subject: 'AS-2021-0001 USE-2021-0001', dated: localDate('2021-07-15'), fileName: '결과보고서.pdf', sha256: 'ab'.repeat(32) }],
    names: {
      kind: { ko: 'A/S 바우처', en: 'A/S voucher' },
      stages: { PROPOSAL: { ko: '정부안', en: 'proposal' }, APPROVED: { ko: '국회확정', en: 'approved' } },
      voucherStates: { ISSUED: { ko: '발급', en: 'issued' }, EXPIRED: { ko: '소멸', en: 'expired' }, WITHDRAWN: { ko: '포기', en: 'withdrawn' } },
      serviceStates: { PAID: { ko: '지급', en: 'paid' }, CAPTURED: { ko: '지급결정', en: 'approved' }, CANCELLED: { ko: '취소', en: 'cancelled' }, ACCEPTED: { ko: '수요기업 검수', en: 'accepted' } },
      grounds: { OFF_PURPOSE: { ko: '목적 외 사용', en: 'off purpose' } },
      regimes: { PUBLIC_FINANCE: { ko: '공공재정환수법', en: 'Act on Recovery' } },
      signals: {},
      warningVerdicts: {},
    },
    ...changes,
  };
}
