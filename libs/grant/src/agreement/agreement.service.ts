import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField, invariant } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { formatWon, subtractWon, won, ZERO_WON, type Won } from '#libs/money';
import { businessStatusOn, ensureParties, type PartyDraft } from '#libs/party';
import type { PolicySet } from '#libs/policy';
import { agreeOnApplication } from '../application/admission.service.js';
import { callBook } from '../call/call.charts.js';
import { CALL_POLICIES } from '../call/call.policy.js';
import { getCall, linesOfCall, lockCall, policiesOfCall } from '../call/call.query.js';
import { requireOwnCommand } from '../call/pool/pool.rules.js';
import type { GrantCall } from '../call/call.js';
import { relaxedShares } from '../share/share-relaxation.policy.js';
import { sharesOn } from '../share/share.policy.js';
import { judgeShares } from '../share/share.rules.js';
import { carriedIsLeft } from '../amendment/amendment.rules.js';
import { agreed, linesSet } from './agreement.posting.js';
import { getAgreement, linesOfAgreement, lockAgreements, sourcePlanOf } from './agreement.query.js';
import { budgetCoversTheAgreement, feasibilityIsNotPending, institutionIsInBusiness, investigatorLeadsFewEnough, type YearNeed } from './agreement.rules.js';
import { insertAgreement, insertFunding, insertVersion, type AgreementRow } from './agreement.store.js';
import { closedYears, countLedBy, requireFreeApplication, fundingOf, nextAgreementNumber, yearNeeds } from './conclusion.query.js';
import { bookLineKey, contributionsOf, governmentByYear, lineDeltas, type GrantPlan, type VersionTerms } from './plan/plan.js';
import { requirePlan } from './plan/plan.rules.js';

export interface ConcludeAgreement extends Omit<AgreementRow, 'id' | 'number' | 'partyId' | 'title' | 'investigator' | 'investigatorNumber'> {
  readonly organisation: PartyDraft;
  readonly terms: VersionTerms;
  readonly plan: GrantPlan;
  readonly documentId: string | null;
  /** Of the government over all years: what decides who signs. */
  readonly amountWon: Won;
}

export interface ConcludedAgreement {
  readonly id: string;
  readonly number: string;
  /** What is committed now, and what waits for the budget of its year. */
  readonly years: readonly YearNeed[];
  readonly entries: readonly PostedEntry[];
}

export interface FundYear {
  readonly agreementId: string;
  readonly fiscalYear: number;
  readonly amountWon: Won;
}

export interface FundedYear {
  readonly agreementId: string;
  readonly fundedBeforeWon: Won;
  readonly fundedAfterWon: Won;
  readonly entries: readonly PostedEntry[];
}

