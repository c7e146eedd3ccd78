import { addDays, localDate, type LocalDate } from '#libs/calendar';
import type { WorkbookIntake } from '#libs/document';
import { invariant } from '#libs/errors';
import {
  INSTITUTE_COMMANDS, listPartners, registerCustodianAccount, WATERFALL_TERM_COMMANDS,
  type AgreementService, type CommitmentService, type ConversionService, type DistributionService, type DutyService, type EscrowService, type ExitService, type ExpenseService,
  type FeeService, type FeeTermService, type MandateRuleService, type ValuationService, type WaiverService,
} from '#libs/fund';
import { basisPoints, won, ZERO_WON, type Won } from '#libs/money';
import { listBankLines, listStatementAccounts, type BankMatchService, type BankStatementService, type MatchDesk } from '#libs/payment';
import { AUDITOR, DUTIES_DONE, FEE_FROM, FEE_QUARTERS, INSTITUTES, LIFE_DEALS, LIFE_FUND, REGION_PROGRAMME, SHEETS, STATEMENTS, type LifeDealName } from './fund-life.data.js';
import { party, StoryPlay, type StoryServices } from './story.js';

/** Everything that a fund goes through between its founding and its end. */
export interface FundLifeStage extends StoryServices {
  readonly intake: WorkbookIntake;
  readonly statements: BankStatementService;
  readonly matches: BankMatchService;
  readonly desk: MatchDesk;
  readonly waivers: WaiverService;
  readonly conversions: ConversionService;
  readonly valuations: ValuationService;
  readonly feeTerms: FeeTermService;
  readonly fees: FeeService;
  readonly expenses: ExpenseService;
  readonly exits: ExitService;
  readonly escrows: EscrowService;
  readonly distributions: DistributionService;
  readonly agreements: AgreementService;
  readonly commitments: CommitmentService;
  readonly duties: DutyService;
  readonly mandates: MandateRuleService;
}

/** The fund with its deals by name, as it stands when the story ends. */
export interface LivedFund {
  readonly fundId: string;
  readonly deals: ReadonlyMap<LifeDealName, string>;
}

interface Deed {
  readonly day: string;
  readonly do: (today: LocalDate) => Promise<unknown>;
}

const [recordInstitutes] = INSTITUTE_COMMANDS;
const [decideWaterfallTerm] = WATERFALL_TERM_COMMANDS;
const LONG_AGO = localDate('2020-01-01');
/** Everything on record, whenever it became known. */
const ALL = { asOf: localDate('2199-12-31'), knownBefore: new Date('2200-01-01T00:00:00Z') };

/**
 * A fund of 12 billion from its founding to its first distribution: a partner who pays late, a limit waived by two, a holding
 * converted, one written down and taken back, one sold with money held back, an obligation that is raised. Each deed on its own day.
 */
export async function playFundLife(stage: FundLifeStage): Promise<LivedFund> {
  const play = new StoryPlay(stage);
  const { id: programmeId, vintages } = await play.programme('2022-01-04', REGION_PROGRAMME);
  const fundId = await play.formation(vintages.get(LIFE_FUND.vintage) ?? '', LIFE_FUND);
  const life = new FundLife(stage, play, fundId);
  const deeds = [...life.rules(programmeId), ...life.capital(), ...life.investing(), ...life.keeping(), ...life.endings()];
  for (const { day, do: deed } of [...deeds].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))) {
    play.on(day);
    await deed(localDate(day));
  }
  return { fundId, deals: life.deals };
}

class FundLife {
  readonly deals = new Map<LifeDealName, string>();

  constructor(
    private readonly stage: FundLifeStage,
    private readonly play: StoryPlay,
    private readonly fundId: string,
  ) {}

