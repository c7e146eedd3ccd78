import { Injectable } from '@nestjs/common';
import { holidayCalendar, minDate, type LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { dueDateLeavesTheTerm, instalmentPlan } from '#libs/recovery';
import { callBook } from '../call/call.charts.js';
import { requireStanding } from '../settlement/objection/objection.service.js';
import { lockSettlement, type SettlementRow } from '../settlement/settlement.query.js';
import { insertFinal } from '../settlement/settlement.store.js';
import { readForm, type FormReturn } from '../settlement/form.js';
import { readWorksheet, type Worksheet } from '../settlement/worksheet/worksheet.query.js';
import { settlementMayBeFinal, settlementRestsOnPresentFacts } from './demand.rules.js';
import { linesClosed, recoveryDemanded } from './recovery.posting.js';
import { firstDueOn, recoveryTermsOn, type RecoveryTerms } from './recovery.query.js';
import { insertRecovery } from './recovery.store.js';

export interface FinalizeSettlement {
  readonly settlementId: string;
  readonly noticeOn: LocalDate;
  /** Last day of payment; null: the earliest that the statute allows. */
  readonly dueOn: LocalDate | null;
  readonly instalments: number;
  /** The day on which the institution agreed in writing; null where the term of objection is over. */
  readonly acceptedOn: LocalDate | null;
}

export interface FinalizedSettlement {
  readonly settlementId: string;
  /** Null where nothing goes back. */
  readonly recovery: { readonly id: string; readonly number: string; readonly demandedWon: string; readonly dueOn: LocalDate } | null;
  readonly entries: readonly PostedEntry[];
}

/** What a settlement asks for becomes a claim. */
@Injectable()
export class DemandService {
  constructor(private readonly ledger: Ledger) {}

  /** `grant-settlement.finalize`: nobody objects any more; the lines of the stage are closed and what goes back is demanded. */
  readonly finalize: Command<FinalizeSettlement, FinalizedSettlement> = {
    name: 'grant-settlement.finalize',
    execute: async (tx, context, input) => {
      const row = await lockSettlement(tx, input.settlementId);
      requireStanding(row);
      requireDays(input, row, context);
      const form = readForm(row.form);
      const sheet = await readWorksheet(tx, row.agreementId, row.stage, form.lines.map(({ lineId, retainedWon }) => ({ lineId, amountWon: retainedWon })));
      const terms = await recoveryTermsOn(tx, row.callId, input.noticeOn);
      const dueOn = input.dueOn ?? firstDueOn(input.noticeOn, terms);
      context.judge([
        settlementMayBeFinal(row, input.acceptedOn, context.today),
        settlementRestsOnPresentFacts(row.digest, sheet.digest),
        dueDateLeavesTheTerm(dueOn, input.noticeOn, terms.collection, holidayCalendar()),
      ]);
      if (context.blocked) return { settlementId: row.id, recovery: null, entries: [] };
      await insertFinal(tx, context, { settlementId: row.id, agreementId: row.agreementId, stage: row.stage, acceptedOn: input.acceptedOn });
      const answer = await this.demand(tx, context, row, { ...input, dueOn, returns: form.returns, terms, sheet });
      context.announce('grant.changed', { callId: row.callId });
      return answer;
    },
  };

  private async demand(
    tx: Tx,
    context: CommandContext,
    row: SettlementRow,
    { noticeOn, dueOn, instalments, returns, terms, sheet }: FinalizeSettlement & { readonly dueOn: LocalDate; readonly returns: FormReturn; readonly terms: RecoveryTerms; readonly sheet: Worksheet },
  ): Promise<FinalizedSettlement> {
    const effectiveOn = await this.ledger.bookableDay(tx, callBook(row.callId), minDate(noticeOn, context.today));
    const about = { callId: row.callId, effectiveOn, memo: `정산 확정 ${row.number}` };
    const closing = linesClosed({ ...about, agreementId: row.agreementId, settlementId: row.id }, leftOnLines(sheet));
    if (returns.noticeWon === 0n) return { settlementId: row.id, recovery: null, entries: await this.ledger.post(tx, context, closing === null ? [] : [closing]) };
    const parts = demandedParts(returns);
    const plan = instalmentPlan(returns.noticeWon, instalments, dueOn, terms.collection, holidayCalendar());
    const { truncationWon, paymentTermDays } = terms.collection;
    const clauses = [...new Set([row.clause, terms.wording.interest, paymentTermDays.clause, truncationWon.clause])];
    const recovery = await insertRecovery(tx, context, { ...parts, ...{ callId: row.callId, agreementId: row.agreementId, debtorId: row.partyId, settlementId: row.id, sanctionId: null }, droppedWon: returns.droppedWon, noticeOn, plan, clauses });
    const demanded = recoveryDemanded({ ...about, recoveryId: recovery.id, memo: `회수 통지 ${recovery.number}` }, parts);
    const entries = await this.ledger.post(tx, context, closing === null ? [demanded] : [closing, demanded]);
    return { settlementId: row.id, recovery: { ...recovery, demandedWon: `${returns.noticeWon}`, dueOn: plan[0]?.dueOn ?? dueOn }, entries };
  }
}

const leftOnLines = ({ form, books }: Worksheet) => form.lines.map(({ lineId }) => ({ lineId, leftWon: books.lines.get(lineId)?.leftWon ?? 0n }));

/** What the notice drops comes off the interest, and off the money where there is none. */
function demandedParts({ totalWon, returnedInterestWon, droppedWon }: FormReturn): { readonly principalWon: bigint; readonly interestWon: bigint; readonly penaltyWon: bigint } {
  const offInterest = returnedInterestWon < droppedWon ? returnedInterestWon : droppedWon;
  return { principalWon: totalWon - returnedInterestWon - (droppedWon - offInterest), interestWon: returnedInterestWon - offInterest, penaltyWon: 0n };
}

function requireDays({ noticeOn, acceptedOn }: FinalizeSettlement, row: SettlementRow, context: CommandContext): void {
  if (noticeOn < context.today) throw invalidField('/noticeOn', 'grant-settlement.notice-in-the-past', { ko: '통지일은 오늘이거나 그 뒤여야 합니다.', en: 'The notice goes out today or later.' });
  if (acceptedOn !== null && (acceptedOn > context.today || acceptedOn < row.decidedOn)) {
    throw invalidField('/acceptedOn', 'grant-settlement.not-accepted-then', { ko: `동의일은 정산일 ${row.decidedOn}부터 오늘까지입니다.`, en: `The institution agreed between ${row.decidedOn} and today.` });
  }
  if (row.objection !== null && row.answer === null) throw new DomainError('conflict', 'grant-settlement.objection-waits', { ko: '답하지 않은 이의신청이 있습니다. 먼저 답해 주세요.', en: 'An objection waits for its answer. Answer it first.' });
}
