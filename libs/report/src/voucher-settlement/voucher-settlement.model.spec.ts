import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { InvariantError } from '#libs/errors';
import { tableOf, type ReportDraft, type ReportTile } from '../report/report.js';
import { clawback, receivable, settlementFacts, VOUCHERS } from '../testing/settlement.js';
import { voucherSettlementModel } from './voucher-settlement.model.js';
import { BOOK, POSTED, type SettlementBroker, type SettlementFacts, type SettlementUse, type SettlementVoucher } from './voucher-settlement.js';

const tilesOf = (draft: ReportDraft): readonly ReportTile[] => draft.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'tiles' ? block.tiles : [])));
const textsOf = (draft: ReportDraft, id: string): string => draft.sections.filter((section) => section.id === id).flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'text' ? [block.text.ko] : []))).join(' ');
const factsOf = (draft: ReportDraft, id: string): Record<string, string> =>
  Object.fromEntries(draft.sections.filter((section) => section.id === id).flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'facts' ? block.rows.map(({ label, value }) => [label.ko, value]) : []))));
const rowsOf = (draft: ReportDraft, id: string, index = 0): string[][] => {
  const table = tableOf(draft, id, index);
  return [...table.rows.map(({ cells }) => cells), ...(table.totals === undefined ? [] : [table.totals])].map((cells) => table.columns.map(({ key }) => cells[key] ?? ''));
};
const withVoucher = (at: number, changes: Partial<SettlementVoucher>): Partial<SettlementFacts> => ({
  vouchers: settlementFacts().vouchers.map((voucher) => (voucher.id === VOUCHERS[at - 1] ? { ...voucher, ...changes } : voucher)),
});
const withUse = (number: string, changes: Partial<SettlementUse>): Partial<SettlementFacts> => ({ uses: settlementFacts().uses.map((use) => (use.number === number ? { ...use, ...changes } : use)) });
const more = (chart: string, posting: string, deltaWon: bigint): Partial<SettlementFacts> => ({ book: [...settlementFacts().book, { chart, posting, quarterOn: localDate('2021-10-01'), deltaWon }] });

describe('the roll-forward', () => {
  const draft = voucherSettlementModel(settlementFacts());

  it('opens, moves and closes quarter by quarter', () => {
    expect(rowsOf(draft, 'roll-forward')).toEqual([
      // 기간, 기초, 발급, 증액, 사용, 환불, 소멸, 회수, 기말
      ['2021년 2분기', '0', '19,000,000', '0', '0', '0', '0', '0', '19,000,000'],
      ['2021년 3분기', '19,000,000', '0', '0', '5,333,332', '0', '0', '5,000,000', '8,666,668'],
      ['2021년 4분기 (2021. 12. 31.까지)', '8,666,668', '0', '0', '2,333,334', '0', '2,333,334', '0', '4,000,000'],
      ['합계', '0', '19,000,000', '0', '7,666,666', '0', '2,333,334', '5,000,000', '4,000,000'],
    ]);
  });

  it('is the sum of the vouchers', () => {
    expect(rowsOf(draft, 'vouchers').map((cells) => [cells[0], ...cells.slice(6)])).toEqual([
      // 발급, 증액·분할, 사용, 소멸, 회수, 잔액, 그중 사용예약
      ['AS-2021-0001', '5,000,000', '0', '5,000,000', '0', '0', '0', '0'],
      ['AS-2021-0002', '5,000,000', '0', '2,666,666', '2,333,334', '0', '0', '0'],
      ['AS-2021-0003', '5,000,000', '0', '0', '0', '5,000,000', '0', '0'],
      ['AS-2021-0004', '4,000,000', '0', '0', '0', '0', '4,000,000', '1,920,000'],
      ['합계', '19,000,000', '0', '7,666,666', '2,333,334', '5,000,000', '4,000,000', '1,920,000'],
    ]);
  });

  it('agrees with ledger and facts on every line', () => {
    const lines = rowsOf(draft, 'annex', 2);
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.filter((cells) => cells.at(-1) !== '0')).toEqual([]);
  });
});