  /** What was agreed at the founding, and how it was changed since. */
  rules(programmeId: string): Deed[] {
    const { cast, feeTerms, mandates, agreements } = this.stage;
    const { fundId } = this;
    const [from, to, end] = [localDate(LIFE_FUND.investmentFrom), localDate(LIFE_FUND.investmentTo), localDate(LIFE_FUND.lifeTo)];
    const rule = { denominator: 'COMMITTED', fixedBaseWon: null, stakePartnerId: null, measure: 'CUMULATIVE_COST', test: { kind: 'BY_DEADLINE', deadlineOn: to }, startsOn: from, graceDays: 0, effectiveFrom: from, source: 'AGREEMENT' } as const;
    const daejeon = { name: { ko: '대전 투자', en: 'Deals in Daejeon' }, level: 'FUND', counts: { kind: 'TRAIT', dimension: 'region', values: ['대전'] }, ratioBasisPoints: basisPoints(3500), cureDays: 90, penalty: '관리보수 10% 감액', clause: '규약 제24조' } as const;
    const zones = { name: { ko: '연구개발특구 투자', en: 'Deals in special R&D zones' }, level: 'PROGRAMME', counts: { kind: 'TRAIT', dimension: 'zone', values: ['대덕', '광주', '부산', '대구', '전북'] }, ratioBasisPoints: basisPoints(4000), cureDays: 0, penalty: null, clause: REGION_PROGRAMME.clause } as const;
    const charged = { rate: basisPoints(200), clause: '규약 제36조(2024. 12. 31.까지 면제)' };
    const raised = { key: 'fund.obligation.ratio-basis-points', value: '6000', clause: '규약 제23조(2026. 7. 1. 개정)' };
    return [
      { day: '2022-02-08', do: (today) => cast.do('finance', registerCustodianAccount, { fundId, bankCode: '088', accountNumber: '140013220207', holder: `${LIFE_FUND.custodian} ${LIFE_FUND.name}`, effectiveFrom: today }) },
      { day: '2022-02-08', do: () => cast.do('compliance', recordInstitutes, { institutes: INSTITUTES.map((institute) => ({ ...institute, number: null, validFrom: LONG_AGO })) }) },
      { day: '2022-02-08', do: () => cast.do('compliance', decideWaterfallTerm, { fundId, hurdle: basisPoints(500), carry: basisPoints(2000), catchUp: basisPoints(0), dayCount: 'ACTUAL_365', interim: 'PRINCIPAL_ONLY', parties: [], effectiveFrom: from, clause: '규약 제41조' }) },
      { day: '2022-02-08', do: () => cast.do('compliance', feeTerms.decide, { fundId, clause: '규약 제36조', reason: '규약에 따라 등록', reductions: [], terms: [{ ...charged, from: localDate(FEE_FROM), to, base: 'COMMITTED' }, { ...charged, from: addDays(to, 1), to: end, base: 'OUTSTANDING' }] }) },
      { day: '2022-02-09', do: () => cast.do('compliance', mandates.decide, { fundId, keyId: fundId, ruleId: null, draft: { ...rule, ...daejeon } }) },
      { day: '2022-02-09', do: () => cast.do('compliance', mandates.decide, { fundId: null, keyId: programmeId, ruleId: null, draft: { ...rule, ...zones } }) },
      { day: '2026-07-01', do: (today) => cast.do('manager', agreements.amend, { fundId, title: '규약 제1차 변경', decidedOn: localDate('2026-06-15'), effectiveFrom: today, summary: '주목적 의무투자비율을 50%에서 60%로 상향(조합원총회 의결)', documentId: null, terms: [raised] }) },
    ];
  }

  /** The first call is paid into the custodian's account and matched from its statements; everybody pays the second in time. */
  capital(): Deed[] {
    const { cast, calls } = this.stage;
    const [first, second] = LIFE_FUND.calls;
    invariant(first !== undefined && second !== undefined, 'the story has two calls');
    const issue = (today: LocalDate): Promise<unknown> =>
      cast.do('finance', calls.issue, { fundId: this.fundId, amountWon: won(first.amountWon), kind: 'INSTALMENT', purpose: first.purpose, noticeOn: today, dueOn: localDate(first.dueOn) });
    return [
      { day: first.noticeOn, do: issue },
      ...STATEMENTS.map((statement): Deed => ({ day: statement.pastedOn, do: () => this.paste(statement) })),
      { day: second.noticeOn, do: () => this.play.call(this.fundId, second) },
    ];
  }

