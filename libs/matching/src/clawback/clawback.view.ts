import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { viewBalances } from '../room/room.view.js';
import type { DecidedMatchingClawbackDto, MatchingClawbackDto } from './clawback.dto.js';
import type { DecidedClawback } from './clawback.service.js';
import type { Clawback } from './clawback.js';

export function viewDecidedClawback({ result, verdicts, dryRun }: CommandOutcome<DecidedClawback>): DecidedMatchingClawbackDto {
  const { clawbackId, before, after, recovery, entries } = result;
  return {
    ...{ clawbackId, dryRun, before: viewBalances(before), after: viewBalances(after) },
    recovery: recovery === null ? null : { ...recovery, id: dryRun ? null : recovery.id },
    ...{ verdicts: verdicts.map(shownVerdict), entries: entries.map(shownEntry) },
  };
}

export function viewClawback({ callId: _callId, overReleasedWon, disallowedWon, unspentWon, interestWon, totalWon, allowedWon, releasedWon, ...clawback }: Clawback): MatchingClawbackDto {
  return {
    ...clawback,
    ...{ overReleasedWon: `${overReleasedWon}`, disallowedWon: `${disallowedWon}`, unspentWon: `${unspentWon}`, interestWon: `${interestWon}`, totalWon: `${totalWon}` },
    ...{ allowedWon: `${allowedWon}`, releasedWon: `${releasedWon}` },
  };
}