describe('the report at the end of the year', () => {
  const draft = voucherSettlementModel(settlementFacts());

  it.each([
    ['발급', '4 / 100', '건'],
    ['발급액', '19,000,000', '원'],
    ['예산 집행률', '1.53', '%'],
    ['소멸·회수', '7,333,334', '원'],
    ['바우처 잔액', '4,000,000', '원'],
  ])('shows %s %s %s', (label, value, unit) => {
    expect(tilesOf(draft)).toContainEqual(expect.objectContaining({ label: expect.objectContaining({ ko: label }), value, unit }));
  });

  it('reconciles each limit', () => {
    expect(rowsOf(draft, 'budget', 1)).toEqual([
      ['예산(원)', '500,000,000', '19,000,000', '481,000,000', '3.80%'],
      ['발급 건수(건)', '100', '4', '96', '4.00%'],
      ['수혜기업(개사)', '100', '4', '96', '4.00%'],
    ]);
  });

  it('leaves a proposal out of the budget', () => {
    expect(rowsOf(draft, 'budget').at(-1)).toEqual(['', '확정 합계', '500,000,000', '100', '100', '']);
  });

  it('ranks providers by the public money they keep', () => {
    expect(rowsOf(draft, 'providers')).toEqual([
      ['가람기술연구소', '220-81-62517', '2', '1', '6,250,000', '5,000,000', '65.22%', '65.22%'],
      ['새벽시험원', '120-81-47521', '1', '1', '3,333,333', '2,666,666', '34.78%', '100.00%'],
      ['합계', '', '3', '', '9,583,333', '7,666,666', '100.00%', ''],
    ]);
    expect(textsOf(draft, 'providers')).toContain('10,000점 만점에 5,463점');
  });

  it('splits the price of services by source', () => {
    expect(rowsOf(draft, 'own-money').map((cells) => cells.slice(0, 7))).toEqual([
      ['지급 완료', '2', '6,666,666', '5,333,332', '1,333,334', '20.00%', '666,666'],
      ['지급결정(지급 전)', '1', '2,916,667', '2,333,334', '583,333', '20.00%', '291,666'],
      ['계약·결과보고·청구 중', '1', '2,400,000', '1,920,000', '480,000', '20.00%', '240,000'],
      ['합계', '4', '11,983,333', '9,586,666', '2,396,667', '20.00%', '1,198,332'],
    ]);
  });

  it('says where unused money is', () => {
    expect(rowsOf(draft, 'unused').map((cells) => cells.slice(0, 2))).toEqual([
      ['소멸', '2,333,334'],
      ['회수', '5,000,000'],
      ['(−) 재발급 재원으로 환원', '0'],
      ['(−) 국고 반납(불용)', '0'],
      ['반납 대기', '7,333,334'],
    ]);
    expect(rowsOf(draft, 'unused', 1)).toEqual([
      ['소멸', '1', '2,333,334', '0', '2,333,334'],
      ['포기', '1', '5,000,000', '0', '5,000,000'],
      ['합계', '2', '7,333,334', '0', '7,333,334'],
    ]);
  });

  it('names what stands on vouchers past their last day, without what is held', () => {
    expect(textsOf(draft, 'unused')).toContain('소멸 처리되지 않은 바우처가 1건, 2,080,000원');
    expect(textsOf(voucherSettlementModel(settlementFacts({ asOf: localDate('2021-11-10') })), 'unused')).toContain('소멸 처리되지 않은 금액은 없습니다');
  });

  it('counts inspections, deliveries in time and ratings', () => {
    expect(factsOf(draft, 'checks')).toMatchObject({ '전담기관 점검': '3건', '보완요청': '1회' });
    expect(factsOf(draft, 'outcome')).toMatchObject({ '납기 준수': '3건 / 4건 (75.00%)' });
    expect(rowsOf(draft, 'outcome').at(-1)).toEqual(['전체', '2', '4.50', '1', '1', '0', '0', '0']);
  });

  it('has its twelve sections, Korean with the number, English beside it', () => {
    expect(draft.sections.map(({ title }) => title.ko.split('.')[0])).toEqual(Array.from({ length: 12 }, (_, at) => String(at + 1)));
  });
});

