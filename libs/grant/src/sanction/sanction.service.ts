import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, addMonths, civilDeadline, holidayCalendar, minDate, yearOf, type LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { subtractWon, TREASURY_STEP_WON, truncateTo, won, type Won } from '#libs/money';
import { dueDateLeavesTheTerm, instalmentPlan } from '#libs/recovery';
import { getAgreement, lockAgreements } from '../agreement/agreement.query.js';
import type { Agreement } from '../agreement/agreement.js';
import { callBook } from '../call/call.charts.js';
import { getCall, policiesOfCall } from '../call/call.query.js';
import { recoveryDemanded } from '../recovery/recovery.posting.js';
import { firstDueOn, recoveryTermsOn, type RecoveryTerms } from '../recovery/recovery.query.js';
import { insertRecovery } from '../recovery/recovery.store.js';
import type { BanBand, PenaltyProposal, SanctionGround } from './sanction.js';
import { sanctionTermsOf } from './sanction.policy.js';
import { governmentPaidTo } from './sanction.query.js';
import { banFor, penaltyProposal, sanctionStaysWithinTheLaw } from './sanction.rules.js';
import { imposeBan, insertSanction, nextSanctionNumber } from './sanction.store.js';

export interface DecideSanction {
  readonly agreementId: string;
  readonly ground: SanctionGround;
  readonly improperOn: LocalDate;
  readonly noticeOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly instalments: number;
  readonly misspentWon: Won;
  /** Null: what the table says. */
  readonly penaltyWon: Won | null;
  readonly adjustment: string | null;
  readonly banMonths: number;
  readonly banFrom: LocalDate | null;
  /** The principal investigator is banned with the institution. */
  readonly bansInvestigator: boolean;
  readonly reason: string;
}

export interface DecidedSanction {
  readonly id: string;
  readonly number: string;
  readonly proposal: PenaltyProposal;
  readonly band: BanBand;
  readonly penaltyWon: string;
  readonly recovery: { readonly id: string; readonly number: string; readonly demandedWon: string; readonly dueOn: LocalDate } | null;
  readonly entries: readonly PostedEntry[];
}

/** What misuse costs beside what goes back, and for how long it keeps an institution out. */
@Injectable()
export class SanctionService {
  constructor(private readonly ledger: Ledger) {}

  /** `grant-sanction.decide`: the table proposes, the decision may depart from it by so much and says why; the penalty is demanded at once. */
  readonly decide: Command<DecideSanction, DecidedSanction> = {
    name: 'grant-sanction.decide',
    execute: async (tx, context, input) => {
      await lockAgreements(tx, [input.agreementId]);
      const agreement = await getAgreement(tx, input.agreementId);
      requireDays(input, context);
      const call = await getCall(tx, agreement.callId);
      const terms = sanctionTermsOf(call.regime, input.ground, await policiesOfCall(tx, call, input.improperOn));
      const governmentPaidWon = await governmentPaidTo(tx, call.id, agreement.id);
      const [proposal, band] = [penaltyProposal(input.misspentWon, governmentPaidWon, terms), banFor(input.misspentWon, terms)];
      const penaltyWon = input.penaltyWon ?? proposal.standardWon;
      const collection = await recoveryTermsOn(tx, call.id, input.noticeOn);
      const dueOn = input.dueOn ?? firstDueOn(input.noticeOn, collection);
      context.judge([...sanctionStaysWithinTheLaw({ ...input, penaltyWon, governmentPaidWon }, proposal, band), dueDateLeavesTheTerm(dueOn, input.noticeOn, collection.collection, holidayCalendar())]);
      const [id, number] = [randomUUID(), await nextSanctionNumber(tx, yearOf(context.today))];
      const answer = { id, number, proposal, band, penaltyWon: `${penaltyWon}` };
      if (context.blocked) return { ...answer, recovery: null, entries: [] };
      const objectionUntil = civilDeadline({ from: input.noticeOn, period: collection.wording.objection.period }, holidayCalendar()).effective;
      const working = { bands: terms.penalty.length, monthsFrom: band.monthsFrom, monthsTo: band.monthsTo, institution: agreement.partyName };
      await insertSanction(tx, context, { ...input, id, number, callId: call.id, objectionUntil, governmentPaidWon, proposal, penaltyWon, working });
      await ban(tx, context, agreement, { ...input, sanctionId: id, number });
      context.announce('grant.changed', { callId: call.id });
      return { ...answer, ...(await this.demand(tx, context, agreement, { sanctionId: id, number, penaltyWon, dueOn, input, terms: collection, clause: proposal.clause })) };
    },
  };

