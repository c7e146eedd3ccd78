import { addDays, localDate, maxDate, type LocalDate, type ManualClock } from '#libs/calendar';
import { invariant } from '#libs/errors';
import type {
  AmendmentService, AssetService, DemandService, GrantAgreementService, GrantBudgetService, GrantExpenseService, GrantLifeService, InterestService, OwnShareService,
  RecoveryCollectionService, RoyaltyService, TrancheService,
} from '#libs/grant';
import { CALL_COMMANDS, decideSettlement, reportSettlement, reviewExpenses } from '#libs/grant';
import { sumWon, won, ZERO_WON } from '#libs/money';
import type { PartyDraft } from '#libs/party';
import {
  AGENCY, COMPANY, COMPANY_EXPENSES, INTEREST, OVER, PROTOTYPES, reviewedExpenses, SALES, UNDER_WAY, UNIVERSITY, UNIVERSITY_EXPENSES, waitingExpenses,
  type StoryExpense, type StoryInstitution,
} from './grant-story.data.js';
import { payByRun, payFromAgency, registerAccount, type PayingStage } from './paying.js';
import { playSelection } from './selection-story.js';

export interface GrantStage extends PayingStage {
  readonly budgets: GrantBudgetService;
  readonly agreements: GrantAgreementService;
  readonly amendments: AmendmentService;
  readonly lives: GrantLifeService;
  readonly tranches: TrancheService;
  readonly ownShares: OwnShareService;
  readonly expenses: GrantExpenseService;
  readonly interest: InterestService;
  readonly demands: DemandService;
  readonly collections: RecoveryCollectionService;
  readonly assets: AssetService;
  readonly royalties: RoyaltyService;
}

/** An agreement, and whom its money goes to. */
interface Agreed {
  readonly id: string;
  readonly callId: string;
  readonly from: StoryInstitution;
}

const [openCall] = CALL_COMMANDS;

/**
 * The prototypes of 2021 from the government's proposal to what came of them: two institutions, one settled with money to give
 * back, one that hardly began. Beside them stands a call that may have no money before its feasibility study is passed.
 */
export async function playGrantStory(stage: GrantStage, clock: ManualClock): Promise<void> {
  const on = (date: string): LocalDate => {
    clock.set(`${date}T10:00:00+09:00`);
    return localDate(date);
  };
  const callId = await openPrototypes(stage, 2021, on('2021-01-04'));
  await decideBudget(stage, callId, on(PROTOTYPES.approved.decidedOn));
  on('2021-01-25');
  await openRepeatedUse(stage);
  await playSelection(stage, on);
  const [company, university] = await agreeOnPrototypes(stage, callId, on('2021-03-02'));
  await stage.cast.do('finance', stage.ownShares.receive, {
    agreementId: company.id, source: 'OWN', amountWon: won(COMPANY.ownCashWon), receivedOn: on('2021-03-15'), reference: '2021-03-15 기관부담금', documentId: null,
  });
  await payTranche(stage, [[company, 150_000_000n], [university, 70_000_000n]], on('2021-04-05'));
  await payTranche(stage, [[university, 50_000_000n]], on('2021-09-06'));
  on('2021-12-01');
  const spent = [[company, COMPANY_EXPENSES], [university, UNIVERSITY_EXPENSES]] as const;
  const recorded = [];
  for (const [agreed, rows] of spent) recorded.push([agreed, await record(stage, agreed, rows), rows] as const);
  on('2022-01-28');
  for (const [agreed, ids, rows] of recorded) await review(stage, agreed, ids, rows);
  for (const { id } of [company, university]) await stage.cast.do('finance', stage.lives.complete, { agreementId: id, happenedOn: localDate('2022-01-03'), reason: '수행 기간 종료' });
  for (const each of INTEREST) {
    await stage.cast.do('finance', stage.interest.record, { agreementId: company.id, time: each.time, earnedOn: localDate(each.earnedOn), earnedWon: won(each.earnedWon), note: null, uses: [] });
  }
  await settle(stage, company, on, 5_657_500n);
  await settle(stage, university, on, null);
  await declareSales(stage, company, on);
}

/**
 * What lies on the desks today: an agreement whose second tranche was asked for and whose expenses nobody has reviewed, and a
 * project that is over and waits for its settlement report.
 */
