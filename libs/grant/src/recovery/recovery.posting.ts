import type { LocalDate } from '#libs/calendar';
import { credit, debit, definePosting, journalEntry, type Chart, type JournalEntry, type PostingRule } from '#libs/journal';
import { grantAccount, LINE, LINES_PLANNED, PROJECT_CASH, PROJECT_RETURNED } from '../call/call.charts.js';
import {
  PROJECT_MADE_GOOD, RECOVERED_CASH, RECOVERED_INTEREST, RECOVERED_PENALTY, RECOVERED_PRINCIPAL, RECOVERED_SURCHARGE, RECOVERY_RECEIVABLE, RECOVERY_WRITTEN_OFF, REMITTED,
} from './recovery.charts.js';

const SET_OFF = 'grant-recovery.set-off';
/** A line of the bank was found to be it. */
const FOUND = 'bank-match.confirm';
/** A receipt was none: said by hand, by undoing the line that it was, or by the bank. */
const REVERSING = ['grant-recovery-receipt.reverse', 'bank-match.undo', 'bank-statement.import'];

export const LINES_CLOSED = definePosting({
  code: 'grant.lines-closed',
  by: ['grant-settlement.finalize'],
  name: { ko: '정산 단계 비목 마감', en: 'Lines of a settled stage closed' },
  when: { ko: '정산이 확정되어 그 단계의 비목에 남은 금액을 더 쓸 수 없게 된 때.', en: 'A settlement is final: what is left on the lines of its stage is spent no more.' },
  charts: [LINE, LINES_PLANNED],
  lines: [{ debit: 'grant.line', credit: 'grant.lines-planned', amount: 'left on the line' }],
});
export const RECOVERY_DEMANDED = definePosting({
  code: 'grant.recovery-demanded',
  by: ['grant-settlement.finalize', 'grant-sanction.decide', 'matching-clawback.decide'],
  name: { ko: '회수 결정', en: 'Recovery demanded' },
  when: { ko: '정산이 확정되거나 제재부가금을 부과하여 받을 금액이 생긴 때. 통지서가 버린 끝수는 반납금에서 뺀다.', en: 'A final settlement or a penalty is demanded; what the notice drops is taken off what is returned.' },
  charts: [RECOVERY_RECEIVABLE, RECOVERED_PRINCIPAL, RECOVERED_INTEREST, RECOVERED_PENALTY],
  lines: [
    { debit: 'grant.recovery-receivable/recovery', credit: 'grant.recovered-principal', amount: 'money that goes back' },
    { debit: 'grant.recovery-receivable/recovery', credit: 'grant.recovered-interest', amount: 'interest that goes back' },
    { debit: 'grant.recovery-receivable/recovery', credit: 'grant.recovered-penalty', amount: 'penalty' },
  ],
});
export const RECOVERY_RECEIVED = definePosting({
  code: 'grant.recovery-received',
  by: ['grant-recovery.receive', FOUND],
  name: { ko: '회수금 수납', en: 'Recovery received' },
  when: { ko: '회수금이 들어온 때.', en: 'Money arrives for a recovery.' },
  charts: [RECOVERED_CASH, RECOVERY_RECEIVABLE],
  lines: [{ debit: 'grant.recovered-cash', credit: 'grant.recovery-receivable/recovery', amount: 'amount received' }],
});
export const RECOVERY_SET_OFF = definePosting({
  code: 'grant.recovery-set-off',
  by: [SET_OFF],
  name: { ko: '회수금 상계', en: 'Recovery set off' },
  when: { ko: '같은 기관에 지급할 지원금과 회수금을 상계한 때. 상계한 금액은 국고에 납입한다.', en: 'A recovery is set off against a tranche that the same institution is owed; what is set off goes to the Treasury.' },
  charts: [RECOVERED_CASH, RECOVERY_RECEIVABLE],
  lines: [{ debit: 'grant.recovered-cash', credit: 'grant.recovery-receivable/recovery', amount: 'amount set off' }],
});
export const PROJECT_GAVE_BACK = definePosting({
  code: 'grant.project-gave-back',
  by: ['grant-recovery.receive', FOUND, SET_OFF],
  name: { ko: '과제계좌 반납', en: 'Given back by the project' },
  when: { ko: '정산 반납금이 들어온 때. 과제계좌에 없는 금액(불인정·부족분)은 기관이 보전한 것으로 적는다.', en: 'What a settlement asks back arrives; what the account did not hold was made good by the institution.' },
  charts: [PROJECT_RETURNED, PROJECT_CASH, PROJECT_MADE_GOOD],
  lines: [
    { debit: 'grant.project-returned/agreement', credit: 'grant.project-cash/agreement', amount: 'amount received, as far as the account held it' },
    { debit: 'grant.project-returned/agreement', credit: 'grant.project-made-good/agreement', amount: 'the rest' },
  ],
});
export const RECOVERY_SURCHARGED = definePosting({
  code: 'grant.recovery-surcharged',
  by: ['grant-recovery.surcharge'],
  name: { ko: '회수금 가산금 부과', en: 'Surcharge on a recovery' },
  when: { ko: '납부기한을 넘긴 회수금에 가산금을 매긴 때.', en: 'A surcharge is added to a recovery that is overdue.' },
  charts: [RECOVERY_RECEIVABLE, RECOVERED_SURCHARGE],
  lines: [{ debit: 'grant.recovery-receivable/recovery', credit: 'grant.recovered-surcharge', amount: 'surcharge' }],
});
export const RECOVERY_GIVEN_UP = definePosting({
  code: 'grant.recovery-written-off',
  by: ['grant-recovery.write-off'],
  name: { ko: '회수금 결손처분', en: 'Recovery written off' },
  when: { ko: '받을 수 없는 회수금을 결손처분한 때.', en: 'A recovery that cannot be collected is given up.' },
  charts: [RECOVERY_WRITTEN_OFF, RECOVERY_RECEIVABLE],
  lines: [{ debit: 'grant.recovery-written-off', credit: 'grant.recovery-receivable/recovery', amount: 'amount given up' }],
});
export const RECOVERY_REINSTATED = definePosting({
  code: 'grant.recovery-reinstated',
  by: ['grant-recovery.receive', FOUND, SET_OFF],
  name: { ko: '결손처분 회수금 부활', en: 'Written-off recovery reinstated' },
  when: { ko: '결손처분한 회수금이 뒤에 들어와 그만큼 미수금을 되살린 때.', en: 'Money arrives for a recovery that was given up: that much of it stands again.' },
  charts: [RECOVERY_RECEIVABLE, RECOVERY_WRITTEN_OFF],
  lines: [{ debit: 'grant.recovery-receivable/recovery', credit: 'grant.recovery-written-off', amount: 'amount that arrived' }],
});
export const RECOVERY_RECEIPT_REVERSED = definePosting({
  code: 'grant.recovery-receipt-reversed',
  by: REVERSING,
  name: { ko: '회수금 수납 취소', en: 'Receipt of a recovery reversed' },
  when: { ko: '잘못 기록한 수납을 취소한 때. 처음의 분개를 그대로 되돌린다.', en: 'A receipt that was recorded wrongly is undone by the mirrored entry.' },
  charts: [RECOVERED_CASH, RECOVERY_RECEIVABLE],
  lines: [{ debit: 'grant.recovery-receivable/recovery', credit: 'grant.recovered-cash', amount: 'the same' }],
});
export const PROJECT_GIVING_REVERSED = definePosting({
  code: 'grant.project-giving-reversed',
  by: REVERSING,
  name: { ko: '과제계좌 반납 취소', en: 'Giving back by the project reversed' },
  when: { ko: '수납을 취소하여 과제계좌의 반납도 없던 일이 된 때. 처음의 분개를 그대로 되돌린다.', en: 'The receipt was none, and so nothing came out of the project: the mirrored entry undoes it.' },
  charts: [PROJECT_RETURNED, PROJECT_CASH, PROJECT_MADE_GOOD],
  lines: [{ debit: 'grant.project-cash/agreement and grant.project-made-good/agreement', credit: 'grant.project-returned/agreement', amount: 'the same' }],
});
export const RECOVERY_GIVEN_UP_AGAIN = definePosting({
  code: 'grant.recovery-given-up-again',
  by: REVERSING,
  name: { ko: '결손처분 회수금 부활 취소', en: 'Reinstated recovery given up again' },
  when: { ko: '수납을 취소하여 그 수납으로 되살렸던 결손처분이 다시 서는 때.', en: 'What a receipt had reinstated of a write-off stands written off again, for the receipt was none.' },
  charts: [RECOVERY_WRITTEN_OFF, RECOVERY_RECEIVABLE],
  lines: [{ debit: 'grant.recovery-written-off', credit: 'grant.recovery-receivable/recovery', amount: 'what is written off without the receipt, less what was with it' }],
});
export const PENALTY_REDUCED = definePosting({
  code: 'grant.penalty-reduced',
  by: ['grant-sanction.answer'],
  name: { ko: '제재부가금 감액', en: 'Penalty reduced' },
  when: { ko: '이의신청을 받아들여 제재부가금을 줄이거나 취소한 때.', en: 'A penalty is lowered or lifted after an objection.' },
  charts: [RECOVERED_PENALTY, RECOVERY_RECEIVABLE],
  lines: [{ debit: 'grant.recovered-penalty', credit: 'grant.recovery-receivable/recovery', amount: 'amount taken off' }],
});
export const RECOVERY_REMITTED = definePosting({
  code: 'grant.recovery-remitted',
  by: ['grant-recovery.remit'],
  name: { ko: '회수금 국고납입', en: 'Recovery remitted to the Treasury' },
  when: { ko: '받은 회수금을 납입고지번호에 따라 국고에 납입한 때.', en: 'What was recovered goes to the Treasury under the number of its notice.' },
  charts: [REMITTED, RECOVERED_CASH],
  lines: [{ debit: 'grant.remitted', credit: 'grant.recovered-cash', amount: 'amount remitted' }],
});
export const RECOVERY_POSTINGS = [
  ...[LINES_CLOSED, RECOVERY_DEMANDED, RECOVERY_RECEIVED, RECOVERY_SET_OFF, PROJECT_GAVE_BACK, RECOVERY_SURCHARGED],
  ...[RECOVERY_GIVEN_UP, RECOVERY_REINSTATED, PENALTY_REDUCED, RECOVERY_REMITTED],
  ...[RECOVERY_RECEIPT_REVERSED, PROJECT_GIVING_REVERSED, RECOVERY_GIVEN_UP_AGAIN],
];

