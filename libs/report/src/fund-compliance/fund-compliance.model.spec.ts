import { describe, expect, it } from '@jest/globals';
import { endOfSeoulDay, localDate } from '#libs/calendar';
import { InvariantError } from '#libs/errors';
import { won } from '#libs/money';
import { tableOf, type ReportDraft, type ReportTile } from '../report/report.js';
import { positionOf, tv2Facts } from '../testing/tv2.js';
import type { ComplianceDeal, ComplianceFacts } from './fund-compliance.js';
import { fundComplianceModel } from './fund-compliance.model.js';

const tilesOf = (draft: ReportDraft): readonly ReportTile[] => draft.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'tiles' ? block.tiles : [])));
const textsOf = (draft: ReportDraft, id: string): string => draft.sections.filter((section) => section.id === id).flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'text' ? [block.text.ko] : []))).join(' ');
const withDeal = (number: string, changes: Partial<ComplianceDeal>): Partial<ComplianceFacts> => ({
  investments: tv2Facts().investments.map((deal) => (deal.number === number ? { ...deal, ...changes } : deal)),
});

describe('the report on 30 June 2023', () => {
  const draft = fundComplianceModel(tv2Facts());

  it.each([
    ['주목적 투자비율', '19.00', '%'],
    ['필요액', '10,000,000,000', '원'],
    ['인정 투자액(M)', '3,800,000,000', '원'],
    ['부족액', '6,200,000,000', '원'],
    ['비주목적 투자여력', '5,200,000,000', '원'],
  ])('shows %s %s %s', (label, value, unit) => {
    expect(tilesOf(draft)).toContainEqual(expect.objectContaining({ label: expect.objectContaining({ ko: label }), value, unit }));
  });

  it.each([
    ['★ 약정총액(결성총액)', '19.00%', '10,000,000,000', '6,200,000,000', '미달', '24.00%'],
    ['납입출자금', '47.50%', '4,000,000,000', '200,000,000', '미달', '60.00%'],
    ['투자총액', '63.33%', '3,000,000,000', '0', '충족', '80.00%'],
    ['약정총액 − 보수·비용', '21.83%', '8,700,000,000', '4,900,000,000', '미달', '27.58%'],
  ])('stands on %s at %s: required %s, short %s, %s, with the pending deal %s', (basis, ratioPercent, requiredWon, shortfallWon, met, acceptedRatioPercent) => {
    const rows = tableOf(draft, 'obligation').rows.map(({ cells }) => cells);
    expect(rows.find((cells) => cells.basis === basis)).toMatchObject({ ratioPercent, requiredWon, shortfallWon, met, acceptedRatioPercent });
  });

  it.each([
    ['K', '17,400,000,000'],
    ['T', '6,000,000,000'],
    ['R', '11,400,000,000'],
    ['S', '6,200,000,000'],
    ['H', '5,200,000,000'],
  ])('has %s = %s', (symbol, amountWon) => {
    expect(tableOf(draft, 'obligation', 1).rows.find(({ cells }) => cells.symbol === symbol)?.cells.amountWon).toBe(amountWon);
  });

  it('adds the investments up to T and M', () => {
    expect(tableOf(draft, 'investments').totals).toMatchObject({ amountWon: '6,000,000,000', qualifyingWon: '3,800,000,000' });
  });

  it('says what the pending deal lacks and what it would change', () => {
    expect(tableOf(draft, 'recognition').rows.map(({ cells }) => cells)).toEqual([
      expect.objectContaining({ number: 'INV-2023-0003', ground: '판정 전 (미비: 성과활용보고서, 매출증빙)', countedRatioPercent: '24.00%' }),
    ]);
  });

  it('marks defaults as such and puts the obligation first', () => {
    expect(tableOf(draft, 'policies').rows.map(({ cells }) => [cells.rule, cells.value, cells.source])).toEqual([
      ['주목적 의무비율', '50.00%', '조합규약'],
      ['비주목적 여력 초과 시', '차단', '가정 (기본값)'],
    ]);
  });

  it('has its fifteen sections in order, the last one in four parts; Korean with the number, English beside it', () => {
    const numbers = draft.sections.map(({ title }) => title.ko.split(/[.:]/)[0]);
    expect(numbers).toEqual([...Array.from({ length: 14 }, (_, at) => String(at + 1)), '15-1', '15-2', '15-3', '15-4']);
    expect(draft.sections[4]?.title).toEqual({ ko: '5. 주목적 투자의무', en: 'Main-purpose obligation' });
  });

  it('has limits, fees, exits, distributions and values to the won', () => {
    expect(tableOf(draft, 'restrictions').rows[0]?.cells).toMatchObject({ subject: 'A 연구소기업', usedWon: '2,000,000,000', usedPercent: '10.00%', capWon: '4,000,000,000', roomWon: '2,000,000,000', result: '이내' });
    expect(tableOf(draft, 'fees').totals).toMatchObject({ paidWon: '160,000,000', committedPercent: '0.80%' });
    expect(tableOf(draft, 'outcome').totals).toMatchObject({ proceedsWon: '900,000,000', costWon: '500,000,000', gainWon: '400,000,000' });
    expect(tableOf(draft, 'outcome', 2).totals).toMatchObject({ amountWon: '300,000,000' });
    expect(tableOf(draft, 'valuation').totals).toMatchObject({ costWon: '5,500,000,000', fairValueWon: '5,500,000,000', changeWon: '0' });
    expect(tableOf(draft, 'valuation', 1).rows.map(({ cells }) => [cells.kind, cells.changeWon, cells.impairmentWon])).toEqual([
      ['손상', '800,000,000', '800,000,000'],
      ['환입', '△200,000,000', '600,000,000'],
    ]);
  });

  it('plans what is left to do, by when', () => {
    expect(tableOf(draft, 'exceptions').rows.map(({ cells }) => [cells.subject, cells.amountWon, cells.dueOn])).toEqual([
      ['FND-2021-02 조합', '6,200,000,000', '2025. 11. 14.'],
      ['FND-2021-02 조합', '200,000,000', '2024. 11. 26.'],
      ['INV-2023-0003 E 국가R&D 사업화', '1,000,000,000', '-'],
    ]);
  });

  it('says so where nothing happened', () => {
    expect(textsOf(draft, 'exceptions')).toBe('기록된 경고와 차단은 없습니다.');
    expect(textsOf(draft, 'changes')).toContain('비교할 시점이 없습니다');
  });
});

