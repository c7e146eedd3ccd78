import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { getAgreement, lockAgreements, receiveCash, reverseCash } from '#libs/grant';
import type { Ledger } from '#libs/ledger';
import { getRoomProject } from '../../room/room.query.js';
import { settleRoom, type SettledRoom } from '../../room/room.service.js';
import type { Deposit } from '../deposit.js';
import { depositsOf, depositTermsOn, getDeposit, paymentsBackOf } from '../deposit.query.js';
import { roundTripsOf } from '../deposit.rules.js';
import { insertFlags, insertProof, insertProofUndo } from '../deposit.store.js';

/** What proves a deposit: a receipt of the bank; or, without one, what a register of the past says. */
export interface DepositProof {
  readonly bankLineId: string | null;
  readonly evidence: string;
  readonly provenOn: LocalDate;
}

/**
 * A deposit was found on a statement: the money is in the project and counts from its day on, unless a flag stands. Null where it is
 * proven already: a register told of it before the bank did.
 */
export async function proveDeposit(tx: Tx, context: CommandContext, ledger: Ledger, depositId: string, proof: DepositProof): Promise<SettledRoom | null> {
  const { agreementId } = await getDeposit(tx, depositId);
  await lockAgreements(tx, [agreementId]);
  const deposit = await getDeposit(tx, depositId);
  if (deposit.state !== 'UNPROVEN') return null;
  const { amountWon, reference, documentId } = deposit;
  const receipt = { source: 'OWN' as const, amountWon, receivedOn: proof.provenOn, reference: reference ?? proof.evidence.slice(0, 200), documentId };
  const { id: ownShareId } = await receiveCash(tx, context, ledger, await getAgreement(tx, agreementId), receipt);
  await insertProof(tx, context, depositId, { ...proof, ownShareId });
  await flagRoundTrips(tx, context, agreementId);
  return settleRoom(tx, context, ledger, await getRoomProject(tx, agreementId), { on: proof.provenOn, cause: `민간부담금 입금 확인 ${deposit.depositor}` });
}

export interface Disproof {
  /** Which receipt; null: what the register said. A deposit proven otherwise stays proven. */
  readonly lineId: string | null;
  readonly on: LocalDate;
  readonly reason: string;
}

/** The receipt was none after all, or the bank took it back: the deposit waits again, its cash leaves the project and the room is lowered. */
export async function unproveDeposit(tx: Tx, context: CommandContext, ledger: Ledger, depositId: string, { lineId, on, reason }: Disproof): Promise<SettledRoom | null> {
  const { agreementId } = await getDeposit(tx, depositId);
  await lockAgreements(tx, [agreementId]);
  const deposit = await getDeposit(tx, depositId);
  if (deposit.proofId === null || deposit.ownShareId === null || deposit.bankLineId !== lineId) return null;
  await insertProofUndo(tx, context, deposit.proofId, reason);
  await reverseCash(tx, context, ledger, deposit.callId, deposit.ownShareId, reason);
  return settleRoom(tx, context, ledger, await getRoomProject(tx, agreementId), { on, cause: `입금 확인 취소 ${deposit.depositor}` });
}

/** Looks again whether money that came in went back; whoever asks holds the lock of the agreement. Answers how many flags are new. */
export async function flagRoundTrips(tx: Tx, context: CommandContext, agreementId: string): Promise<number> {
  const proven = (await depositsOf(tx, agreementId)).filter(({ state }) => state === 'PROVEN');
  const [first]: readonly Deposit[] = proven;
  if (first === undefined) return 0;
  const terms = await depositTermsOn(tx, first.callId, context.today);
  const found = roundTripsOf(proven, await paymentsBackOf(tx, agreementId), terms);
  return insertFlags(tx, context, found.map(({ deposit, flag }) => ({ depositId: deposit.id, flag })));
}