export interface OfOneRecovery {
  readonly callId: string;
  readonly recoveryId: string;
  readonly effectiveOn: LocalDate;
  readonly memo: string;
}

const about = ({ recoveryId, effectiveOn, memo }: OfOneRecovery) => ({ effectiveOn, memo, subject: { kind: 'grant-recovery', id: recoveryId } });

/** The claim as the notice demands it; won. */
export function recoveryDemanded(recovery: OfOneRecovery, { principalWon, interestWon, penaltyWon }: Readonly<Record<'principalWon' | 'interestWon' | 'penaltyWon', bigint>>): JournalEntry {
  const own = (chart: Chart) => grantAccount(chart, recovery.callId);
  return journalEntry(RECOVERY_DEMANDED, {
    ...about(recovery),
    lines: [
      debit(grantAccount(RECOVERY_RECEIVABLE, recovery.callId, recovery.recoveryId), principalWon + interestWon + penaltyWon),
      ...[credit(own(RECOVERED_PRINCIPAL), principalWon), credit(own(RECOVERED_INTEREST), interestWon), credit(own(RECOVERED_PENALTY), penaltyWon)],
    ],
  });
}

type Move = (recovery: OfOneRecovery, amountWon: bigint) => JournalEntry;
/** Raises or lowers what one recovery owes against an account of its call. */
const moves = (posting: PostingRule, counter: Chart, direction: 'OWES_MORE' | 'OWES_LESS'): Move => (recovery, amountWon) => {
  const [owed, other] = [grantAccount(RECOVERY_RECEIVABLE, recovery.callId, recovery.recoveryId), grantAccount(counter, recovery.callId)];
  return journalEntry(posting, { ...about(recovery), lines: direction === 'OWES_MORE' ? [debit(owed, amountWon), credit(other, amountWon)] : [debit(other, amountWon), credit(owed, amountWon)] });
};

