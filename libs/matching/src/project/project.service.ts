import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import { yearOf } from '#libs/calendar';
import type { Command, CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField, invariant } from '#libs/errors';
import { getApplication, GrantAgreementService, lockCall, type ConcludeAgreement, type ConcludedAgreement, type GrantCall, type LinePlan, type SourcePlan } from '#libs/grant';
import { basisPoints, formatWon, sumWon, type Won } from '#libs/money';
import type { PartyDraft } from '#libs/party';
import type { MatchingPlan } from '../plan/plan.js';
import { getPlan, relationsBetween } from '../plan/plan.query.js';
import { governmentBearsItsPartAtMost, relationIsLookedAt } from '../plan/plan.rules.js';
import { MATCHING_POLICIES, matchTerms } from '../pool/pool.policy.js';
import { getPool, policiesOfPool } from '../pool/pool.query.js';
import { decidedPlaces, type DecidedPlace } from '../queue/queue.query.js';
import { companyOrPerformerLiesInAZone, findZone } from '../zone/zone.rules.js';
import { zonesOfDay } from '../zone/zone.query.js';
import type { ZoneFinding } from '../zone/zone.js';
import { nextPosition } from './project.query.js';
import { insertProject } from './project.store.js';

export interface ConcludeProject {
  readonly callId: string;
  readonly applicationId: string;
  readonly agreedOn: LocalDate;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  readonly projectNumber: string | null;
  /** Null: all of it in the first year. */
  readonly sources: readonly SourcePlan[] | null;
  readonly lines: readonly LinePlan[];
  readonly documentId: string | null;
  /** The commitment of the government, as the queue promised it: decides who signs. */
  readonly amountWon: Won;
}

export interface ConcludedProject extends ConcludedAgreement {
  readonly place: DecidedPlace;
}

@Injectable()
export class ProjectService {
  constructor(private readonly agreements: GrantAgreementService) {}

  /**
   * `matching-project.conclude`: the agreement of a project that the queue selected: the government's commitment as it was
   * promised, the private commitment as the institution's own cash. Company or performer lies in a zone on its day.
   */
  readonly conclude: Command<ConcludeProject, ConcludedProject> = {
    name: 'matching-project.conclude',
    execute: async (tx, context, input) => {
      await lockCall(tx, input.callId);
      const pool = await getPool(tx, input.callId);
      const plan = await getPlan(tx, input.applicationId);
      const place = (await decidedPlaces(tx, pool.id)).get(input.applicationId) ?? notPromised();
      requirePromise(place, input.amountWon);
      const finding = await judgeProject(tx, context, { pool, plan, place, on: input.agreedOn });
      const agreement = await agreementOf(tx, input, plan, place);
      const concluded = await this.agreements.conclude.execute(tx, context, agreement);
      if (!context.blocked) await insertProject(tx, context, { ...factsOf(plan, place, finding), agreementId: concluded.id, callId: pool.id, position: await nextPosition(tx, pool.id), committedOn: input.agreedOn });
      context.announce('grant.changed', { callId: pool.id });
      return { ...concluded, place };
    },
  };
}

interface Judged {
  readonly pool: GrantCall;
  readonly plan: MatchingPlan;
  readonly place: DecidedPlace;
  readonly on: LocalDate;
}

/** Judges what only matching asks for, and answers the zone of the project. */
async function judgeProject(tx: Tx, context: CommandContext, { pool, plan, place, on }: Judged): Promise<ZoneFinding | null> {
  const policies = await policiesOfPool(tx, pool, on);
  const zones = await zonesOfDay(tx, on);
  const stated = { company: plan.companyZone, performer: plan.performerZone };
  const required = policies.sourced(MATCHING_POLICIES.zoneRequired, policies.flag(MATCHING_POLICIES.zoneRequired));
  const terms = { ...matchTerms(policies), governmentAtMost: basisPoints(place.governmentAtMost) };
  const verdicts: Verdict[] = [
    companyOrPerformerLiesInAZone(stated, zones, on, required),
    governmentBearsItsPartAtMost(place.governmentWon, place.privateWon, terms),
    relationIsLookedAt(plan, await relationsBetween(tx, plan.companyId, plan.performerId, on)),
  ];
  context.judge(verdicts);
  return findZone(stated, zones);
}

