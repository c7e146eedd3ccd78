import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Bilingual } from '#libs/errors';
import type { Ledger } from '#libs/ledger';
import { ZERO_WON } from '#libs/money';
import type { Arrival, Disproof, ExpectedMoveSource, ProvingLine, RecordedMove } from '#libs/payment';
import { OutcomeClaimService } from '../outcome-claim/outcome-claim.service.js';
import { getOutcomeReceipt } from '../outcome-claim/receipt/receipt.query.js';
import { OutcomeReceiptService } from '../outcome-claim/receipt/receipt.service.js';
import { getOwnShare } from '../own-share/own-share.query.js';
import { OwnShareService } from '../own-share/own-share.service.js';
import { RecoveryCollectionService } from '../recovery/collection.service.js';
import { getRecoveryReceipt } from '../recovery/receipt/receipt.query.js';
import { RecoveryReceiptService } from '../recovery/receipt/receipt.service.js';
import { getDueShare, OUTCOME_RECEIPTS, OUTCOMES_DUE, OWN_SHARES, OWN_SHARES_DUE, receiptStatedBy, RECOVERIES, RECOVERIES_DUE, REMITTANCES, TRANCHES_OF_REGISTERS, wasRecordedByMatch } from './bank-move.query.js';

type Recording = NonNullable<ExpectedMoveSource['record']>;

/** Money of grants as a bank sees it: own shares, recoveries and claims in, tranches of registers and remittances out. What runs pay, they tell of themselves. */
export const GRANT_MOVES: readonly ExpectedMoveSource[] = [
  waited(OWN_SHARES_DUE, { ko: '과제계좌 입금으로 장부에 기록합니다. 대사를 취소하면 기록도 취소됩니다.', en: 'Records the cash on the account of the project. Undoing the match reverses it.' }, recordOwnShare),
  { ...OWN_SHARES, unproved: withdrawOwnShare },
  waited(RECOVERIES_DUE, { ko: '회수금 수납으로 장부에 기록합니다. 국고에 납입하기 전에 대사를 취소하면 기록도 취소됩니다.', en: 'Records the receipt. Undoing the match reverses it, until it is remitted to the Treasury.' }, recordRecovery),
  { ...RECOVERIES, unproved: withdrawRecovery },
  waited(OUTCOMES_DUE, { ko: '고지금액 수납으로 장부에 기록합니다. 국고에 납입하기 전에 대사를 취소하면 기록도 취소됩니다.', en: 'Records the receipt. Undoing the match reverses it, until it is remitted to the Treasury.' }, recordOutcome),
  { ...OUTCOME_RECEIPTS, unproved: withdrawOutcome },
  TRANCHES_OF_REGISTERS,
  REMITTANCES,
];

/** What is owed and may come in parts, without anything on top: a surcharge is added by its own command. */
function waited(source: ExpectedMoveSource, confirming: Bilingual, record: Recording): ExpectedMoveSource {
  const list: ExpectedMoveSource['list'] = async (...asked) => (await source.list(...asked)).map((move) => ({ ...move, surchargeOn: () => ZERO_WON }));
  return { ...source, list, confirming, record };
}

async function recordOwnShare(tx: Tx, context: CommandContext, ledger: Ledger, { move, amountWon, line }: Arrival): Promise<readonly RecordedMove[]> {
  const share = await getDueShare(tx, move.recordId);
  const { id } = await new OwnShareService(ledger).receive.execute(tx, context, { ...share, amountWon, receivedOn: line.valueOn, reference: referenceOf(line), documentId: null });
  return [{ kind: OWN_SHARES.kind, recordId: id, amountWon, label: move.label }];
}

async function recordRecovery(tx: Tx, context: CommandContext, ledger: Ledger, { move, amountWon, line }: Arrival): Promise<readonly RecordedMove[]> {
  await new RecoveryCollectionService(ledger).receive.execute(tx, context, { recoveryId: move.recordId, amountWon, valueOn: line.valueOn, bankReference: referenceOf(line) });
  return [{ kind: RECOVERIES.kind, recordId: await receiptStatedBy(tx, context.commandId, 'grant_recovery_movement', move.recordId), amountWon, label: move.label }];
}

async function recordOutcome(tx: Tx, context: CommandContext, ledger: Ledger, { move, amountWon, line }: Arrival): Promise<readonly RecordedMove[]> {
  await new OutcomeClaimService(ledger).receive.execute(tx, context, { claimId: move.recordId, amountWon, valueOn: line.valueOn, bankReference: referenceOf(line) });
  return [{ kind: OUTCOME_RECEIPTS.kind, recordId: await receiptStatedBy(tx, context.commandId, 'outcome_receipt', move.recordId), amountWon, label: move.label }];
}

/**
 * The money is not there, or was recorded from this line alone: it counts no more. What somebody recorded by hand stands until they
 * reverse it. What the Treasury has is refused: a person cannot undo such a match, and where the bank takes the line back it waits at the desk.
 */
async function withdrawOwnShare(tx: Tx, context: CommandContext, ledger: Ledger, disproof: Disproof): Promise<void> {
  const { matchId, recordId, cause } = disproof;
  if ((await getOwnShare(tx, recordId)).reversed) return;
  if (cause === 'UNDONE' && !(await wasRecordedByMatch(tx, matchId, 'grant_own_share', recordId))) return;
  await new OwnShareService(ledger).reverse.execute(tx, context, { ownShareId: recordId, reason: whyOf(disproof) });
}

async function withdrawRecovery(tx: Tx, context: CommandContext, ledger: Ledger, disproof: Disproof): Promise<void> {
  const { matchId, recordId, cause } = disproof;
  if ((await getRecoveryReceipt(tx, recordId)).reversed) return;
  if (cause === 'UNDONE' && !(await wasRecordedByMatch(tx, matchId, 'grant_recovery_movement', recordId))) return;
  await new RecoveryReceiptService(ledger).reverse.execute(tx, context, { receiptId: recordId, reason: whyOf(disproof) });
}

async function withdrawOutcome(tx: Tx, context: CommandContext, ledger: Ledger, disproof: Disproof): Promise<void> {
  const { matchId, recordId, cause } = disproof;
  if ((await getOutcomeReceipt(tx, recordId)).reversed) return;
  if (cause === 'UNDONE' && !(await wasRecordedByMatch(tx, matchId, 'outcome_receipt', recordId))) return;
  await new OutcomeReceiptService(ledger).reverse.execute(tx, context, { receiptId: recordId, reason: whyOf(disproof) });
}

/** Undoing a match takes two letters of a reason, a reversal five: it says what was done as well. */
const whyOf = ({ cause, reason }: Disproof): string => (cause === 'UNDONE' ? `대사 취소: ${reason}` : reason);

/** How the bank calls the movement; without a number of its own, by day and depositor. */
const referenceOf = ({ reference, valueOn, counterparty }: ProvingLine): string => (reference ?? [valueOn, counterparty].filter((each) => each !== null).join(' ')).slice(0, 100);