export const recoveryReceived = moves(RECOVERY_RECEIVED, RECOVERED_CASH, 'OWES_LESS');
export const recoverySetOff = moves(RECOVERY_SET_OFF, RECOVERED_CASH, 'OWES_LESS');
export const recoverySurcharged = moves(RECOVERY_SURCHARGED, RECOVERED_SURCHARGE, 'OWES_MORE');
export const recoveryGivenUp = moves(RECOVERY_GIVEN_UP, RECOVERY_WRITTEN_OFF, 'OWES_LESS');
export const recoveryGivenUpAgain = moves(RECOVERY_GIVEN_UP_AGAIN, RECOVERY_WRITTEN_OFF, 'OWES_LESS');
export const recoveryReinstated = moves(RECOVERY_REINSTATED, RECOVERY_WRITTEN_OFF, 'OWES_MORE');
export const penaltyReduced = moves(PENALTY_REDUCED, RECOVERED_PENALTY, 'OWES_LESS');

/** What came back of a project: from its account as far as it held it, the rest made good by the institution. */
export function projectGaveBack(recovery: OfOneRecovery, agreementId: string, amountWon: bigint, heldWon: bigint): JournalEntry {
  const fromAccount = heldWon <= 0n ? 0n : heldWon < amountWon ? heldWon : amountWon;
  return journalEntry(PROJECT_GAVE_BACK, {
    ...about(recovery),
    lines: [
      debit(grantAccount(PROJECT_RETURNED, recovery.callId, agreementId), amountWon),
      credit(grantAccount(PROJECT_CASH, recovery.callId, agreementId), fromAccount),
      credit(grantAccount(PROJECT_MADE_GOOD, recovery.callId, agreementId), amountWon - fromAccount),
    ],
  });
}