describe('the finding', () => {
  const close = { closedOn: localDate('2022-01-20'), nextYear: null, lapsedWon: 0n, forwardedWon: 0n, carriedOverWon: 0n };
  it.each([
    ['while the year runs', { asOf: localDate('2021-12-31') }, 'IN_PROGRESS', '사업이 진행 중입니다. 정산할 금액: 바우처 잔액 4,000,000원'],
    ['after a year that nobody closed', { asOf: localDate('2022-01-31') }, 'UNSETTLED', '연도마감이 되지 않았습니다'],
    ['after the close with money left', { close }, 'IN_PROGRESS', '2022. 1. 20.에 연도를 마감하였습니다. 정산할 금액'],
  ] as const)('%s is %s', (_when, changes, code, words) => {
    const { verdict } = voucherSettlementModel(settlementFacts(changes));
    expect(verdict.code).toBe(code);
    expect(verdict.text.ko).toContain(words);
  });

  it('is settled once the year is closed and nothing is left', () => {
    const nothing = { decisions: [], book: [], parts: [], vouchers: [], lots: [], uses: [], funnel: [], close };
    expect(voucherSettlementModel(settlementFacts(nothing)).verdict.code).toBe('SETTLED');
  });
});

describe('deposits of companies', () => {
  it('are kept for those who have no voucher yet as well', () => {
    const lot = { voucherId: '00000000-0000-4000-8000-a00000000009', number: 'APP-2021-009', company: '(주)기다림', depositedWon: 1_250_000n, returnedWon: 250_000n };
    const moved = (chart: string, posting: string, deltaWon: bigint) => ({ chart, posting, quarterOn: localDate('2021-10-01'), deltaWon });
    const own = [moved(BOOK.ownMoney, POSTED.deposited, 1_250_000n), moved(BOOK.ownMoney, POSTED.returnedOwn, -250_000n)];
    const facts = { lots: [lot], parts: [...settlementFacts().parts, ...own.map((each) => ({ ...each, partId: lot.voucherId }))], book: [...settlementFacts().book, ...own, moved(BOOK.custody, POSTED.deposited, 1_000_000n)] };
    expect(rowsOf(voucherSettlementModel(settlementFacts(facts)), 'own-money', 1)[0]).toEqual(['APP-2021-009', '(주)기다림', '1,250,000', '0', '0', '250,000', '1,000,000']);
  });
});

describe('clawbacks', () => {
  const withClawback = (changes: Parameters<typeof clawback>[0], open: bigint) => settlementFacts({ clawbacks: [clawback(changes)], book: [...settlementFacts().book, receivable(open)] });

  it('show principal, interest and what is left', () => {
    const draft = voucherSettlementModel(withClawback({ receivedWon: 624_800n }, 1_000_000n));
    expect(rowsOf(draft, 'clawbacks')[0]?.slice(8, 13)).toEqual(['1,600,000', '24,800', '0', '0', '1,624,800']);
    expect(rowsOf(draft, 'clawbacks', 1)[0]).toEqual(['CB-2021-0001', '1,624,800', '0', '624,800', '0', '0', '1,000,000', '0']);
  });

  it('ask for whole tens of won: what is dropped is nowhere owed', () => {
    const draft = voucherSettlementModel(withClawback({ interestWon: 24_803n, droppedWon: 3n }, 1_624_800n));
    expect(rowsOf(draft, 'clawbacks')[0]?.slice(8, 13)).toEqual(['1,600,000', '24,803', '0', '3', '1,624,800']);
  });

  it('take back of a write-off what comes in after it', () => {
    const draft = voucherSettlementModel(withClawback({ writtenOffWon: 1_624_800n, receivedWon: 24_800n }, 0n));
    expect(rowsOf(draft, 'clawbacks', 1)[0]).toEqual(['CB-2021-0001', '1,624,800', '0', '24,800', '0', '1,600,000', '0', '0']);
  });
});

