import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { normaliseName } from '#libs/identifier';
import { Ledger, balanceOf, type PostedEntry } from '#libs/ledger';
import { won, type Won } from '#libs/money';
import { ensureParties, partyKey, type PartyDraft } from '#libs/party';
import type { PolicySet } from '#libs/policy';
import { requireDocuments } from '../classification/classification.query.js';
import type { EvidenceDraft, Recognition } from '../classification/classification.js';
import { CASH, fundAccount } from '../fund/fund.charts.js';
import { FUND_POLICIES } from '../fund/fund.policy.js';
import { EVERYTHING, type FundRow, getFund, lockFund } from '../fund/fund.query.js';
import { LimitService } from '../obligation/limit/limit.service.js';
import { judgeMandates } from '../obligation/mandate-fund/mandate-guard.query.js';
import type { Traits } from '../obligation/mandate/mandate.js';
import { fundIsNotDissolved } from '../life/life.rules.js';
import type { ObligationPosition } from '../obligation/obligation.js';
import { obligationPosition, withDeal } from '../obligation/obligation.rules.js';
import { fundPosition } from '../obligation/fund-position.query.js';
import { stageYears } from '../deal/deal-trait.query.js';
import { dealTraits } from '../deal/deal-trait.rules.js';
import { usualParticulars, type DealParticulars } from '../deal/deal-term.js';
import { ownershipAgreesWithValuation, particularsAgree } from '../deal/deal-term.rules.js';
import { requireDocument, storeParticulars } from '../deal/deal-term.store.js';
import { claimChecks, judgedClaim, type ClaimChecks, type JudgedClaim } from '../recognition/claim/claim.service.js';
import { keepEvidence } from '../recognition/recognition.store.js';
import { askScreening } from '../restriction/screening.query.js';
import { screenDeal } from '../restriction/screening.rules.js';
import type { Deal } from './investment.js';
import { InvestmentEntity } from './investment.entity.js';
import { investmentPaid } from './investment.posting.js';
import { judgeDeal, type DealLimits } from './investment.rules.js';
import { keepVerdicts, nextInvestmentNumber } from './investment.store.js';

export interface RecordInvestment {
  readonly fundId: string;
  readonly company: PartyDraft;
  readonly deal: Deal;
  readonly originId: string | null;
  readonly recognition: Recognition | null;
  readonly evidence: readonly EvidenceDraft[];
  /** Terms, disclosures and traits; where nothing was said, the usual. */
  readonly particulars?: DealParticulars;
}

/** The parties of a deal as they are on record. */
interface DealParties {
  readonly companyId: string;
  /** On record, which is what a later check goes by, whatever the form says now. */
  readonly incorporatedOn: LocalDate | null;
  readonly sellerId: string | null;
}

export interface RecordedInvestment {
  readonly id: string | null;
  readonly number: string | null;
  readonly blocked: boolean;
  readonly before: ObligationPosition;
  readonly after: ObligationPosition;
  readonly afterIfAccepted: ObligationPosition | null;
  /** Null without a claim. */
  readonly claim: ClaimChecks | null;
  readonly postings: readonly PostedEntry[];
}

@Injectable()
export class InvestmentService {
  constructor(
    private readonly ledger: Ledger,
    private readonly limits: LimitService,
  ) {}

