import { both, businessNumberText, dateText, nameIn, textOr, wonText } from '../../report/report-text.js';
import type { ReportSection, ReportTable } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import { balanceAfter, NOTHING_MOVED, voucherMovements, type VoucherMovements } from '../roll-forward.js';
import { takenByVoucher } from '../voucher-settlement.rules.js';
import { BOOK, POSTED, type SettlementFacts, type SettlementUse, type SettlementVoucher } from '../voucher-settlement.js';
import { minus, originsOf, plus, type FigureOrigin } from '../../trace/origin.js';
import { stated, words } from '../../trace/ground.js';

/** Every voucher with what became of it, and every service bought with one. */
export function vouchersSection(facts: SettlementFacts): ReportSection {
  return { id: 'vouchers', title: both('4. 건별 내역', 'Vouchers and services one by one'), blocks: [voucherTable(facts), useTable(facts)] };
}

interface Figures {
  readonly issuedWon: bigint;
  readonly changedWon: bigint;
  readonly usedWon: bigint;
  readonly expiredWon: bigint;
  readonly revokedWon: bigint;
  readonly balanceWon: bigint;
  readonly heldWon: bigint;
}

function figuresOf(moved: VoucherMovements, heldWon: bigint): Figures {
  const { issuedWon, toppedUpWon, splitWon, usedWon, refundedWon, expiredWon, revokedWon } = moved;
  return {
    issuedWon,
    changedWon: toppedUpWon + splitWon,
    usedWon: -usedWon - refundedWon,
    expiredWon: -expiredWon,
    revokedWon: -revokedWon,
    balanceWon: balanceAfter(moved),
    heldWon,
  };
}

function voucherTable(facts: SettlementFacts): ReportTable {
  const [ledger, taken] = [voucherMovements(facts), takenByVoucher(facts)];
  const rows = facts.vouchers.map((voucher) => ({ voucher, figures: figuresOf(ledger.get(voucher.id) ?? NOTHING_MOVED, taken(voucher.id).heldWon) }));
  const sum = (pick: keyof Figures): bigint => total(rows, ({ figures }) => figures[pick]);
  return {
    kind: 'table',
    caption: both(`바우처별 내역 (${rows.length}건)`, `Vouchers (${rows.length})`),
    columns: [
      centred('number', '발급번호', 'No.'),
      column('company', '기업', 'Company'),
      centred('businessNumber', '사업자등록번호', 'Business no.'),
      column('issuedOn', '발급일', 'Issued on'),
      column('validOn', '유효기한', 'Valid to'),
      centred('state', '상태', 'State'),
      column('issuedWon', '발급(원)', 'Issued (won)'),
      column('changedWon', '증액·분할', 'Topped up, split'),
      column('usedWon', '사용', 'Used'),
      column('expiredWon', '소멸', 'Expired'),
      column('revokedWon', '회수', 'Recovered'),
      column('balanceWon', '잔액', 'Left'),
      column('heldWon', '그중 사용예약', 'of which held'),
    ],
    rows: rows.map(({ voucher, figures }) => ({ cells: { ...identity(voucher, facts), ...amounts(figures) }, origins: originsOfVouchers(facts, [voucher]), record: { register: 'voucher' as const, id: voucher.id } })),
    totalOrigins: originsOfVouchers(facts, facts.vouchers),
    grounds: { heldWon: words('그 바우처의 사용 가운데 지급결정 전인 것의 계약 정부지원금') },
    totals: {
      number: '합계',
      ...{ company: '', businessNumber: '', issuedOn: '', validOn: '', state: '' },
      ...amounts({
        ...{ issuedWon: sum('issuedWon'), changedWon: sum('changedWon'), usedWon: sum('usedWon'), expiredWon: sum('expiredWon'), revokedWon: sum('revokedWon') },
        ...{ balanceWon: sum('balanceWon'), heldWon: sum('heldWon') },
      }),
    },
  };
}