  private async paste({ pastedOn, deposits }: (typeof STATEMENTS)[number]): Promise<void> {
    const { cast, intake, statements, matches, desk, clock } = this.stage;
    const rows = deposits.map((row, index) => [row.on, row.capitalWon + row.interestWon, '', '', row.from, row.interestWon > 0n ? '출자금·연체이자' : '출자금', `${pastedOn.replaceAll('-', '')}-${index + 1}`]);
    const text = [['거래일', '입금액', '출금액', '잔액', '입금자', '적요', '거래번호'], ...rows].map((row) => row.join('\t')).join('\r\n');
    const { file, sheets } = await intake.paste('거래내역', text, false);
    const account = (await cast.look(listStatementAccounts)).find(({ book }) => book === `fund/${this.fundId}`);
    invariant(account !== undefined, 'the account at the custodian was registered at the founding');
    await cast.do('finance', statements.import({ format: 'TABLE', sheets }), { ...file, format: 'TABLE', accountId: account.id });
    const { lines } = await cast.look(async (tx) => desk.open(tx, await listBankLines(tx, account.id, localDate(deposits[0]?.on ?? pastedOn), localDate(pastedOn)), clock.today(), clock.now()));
    const items = lines.map(({ line, candidates: [best] }) => {
      invariant(best?.certainty === 'CERTAIN', `${line.counterparty ?? ''} certainly pays into the first call`);
      return { lineId: line.id, records: best.moves.map(({ kind, recordId }) => ({ kind, recordId })) };
    });
    await cast.do('checker', matches.confirm, { items });
  }

  /** The deals on their days; the follow-on is above the limit on one company, which two people waived before; the SAFE becomes shares. */
  investing(): Deed[] {
    const { cast, waivers, conversions } = this.stage;
    const { company, businessNumber } = LIFE_DEALS.photonics;
    const waiver = {
      fundId: this.fundId, rule: 'investment-stays-within-issuer-limit', company: party(company, businessNumber, 'COMPANY'), mostWon: won(1_000_000_000n),
      validFrom: localDate('2024-02-01'), validTo: localDate('2024-06-30'), reason: '자문위원회 제4차 의결: 후속투자에 한하여 약정총액의 25%까지', documentId: null,
    };
    const converted = { instrument: 'CPS', convertedWon: null, shares: 25_000n, pricePerShareWon: won(20_000n), postMoneyWon: null, totalShares: 500_000n, terms: {}, round: 'Series A', note: '적격투자 유치에 따른 전환' } as const;
    return [
      ...(Object.keys(LIFE_DEALS) as LifeDealName[]).map((name): Deed => ({ day: LIFE_DEALS[name].paidOn, do: () => this.invest(name) })),
      { day: '2024-02-01', do: () => cast.do('manager', waivers.grant, waiver) },
      { day: '2024-05-10', do: (today) => cast.do('manager', conversions.convert, { ...converted, investmentId: this.deal('catheter'), convertedOn: today }) },
    ];
  }

  private async invest(name: LifeDealName): Promise<void> {
    const { follows, traits, ...deal } = LIFE_DEALS[name];
    this.deals.set(name, await this.play.deal(this.fundId, deal, { follows: follows === undefined ? null : this.deal(follows), traits }));
  }

  private deal(name: LifeDealName): string {
    const id = this.deals.get(name);
    invariant(id !== undefined, `the deal '${name}' comes earlier in the story`);
    return id;
  }

  /** What comes round: fees by the quarter, valuations, the audit, and what the authorities are told. */
  keeping(): Deed[] {
    const { cast, duties } = this.stage;
    return [
      ...FEE_QUARTERS.map((quarterEnd): Deed => ({ day: addDays(localDate(quarterEnd), 7), do: (today) => this.payFee(localDate(quarterEnd), today) })),
      ...SHEETS.map((sheet): Deed => ({ day: sheet.day, do: () => this.value(sheet) })),
      ...['2023-03-15', '2024-03-14', '2025-03-14', '2026-03-16'].map((day): Deed => ({ day, do: (today) => this.payAudit(today) })),
      ...DUTIES_DONE.map(([duty, day, note]): Deed => ({ day, do: (today) => cast.do('manager', duties.fulfil, { fundId: this.fundId, duty, doneOn: today, note, documentId: null }) })),
    ];
  }

  private async payFee(periodTo: LocalDate, today: LocalDate): Promise<void> {
    const { cast, fees, expenses } = this.stage;
    const { id: billId, amountWon } = await cast.do('finance', fees.bill, { fundId: this.fundId, periodTo, billedOn: today });
    await cast.do('finance', expenses.pay, { ...this.payment(amountWon, today), kind: 'MANAGEMENT_FEE', label: `관리보수 ${periodTo.slice(0, 7)} 분기`, billId, payee: null });
  }