  /** `investment.record`: a paid deal, judged by every rule, posted, its evidence kept. In a dry run: the simulator. */
  readonly record: Command<RecordInvestment, RecordedInvestment> = {
    name: 'investment.record',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      requireDatesOfTheFund(fund, input.deal.paidOn, context.today);
      fundIsNotDissolved(fund, input.deal.paidOn, '/paidOn');
      const particulars = input.particulars ?? usualParticulars(input.deal.instrument);
      particularsAgree(input.deal, particulars);
      const { position, policies } = await fundPosition(tx, fund, EVERYTHING, context.today);
      const parties = await dealParties(tx, input.company, particulars.seller);
      const limits = dealLimits(policies);
      const claim = await judgeRecognition(tx, input, parties, policies);
      const traits = traitsUntilDecided(input, particulars, parties, policies);
      const verdicts = [
        ...(await judgeRoom(tx, fund, position, limits, input)),
        ...(await judgeMandates(tx, fund, { fundId: fund.id, amountWon: input.deal.amountWon, traits }, context.today, limits.headroomAction)),
        ...(await judgeRestrictions(tx, input, particulars, parties, { policies, traits })),
        ...(claim?.verdicts ?? []),
      ];
      const after = (status: 'NOT_CLAIMED' | 'PENDING' | 'QUALIFIED'): ObligationPosition => withOneMore(fund, position, input.deal.amountWon, status);
      const outcome = {
        before: position,
        after: after(input.recognition === null ? 'NOT_CLAIMED' : 'PENDING'),
        afterIfAccepted: input.recognition === null ? null : after('QUALIFIED'),
        claim: claim === null ? null : claimChecks(claim),
      };
      context.judge(verdicts);
      if (context.blocked) return { ...outcome, id: null, number: null, blocked: true, postings: [] };
      const stored = await this.store(tx, context, fund, parties, input);
      await storeParticulars(tx, { knownAt: context.now, commandId: context.commandId }, { ...input.deal, id: stored.id }, particulars, parties.sellerId);
      await keepVerdicts(tx, context.commandId, context.now, [{ kind: 'investment', id: stored.id, fundId: fund.id, verdicts }]);
      const dating = { effectiveOn: input.deal.paidOn, knownAt: context.now, history: false };
      const limitIsAdvice = limits.headroomAction === 'WARN';
      const entry = investmentPaid(fund.id, { ...stored, company: input.company.name, amountWon: input.deal.amountWon }, dating, limitIsAdvice);
      const rooms = { fundId: fund.id, investmentId: stored.id, effectiveOn: input.deal.paidOn, memo: entry.memo, limitIsAdvice };
      const postings = [...(await this.ledger.post(tx, context, [entry])), ...(await this.limits.useRooms(tx, context, rooms))];
      context.announce('fund.changed', { fundId: fund.id });
      return { ...outcome, ...stored, blocked: false, postings };
    },
  };

  private async store(tx: Tx, context: CommandContext, fund: FundRow, { companyId }: DealParties, input: RecordInvestment): Promise<{ id: string; number: string }> {
    if (input.originId !== null) await requireOrigin(tx, fund.id, input.originId, companyId);
    await requireDocuments(tx, input.evidence);
    await requireDocument(tx, input.particulars?.consentDocumentId ?? null, '/consentDocumentId');
    const { deal } = input;
    const id = randomUUID();
    const number = await nextInvestmentNumber(tx, fund.id, deal.paidOn.slice(0, 4));
    const witness = { knownAt: context.now, commandId: context.commandId };
    await tx.insert(InvestmentEntity, {
      ...deal,
      ...witness,
      id,
      number,
      fundId: fund.id,
      companyId,
      shares: deal.shares?.toString() ?? null,
      claimedRoute: input.recognition?.route ?? null,
      companyBasis: input.recognition?.companyBasis ?? null,
      originId: input.originId,
      history: false,
    });
    await keepEvidence(tx, witness, id, input.evidence);
    return { id, number };
  }
}

/** The company and whoever sells, found or put on record. */
async function dealParties(tx: Tx, company: PartyDraft, seller: PartyDraft | null): Promise<DealParties> {
  const ids = await ensureParties(tx, seller === null ? [company] : [company, seller]);
  const idOf = (party: PartyDraft): string => ids.get(partyKey(party, normaliseName(party.name))) ?? '';
  const companyId = idOf(company);
  const rows: { incorporatedOn: LocalDate | null }[] = await tx.query('select incorporated_on as "incorporatedOn" from party where id = $1', [companyId]);
  return { companyId, incorporatedOn: rows[0]?.incorporatedOn ?? null, sellerId: seller === null ? null : idOf(seller) };
}

async function judgeRoom(tx: Tx, fund: FundRow, position: ObligationPosition, limits: DealLimits, input: RecordInvestment): Promise<Verdict[]> {
  const facts = {
    amountWon: input.deal.amountWon,
    paidOn: input.deal.paidOn,
    position,
    deadlineOn: position.rule.test.kind === 'BY_DEADLINE' ? position.rule.test.deadlineOn : fund.investmentTo,
    investmentPeriod: { from: fund.investmentFrom, to: fund.investmentTo },
    cashWon: won(await balanceOf(tx, fundAccount(CASH, fund.id).key)),
    claimsRecognition: input.recognition !== null,
  };
  return judgeDeal(facts, limits);
}

/** What is certain of a deal before anybody decides about its claim. */
function traitsUntilDecided({ deal }: RecordInvestment, particulars: DealParticulars, { companyId, incorporatedOn }: DealParties, policies: PolicySet): Traits {
  return dealTraits({ ...deal, companyId, incorporatedOn, route: null, terms: particulars, stored: particulars.traits }, stageYears(policies));
}