describe('brokers', () => {
  const broker = { number: 'BR-001', name: '김가온', organisation: '한빛기술거래', registeredOn: localDate('2021-01-10'), validTo: null, joinedOn: localDate('2021-05-03') };
  const terms = { ...settlementFacts().terms, brokerRequired: true };
  const resultOf = (broken: Partial<SettlementBroker> | null, use: Partial<SettlementUse>): string => {
    const vouchers = settlementFacts().vouchers.map((voucher) => ({ ...voucher, broker: broken === null ? null : { ...broker, ...broken } }));
    const uses = settlementFacts().uses.map((each) => ({ ...each, brokerReportedOn: localDate('2021-07-16'), brokerFeeWon: 200_000n, ...(each.number === 'USE-2021-0001' ? use : {}) }));
    return tableOf(voucherSettlementModel(settlementFacts({ terms, vouchers, uses })), 'brokers').rows[0]?.cells.result ?? '';
  };

  it.each([
    ['all in order', {}, {}, '참여 확인'],
    ['no broker', null, {}, '중개인 없음'],
    ['joined after the issue', { joinedOn: localDate('2021-05-11') }, {}, '발급 뒤에 참여'],
    ['not registered yet when joining', { registeredOn: localDate('2021-05-04') }, {}, '참여일에 등록되지 않음'],
    ['no report on a delivery', {}, { brokerReportedOn: null }, '중개인 보고 1건 없음'],
    ['struck off before the report', { validTo: localDate('2021-07-15') }, {}, 'USE-2021-0001 보고일에 등록되지 않음, USE-2021-0003 보고일에 등록되지 않음'],
    ['a fee at the cap', {}, { brokerFeeWon: 333_333n }, '참여 확인'],
    ['a fee one won beyond', {}, { brokerFeeWon: 333_334n }, 'USE-2021-0001 수수료 상한 초과'],
  ])('%s: %j %j', (_what, of, use, result) => {
    expect(resultOf(of, use)).toBe(result);
  });
});

describe('a report that does not tie', () => {
  const refused: [string, Partial<SettlementFacts>][] = [
    ['an issue one won larger than its entry', withVoucher(1, { issuedWon: 5_000_001n })],
    ['an issue that no entry knows', { vouchers: [...settlementFacts().vouchers, ...settlementFacts().vouchers.slice(0, 1)] }],
    ['a decision to pay of another amount', withUse('USE-2021-0001', { publicWon: 2_666_667n })],
    ['a refund that the books do not know', withUse('USE-2021-0001', { refundedWon: 1n })],
    ['an end that gave back less', withVoucher(2, { endedWon: 2_333_333n })],
    ['two vouchers that are wrong by the same won', { vouchers: settlementFacts().vouchers.map((voucher, at) => ({ ...voucher, issuedWon: voucher.issuedWon + (at === 0 ? 1n : at === 1 ? -1n : 0n) })) }],
    ['a provider that somebody else was paid for', withUse('USE-2021-0001', { payeeId: '00000000-0000-4000-8000-f00000000002' })],
    ['a control account that is one won off', more(BOOK.outstanding, POSTED.issued, 1n)],
    ['a budget that is one won off', more(BOOK.budget, POSTED.budgetDecided, 1n)],
    ['a voucher too many in the quota', more(BOOK.quotaUsed, POSTED.issued, 1n)],
    ['a payable that was paid already', withUse('USE-2021-0001', { paidPublicWon: 0n })],
    ['own money that nobody paid in', more(BOOK.ownMoney, POSTED.deposited, 1n)],
    ['a receivable without a clawback', { book: [...settlementFacts().book, receivable(1n)] }],
    ['more held than there is', withUse('USE-2021-0005', { heldWon: 4_000_001n })],
    ['a posting that the roll-forward does not know', more(BOOK.outstanding, 'voucher.something-else', 0n)],
  ];
  it.each(refused)('is not made: %s', (_what, changes) => {
    expect(() => voucherSettlementModel(settlementFacts(changes))).toThrow(InvariantError);
  });
});