export function recoveryRemitted(recovery: OfOneRecovery, amountWon: bigint): JournalEntry {
  return journalEntry(RECOVERY_REMITTED, { ...about(recovery), lines: [debit(grantAccount(REMITTED, recovery.callId), amountWon), credit(grantAccount(RECOVERED_CASH, recovery.callId), amountWon)] });
}

/** What is left on the lines of a settled stage is taken off them; null where nothing is. */
export function linesClosed(stage: { readonly callId: string; readonly agreementId: string; readonly settlementId: string; readonly effectiveOn: LocalDate; readonly memo: string }, left: readonly { readonly lineId: string; readonly leftWon: bigint }[]): JournalEntry | null {
  const open = left.filter(({ leftWon }) => leftWon > 0n);
  if (open.length === 0) return null;
  const { callId, agreementId, settlementId, effectiveOn, memo } = stage;
  return journalEntry(LINES_CLOSED, {
    ...{ effectiveOn, memo, subject: { kind: 'grant-settlement', id: settlementId } },
    lines: [
      ...open.map(({ lineId, leftWon }) => debit(grantAccount(LINE, callId, lineId), leftWon)),
      credit(grantAccount(LINES_PLANNED, callId, agreementId), open.reduce((sum, { leftWon }) => sum + leftWon, 0n)),
    ],
  });
}
