import { both, basisPointsText, wonText } from '../../report/report-text.js';
import { NOTHING, type ReportBlock, type ReportSection, type ReportTable } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import { decimalPercent } from '../concentration.rules.js';
import { ownMoneyMovements, type OwnMoneyMovements } from '../roll-forward.js';
import { BOOK, isHeld, isUsed, type SettlementFacts, type SettlementUse, POSTED } from '../voucher-settlement.js';
import { ratio, ruled, sum, words } from '../../trace/ground.js';
import { minus, plus, type FigureOrigin, type Narrowing } from '../../trace/origin.js';
import { bookOf } from './budget.model.js';

/** What companies bore themselves, VAT, and the deposits that are kept for them. */
export function ownMoneySection(facts: SettlementFacts): ReportSection {
  return {
    id: 'own-money',
    title: both('7. 자부담·부가세', "Companies' own share and VAT"),
    blocks: [{ kind: 'text', text: rule(facts), origin: ruled('사업연도의 자부담률과 부가가치세율 (12장 적용 규칙)') }, sourceTable(facts), ...depositBlocks(facts)],
  };
}

function rule({ terms }: SettlementFacts) {
  const [self, vat] = [basisPointsText(terms.selfBurden), basisPointsText(terms.vatRate)];
  const paid = terms.selfBurdenChannel === 'DEPOSIT' ? both('발급 전에 전담기관에 납입', 'paid in to the agency before the issue') : both('공급기관에 직접 지급', 'paid to the provider directly');
  return both(
    `정부지원금은 공급가액에만 쓰이며, 자부담은 공급가액의 ${self}(${paid.ko})이고 부가가치세(${vat})는 기업이 부담합니다. 여러 번 나누어 써도 합계가 어긋나지 않도록 누적액을 내림하여 나눕니다. 잔액을 넘는 사용은 기업의 부담이 되므로 실제 비율은 이보다 높을 수 있습니다.`,
    `Public money pays for the supply price alone; the company bears ${self} of it (${paid.en}) and the VAT (${vat}). Shares are floored on the cumulative price, so that several uses add up. What a use takes beyond the balance is the company's, so the actual share may be higher.`,
  );
}

const IN_LIST = words('4장 사용 건별 내역(취소 제외)을 상태별로 세거나 더함');

function sourceTable({ uses }: SettlementFacts): ReportTable {
  const groups: readonly (readonly [name: string, uses: readonly SettlementUse[]])[] = [
    ['지급 완료', uses.filter((use) => isUsed(use) && use.paidOn !== null)],
    ['지급결정(지급 전)', uses.filter((use) => isUsed(use) && use.paidOn === null)],
    ['계약·결과보고·청구 중', uses.filter(isHeld)],
  ];
  const cells = (state: string, own: readonly SettlementUse[]): Record<string, string> => {
    const [supply, self, vat] = [total(own, ({ supplyWon }) => supplyWon), total(own, ({ selfWon }) => selfWon), total(own, ({ vatWon }) => vatWon)];
    return {
      state,
      useCount: String(own.length),
      supplyWon: wonText(supply),
      governmentWon: wonText(total(own, ({ governmentWon }) => governmentWon)),
      selfWon: wonText(self),
      selfPercent: supply === 0n ? '-' : decimalPercent(self, supply),
      vatWon: wonText(vat),
      providerWon: wonText(supply + vat),
    };
  };
  return {
    kind: 'table',
    caption: both('재원별 금액 (환불 전, 취소 제외)', 'By source of money (before refunds, without what was cancelled)'),
    columns: [
      column('state', '구분', 'State'),
      column('useCount', '건수', 'Count'),
      column('supplyWon', '공급가액(원)', 'Supply price (won)'),
      column('governmentWon', '정부지원금(원)', 'Public (won)'),
      column('selfWon', '자부담(원)', 'Own (won)'),
      column('selfPercent', '자부담률', 'Own share'),
      column('vatWon', '부가세(원)', 'VAT (won)'),
      column('providerWon', '공급기관 수령액(원)', 'To the provider (won)'),
    ],
    grounds: {
      useCount: IN_LIST,
      supplyWon: IN_LIST,
      governmentWon: IN_LIST,
      selfWon: IN_LIST,
      selfPercent: ratio('selfWon', 'supplyWon'),
      vatWon: IN_LIST,
      providerWon: sum('supplyWon', 'vatWon'),
    },
    rows: groups.map(([name, own]) => ({ cells: cells(name, own) })),
    totals: cells('합계', groups.flatMap(([, own]) => own)),
  };
}

interface Named {
  readonly number: string;
  readonly company: string;
}

const NOBODY: Named = { number: NOTHING, company: NOTHING };

/** The entries on the companies' deposits, of one lot or of all. */
function lotOrigins(facts: SettlementFacts, of: Narrowing = {}): Readonly<Record<string, FigureOrigin>> {
  const on = (sign: typeof plus, ...postings: readonly string[]): FigureOrigin => [sign(bookOf(facts), BOOK.ownMoney, { ...of, ...(postings.length === 0 ? {} : { postings }) })];
  return {
    ...{ depositedWon: on(plus, POSTED.deposited), splitWon: on(plus, POSTED.split), usedWon: on(minus, POSTED.captured, POSTED.captureReversed, POSTED.refunded) },
    ...{ returnedWon: on(minus, POSTED.returnedOwn), keptWon: on(plus) },
  };
}

/** The companies' own lots: paid in, used, returned, kept. */
function depositBlocks(facts: SettlementFacts): ReportBlock[] {
  const booked = ownMoneyMovements(facts);
  const named = new Map<string, Named>();
  for (const { voucherId, number, company } of facts.lots) named.set(voucherId, { number, company });
  for (const { id, number, company } of facts.vouchers) named.set(id, { number, company });
  const lots = [...booked].map(([id, moved]) => ({ ...(named.get(id) ?? NOBODY), id, moved })).sort((one, other) => (one.number < other.number ? -1 : 1));
  if (lots.length === 0) return [{ kind: 'text', text: both('기준일까지 전담기관이 납입받아 보관한 자부담금은 없습니다.', 'The agency holds no own money of companies.') }];
  const cells = (number: string, company: string, own: readonly (typeof lots)[number][]): Record<string, string> => {
    const sum = (key: keyof OwnMoneyMovements): bigint => total(own, ({ moved }) => moved[key]);
    const kept = sum('depositedWon') + sum('splitWon') + sum('usedWon') + sum('returnedWon');
    return { number, company, depositedWon: wonText(sum('depositedWon')), splitWon: wonText(sum('splitWon')), usedWon: wonText(-sum('usedWon')), returnedWon: wonText(-sum('returnedWon')), keptWon: wonText(kept) };
  };
  return [
    {
      kind: 'table',
      caption: both(`자부담금 예수금 (${lots.length}건)`, `Deposits of companies (${lots.length})`),
      columns: [
        centred('number', '발급번호', 'Voucher'),
        column('company', '기업', 'Company'),
        column('depositedWon', '납입(원)', 'Paid in (won)'),
        column('splitWon', '분할 이동', 'Moved by a split'),
        column('usedWon', '(−) 사용(환불 차감)', '(−) Used, less refunds'),
        column('returnedWon', '(−) 반환', '(−) Returned'),
        column('keptWon', '보관(원)', 'Kept (won)'),
      ],
      rows: lots.map((lot) => ({ cells: cells(lot.number, lot.company, [lot]), origins: lotOrigins(facts, { parts: [lot.id] }) })),
      totalOrigins: lotOrigins(facts),
      totals: cells('합계', '', lots),
    },
  ];
}