export async function leaveGrantsOnTheDesks(stage: GrantStage, today: LocalDate): Promise<void> {
  const { cast, tranches } = stage;
  const fiscalYear = Number(today.slice(0, 4));
  const began = localDate(`${fiscalYear}-01-01`);
  const callId = await openPrototypes(stage, fiscalYear, today);
  await decideBudget(stage, callId, began);
  const running = await conclude(stage, callId, UNDER_WAY, { from: began, to: localDate(`${fiscalYear}-12-31`) });
  const ended = await conclude(stage, callId, OVER, { from: began, to: maxDate(began, addDays(today, -70)) });
  await registerAccounts(stage, [running, ended], began);
  await payTranche(stage, [[running, 60_000_000n], [ended, 80_000_000n]], today);
  const [, meter = ''] = await record(stage, running, waitingExpenses(today, today.replaceAll('-', '')));
  await registerEquipment(stage, running, meter, today);
  await noticeTransfer(stage, running, today);
  await review(stage, ended, await record(stage, ended, reviewedExpenses(began, began.replaceAll('-', ''))), []);
  const [second = ''] = await plan(stage, running, 40_000_000n, today);
  await cast.do('finance', tranches.request, { trancheId: second, reason: '2차 제작비' });
}

/** Opens the call, and where its money comes from. */
async function openPrototypes(stage: GrantStage, fiscalYear: number, today: LocalDate): Promise<string> {
  const { id: callId } = await stage.cast.do('finance', openCall, {
    ...{ kind: 'PROTOTYPE', regime: 'RND', fiscalYear, name: null, agency: AGENCY.name, recipientRole: 'MANUFACTURER', amountBasis: 'TOTAL', feasibility: 'NOT_NEEDED' },
    ...{ programmeId: null, lines: null, terms: [] },
    proposal: fiscalYear === 2021 ? { amountWon: won(PROTOTYPES.proposal.amountWon), clause: PROTOTYPES.proposal.clause } : null,
  });
  const effectiveFrom = localDate(`${today.slice(0, 4)}-01-01`);
  await payFromAgency(stage, `grant/${callId}`, effectiveFrom);
  return callId;
}

function decideBudget({ cast, budgets }: GrantStage, callId: string, decidedOn: LocalDate): Promise<unknown> {
  const { amountWon, clause } = PROTOTYPES.approved;
  const fiscalYear = Number(decidedOn.slice(0, 4));
  return cast.do('finance', budgets.decide, { callId, fiscalYear, stage: 'APPROVED', change: 'GRANT', amountWon: won(amountWon), decidedOn, clause: fiscalYear === 2021 ? clause : `${fiscalYear}년도 예산(국회확정)` });
}

/** P12: until its feasibility study is passed the call can have no budget. */
function openRepeatedUse({ cast }: GrantStage): Promise<unknown> {
  return cast.do('finance', openCall, {
    ...{ kind: 'OSMU', regime: 'RND', fiscalYear: 2022, name: null, agency: '한국연구재단', recipientRole: 'COMPANY', amountBasis: 'TOTAL', feasibility: 'PENDING' },
    ...{ programmeId: null, lines: null, terms: [], proposal: null },
  });
}

async function agreeOnPrototypes(stage: GrantStage, callId: string, agreedOn: LocalDate): Promise<readonly [Agreed, Agreed]> {
  const period = { from: agreedOn, to: localDate('2021-12-31') };
  const agreed = [await conclude(stage, callId, COMPANY, period), await conclude(stage, callId, UNIVERSITY, period)] as const;
  await registerAccounts(stage, agreed, agreedOn);
  return agreed;
}

async function conclude({ cast, agreements }: GrantStage, callId: string, from: StoryInstitution, period: { readonly from: LocalDate; readonly to: LocalDate }): Promise<Agreed> {
  const fiscalYear = Number(period.from.slice(0, 4));
  const source = (name: 'GOVERNMENT' | 'OWN', resource: 'CASH' | 'IN_KIND', amountWon: bigint) => ({ stage: 1, fiscalYear, source: name, resource, amountWon: won(amountWon) });
  const sources = [source('GOVERNMENT', 'CASH', from.governmentWon), source('OWN', 'CASH', from.ownCashWon), source('OWN', 'IN_KIND', from.ownInKindWon)].filter(({ amountWon }) => amountWon > 0n);
  const lines = from.lines.map(([code, amountWon, resource = 'CASH' as const]) => ({ stage: 1, fiscalYear, code, resource, kind: 'PLANNED' as const, amountWon: won(amountWon) }));
  const { id } = await cast.do('finance', agreements.conclude, {
    ...{ callId, applicationId: null, leadId: null, role: 'LEAD', organisation: party(from), institution: from.institution },
    ...{ projectNumber: null, umbrellaNumber: null, subProgramme: null, agreedOn: period.from, documentId: null, amountWon: won(from.governmentWon), plan: { sources, lines } },
    terms: {
      ...{ periodFrom: period.from, periodTo: period.to, stages: [{ stage: 1, beginsOn: period.from, endsOn: period.to }] },
      detail: { title: from.title, investigator: from.investigator, investigatorNumber: null, methods: null, researchers: null },
    },
  });
  return { id, callId, from };
}