describe('the finding', () => {
  it.each([
    ['2023-06-30', 3_800_000_000n, 'IN_PROGRESS', '달성이 가능합니다'],
    ['2025-11-14', 3_800_000_000n, 'NOT_MET', '의무 기한(2025. 11. 14.)까지 필요액에 6,200,000,000원이 부족하여'],
  ] as const)('on %s with %i recognised is %s', (day, qualifying, code, words) => {
    const asOf = localDate(day);
    const position = positionOf(qualifying, asOf);
    const { verdict } = fundComplianceModel(tv2Facts({ asOf, position, pace: [] }));
    expect(verdict.code).toBe(code);
    expect(verdict.text.ko).toContain(words);
  });
});

describe('control totals', () => {
  const refused: [string, Partial<ComplianceFacts>][] = [
    ['a deal of another amount', withDeal('INV-2022-0001', { amountWon: '2000000001' })],
    ['a recognised deal too many', withDeal('INV-2023-0001', { status: 'QUALIFIED' })],
    ['a deal that is void and still counted', withDeal('INV-2023-0001', { voided: true })],
    ['a partner who paid one won more', { partners: tv2Facts().partners.map((partner, at) => (at === 0 ? { ...partner, paidInWon: won(partner.paidInWon + 1n) } : partner)) }],
    ['paid-in capital that the books do not know', { ledger: { ...tv2Facts().ledger, paidInWon: 7_999_999_999n } }],
    ['a headroom in the books that is one won off', { ledger: { ...tv2Facts().ledger, headroomWon: 5_200_000_001n } }],
    ['room in the books that is one won off', { ledger: { ...tv2Facts().ledger, dealCapacityWon: 11_399_999_999n } }],
    ['a cost in the books that is one won off', { ledger: { ...tv2Facts().ledger, investmentCostWon: 5_500_000_001n } }],
    ['a distribution that the books do not know', { ledger: { ...tv2Facts().ledger, distributedWon: 299_999_999n } }],
    ['an expense that the books do not know', { ledger: { ...tv2Facts().ledger, expensesWon: 159_999_999n } }],
    ['cash in the books that is one won off', { ledger: { ...tv2Facts().ledger, cashWon: 2_430_000_001n } }],
    ['a curve that ends elsewhere', { pace: [{ on: localDate('2023-06-30'), expectedWon: '0', qualifyingWon: '3799999999' }] }],
  ];
  it.each(refused)('refuse %s', (_what, changes) => {
    expect(() => fundComplianceModel(tv2Facts(changes))).toThrow(InvariantError);
  });

  it('show a difference that history explains, with the reason', () => {
    const ledger = { ...tv2Facts().ledger, dealCapacityWon: 10_200_000_000n, standingVoids: ['deal-INV-2023-0001'] };
    const draft = fundComplianceModel(tv2Facts({ ledger }));
    expect(tableOf(draft, 'verification').rows.filter(({ tone }) => tone === 'bad').map(({ cells }) => cells.differenceWon)).toEqual(['1,200,000,000']);
    expect(textsOf(draft, 'verification')).toContain('취소한 날에 역분개되어');
  });
});

describe('hindsight', () => {
  const knownBefore = endOfSeoulDay(localDate('2023-12-31'));
  const then = { knownBefore: tv2Facts().knownBefore, position: tv2Facts().position, investments: tv2Facts().investments };

  it('finds nothing where nothing was learnt', () => {
    expect(textsOf(fundComplianceModel(tv2Facts({ knownBefore, then })), 'changes')).toContain('수치가 모두 같습니다');
  });

  it('puts then and now side by side where a claim was accepted later', () => {
    const position = { ...positionOf(4_800_000_000n) };
    const facts = { ...position.facts, pendingWon: won(0n), pendingCount: 0, qualifyingCount: 4 };
    const ledger = { ...tv2Facts().ledger, headroomWon: 6_200_000_000n };
    const changes = { ...withDeal('INV-2023-0003', { status: 'QUALIFIED' }), knownBefore, then, ledger, pace: [], position: { ...position, facts } };
    const rows = tableOf(fundComplianceModel(tv2Facts(changes)), 'changes').rows.filter(({ tone }) => tone === undefined).map(({ cells }) => Object.values(cells));
    expect(rows).toEqual([
      ['인정 투자액 M(원)', '3,800,000,000', '4,800,000,000', '1,000,000,000'],
      ['보류액(원)', '1,000,000,000', '0', '△1,000,000,000'],
      ['부족액(원)', '6,200,000,000', '5,200,000,000', '△1,000,000,000'],
      ['비주목적 투자여력 H(원)', '5,200,000,000', '6,200,000,000', '1,000,000,000'],
      ['주목적 투자비율', '19.00%', '24.00%', '변경'],
      ['INV-2023-0003 E 국가R&D 사업화 (1,000,000,000원)', '보류', '인정', '변경'],
    ]);
  });
});
