import { SYSTEM_ACTOR } from '#libs/access';
import { localDate, type ManualClock } from '#libs/calendar';
import type { Command, CommandRunner } from '#libs/command';
import type { CapitalCallService, ClassificationService, FundService, InvestmentService } from '#libs/fund';
import { basisPoints, won } from '#libs/money';
import type { PartyDraft } from '#libs/party';
import { addVintage, createProgramme } from '#libs/programme';
import { DEALS, FUND, PARTNERS, PROGRAMME, VINTAGES } from './story.data.js';

export interface StoryServices {
  readonly runner: CommandRunner;
  readonly clock: ManualClock;
  readonly funds: FundService;
  readonly calls: CapitalCallService;
  readonly investments: InvestmentService;
  readonly classifications: ClassificationService;
}

/**
 * The first fund of the programme up to 30 June 2023, told through the same commands that people use, each on its own
 * day: 20 billion committed, 8 paid in, five deals of which four are recognised and one waits for evidence.
 */
export async function playFundStory(services: StoryServices): Promise<{ programmeId: string; fundId: string }> {
  const play = new Play(services);
  const { programmeId, vintageId } = await play.programme();
  const fundId = await play.formation(vintageId);
  await play.call(fundId, 4_000_000_000n, '최초 납입', '2021-11-01', '2021-11-15');
  await play.call(fundId, 4_000_000_000n, '투자재원', '2022-08-12', '2022-08-31');
  for (const deal of DEALS) await play.deal(fundId, deal);
  return { programmeId, fundId };
}

type Deal = (typeof DEALS)[number];

class Play {
  constructor(private readonly services: StoryServices) {}

  async programme(): Promise<{ programmeId: string; vintageId: string }> {
    this.on('2021-01-04');
    const { id: programmeId } = await this.do(createProgramme, {
      ...PROGRAMME,
      horizonFrom: localDate(PROGRAMME.horizonFrom),
      horizonTo: localDate(PROGRAMME.horizonTo),
      targetCommitmentWon: won(PROGRAMME.targetCommitmentWon),
    });
    const vintages = [];
    for (const year of VINTAGES) vintages.push(await this.do(addVintage, { programmeId, year }));
    return { programmeId, vintageId: vintages[0]?.id ?? '' };
  }

  async formation(vintageId: string): Promise<string> {
    this.on(FUND.foundedOn);
    const formed = await this.do(this.services.funds.form, {
      vintageId,
      number: FUND.number,
      name: FUND.name,
      custodian: FUND.custodian,
      unitWon: won(FUND.unitWon),
      foundedOn: localDate(FUND.foundedOn),
      registeredOn: localDate(FUND.registeredOn),
      investmentFrom: localDate(FUND.investmentFrom),
      investmentTo: localDate(FUND.investmentTo),
      lifeTo: localDate(FUND.lifeTo),
      obligationRatio: basisPoints(5000),
      obligationBasis: 'COMMITTED',
      obligationFixedBaseWon: null,
      obligationClause: '규약 제23조',
      lifetimeExpensesWon: won(FUND.lifetimeExpensesWon),
      singleCompanyCap: basisPoints(2000),
      recycling: false,
      partners: PARTNERS.map((partner) => ({
        party: party(partner.name, partner.businessNumber, partner.kind === 'SPECIAL_LIMITED' ? 'FUND_OF_FUNDS' : 'COMPANY'),
        kind: partner.kind,
        commitmentWon: won(partner.commitmentWon),
        signedOn: localDate(FUND.foundedOn),
        contact: null,
      })),
    });
    return formed.id;
  }

  async call(fundId: string, amount: bigint, purpose: string, noticeOn: string, dueOn: string): Promise<void> {
    // The first call goes out with the founding itself: nobody can be asked before there is a fund.
    const noticed = noticeOn < FUND.foundedOn ? FUND.foundedOn : noticeOn;
    this.on(noticed);
    const call = await this.do(this.services.calls.issue, { fundId, amountWon: won(amount), purpose, noticeOn: localDate(noticed), dueOn: localDate(dueOn) });
    this.on(dueOn);
    for (const share of call.shares) {
      await this.do(this.services.calls.receive, {
        callId: call.id,
        partnerId: share.partnerId,
        amountWon: share.amountWon,
        valueOn: localDate(dueOn),
        bankReference: `누리은행 ${dueOn}`,
        note: null,
      });
    }
  }

  async deal(fundId: string, deal: Deal): Promise<void> {
    this.on(deal.paidOn);
    const recorded = await this.do(this.services.investments.record, {
      fundId,
      company: { ...party(deal.company, deal.businessNumber, 'COMPANY'), incorporatedOn: localDate(deal.incorporatedOn) },
      deal: {
        kind: 'NEW',
        instrument: deal.instrument,
        amountWon: won(deal.amountWon),
        committeeOn: localDate(deal.committeeOn),
        paidOn: localDate(deal.paidOn),
        shares: deal.shares,
        pricePerShareWon: deal.pricePerShareWon === null ? null : won(deal.pricePerShareWon),
        round: deal.round,
        note: null,
      },
      originId: null,
      recognition: deal.recognition,
      evidence: deal.evidence.map(([kind, issuedOn]) => ({ kind, issuedOn: localDate(issuedOn), validTo: null, issuer: null, documentId: null })),
    });
    if (deal.recognition === null || !deal.accepted || recorded.id === null) return;
    await this.do(this.services.classifications.decide, {
      investmentId: recorded.id,
      decision: 'QUALIFIED',
      route: deal.recognition.route,
      companyBasis: deal.recognition.companyBasis,
      effectiveOn: localDate(deal.paidOn),
      reason: '필수 증빙 확인, 주목적 인정',
    });
  }

  private on(day: string): void {
    this.services.clock.set(`${day}T15:00:00+09:00`);
  }

  private async do<Input, Result>(command: Command<Input, Result>, input: Input): Promise<Result> {
    return (await this.services.runner.run(command, { actor: SYSTEM_ACTOR, input })).result;
  }
}

function party(name: string, businessNumber: string, kind: PartyDraft['kind']): PartyDraft {
  return { kind, name, businessNumber: businessNumber.replaceAll('-', ''), corporateNumber: null, incorporatedOn: null };
}