/** Where the institutions are paid, each by its own account. */
async function registerAccounts(stage: GrantStage, agreed: readonly Agreed[], effectiveFrom: LocalDate): Promise<void> {
  for (const { from } of agreed) await registerAccount(stage, from, effectiveFrom);
}

/** The ids of the tranches of an agreement that are planned since now. */
async function plan({ cast, tranches }: GrantStage, { id: agreementId }: Agreed, amountWon: bigint, plannedOn: LocalDate): Promise<string[]> {
  await cast.do('finance', tranches.plan, { agreementId, tranches: [{ fiscalYear: Number(plannedOn.slice(0, 4)), label: `${plannedOn.slice(5, 7)}월 지급분`, amountWon: won(amountWon), plannedOn, conditions: [] }] });
  const planned = await cast.look(async (tx): Promise<{ id: string }[]> => tx.query('select id from grant_tranche where agreement_id = $1 order by number desc limit 1', [agreementId]));
  return planned.map(({ id }) => id);
}

/** Tranches that are asked for by one person and decided by another leave in one run, which a third releases; then the bank has paid. */
async function payTranche(stage: GrantStage, asked: readonly (readonly [Agreed, bigint])[], payOn: LocalDate): Promise<void> {
  const { cast, tranches } = stage;
  for (const [agreed, amountWon] of asked) {
    const [trancheId = ''] = await plan(stage, agreed, amountWon, payOn);
    await cast.do('finance', tranches.request, { trancheId, reason: null });
    await cast.do('checker', tranches.decide, { trancheId, amountWon: won(amountWon), payFrom: payOn });
  }
  await payByRun(stage, `grant/${asked[0]?.[0].callId ?? ''}`, payOn, sumWon(asked.map(([, amountWon]) => won(amountWon))));
}

/** Records what was spent, and in the order of the list answers how it is known. */
async function record({ cast, expenses }: GrantStage, { id: agreementId, callId }: Agreed, spent: readonly StoryExpense[]): Promise<string[]> {
  const items = spent.map(({ line, amountWon, spentOn, payee, purpose, evidence, inKind }) => ({
    ...{ agreementId, line, resource: inKind === true ? ('IN_KIND' as const) : ('CASH' as const), spentOn: localDate(spentOn), committedOn: null },
    ...{ payeeName: payee[0], payeeNumber: payee[1], purpose, supplyWon: won(amountWon), vatWon: ZERO_WON, chargesVat: false },
    ...{ evidenceKind: evidence?.[0] ?? null, evidenceNumber: evidence?.[1] ?? null },
  }));
  const { recorded } = await cast.do('finance', expenses.record, { callId, items });
  return recorded.map(({ id }) => id);
}

async function review({ cast }: GrantStage, { callId }: Agreed, ids: readonly string[], spent: readonly StoryExpense[]): Promise<void> {
  const items = ids.map((expenseId, index) => {
    const { amountWon = 0n, disallowed } = spent[index] ?? {};
    if (disallowed === undefined) return { expenseId, decision: 'ALLOWED' as const, disallowedWon: null, reason: null, clause: null };
    return { expenseId, decision: 'DISALLOWED' as const, disallowedWon: won(amountWon), ...disallowed };
  });
  await cast.do('checker', reviewExpenses, { callId, items });
}

