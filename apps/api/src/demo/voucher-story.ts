import { addDays, localDate, type LocalDate, type ManualClock } from '#libs/calendar';
import type { Command } from '#libs/command';
import { sumWon, won, type Won } from '#libs/money';
import { recordPartyAddress, type PartyDraft } from '#libs/party';
import {
  agreeVoucher, APPLICATION_COMMANDS, EVALUATION_COMMANDS, openVoucherYear, registerServiceProvider, SELECTION_COMMANDS,
  type BudgetService, type ClaimService, type ContractService, type DecisionService, type DeliveryService, type EndingService, type ExpiryService,
  type IssueService, type OwnMoneyService,
} from '#libs/voucher';
import { payByRun, payFromAgency, registerAccount, type PayingStage } from './paying.js';
import { APPLICATIONS, PAYMENT_DAYS, PROVIDERS, USES, VOUCHER_YEAR, type StoryApplication, type StoryUse } from './voucher-story.data.js';

export interface VoucherStage extends PayingStage {
  readonly budgets: BudgetService;
  readonly issues: IssueService;
  readonly ownMoney: OwnMoneyService;
  readonly contracts: ContractService;
  readonly deliveries: DeliveryService;
  readonly claims: ClaimService;
  readonly capture: Command<{ readonly serviceId: string }, unknown>;
  readonly endings: EndingService;
  readonly expiries: ExpiryService;
  readonly clawbacks: DecisionService;
}

const [receive, screen] = APPLICATION_COMMANDS;
const [declare, score] = EVALUATION_COMMANDS;
const [select] = SELECTION_COMMANDS;
const EVALUATORS = ['committee1', 'committee2'] as const;

/**
 * A year of A/S vouchers: one used up in two uses, one expired in part, one clawed back, one given up. Each deed happens on its
 * own day, by those whose work it is.
 */
export async function playVoucherStory(stage: VoucherStage, clock: ManualClock): Promise<void> {
  const on = (date: string): LocalDate => {
    clock.set(`${date}T10:00:00+09:00`);
    return localDate(date);
  };
  on('2023-01-03');
  const yearId = await openYear(stage, VOUCHER_YEAR.fiscalYear);
  const openedOn = on('2023-01-16');
  const parties = await registerProviders(stage, yearId);
  await registerAccounts(stage, yearId, parties, openedOn);
  const providers = parties.map(({ id }) => id);
  const applied = await apply(stage, yearId, APPLICATIONS, on('2023-02-27'));
  const vouchers = await issueBest(stage, yearId, applied, 4, on);
  const deeds = [
    ...USES.flatMap((use) => stepsOf(stage, use, { voucherId: vouchers[use.voucher] ?? '', providerId: providers[use.provider] ?? '' })),
    ...PAYMENT_DAYS.map((day): Deed => ({ day, do: (today) => pay(stage, yearId, today) })),
    { day: '2023-09-01', do: () => stage.cast.do('finance', stage.endings.withdraw, { voucherId: vouchers[3] ?? '', reason: '사업계획 변경으로 바우처를 포기함(기업 공문 접수)' }) },
    { day: '2023-10-16', do: () => stage.cast.do('finance', stage.expiries.expire, { yearId, voucherIds: null }) },
    { day: '2023-11-20', do: (today) => clawBack(stage, vouchers[2] ?? '', today) },
  ] satisfies Deed[];
  for (const { day, do: deed } of [...deeds].sort((a, b) => (a.day < b.day ? -1 : 1))) await deed(on(day));
}

/**
 * The vouchers of the present year: some claims wait for their decision, an application for its committee, so that whoever opens
 * the program finds work.
 */
export async function leaveVouchersOnTheDesks(stage: VoucherStage, today: LocalDate): Promise<void> {
  const yearId = await openYear(stage, Number(today.slice(0, 4)));
  await payFromAgency(stage, `voucher/${yearId}`, localDate(`${today.slice(0, 4)}-01-01`));
  const [{ id: providerId } = { id: '' }] = await registerProviders(stage, yearId);
  const recent = APPLICATIONS.map((application) => ({ ...application, contractOn: addDays(today, -400) }));
  const applied = await apply(stage, yearId, recent.slice(0, 3), today);
  const vouchers = await issueBest(stage, yearId, applied.slice(0, 2), 2, () => today);
  const day = today.replaceAll('-', '');
  const use = (voucher: number, supplyWon: bigint): StoryUse => ({
    ...{ voucher, provider: 0, name: '공정조건 자문', supplyWon, rating: 4, invoice: `${day}410000010000b00${voucher}` },
    ...{ contractedOn: today, deliveredOn: today, claimedOn: today, capturedOn: today },
  });
  for (const each of [use(0, 3_333_333n), use(1, 2_400_000n)]) {
    const steps = stepsOf(stage, each, { voucherId: vouchers[each.voucher] ?? '', providerId });
    // The decision to pay is left to whoever opens the claims.
    for (const step of steps.slice(0, -1)) await step.do(today);
  }
}