/** The entries of the sub-ledger: by the accounts of the vouchers. What is held is no entry. */
function originsOfVouchers({ year }: SettlementFacts, vouchers: readonly SettlementVoucher[]): Readonly<Record<string, FigureOrigin>> {
  const parts = vouchers.map(({ id }) => id);
  const of = (sign: typeof plus, ...postings: readonly string[]): FigureOrigin => [sign(`voucher/${year.id}`, BOOK.balance, { parts, ...(postings.length === 0 ? {} : { postings }) })];
  return originsOf({
    ...{ issuedWon: of(plus, POSTED.issued), changedWon: of(plus, POSTED.toppedUp, POSTED.split), usedWon: of(minus, POSTED.captured, POSTED.captureReversed, POSTED.refunded) },
    ...{ expiredWon: of(minus, POSTED.expired), revokedWon: of(minus, POSTED.revoked), balanceWon: of(plus) },
  });
}

const identity = (voucher: SettlementVoucher, { names }: SettlementFacts): Record<string, string> => ({
  number: voucher.number,
  company: voucher.company,
  businessNumber: businessNumberText(voucher.businessNumber),
  issuedOn: dateText(voucher.issuedOn),
  validOn: dateText(voucher.validTo),
  state: nameIn(names.voucherStates, voucher.state),
});

const amounts = (figures: Figures): Record<string, string> => Object.fromEntries(Object.entries(figures).map(([key, amount]: [string, bigint]) => [key, wonText(amount)]));

function useTable({ uses, vouchers, names }: SettlementFacts): ReportTable {
  const numbers = new Map(vouchers.map(({ id, number }) => [id, number]));
  const standing = uses.filter(({ state }) => state !== 'CANCELLED');
  const sum = (pick: (use: SettlementUse) => bigint): string => wonText(total(standing, pick));
  return {
    kind: 'table',
    caption: both(`사용 건별 내역 (${uses.length}건)`, `Services (${uses.length})`),
    columns: [
      centred('use', '사용번호', 'Service'),
      centred('number', '발급번호', 'Voucher'),
      column('provider', '공급기관', 'Provider'),
      column('service', '서비스', 'What'),
      column('contractedOn', '계약일', 'Contract'),
      column('capturedOn', '지급결정일', 'Approved'),
      column('paidOn', '지급일', 'Paid on'),
      centred('state', '상태', 'State'),
      column('supplyWon', '공급가액(원)', 'Supply price (won)'),
      column('governmentWon', '정부지원금', 'Public'),
      column('selfWon', '자부담', 'Own'),
      column('vatWon', '부가세', 'VAT'),
      column('refundedWon', '환불(정부)', 'Refunded (public)'),
    ],
    grounds: { refundedWon: stated('환불 기록', 'service.refund') },
    rows: uses.map((use) => ({
      record: { register: 'voucher_service' as const, id: use.id },
      cells: {
        ...{ use: use.number, number: textOr(numbers.get(use.voucherId)), provider: use.provider, service: textOr(use.name) },
        ...{ contractedOn: dateText(use.contractedOn), capturedOn: dateText(use.capturedOn), paidOn: dateText(use.paidOn), state: nameIn(names.serviceStates, use.state) },
        ...{ supplyWon: wonText(use.supplyWon), governmentWon: wonText(use.governmentWon), selfWon: wonText(use.selfWon), vatWon: wonText(use.vatWon), refundedWon: wonText(use.refundedWon) },
      },
      ...(use.state === 'CANCELLED' ? { tone: 'muted' as const } : {}),
    })),
    totals: {
      ...{ use: standing.length === uses.length ? '합계' : '합계(취소 제외)', number: '', provider: '', service: '', contractedOn: '', capturedOn: '', paidOn: '', state: '' },
      ...{ supplyWon: sum(({ supplyWon }) => supplyWon), governmentWon: sum(({ governmentWon }) => governmentWon), selfWon: sum(({ selfWon }) => selfWon) },
      ...{ vatWon: sum(({ vatWon }) => vatWon), refundedWon: sum(({ refundedWon }) => refundedWon) },
    },
  };
}
