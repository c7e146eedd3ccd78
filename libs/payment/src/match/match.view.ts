import type { CommandOutcome } from '#libs/command';
import type { Bilingual } from '#libs/errors';
import type { DeskLine } from './match-desk.service.js';
import type { Candidate, ExpectedMove } from './match.js';
import type { BankLineDto, ConfirmedMatchesDto, ExpectedMoveDto, MatchCandidateDto } from './match.dto.js';
import type { ConfirmedMatches } from './match.service.js';

type NameOf = (kind: string) => Bilingual;

export function viewBankLine({ line, state, ownKind, candidates }: DeskLine, nameOf: NameOf): BankLineDto {
  const { id, fileName, rowNo, valueOn, timeOfDay, amountWon, balanceWon, openWon, counterparty, kind, memo, reference, matches } = line;
  return {
    ...{ id, fileName, rowNo, valueOn, timeOfDay, amountWon, balanceWon, openWon, counterparty, kind, memo, reference, state, ownKind },
    matches: matches.map((match) => ({
      ...{ id: match.id, reasonCode: match.reasonCode, label: match.label, amountWon: match.amountWon, score: match.score, confirmedBy: match.confirmedBy },
      kindName: match.kind === null ? null : { ...nameOf(match.kind) },
    })),
    candidates: candidates.map((candidate) => viewCandidate(candidate, nameOf)),
  };
}

function viewCandidate({ moves, score, certainty, reasons }: Candidate, nameOf: NameOf): MatchCandidateDto {
  return { score, certainty, records: moves.map((move) => viewMove(move, nameOf)), reasons: reasons.map((reason) => ({ ...reason, text: { ...reason.text } })) };
}

export function viewMove({ kind, recordId, book, label, counterparty, amountWon, on, isRecorded }: ExpectedMove, nameOf: NameOf): ExpectedMoveDto {
  return { kind, kindName: { ...nameOf(kind) }, recordId, book, label, counterparty, amountWon: amountWon.toString(), on, isRecorded };
}

export function viewConfirmed({ result, dryRun }: CommandOutcome<ConfirmedMatches>): ConfirmedMatchesDto {
  return { dryRun, matches: result.matches.map(({ id, lineId, label, amountWon, score }) => ({ id: dryRun ? null : id, lineId, label, amountWon: amountWon.toString(), score })) };
}
