import { localDate, type LocalDate, type ManualClock } from '#libs/calendar';
import { invariant } from '#libs/errors';
import { usualParticulars, type CapitalCallService, type ClassificationService, type EvidenceDetail, type FundService, type InvestmentService } from '#libs/fund';
import { basisPoints, won } from '#libs/money';
import type { PartyDraft } from '#libs/party';
import { addVintage, createProgramme } from '#libs/programme';
import type { Cast } from './cast.js';
import { FUND_STORIES, PROGRAMME, type StoryCall, type StoryDeal, type StoryFund, type StoryPaper, type StoryProgramme } from './story.data.js';

export interface StoryServices {
  readonly cast: Cast;
  readonly clock: ManualClock;
  readonly funds: FundService;
  readonly calls: CapitalCallService;
  readonly investments: InvestmentService;
  readonly classifications: ClassificationService;
}

/**
 * The programme and its funds, told through the same commands that people use, each on its own day. The first fund stands
 * as it did on 30 June 2023: 20 billion committed, 8 paid in, five deals of which three are recognised and one waits.
 * Answers the funds' ids by number.
 */
export async function playFundStories(services: StoryServices): Promise<ReadonlyMap<string, string>> {
  const play = new StoryPlay(services);
  const { vintages } = await play.programme('2021-01-04', PROGRAMME);
  const ids = new Map<string, string>();
  for (const fund of FUND_STORIES) {
    const fundId = await play.formation(vintages.get(fund.vintage) ?? '', fund);
    ids.set(fund.number, fundId);
    for (const call of fund.calls) await play.call(fundId, call);
    for (const deal of fund.deals) await play.deal(fundId, deal);
  }
  return ids;
}

/** What every fund goes through: it is formed, capital is called and paid, deals are made and judged. */
export class StoryPlay {
  constructor(private readonly services: StoryServices) {}

  /** The programme's id, and those of its vintages by year. */
  async programme(day: string, { vintages: years, ...programme }: StoryProgramme): Promise<{ readonly id: string; readonly vintages: ReadonlyMap<number, string> }> {
    this.on(day);
    const { id: programmeId } = await this.services.cast.do('manager', createProgramme, {
      ...programme,
      horizonFrom: localDate(programme.horizonFrom),
      horizonTo: localDate(programme.horizonTo),
      targetCommitmentWon: won(programme.targetCommitmentWon),
    });
    const vintages = new Map<number, string>();
    for (const year of years) vintages.set(year, (await this.services.cast.do('manager', addVintage, { programmeId, year })).id);
    return { id: programmeId, vintages };
  }

  async formation(vintageId: string, fund: StoryFund): Promise<string> {
    this.on(fund.foundedOn);
    const formed = await this.services.cast.do('manager', this.services.funds.form, {
      vintageId,
      number: fund.number,
      name: fund.name,
      custodian: fund.custodian,
      unitWon: won(fund.unitWon),
      foundedOn: localDate(fund.foundedOn),
      registeredOn: localDate(fund.registeredOn),
      investmentFrom: localDate(fund.investmentFrom),
      investmentTo: localDate(fund.investmentTo),
      lifeTo: localDate(fund.lifeTo),
      obligationRatio: basisPoints(5000),
      obligationBasis: 'COMMITTED',
      obligationFixedBaseWon: null,
      obligationClause: '규약 제23조',
      lifetimeExpensesWon: won(fund.lifetimeExpensesWon),
      singleCompanyCap: basisPoints(2000),
      recycling: false,
      byAccelerator: false,
      firstPaymentWon: null,
      partners: fund.partners.map((partner) => ({
        party: party(partner.name, partner.businessNumber, partner.kind === 'SPECIAL_LIMITED' ? 'FUND_OF_FUNDS' : 'COMPANY'),
        kind: partner.kind,
        commitmentWon: won(partner.commitmentWon),
        signedOn: localDate(fund.foundedOn),
        contact: null,
        professional: false,
      })),
    });
    return formed.id;
  }

  async call(fundId: string, { amountWon, purpose, noticeOn, dueOn }: StoryCall): Promise<void> {
    this.on(noticeOn);
    const call = await this.services.cast.do('finance', this.services.calls.issue, { fundId, amountWon: won(amountWon), purpose, noticeOn: localDate(noticeOn), dueOn: localDate(dueOn) });
    this.on(dueOn);
    for (const share of call.shares) {
      await this.services.cast.do('finance', this.services.calls.receive, {
        callId: call.id,
        partnerId: share.partnerId,
        amountWon: share.amountWon,
        valueOn: localDate(dueOn),
        bankReference: `누리은행 ${dueOn}`,
        note: null,
      });
    }
  }

  /** Answers the deal's id. `follows`: the first deal in the same company; `traits`: what the deal is beside the rest. */
  async deal(fundId: string, deal: StoryDeal, { follows = null, traits = {} }: { readonly follows?: string | null; readonly traits?: Readonly<Record<string, string>> } = {}): Promise<string> {
    this.on(deal.paidOn);
    const recorded = await this.services.cast.do('manager', this.services.investments.record, {
      fundId,
      company: { ...party(deal.company, deal.businessNumber, 'COMPANY'), incorporatedOn: localDate(deal.incorporatedOn) },
      deal: {
        kind: follows === null ? 'NEW' : 'FOLLOW_ON',
        instrument: deal.instrument,
        amountWon: won(deal.amountWon),
        committeeOn: localDate(deal.committeeOn),
        paidOn: localDate(deal.paidOn),
        shares: deal.shares,
        pricePerShareWon: deal.pricePerShareWon === null ? null : won(deal.pricePerShareWon),
        round: deal.round,
        note: null,
      },
      originId: follows,
      recognition: deal.recognition,
      evidence: deal.evidence.map(([kind, issuedOn, saying]) => ({ kind, issuedOn: localDate(issuedOn), validTo: null, issuer: null, documentId: null, detail: saying === undefined ? null : detailOf(saying) })),
      particulars: { ...usualParticulars(deal.instrument), traits },
    });
    invariant(recorded.id !== null, `the deal in ${deal.company} is recorded`);
    if (deal.recognition === null || !deal.accepted) return recorded.id;
    await this.services.cast.do('compliance', this.services.classifications.decide, {
      investmentId: recorded.id,
      decision: 'QUALIFIED',
      route: deal.recognition.route,
      companyBasis: deal.recognition.companyBasis,
      effectiveOn: localDate(deal.paidOn),
      reason: '필수 증빙 확인, 주목적 인정',
    });
    return recorded.id;
  }

  /** Turns to the afternoon of a day. */
  on(day: string): void {
    this.services.clock.set(`${day}T15:00:00+09:00`);
  }
}

const UNSAID: EvidenceDetail = {
  number: null,
  counterparty: null,
  termFrom: null,
  termTo: null,
  holdingBasisPoints: null,
  holdingLaw: null,
  valuedOn: null,
  projectNumber: null,
  projectRole: null,
  grade: null,
  zone: null,
  cancelledOn: null,
};

/** Everything a document might say, with what this one does. */
export function detailOf({ termFrom, termTo, ...saying }: StoryPaper): EvidenceDetail {
  const day = (text: string | undefined): LocalDate | null => (text === undefined ? null : localDate(text));
  return { ...UNSAID, ...saying, termFrom: day(termFrom), termTo: day(termTo) };
}

export function party(name: string, businessNumber: string, kind: PartyDraft['kind']): PartyDraft {
  return { kind, name, businessNumber: businessNumber.replaceAll('-', ''), corporateNumber: null, incorporatedOn: null };
}
