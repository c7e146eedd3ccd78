import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { viewBalances } from '../room/room.view.js';
import type { Deposit } from './deposit.js';
import type { MatchingDepositDto, MovedMatchingDepositDto, ReceiptCandidateDto } from './deposit.dto.js';
import type { ReceiptCandidate } from './deposit.query.js';
import type { MovedDeposit } from './deposit.service.js';

export function viewMovedDeposit({ result, verdicts, dryRun }: CommandOutcome<MovedDeposit>): MovedMatchingDepositDto {
  const { id, before, after, entries } = result;
  return { id: dryRun ? null : id, dryRun, before: viewBalances(before), after: viewBalances(after), verdicts: verdicts.map(shownVerdict), entries: entries.map(shownEntry) };
}

export function viewDeposit(deposit: Deposit): MatchingDepositDto {
  const { id, agreementId, agreementNumber, depositedOn, depositor, relation, source, sourceText, lockedUntil, reference, documentId, documentName } = deposit;
  const { state, counts, bankLineId, provenOn, evidence, reversedFor, actor, flags } = deposit;
  return {
    ...{ id, agreementId, agreementNumber, depositedOn, amountWon: deposit.amountWon.toString(), depositor, relation, source, sourceText, lockedUntil, reference, documentId, documentName },
    ...{ state, counts, bankLineId, provenOn, evidence, reversedFor, actor },
    flags: flags.map(({ id: flagId, kind, uncounts, detail, clause, counts: decided, decidedFor }) => ({ id: flagId, kind, uncounts, detail, clause, counts: decided, decidedFor })),
  };
}

export const viewCandidate = ({ amountWon, ...candidate }: ReceiptCandidate): ReceiptCandidateDto => ({ ...candidate, amountWon: amountWon.toString() });
