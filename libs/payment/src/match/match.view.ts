import type { CommandOutcome } from '#libs/command';
import type { DeskLine, MatchDesk } from './match-desk.service.js';
import type { Candidate, ExpectedMove } from './match.js';
import type { BankLineDto, ConfirmedMatchesDto, ExpectedMoveDto, MatchCandidateDto } from './match.dto.js';
import type { ConfirmedMatches } from './match.service.js';

type Names = Pick<MatchDesk, 'nameOf' | 'sourceOf'>;

export function viewBankLine({ line, state, ownKind, candidates }: DeskLine, names: Names): BankLineDto {
  const { id, fileName, rowNo, valueOn, timeOfDay, amountWon, balanceWon, openWon, counterparty, kind, memo, reference, matches } = line;
  return {
    ...{ id, fileName, rowNo, valueOn, timeOfDay, amountWon, balanceWon, openWon, counterparty, kind, memo, reference, state, ownKind },
    matches: matches.map((match) => ({
      ...{ id: match.id, reasonCode: match.reasonCode, label: match.label, amountWon: match.amountWon, score: match.score, confirmedBy: match.confirmedBy },
      kindName: match.kind === null ? null : { ...names.nameOf(match.kind) },
    })),
    candidates: candidates.map((candidate) => viewCandidate(candidate, names)),
  };
}

function viewCandidate({ moves, score, certainty, reasons }: Candidate, names: Names): MatchCandidateDto {
  return { score, certainty, records: moves.map((move) => viewMove(move, names)), reasons: reasons.map((reason) => ({ ...reason, text: { ...reason.text } })) };
}

function viewMove({ kind, recordId, book, label, counterparty, amountWon, on, isRecorded }: ExpectedMove, names: Names): ExpectedMoveDto {
  const confirming = isRecorded ? null : (names.sourceOf(kind)?.confirming ?? null);
  return { kind, kindName: { ...names.nameOf(kind) }, recordId, book, label, counterparty, amountWon: amountWon.toString(), on, isRecorded, confirming: confirming === null ? null : { ...confirming } };
}

export function viewConfirmed({ result, dryRun }: CommandOutcome<ConfirmedMatches>): ConfirmedMatchesDto {
  return { dryRun, matches: result.matches.map(({ id, lineId, label, amountWon, score }) => ({ id: dryRun ? null : id, lineId, label, amountWon: amountWon.toString(), score })) };
}