/** An application, the scores it gets, and what it asks for. */
interface Applied {
  readonly voucherId: string;
  readonly scores: readonly [string, string];
  readonly amountWon: Won;
}

interface Deed {
  readonly day: string;
  readonly do: (today: LocalDate) => Promise<unknown>;
}

async function openYear({ cast, budgets }: VoucherStage, fiscalYear: number): Promise<string> {
  const { id: yearId } = await cast.do('finance', openVoucherYear, {
    kind: 'AS', fiscalYear, legalRegime: 'PUBLIC_FINANCE', name: null, agency: VOUCHER_YEAR.agency, programmeId: null,
    terms: [{ key: 'voucher.evaluators-minimum', value: '2', clause: '운영지침 제12조(평가위원 2인)', source: 'NOTICE' }],
  });
  const { proposal, approved } = VOUCHER_YEAR;
  const grant = { yearId, change: 'GRANT' } as const;
  const before = (date: string): LocalDate => localDate(`${fiscalYear - 1}${date.slice(4)}`);
  await cast.do('finance', budgets.decide, { ...grant, stage: 'PROPOSAL', amountWon: won(proposal.amountWon), vouchers: 100, companies: 100, decidedOn: before(proposal.decidedOn), clause: `${fiscalYear}년도 예산안` });
  await cast.do('finance', budgets.decide, { ...grant, ...approved, stage: 'APPROVED', amountWon: won(approved.amountWon), decidedOn: before(approved.decidedOn), clause: `${fiscalYear}년도 예산` });
  return yearId;
}

/** The providers of the year, in their order. */
async function registerProviders({ cast }: VoucherStage, yearId: string): Promise<{ id: string; partyId: string }[]> {
  const registered: { id: string; partyId: string }[] = [];
  for (const { name, businessNumber } of PROVIDERS) {
    registered.push(await cast.do('finance', registerServiceProvider, { yearId, party: party(name, businessNumber, 'INSTITUTION'), registeredOn: null }));
  }
  return registered;
}

/** What the year pays from, and where its providers are and are paid; accounts stay on record from year to year. */
async function registerAccounts(stage: VoucherStage, yearId: string, parties: readonly { readonly partyId: string }[], effectiveFrom: LocalDate): Promise<void> {
  await payFromAgency(stage, `voucher/${yearId}`, effectiveFrom);
  for (const [index, provider] of PROVIDERS.entries()) {
    await registerAccount(stage, provider, effectiveFrom);
    await stage.cast.do('finance', recordPartyAddress, { partyId: parties[index]?.partyId ?? '', effectiveFrom, country: 'KR', ...provider.address });
  }
}

async function apply({ cast }: VoucherStage, yearId: string, applications: readonly StoryApplication[], today: LocalDate): Promise<Applied[]> {
  const applied: Applied[] = [];
  for (const [index, each] of applications.entries()) {
    const { voucherId } = await cast.do('finance', receive, {
      yearId,
      company: party(each.company, each.businessNumber, 'COMPANY'),
      number: null,
      facts: {
        ...{ receivedOn: today, receivedTime: `09:${String(10 + index)}:00`, representative: each.representative, officers: `대표이사 ${each.representative}` },
        ...{ contractNumber: `TT-${each.contractOn.slice(0, 4)}-${each.businessNumber.slice(-4)}`, contractOn: localDate(each.contractOn), technology: each.technology },
        ...{ researcher: each.researcher, researcherNumber: null, institution: PROVIDERS[0]?.name ?? null, requestedWon: won(each.requestedWon) },
        ...{ services: null, consented: true, clearance: null, phone: null, address: null, note: null },
      },
    });
    applied.push({ voucherId, scores: each.scores, amountWon: won(each.requestedWon) });
  }
  return applied;
}

