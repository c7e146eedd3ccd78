import { roundedPercent } from '#libs/money';
import { both, dateText, nameIn, percentText, wonText } from '../../report/report-text.js';
import type { ReportFact, ReportSection, ReportTile, ReportVerdict } from '../../report/report.js';
import { total } from '../../table/rows.js';
import { rollForward } from '../roll-forward.js';
import { BOOK, booked, isHeld, POSTED, type SettlementFacts } from '../voucher-settlement.js';
import { minus, plus } from '../../trace/origin.js';
import { named, words } from '../../trace/ground.js';
import { FIGURE } from '../figures.js';

/** The finding, the figures that everybody asks for first, and what the programme year is. */
export function summarySection(facts: SettlementFacts, verdict: ReportVerdict): ReportSection {
  return {
    id: 'summary',
    title: both('1. 요약', 'Summary'),
    blocks: [
      { kind: 'text', text: verdict.text },
      { kind: 'tiles', tiles: tiles(facts) },
      { kind: 'facts', rows: identity(facts) },
    ],
  };
}

function tiles(facts: SettlementFacts): ReportTile[] {
  const { sum } = rollForward(facts);
  const book = `voucher/${facts.year.id}`;
  const budget = booked(facts, BOOK.budget, POSTED.budgetDecided);
  const [issued, used] = [sum.issuedWon + sum.toppedUpWon, -sum.usedWon - sum.refundedWon];
  const held = total(facts.uses.filter(isHeld), ({ heldWon }) => heldWon);
  return [
    { label: both('발급', 'Issued'), value: `${facts.vouchers.length} / ${booked(facts, BOOK.quotaGranted)}`, unit: '건', note: `수혜기업 ${booked(facts, BOOK.companyQuotaUsed)}개사`, origin: words('4장 바우처별 내역의 건수 / 원장의 발급한도(2장 한도별 사용 현황)') },
    { label: both('발급액', 'Amount issued'), value: wonText(issued), unit: '원', note: `확정예산의 ${percentText(roundedPercent(issued, budget))}`, origin: [plus(book, BOOK.outstanding, { postings: [POSTED.issued, POSTED.toppedUp] })] },
    { label: both('예산 집행률', 'Budget used'), value: roundedPercent(used, budget) ?? '-', unit: '%', note: `사용 ${wonText(used)}원 ÷ 확정예산`, origin: words('(사용 − 환불) ÷ 확정예산 (%, 소수점 아래 둘째 자리 미만 반올림)', named(FIGURE.used), named(FIGURE.refunded), named(FIGURE.budget)) },
    { label: both('소멸·회수', 'Expired and recovered'), value: wonText(-(sum.expiredWon + sum.revokedWon)), unit: '원', note: `소멸 ${wonText(-sum.expiredWon)}원`, origin: [minus(book, BOOK.outstanding, { postings: [POSTED.expired, POSTED.revoked] })] },
    { label: both('바우처 잔액', 'Left on vouchers'), value: wonText(sum.closingWon), unit: '원', note: `그중 사용예약 ${wonText(held)}원`, origin: [plus(book, BOOK.outstanding)] },
  ];
}

function identity(facts: SettlementFacts): ReportFact[] {
  const { year, names } = facts;
  const budget = [plus(`voucher/${year.id}`, BOOK.budget, { postings: [POSTED.budgetDecided] })];
  return [
    { label: both('사업(회계연도)', 'Programme (fiscal year)'), value: `${facts.programme.ko} · ${names.kind.ko} (${year.fiscalYear}년)` },
    { label: both('사업연도 명칭', 'Name'), value: year.name },
    { label: both('전담기관', 'Agency'), value: year.agency },
    { label: both('확정예산', 'Budget'), value: `${wonText(booked(facts, BOOK.budget, POSTED.budgetDecided))}원`, origin: budget, name: FIGURE.budget },
    { label: both('환수 근거 법률', 'Law on recovery'), value: nameIn(names.regimes, year.legalRegime) },
    { label: both('단계별 건수', 'Where the applications stand'), value: funnelText(facts), origin: words('신청·바우처 기록을 기준일의 상태별로 센 건수') },
    { label: both('연도마감', 'Close of the year'), value: facts.close === null ? '마감 전' : dateText(facts.close.closedOn) },
  ];
}

/** '신청 1건, 평가 2건, 발급 29건 (모두 32건)'. */
function funnelText({ funnel, names }: SettlementFacts): string {
  const steps = funnel.map(({ state, count }) => `${nameIn(names.voucherStates, state)} ${count}건`).join(', ');
  return steps === '' ? '신청 없음' : `${steps} (모두 ${funnel.reduce((sum, { count }) => sum + count, 0)}건)`;
}