/** What law and agreement restrict, over every deal that stands, with the waivers that were granted. */
async function judgeRestrictions(tx: Tx, input: RecordInvestment, particulars: DealParticulars, { companyId, sellerId }: DealParties, { policies, traits }: { policies: PolicySet; traits: Traits }): Promise<Verdict[]> {
  const { deal, fundId } = input;
  const counterparty = sellerId ?? particulars.sellerFundId;
  const { keyManagers, ...facts } = await askScreening(tx, { fundId, companyId, sellerId: counterparty, amountWon: deal.amountWon, paidOn: deal.paidOn, traits });
  const verdicts = screenDeal(
    {
      ...facts,
      disclosure: particulars.disclosure,
      conduct: { ...particulars.conduct, keyManagers, paidOn: deal.paidOn },
      everyPartnerConsented: particulars.consentDocumentId !== null,
    },
    policies,
  );
  const ownership = ownershipAgreesWithValuation(deal, particulars);
  return ownership === null ? verdicts : [...verdicts, ownership];
}

/** Every machine check of the claim, as attaching evidence and deciding make them: on the documents that come with the deal. */
async function judgeRecognition(tx: Tx, { fundId, recognition, evidence, deal }: RecordInvestment, { companyId, incorporatedOn }: DealParties, policies: PolicySet): Promise<JudgedClaim | null> {
  if (recognition === null) return null;
  return judgedClaim(tx, { id: null, fundId, companyId, incorporatedOn, kind: deal.kind, paidOn: deal.paidOn }, recognition, policies, evidence);
}

function withOneMore(fund: FundRow, position: ObligationPosition, amountWon: Won, status: 'NOT_CLAIMED' | 'PENDING' | 'QUALIFIED'): ObligationPosition {
  const period = { from: fund.investmentFrom, to: fund.investmentTo };
  return obligationPosition(position.rule, withDeal(position.facts, amountWon, status), period, EVERYTHING.asOf);
}

function requireDatesOfTheFund(fund: FundRow, paidOn: LocalDate, today: LocalDate): void {
  if (paidOn < fund.foundedOn || paidOn > fund.lifeTo) {
    throw invalidField('/paidOn', 'investment.outside-fund-life', {
      ko: `투자금 납입일은 조합 존속기간(${fund.foundedOn} ~ ${fund.lifeTo}) 안이어야 합니다.`,
      en: `The payment date must lie within the life of the fund (${fund.foundedOn} to ${fund.lifeTo}).`,
    });
  }
  if (paidOn > today) {
    throw invalidField('/paidOn', 'investment.not-paid-yet', {
      ko: '납입일이 오늘보다 뒤입니다. 실제로 납입한 뒤에 기록해 주세요.',
      en: 'The payment date lies in the future. Record the deal once it is paid.',
    });
  }
}

/** A follow-on follows a deal of the fund in the same company that was paid in cash. */
async function requireOrigin(tx: Tx, fundId: string, originId: string, companyId: string): Promise<void> {
  const [found] = await tx.query<{ company_id: string; kind: string }[]>('select company_id, kind from investment where id = $1 and fund_id = $2', [originId, fundId]);
  if (found === undefined) {
    throw invalidField('/originId', 'investment.unknown-origin', {
      ko: '이 조합에 그런 최초 투자가 없습니다. 최초 투자를 다시 골라 주세요.',
      en: 'The fund has no such first investment. Choose it again.',
    });
  }
  if (found.company_id !== companyId || found.kind === 'CONVERSION') {
    throw invalidField('/originId', 'investment.other-origin', {
      ko: '후속투자의 최초 투자는 같은 회사에 현금으로 납입한 투자여야 합니다. 최초 투자나 회사를 확인해 주세요.',
      en: 'A follow-on follows a deal in the same company that was paid in cash. Check the first investment and the company.',
    });
  }
}

export function dealLimits(policies: PolicySet): DealLimits {
  const action = (key: string): 'WARN' | 'BLOCK' => (policies.text(key) === 'WARN' ? 'WARN' : 'BLOCK');
  const ratio = policies.find(FUND_POLICIES.obligationRatio);
  if (ratio === null) {
    throw new DomainError('conflict', 'fund.no-obligation', { ko: '의무투자 기준이 등록되지 않은 조합입니다.', en: 'No obligation has been decided for this fund.' });
  }
  return {
    headroomAction: action(FUND_POLICIES.headroomAction),
    obligationClause: ratio.clause,
  };
}