/** The agreement of the grant engine that a project is: the performer's, with the private money as its own cash. */
async function agreementOf(tx: Tx, input: ConcludeProject, plan: MatchingPlan, place: DecidedPlace): Promise<ConcludeAgreement> {
  const application = await getApplication(tx, input.applicationId);
  const lead = application.applicants.find(({ role }) => role === 'LEAD');
  invariant(lead !== undefined, 'an application has a lead');
  const [row]: Pick<PartyDraft, 'kind' | 'name' | 'businessNumber' | 'corporateNumber' | 'incorporatedOn'>[] = await tx.query(
    'select kind, name, business_number as "businessNumber", corporate_number as "corporateNumber", incorporated_on as "incorporatedOn" from party where id = $1',
    [plan.performerId],
  );
  invariant(row !== undefined, 'a performer is on record');
  const sources = input.sources ?? sourcesOf(yearOf(input.periodFrom), place);
  requireSources(sources, place);
  const detail = { title: application.title, investigator: plan.researcher, investigatorNumber: lead.investigatorNumber, methods: null, researchers: null };
  return {
    ...{ callId: input.callId, applicationId: input.applicationId, leadId: null, role: 'LEAD', organisation: row, institution: lead.institution },
    ...{ projectNumber: input.projectNumber, umbrellaNumber: null, subProgramme: null, agreedOn: input.agreedOn, documentId: input.documentId },
    terms: { periodFrom: input.periodFrom, periodTo: input.periodTo, stages: [{ stage: 1, beginsOn: input.periodFrom, endsOn: input.periodTo }], detail },
    ...{ plan: { sources, lines: input.lines }, amountWon: place.governmentWon },
  };
}

const sourcesOf = (fiscalYear: number, { governmentWon, privateWon }: DecidedPlace): SourcePlan[] => [
  { stage: 1, fiscalYear, source: 'GOVERNMENT', resource: 'CASH', amountWon: governmentWon },
  { stage: 1, fiscalYear, source: 'OWN', resource: 'CASH', amountWon: privateWon },
];

function requireSources(sources: readonly SourcePlan[], { governmentWon, privateWon }: DecidedPlace): void {
  const cash = (source: string): Won => sumWon(sources.filter((row) => row.source === source && row.resource === 'CASH').map(({ amountWon }) => amountWon));
  if (cash('GOVERNMENT') === governmentWon && cash('OWN') === privateWon) return;
  throw invalidField('/sources', 'matching-project.sources-differ', {
    ko: `재원 합계는 정부 ${formatWon(governmentWon)}원, 민간(기관부담 현금) ${formatWon(privateWon)}원이어야 합니다.`,
    en: `The sources have to bring ${formatWon(governmentWon)} won of the government and ${formatWon(privateWon)} of private cash.`,
  });
}

function requirePromise({ governmentWon }: DecidedPlace, amountWon: Won): void {
  if (governmentWon === amountWon) return;
  throw invalidField('/amountWon', 'matching-project.another-commitment', { ko: `대기열에서 결정된 정부 약정액은 ${formatWon(governmentWon)}원입니다.`, en: `The queue promised ${formatWon(governmentWon)} won.` });
}

function notPromised(): never {
  throw new DomainError('conflict', 'matching-project.not-selected', { ko: '아직 대기열에서 선정되지 않은 계획입니다. 대기열을 먼저 결정해 주세요.', en: 'The queue has not selected this plan yet. Decide the queue first.' });
}

function factsOf(plan: MatchingPlan, place: DecidedPlace, finding: ZoneFinding | null) {
  const { companyId, performerId, researcher, chosenBecause, relation, relationNote, ipTerms, royaltyTerms } = plan;
  const { privateWon, matchBasisPoints, governmentAtMost, capWon, budgetLeftWon, governmentWon, bound } = place;
  return {
    ...{ companyId, performerId, researcher, chosenBecause, relation, relationNote, ipTerms, royaltyTerms, statedGovernmentWon: null },
    ...{ privateWon, matchBasisPoints, governmentAtMost, capWon, budgetLeftWon, governmentWon, bound },
    ...{ zoneId: finding?.zone.id ?? null, zoneParty: finding?.party ?? null, zoneStated: finding === null ? null : finding.party === 'COMPANY' ? plan.companyPlace : plan.performerPlace },
  };
}