@Injectable()
export class GrantAgreementService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `grant-agreement.conclude`: one institution's agreement with its whole plan as version 1. The budget of every year that is
   * decided is committed; later years follow by `grant-agreement.fund-year`. Numbers have no gaps.
   */
  readonly conclude: Command<ConcludeAgreement, ConcludedAgreement> = {
    name: 'grant-agreement.conclude',
    execute: async (tx, context, input) => {
      invariant(input.amountWon === contributionsOf(input.plan.sources).governmentWon, 'what is signed is what the government brings');
      await lockCall(tx, input.callId);
      const call = await getCall(tx, input.callId);
      requireOwnCommand(call, context.command);
      await requireConclusion(tx, context, input);
      const partyId = [...(await ensureParties(tx, [input.organisation])).values()][0] ?? '';
      const years = await yearNeeds(tx, call.id, governmentByYear(input.plan.sources));
      context.judge([...years.map(budgetCoversTheAgreement), ...(await judgeConclusion(tx, call, input, partyId))]);
      const number = await nextAgreementNumber(tx, call);
      const id = randomUUID();
      if (context.blocked) return { id, number, years, entries: [] };
      await insertAgreement(tx, context, { ...input, ...input.terms.detail, id, number, partyId });
      const entries = await this.commit(tx, context, { ...input, id, number }, years);
      context.announce('grant.changed', { callId: call.id });
      return { id, number, years, entries };
    },
  };

  /** `grant-agreement.fund-year`: the budget of a later year was decided, and what the agreement takes of it is committed. */
  readonly fundYear: Command<FundYear, FundedYear> = {
    name: 'grant-agreement.fund-year',
    execute: async (tx, context, { agreementId, fiscalYear, amountWon }) => {
      const { callId } = await getAgreement(tx, agreementId);
      await lockCall(tx, callId);
      await lockAgreements(tx, [agreementId]);
      const agreement = await getAgreement(tx, agreementId);
      requireUnderWay(agreement.state);
      const plannedWon = governmentByYear(await sourcePlanOf(tx, agreement.versionId)).get(fiscalYear) ?? ZERO_WON;
      const fundedBeforeWon = (await fundingOf(tx, agreementId)).find((each) => each.fiscalYear === fiscalYear)?.fundedWon ?? ZERO_WON;
      requireUnfunded(subtractWon(plannedWon, fundedBeforeWon), amountWon, fiscalYear);
      const [need] = await yearNeeds(tx, callId, new Map([[fiscalYear, amountWon]]));
      if (need === undefined || need.availableWon === null) throw invalidField('/fiscalYear', 'grant-agreement.no-budget-yet', { ko: `${fiscalYear}년 예산이 아직 확정되지 않았습니다. 예산을 먼저 확정해 주세요.`, en: `No budget of ${fiscalYear} is decided yet. Decide it first.` });
      context.judge([budgetCoversTheAgreement(need)]);
      if (context.blocked) return { agreementId, fundedBeforeWon, fundedAfterWon: fundedBeforeWon, entries: [] };
      await insertFunding(tx, context, agreementId, [{ fiscalYear, amountWon }], `${fiscalYear}년 예산 확정`);
      const about = { callId, agreementId, effectiveOn: context.today, memo: `연차 예산 확보 ${agreement.number} ${fiscalYear}년` };
      const entries = await this.ledger.post(tx, context, [agreed(about, fiscalYear, amountWon)]);
      context.announce('grant.changed', { callId });
      return { agreementId, fundedBeforeWon, fundedAfterWon: won(fundedBeforeWon + amountWon), entries };
    },
  };

  /** Version 1 with its plan, the budget of the years that have one, and the lines; booked on the day of the agreement or the first open one. */
  private async commit(tx: Tx, context: CommandContext, input: ConcludeAgreement & { id: string; number: string }, years: readonly YearNeed[]): Promise<readonly PostedEntry[]> {
    const { id, callId, number, agreedOn, plan, terms, documentId } = input;
    const version = { agreementId: id, callId, version: 1, manner: 'CONCLUDED' as const, decidedOn: agreedOn, effectiveOn: terms.periodFrom, reason: '최초 협약 체결', documentId, stagesMoved: true };
    await insertVersion(tx, context, { ...version, ...terms }, plan);
    const funded = years.filter(({ availableWon }) => availableWon !== null).map(({ fiscalYear, neededWon }) => ({ fiscalYear, amountWon: neededWon }));
    await insertFunding(tx, context, id, funded, '협약 체결');
    const about = { callId, agreementId: id, effectiveOn: await this.ledger.bookableDay(tx, callBook(callId), agreedOn), memo: `협약 ${number} ${input.organisation.name}` };
    const lineIds = new Map((await linesOfAgreement(tx, id)).map((line) => [bookLineKey(line), line.id]));
    const deltas = new Map([...lineDeltas([], plan.lines)].map(([key, delta]) => [lineIds.get(key) ?? '', delta]));
    return this.ledger.post(tx, context, [...funded.map(({ fiscalYear, amountWon }) => agreed(about, fiscalYear, amountWon)), ...(deltas.size === 0 ? [] : [linesSet(about, deltas)])]);
  }
}