/** From the screening to the issue: the best `count` of those who applied. */
async function issueBest(stage: VoucherStage, yearId: string, applied: readonly Applied[], count: number, on: (date: string) => LocalDate): Promise<string[]> {
  const { cast } = stage;
  on('2023-03-13');
  await cast.do('finance', screen, { yearId, applications: applied.map(({ voucherId }) => ({ voucherId, clearance: null })) });
  for (const [index, evaluator] of EVALUATORS.entries()) {
    await cast.do(evaluator, declare, { yearId, declarations: applied.map(({ voucherId }) => ({ voucherId, conflicted: false, note: null })) });
    await cast.do(evaluator, score, { yearId, scores: applied.map(({ voucherId, scores }) => ({ voucherId, score: scores[index] ?? '0', comment: null })) });
  }
  const best = applied.slice(0, count);
  const amountWon = sumWon(best.map((each) => each.amountWon));
  await cast.do('finance', select, { yearId, decidedOn: on('2023-03-20'), cut: count, amountWon, selected: best.map(({ voucherId, amountWon: each }) => ({ voucherId, amountWon: each })) });
  const agreedOn = on('2023-04-03');
  const agreements = best.map((each) => ({ voucherId: each.voucherId, amountWon: each.amountWon, brokerId: null, documentId: null }));
  const agreed = await cast.do('finance', agreeVoucher, { yearId, agreedOn, amountWon, vouchers: agreements });
  const deposits = agreed.map(({ voucherId, selfBurdenWon }) => ({ voucherId, amountWon: selfBurdenWon, valueOn: agreedOn, bankReference: null }));
  await cast.do('finance', stage.ownMoney.deposit, { yearId, amountWon: sumWon(deposits.map((each) => each.amountWon)), deposits });
  const vouchers = best.map((each) => ({ voucherId: each.voucherId, amountWon: each.amountWon, validTo: null, brokerId: null }));
  await cast.do('finance', stage.issues.issueOne, { yearId, issuedOn: on('2023-04-10'), amountWon, vouchers });
  return best.map(({ voucherId }) => voucherId);
}

/** One use from its contract to the decision to pay, each step on its day. */
function stepsOf({ cast, contracts, deliveries, claims, capture }: VoucherStage, use: StoryUse, at: { readonly voucherId: string; readonly providerId: string }): Deed[] {
  let serviceId = '';
  return [
    {
      day: use.contractedOn,
      do: async (contractedOn) => {
        const contract = { ...at, menuCode: null, name: use.name, supplyWon: won(use.supplyWon), taxable: true, contractedOn, dueOn: null };
        serviceId = (await cast.do('finance', contracts.contract, contract)).id;
      },
    },
    {
      day: use.deliveredOn,
      do: async (today) => {
        await cast.do('finance', deliveries.deliver, { serviceId, deliveredOn: today, documentId: null, brokerReportedOn: null, note: null });
        await cast.do('finance', deliveries.accept, { serviceId, acceptedOn: today, rating: use.rating, note: null });
        await cast.do('finance', deliveries.inspect, { serviceId, inspectedOn: today, note: null });
      },
    },
    {
      day: use.claimedOn,
      do: (today) => cast.do('finance', claims.claim, { serviceId, invoiceNumber: use.invoice, invoicedOn: today, supplyWon: null, vatWon: null, brokerFeeWon: null, claimedOn: today }),
    },
    { day: use.capturedOn, do: () => cast.do('checker', capture, { serviceId }) },
  ];
}

/** All that the year owes: what its preview comes to is what is drafted. */
async function pay(stage: VoucherStage, yearId: string, payOn: LocalDate): Promise<void> {
  const run = { book: `voucher/${yearId}`, payOn, payableIds: null };
  await payByRun(stage, run.book, payOn, await stage.cast.preview('finance', stage.runs.draft, { ...run, totalWon: null }, ({ totalWon }) => totalWon));
}

/** The trial was never made: what was paid for it is claimed back. */
async function clawBack({ cast, clawbacks }: VoucherStage, voucherId: string, today: LocalDate): Promise<void> {
  await cast.do('finance', clawbacks.decide, {
    ...{ voucherId, serviceId: null, debtor: 'COMPANY', ground: 'OFF_PURPOSE', reason: '점검 결과 시험 설계 용역이 수행되지 않은 사실을 확인함', atFault: true },
    ...{ principalWon: won(1_600_000n), improperOn: localDate('2023-06-27'), noticeOn: today, dueOn: null, returnedOn: null, fixedInterestWon: null },
    ...{ penaltyWon: null, reportedOn: null, advanceNoticeOn: null, fullyReturned: false, negligent: false, otherwiseFined: false, instalments: 1 },
  });
}

function party(name: string, businessNumber: string, kind: PartyDraft['kind']): PartyDraft {
  return { kind, name, businessNumber, corporateNumber: null, incorporatedOn: null };
}