  private async demand(
    tx: Tx,
    context: CommandContext,
    { callId, id: agreementId, partyId }: Agreement,
    { sanctionId, number, penaltyWon, dueOn, input, terms, clause }: { readonly sanctionId: string; readonly number: string; readonly penaltyWon: Won; readonly dueOn: LocalDate; readonly input: DecideSanction; readonly terms: RecoveryTerms; readonly clause: string },
  ): Promise<Pick<DecidedSanction, 'recovery' | 'entries'>> {
    const noticeWon = truncateTo(penaltyWon, TREASURY_STEP_WON);
    if (noticeWon === 0n) return { recovery: null, entries: [] };
    const plan = instalmentPlan(noticeWon, input.instalments, dueOn, terms.collection, holidayCalendar());
    const parts = { principalWon: 0n, interestWon: 0n, penaltyWon: noticeWon };
    const clauses = [...new Set([clause, terms.collection.paymentTermDays.clause, terms.collection.truncationWon.clause])];
    const recovery = await insertRecovery(tx, context, { ...parts, callId, agreementId, debtorId: partyId, settlementId: null, sanctionId, droppedWon: subtractWon(penaltyWon, noticeWon), noticeOn: input.noticeOn, plan, clauses });
    const effectiveOn = await this.ledger.bookableDay(tx, callBook(callId), minDate(input.noticeOn, context.today));
    const entries = await this.ledger.post(tx, context, [recoveryDemanded({ callId, recoveryId: recovery.id, effectiveOn, memo: `제재부가금 ${number}` }, parts)]);
    return { recovery: { ...recovery, demandedWon: `${noticeWon}`, dueOn: plan[0]?.dueOn ?? dueOn }, entries };
  }
}

interface Banning extends DecideSanction {
  readonly sanctionId: string;
  readonly number: string;
}

async function ban(tx: Tx, context: CommandContext, agreement: Agreement, { sanctionId, number, banMonths, banFrom, noticeOn, bansInvestigator, reason }: Banning): Promise<void> {
  if (banMonths === 0) return;
  const fromOn = banFrom ?? noticeOn;
  const term = { sanctionId, fromOn, toOn: addDays(addMonths(fromOn, banMonths), -1), ground: reason, source: `제재 ${number}` };
  await imposeBan(tx, context, { ...term, partyId: agreement.partyId, researcher: null, researcherNumber: null });
  if (!bansInvestigator) return;
  const rows: { number: string | null }[] = await tx.query('select investigator_number as number from grant_agreement where id = $1', [agreement.id]);
  const researcherNumber = rows[0]?.number ?? null;
  if (agreement.investigator === null || researcherNumber === null || !RESEARCHER_NUMBER.test(researcherNumber)) {
    throw invalidField('/bansInvestigator', 'grant-sanction.no-investigator', { ko: '협약에 연구책임자와 국가연구자번호(8자리)가 없습니다. 협약을 먼저 고쳐 주세요.', en: 'The agreement names no principal investigator with a national number of eight digits. Correct it first.' });
  }
  await imposeBan(tx, context, { ...term, partyId: null, researcher: agreement.investigator, researcherNumber });
}

const RESEARCHER_NUMBER = /^[0-9]{8}$/;

function requireDays({ improperOn, noticeOn, banFrom, banMonths, misspentWon, penaltyWon }: DecideSanction, context: CommandContext): void {
  if (improperOn > context.today) throw invalidField('/improperOn', 'grant-sanction.not-happened-yet', { ko: '위반행위일이 오늘보다 뒤입니다.', en: 'The act lies in the future.' });
  if (noticeOn < context.today) throw invalidField('/noticeOn', 'grant-sanction.notice-in-the-past', { ko: '통지일은 오늘이거나 그 뒤여야 합니다.', en: 'The notice goes out today or later.' });
  if (banFrom !== null && banFrom < noticeOn) throw invalidField('/banFrom', 'grant-sanction.ban-before-notice', { ko: '참여제한은 통지일부터 시작합니다.', en: 'A ban begins with the notice or later.' });
  if (banMonths === 0 && penaltyWon === won(0n)) throw invalidField('/banMonths', 'grant-sanction.nothing-imposed', { ko: '제재부가금이나 참여제한 가운데 하나는 정해 주세요.', en: 'Impose a penalty or a ban.' });
  if (misspentWon === 0n) throw invalidField('/misspentWon', 'grant-sanction.nothing-misspent', { ko: '위반 금액을 1원 이상으로 적어 주세요.', en: 'Give an amount of one won or more.' });
}
