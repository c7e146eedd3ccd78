import { holidayCalendar, minDate, type LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import type { Ledger, PostedEntry } from '#libs/ledger';
import { subtractWon, truncateTo, won, type Won } from '#libs/money';
import { dueDateLeavesTheTerm, instalmentPlan } from '#libs/recovery';
import type { Agreement } from '../../agreement/agreement.js';
import { callBook } from '../../call/call.charts.js';
import { recoveryDemanded } from '../recovery.posting.js';
import { firstDueOn, recoveryTermsOn } from '../recovery.query.js';
import { insertRecovery } from '../recovery.store.js';
import type { RecoveryGround } from './ground.js';

export interface GroundedDemand {
  /** Of the total; whole won. */
  readonly interestWon: Won;
  readonly noticeOn: LocalDate;
  /** Last day of payment; null: the earliest that the statute allows. */
  readonly dueOn: LocalDate | null;
  readonly instalments: number;
  readonly clauses: readonly string[];
}

export interface DemandedByGround {
  readonly id: string;
  readonly number: string;
  readonly demandedWon: Won;
  readonly dueOn: LocalDate;
  readonly entries: readonly PostedEntry[];
}

/**
 * Demands what rests on neither a settlement nor a sanction; whoever asks holds the lock of the agreement. In whole steps of the
 * Treasury (국고금 관리법 제47조). Null where a rule blocks a dry run. Throws at `/noticeOn`, `/amountWon`.
 */
export async function demandByGround(tx: Tx, context: CommandContext, ledger: Ledger, agreement: Agreement, ground: RecoveryGround, demand: GroundedDemand): Promise<DemandedByGround | null> {
  const { callId, id: agreementId, partyId } = agreement;
  const { noticeOn, instalments } = demand;
  if (noticeOn < context.today) throw invalidField('/noticeOn', 'grant-recovery.notice-in-the-past', { ko: '통지일은 오늘이거나 그 뒤여야 합니다.', en: 'The notice goes out today or later.' });
  const terms = await recoveryTermsOn(tx, callId, noticeOn);
  const dueOn = demand.dueOn ?? firstDueOn(noticeOn, terms);
  context.judge([dueDateLeavesTheTerm(dueOn, noticeOn, terms.collection, holidayCalendar())]);
  if (context.blocked) return null;
  const totalWon = won(BigInt(ground.totalWon));
  const demandedWon = truncateTo(totalWon, terms.collection.truncationWon.value ?? 1n);
  if (demandedWon === 0n) throw invalidField('/amountWon', 'grant-recovery.below-the-step', { ko: '통지할 수 있는 금액(10원 이상)이 아닙니다.', en: 'Too little to be demanded: notices are in steps of ten won.' });
  const droppedWon = subtractWon(totalWon, demandedWon);
  const parts = partsOf(demandedWon, demand.interestWon, droppedWon);
  const plan = instalmentPlan(demandedWon, instalments, dueOn, terms.collection, holidayCalendar());
  const clauses = [...new Set([...demand.clauses, terms.collection.paymentTermDays.clause, terms.collection.truncationWon.clause])];
  const recovery = await insertRecovery(tx, context, { ...parts, ...{ callId, agreementId, debtorId: partyId, settlementId: null, sanctionId: null }, droppedWon, noticeOn, plan, clauses });
  await tx.query('insert into grant_recovery_ground (recovery_id, title, reference, working, total_won, command_id) values ($1, $2, $3, $4, $5, $6)', [
    ...[recovery.id, ground.title, ground.reference, JSON.stringify(ground.working), ground.totalWon, context.commandId],
  ]);
  const effectiveOn = await ledger.bookableDay(tx, callBook(callId), minDate(noticeOn, context.today));
  const entries = await ledger.post(tx, context, [recoveryDemanded({ callId, recoveryId: recovery.id, effectiveOn, memo: `회수 통지 ${recovery.number}` }, parts)]);
  return { ...recovery, demandedWon, dueOn: plan[0]?.dueOn ?? dueOn, entries };
}

/** What the notice drops comes off the interest, and off the money where there is none. */
function partsOf(demandedWon: Won, interestWon: Won, droppedWon: Won): { readonly principalWon: bigint; readonly interestWon: bigint; readonly penaltyWon: bigint } {
  const interest = interestWon > droppedWon ? interestWon - droppedWon : 0n;
  return { principalWon: demandedWon - interest, interestWon: interest, penaltyWon: 0n };
}