async function requireConclusion(tx: Tx, context: CommandContext, input: ConcludeAgreement): Promise<void> {
  if (input.agreedOn > context.today) throw invalidField('/agreedOn', 'grant-agreement.not-agreed-yet', { ko: '협약일이 오늘보다 뒤입니다. 체결한 뒤에 기록해 주세요.', en: 'The agreement lies in the future. Record it on its day.' });
  requirePlan(input.plan, input.terms, await linesOfCall(tx, input.callId));
  if (input.amountWon === 0n) throw invalidField('/sources', 'grant-agreement.no-grant', { ko: '정부지원금이 없습니다. 재원에 정부지원금을 적어 주세요.', en: 'There is no money of the government among the sources.' });
  if ((input.role === 'LEAD') !== (input.leadId === null)) throw invalidField('/leadId', 'grant-agreement.lead-and-role', { ko: '공동·위탁 기관은 주관기관의 협약을 골라야 하고, 주관기관은 고르지 않습니다.', en: 'A joint or commissioned institution names the agreement of the lead; the lead names none.' });
  if (input.leadId !== null && (await getAgreement(tx, input.leadId)).callId !== input.callId) throw invalidField('/leadId', 'grant-agreement.lead-of-another-call', { ko: '주관기관의 협약이 이 공고의 것이 아닙니다.', en: 'The agreement of the lead belongs to another call.' });
  const closed = await closedYears(tx, input.callId);
  const late = input.plan.sources.findIndex(({ source, fiscalYear }) => source === 'GOVERNMENT' && closed.has(fiscalYear));
  if (late >= 0) throw invalidField(`/sources/${late}/fiscalYear`, 'grant-agreement.year-closed', { ko: '마감된 회계연도의 예산으로는 협약할 수 없습니다.', en: 'That fiscal year is closed: nothing is agreed from its budget any more.' });
  if (input.applicationId === null) return;
  await requireFreeApplication(tx, input.applicationId);
  await agreeOnApplication(tx, context, { applicationId: input.applicationId, callId: input.callId, agreedOn: input.agreedOn });
}

async function judgeConclusion(tx: Tx, call: GrantCall, input: ConcludeAgreement, partyId: string): Promise<Verdict[]> {
  const policies = await policiesOfCall(tx, call, input.agreedOn);
  const status = (await businessStatusOn(tx, [partyId], input.agreedOn)).get(partyId);
  return [
    feasibilityIsNotPending(call),
    ...judgePlanShares(call, policies, input, input.agreedOn),
    ...(input.plan.lines.some(({ kind, stage }) => kind === 'CARRIED' && stage > 1) ? [carriedIsLeft(input.plan.lines, [])] : []),
    institutionIsInBusiness(input.organisation.name, status),
    ...(await judgeInvestigator(tx, policies, input)),
  ];
}

/** The shares of 별표 1 apply to research under 국가연구개발혁신법; a subsidy has what its call says. */
export function judgePlanShares(call: GrantCall, policies: PolicySet, { plan, institution }: Pick<ConcludeAgreement, 'plan' | 'institution'>, on: LocalDate): Verdict[] {
  if (call.regime !== 'RND') return [];
  return judgeShares(contributionsOf(plan.sources), institution, relaxedShares(sharesOn(on), institution, policies));
}

async function judgeInvestigator(tx: Tx, policies: PolicySet, { role, terms, agreedOn }: ConcludeAgreement): Promise<Verdict[]> {
  const { investigatorNumber } = terms.detail;
  const limit = policies.find(CALL_POLICIES.investigatorProjectsMaximum);
  if (investigatorNumber === null || role !== 'LEAD' || typeof limit?.value !== 'number') return [];
  return [investigatorLeadsFewEnough(await countLedBy(tx, investigatorNumber, agreedOn), limit.value, limit.clause)];
}

function requireUnderWay(state: string): void {
  if (state === 'ACTIVE' || state === 'SUSPENDED') return;
  throw new DomainError('conflict', 'grant-agreement.not-under-way', { ko: '수행 중인 협약만 예산을 더 확보할 수 있습니다.', en: 'Only an agreement under way takes more budget.' });
}

function requireUnfunded(openWon: Won, amountWon: Won, fiscalYear: number): void {
  if (amountWon <= openWon) return;
  throw invalidField('/amountWon', 'grant-agreement.more-than-planned', {
    ko: `${fiscalYear}년 계획에서 아직 확보하지 않은 정부지원금은 ${formatWon(openWon)}원입니다. 그보다 많이 확보하려면 협약을 먼저 변경해 주세요.`,
    en: `Of the plan of ${fiscalYear} ${formatWon(openWon)} won are not funded yet. To take more, amend the agreement first.`,
  });
}
