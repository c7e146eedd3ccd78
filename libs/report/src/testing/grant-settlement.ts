import { localDate } from '#libs/calendar';
import type { DecidedForm, GrantCall } from '#libs/grant';
import { sumWon } from '#libs/money';
import { both } from '../report/report-text.js';
import { BUDGET_DECIDED, GRANT_BOOK, type GrantAgreementFacts, type GrantExpenseFacts, type GrantMovement, type GrantSettlementFacts } from '../grant-settlement/grant-settlement.js';

const CALL: GrantCall = {
  ...{ id: 'call-1', programmeId: 'programme-1', kind: 'PROTOTYPE', regime: 'RND', fiscalYear: 2021, prefix: 'PT', name: '2021년 시작품 제작 전문기업 육성', agency: '과학기술사업화진흥원' },
  ...{ recipientRole: 'MANUFACTURER', amountBasis: 'TOTAL', feasibility: 'NOT_NEEDED' },
};

const AGREEMENT = 'agreement-1';
const BUDGET_WON = 6_200_000_000n;

/** One agreement as its form tells it: paid in full, an expense for each line, half of what goes back received and remitted. */
export function grantFacts(form: DecidedForm, changes: Partial<GrantSettlementFacts> = {}): GrantSettlementFacts {
  const { header, lines, interest, returns } = form;
  const year = (column: 'governmentCashWon' | 'ownCashWon' | 'ownInKindWon'): bigint => sumWon(header.years.map((each) => each[column]));
  const [governmentWon, ownCashWon, ownInKindWon] = [year('governmentCashWon'), year('ownCashWon'), year('ownInKindWon')];
  const agreement: GrantAgreementFacts = {
    ...{ id: AGREEMENT, number: header.agreementNumber, partyName: header.institutionName, businessNumber: null, institution: header.institution, role: header.role, state: 'COMPLETED' },
    ...{ title: header.title, investigator: header.investigator, agreedOn: header.from, periodFrom: header.from, periodTo: header.to, version: 1 },
    ...{ governmentWon, ownCashWon, ownInKindWon, otherCashWon: 0n, otherInKindWon: 0n },
    ...{ fundedWon: governmentWon, decidedWon: governmentWon, paidWon: governmentWon, ownReceivedWon: ownCashWon, otherReceivedWon: 0n },
  };
  const receivedWon = returns.noticeWon / 2n;
  const facts: Omit<GrantSettlementFacts, 'book'> = {
    ...{ call: CALL, programme: both('시작품 제작 전문기업 육성', 'Prototype manufacturing'), agreementId: AGREEMENT, asOf: localDate('2022-03-31'), knownBefore: new Date('2022-03-31T15:00:00Z') },
    ...{ policies: [], clause: form.clauses.recovery, agreements: [agreement], expenses: lines.map((line, at) => expenseOf(line, at, header.to)) },
    budgets: [{ fiscalYear: 2021, stage: 'APPROVED', spendable: true, decidedOn: localDate('2020-12-02'), amountWon: BUDGET_WON, clause: '국회확정' }],
    carryOvers: [],
    lines: lines.map((line) => ({ ...line, id: line.lineId, agreementId: AGREEMENT, stage: header.stage, code: line.line })),
    interest: interest.map((row) => ({ ...row, agreementId: AGREEMENT })),
    settled: [{ agreementId: AGREEMENT, stage: header.stage, form, finalizedOn: localDate('2022-03-20'), objectedOn: null, grounds: null, outcome: null, answeredOn: null }],
    verifications: [
      { agreement: header.agreementNumber, kind: 'SETTLEMENT', about: '1단계', auditor: '한울회계법인', opinion: 'QUALIFIED', findings: '현물 부족 2,000,000원', reportedOn: localDate('2022-02-20'), receivedOn: localDate('2022-02-22'), sha256: null },
    ],
    sanctions: [],
    recoveries: [
      {
        ...{ id: 'recovery-1', agreementId: AGREEMENT, agreement: header.agreementNumber, number: 'GR-2022-0001', debtor: header.institutionName, origin: form.number, ofProject: true },
        ...{ noticeOn: localDate('2022-03-20'), dueOn: localDate('2022-04-19'), demandedWon: returns.noticeWon, surchargedWon: 0n, reducedWon: 0n, receivedWon, writtenOffWon: 0n },
        remittances: [{ amountWon: receivedWon, remittedOn: localDate('2022-03-30'), noticeNumber: '2022-0330-0000017' }],
      },
    ],
    assets: [
      {
        ...{ agreement: header.agreementNumber, number: `${header.agreementNumber}-A01`, kind: 'EQUIPMENT', name: '정밀 가공기', registryNumber: 'NFEC-2021-11-0001', location: '대전 제1공장' },
        ...{ acquiredOn: localDate('2021-09-30'), amountWon: 19_500_000n, governmentWon: 18_870_967n, restrictedUntil: localDate('2026-09-29'), condition: 'IN_USE', checkedOn: localDate('2022-01-15'), deed: null, disposedOn: null },
      },
    ],
    names: {
      ...{ budgetStages: { APPROVED: both('국회확정', 'Approved') }, states: { COMPLETED: both('수행 완료', 'Completed') }, institutions: { SME: both('중소기업', 'SME') } },
      ...{ assets: { EQUIPMENT: both('연구시설·장비', 'Equipment') }, conditions: { IN_USE: both('사용 중', 'In use') }, deeds: {}, papers: { INSPECTION: both('검수조서', 'Inspection') } },
    },
  };
  return { ...facts, book: bookOf(facts), ...changes };
}

