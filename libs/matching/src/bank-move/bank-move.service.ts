import { moveSource, type ExpectedMoveSource } from '#libs/payment';
import { WITHDRAWAL_MOVE } from '../withdrawal/withdrawal.js';
import { STANDS } from '../room/room.query.js';
import { proveDeposit, unproveDeposit } from '../deposit/proof/proof.service.js';

/** The kind under which the desk of the bank knows deposits. */
export const DEPOSIT_MOVE = 'matching.deposit';

const DEPOSITS: ExpectedMoveSource = {
  ...moveSource(
    DEPOSIT_MOVE,
    { ko: '매칭 민간부담금', en: 'Private deposit' },
    `select d.id as "recordId", 'grant/' || a.call_id as book, d.amount_won::text as "amountWon", d.deposited_on as "on", d.depositor as counterparty, array_remove(array[a.number, d.reference], null) as references,
            a.number || ' ' || d.depositor as label, s.state = 'PROVEN' as "isRecorded"
       from matching_deposit d join matching_deposit_state s on s.deposit_id = d.id join grant_agreement a on a.id = d.agreement_id
      where s.state <> 'REVERSED' and d.deposited_on between $1 and $2`,
  ),
  confirming: { ko: '민간부담금 입금으로 확인되어 지급 여력이 늘어납니다.', en: 'Proves the deposit: the room for releases rises.' },
  proved: async (tx, context, ledger, { recordId, line }) => {
    const evidence = ['은행 입금', line.valueOn, line.counterparty, line.memo].filter((part) => part !== null).join(' · ').slice(0, 300);
    await proveDeposit(tx, context, ledger, recordId, { bankLineId: line.id, evidence, provenOn: line.valueOn });
  },
  unproved: async (tx, context, ledger, { recordId, line, on, reason }) => {
    await unproveDeposit(tx, context, ledger, recordId, { lineId: line.id, on, reason });
  },
};

/** Private money as a bank sees it. What is only said to have come in is waited for; the line that it is proves it. */
export const MATCHING_MOVES: readonly ExpectedMoveSource[] = [
  DEPOSITS,
  moveSource(
    WITHDRAWAL_MOVE,
    { ko: '매칭 민간부담금 반환', en: 'Private money returned' },
    `select w.id as "recordId", 'grant/' || a.call_id as book, (- w.amount_won)::text as "amountWon", w.withdrawn_on as "on", w.paid_to as counterparty, array[a.number] as references,
            a.number || ' ' || w.paid_to as label, true as "isRecorded"
       from matching_withdrawal w join grant_agreement a on a.id = w.agreement_id where w.withdrawn_on between $1 and $2 and ${STANDS}`,
  ),
];