  private async payAudit(today: LocalDate): Promise<void> {
    const payee = party(AUDITOR, '430-81-01117', 'COMPANY');
    await this.stage.cast.do('finance', this.stage.expenses.pay, { ...this.payment(won(9_900_000n), today), kind: 'AUDIT', label: '회계감사 수수료', billId: null, payee });
  }

  private payment(amountWon: Won, paidOn: LocalDate) {
    return { fundId: this.fundId, paidOn, amountWon, periodFrom: null, periodTo: null, bankReference: `누리은행 ${paidOn}`, documentId: null, note: null };
  }

  private async value({ valuedOn, signedOn, values }: (typeof SHEETS)[number]): Promise<void> {
    const signature = signedOn === null ? null : { auditor: AUDITOR, signedOn: localDate(signedOn) };
    const items = values.map(({ deal, fairValueWon, method, impairmentWon, lawsuit, roundWon }) => ({
      investmentId: this.deal(deal),
      fairValueWon: won(fairValueWon),
      impairmentWon: impairmentWon === undefined ? ZERO_WON : won(impairmentWon),
      method,
      note: null,
      reasons: lawsuit === undefined ? [] : (['LAWSUIT'] as const),
      isIfrsConversion: false,
      followOn: roundWon === undefined ? null : { paidOn: localDate(valuedOn), amountWon: won(roundWon), share: basisPoints(800) },
    }));
    await this.stage.cast.do('manager', this.stage.valuations.record, { fundId: this.fundId, valuedOn: localDate(valuedOn), signature, documentId: null, items });
  }

  /** A company is sold, part of the price held back; what came is handed out, a part of it to be called again; a partner sells on. */
  endings(): Deed[] {
    const { cast, exits, escrows, distributions } = this.stage;
    const { fundId } = this;
    const sale = { kind: 'MERGER', shares: 100_000n, pricePerShareWon: won(42_000n), proceedsWon: won(3_700_000_000n), feeWon: won(40_000_000n), taxWon: ZERO_WON, interestWon: ZERO_WON, escrowWon: won(500_000_000n) } as const;
    const papers = { counterparty: party('한울배터리(주)', '428-81-08081', 'COMPANY'), consentDocumentId: null, documentId: null, costWon: null, note: '경영권 매각, 진술보장 담보로 5억원 1년 유보' };
    let exitId: string | null = null;
    const sell = async (today: LocalDate): Promise<void> => {
      const sold = await cast.do('manager', exits.record, { ...sale, ...papers, fundId, investmentId: this.deal('battery'), exitedOn: today, escrowUntil: localDate('2026-05-20') });
      exitId = sold.id;
    };
    return [
      { day: '2025-05-20', do: sell },
      { day: '2025-06-25', do: (today) => cast.do('finance', distributions.pay, { fundId, paidOn: today, amountWon: won(3_000_000_000n), recallableWon: won(1_000_000_000n), source: '(주)새벽전지 매각대금' }) },
      { day: '2025-09-01', do: (today) => this.transfer(today) },
      { day: '2026-05-20', do: (today) => cast.do('finance', escrows.receive, { fundId, exitId: exitId ?? '', settledOn: today, receivedWon: won(450_000_000n), forfeitedWon: won(50_000_000n), note: '진술보장 위반 5천만원 공제' }) },
    ];
  }

  private async transfer(today: LocalDate): Promise<void> {
    const { cast, commitments } = this.stage;
    const partners = await cast.look((tx) => listPartners(tx, this.fundId, ALL.asOf, ALL.knownBefore));
    const from = partners.find(({ name }) => name === '도담은행');
    invariant(from !== undefined, 'the seller is a partner');
    const newPartner = { party: party('늘봄캐피탈(주)', '429-86-09093', 'COMPANY'), kind: 'LIMITED', professional: true, contact: null } as const;
    await cast.do('manager', commitments.transfer, { fundId: this.fundId, fromId: from.id, toId: null, newPartner, units: 600n, effectiveOn: today, consent: '조합원총회 2025. 8. 28. 의결', documentId: null });
  }
}