/** Report, decision, agreement, and the money back; `inPartWon` of it where not all has come yet. */
async function settle(stage: GrantStage, { id: agreementId, from }: Agreed, on: (date: string) => LocalDate, inPartWon: bigint | null): Promise<void> {
  const { cast, demands, collections } = stage;
  const reported = { agreementId, stage: 1, documentId: null, note: null } as const;
  const nothingStated = { usedWon: null, unusedWon: null, disallowedWon: null, inKindShortageWon: null, interestWon: null, totalWon: null };
  await cast.do('finance', reportSettlement, { ...reported, kind: 'YEARLY_USE', fiscalYear: 2021, receivedOn: on('2022-01-28'), stated: nothingStated });
  await cast.do('finance', reportSettlement, { ...reported, kind: 'SETTLEMENT', fiscalYear: null, receivedOn: on('2022-02-25'), stated: nothingStated });
  const noticeOn = on('2022-03-14');
  const decision = { agreementId, stage: 1, noticeOn, noticeWon: null, retained: [] };
  const noticeWon = await cast.preview('finance', decideSettlement, decision, (decided) => won(BigInt(decided.noticeWon)));
  const { id: settlementId } = await cast.do('finance', decideSettlement, { ...decision, noticeWon });
  const acceptedOn = on('2022-03-24');
  const { recovery } = await cast.do('finance', demands.finalize, { settlementId, noticeOn: acceptedOn, dueOn: null, instalments: inPartWon === null ? 1 : 2, acceptedOn });
  invariant(recovery !== null, `${from.name} gives something back`);
  const amountWon = won(inPartWon ?? noticeWon);
  await cast.do('finance', collections.receive, { recoveryId: recovery.id, amountWon, valueOn: on('2022-04-21'), bankReference: `${from.name} 반납` });
  const remitted = { recoveryId: recovery.id, amountWon, remittedOn: on('2022-04-25'), noticeNumber: `2022-0425-${from.businessNumber.slice(-4)}` };
  await cast.do('finance', collections.remit, remitted);
  if (inPartWon === null) await cast.do('finance', stage.lives.close, { agreementId, happenedOn: on('2022-05-02'), reason: '정산금 납부 완료' });
}

/** The institute needs one more student and less equipment than it planned, and tells so: that much it may do by notice. */
async function noticeTransfer({ cast, amendments }: GrantStage, { id: agreementId }: Agreed, today: LocalDate): Promise<void> {
  const unchanged = { sources: null, lines: null, periodFrom: null, periodTo: null, stages: null, title: null, investigator: null, investigatorNumber: null, methods: null, researchers: null };
  const transfers = [{ stage: 1, fiscalYear: Number(today.slice(0, 4)), resource: 'CASH' as const, from: 'D3', to: 'D2', amountWon: won(2_000_000n) }];
  await cast.do('finance', amendments.notify, { agreementId, draft: { ...unchanged, transfers }, decidedOn: today, effectiveOn: today, reason: '학생연구원 1명 추가 참여(장비는 보유품 사용)', documentId: null });
}

/** What was bought stays with the institute, and somebody has to look at it each half-year. */
async function registerEquipment({ cast, assets }: GrantStage, { id: agreementId }: Agreed, expenseId: string, acquiredOn: LocalDate): Promise<void> {
  await cast.do('finance', assets.register, {
    ...{ agreementId, kind: 'EQUIPMENT', name: '가스 유량계', maker: '다솜계측', serial: 'DSM-4420-17', registryNumber: null, location: '본관 204호 센서실' },
    ...{ expenseId, acquiredOn, amountWon: won(6_600_000n), restrictedUntil: null },
  });
}

/** The company sells what it made, and declares it each year; the government's part is not claimed yet. */
async function declareSales({ cast, royalties }: GrantStage, { id: agreementId, from }: Agreed, on: (date: string) => LocalDate): Promise<void> {
  const { contributionBasisPoints, contractedOn, years } = SALES;
  const technology = { agreementId, company: party(from), name: '초소형 분광센서', patentNumber: null, use: 'OWN_USE', contributionBasisPoints, contractedOn: on(contractedOn) } as const;
  const { id: technologyId } = await cast.do('finance', royalties.register, technology);
  for (const { year, incomeWon, collectedOn, declaredOn } of years) {
    await cast.do('finance', royalties.declare, { technologyId, year, incomeWon: won(incomeWon), collectedOn: localDate(collectedOn), declaredOn: on(declaredOn), jobs: 3, documentId: null });
  }
}

function party({ name, businessNumber, institution = 'NON_PROFIT' }: { readonly name: string; readonly businessNumber: string; readonly institution?: StoryInstitution['institution'] }): PartyDraft {
  return { kind: institution === 'SME' ? 'COMPANY' : 'INSTITUTION', name, businessNumber, corporateNumber: null, incorporatedOn: null };
}