function expenseOf({ lineId, usedWon, disallowedWon }: DecidedForm['lines'][number], at: number, spentOn: GrantExpenseFacts['spentOn']): GrantExpenseFacts {
  const refused = disallowedWon > 0n;
  return {
    ...{ id: `expense-${at}`, agreementId: AGREEMENT, lineId, number: `EXP-${String(at + 1).padStart(4, '0')}`, spentOn, payee: '대전정밀', purpose: '시작품 가공', amountWon: usedWon },
    ...{ evidenceKind: 'TAX_INVOICE', evidenceNumber: `20211112${String(at).padStart(16, '0')}`, decision: refused ? 'PARTLY' : 'ALLOWED', disallowedWon },
    ...{ reason: refused ? '증빙과 다른 용도' : null, clause: refused ? '연구개발비 사용 기준' : null },
    papers: [{ paper: 'INSPECTION', reference: `검수-${at + 1}`, fileName: '검수조서.pdf', sha256: 'a'.repeat(64) }],
  };
}

/** The book as postings would have left it. */
function bookOf({ agreements, lines, expenses, interest, recoveries }: Omit<GrantSettlementFacts, 'book'>): GrantMovement[] {
  const moved = (chart: string, part: string, posting: string, deltaWon: bigint): GrantMovement => ({ chart, part, posting, deltaWon });
  const usedOf = (lineId: string): bigint => expenses.filter((each) => each.lineId === lineId).reduce((sum, { amountWon }) => sum + amountWon, 0n);
  const inCash = lines.filter(({ resource }) => resource === 'CASH').reduce((sum, { id }) => sum + usedOf(id), 0n);
  const [agreement] = agreements;
  const [earned, other] = [interest.reduce((sum, { earnedWon }) => sum + earnedWon, 0n), interest.reduce((sum, row) => sum + row.reinvestedWon + row.resultsWon + row.otherWon, 0n)];
  const gave = recoveries.reduce((sum, { receivedWon }) => sum + receivedWon, 0n);
  const [paid, own] = [agreement?.paidWon ?? 0n, agreement?.ownReceivedWon ?? 0n];
  return [
    moved(GRANT_BOOK.appropriation, '2021', BUDGET_DECIDED, BUDGET_WON),
    ...[moved(GRANT_BOOK.government, AGREEMENT, 'grant.tranche-paid', paid), moved(GRANT_BOOK.own, AGREEMENT, 'grant.own-share-received', own), moved(GRANT_BOOK.interest, AGREEMENT, 'grant.interest-earned', earned)],
    ...[moved(GRANT_BOOK.spent, AGREEMENT, 'grant.expense-used', inCash + other), moved(GRANT_BOOK.returned, AGREEMENT, 'grant.project-gave-back', gave)],
    moved(GRANT_BOOK.cash, AGREEMENT, 'grant.expense-used', paid + own + earned - inCash - other - gave),
    ...lines.flatMap(({ id, carriedWon, plannedWon, changeWon, interestInWon }) => [
      moved(GRANT_BOOK.line, id, 'grant.lines-set', carriedWon + plannedWon + changeWon + interestInWon),
      ...[moved(GRANT_BOOK.line, id, 'grant.expense-used', -usedOf(id)), moved(GRANT_BOOK.used, id, 'grant.expense-used', usedOf(id))],
    ]),
    ...recoveries.flatMap(({ id, demandedWon, receivedWon }) => [moved(GRANT_BOOK.receivable, id, 'grant.recovery-demanded', demandedWon), moved(GRANT_BOOK.receivable, id, 'grant.recovery-received', -receivedWon)]),
    moved(GRANT_BOOK.remitted, '', 'grant.recovery-remitted', gave),
  ];
}
