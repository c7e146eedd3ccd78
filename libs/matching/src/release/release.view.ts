import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { viewBalances } from '../room/room.view.js';
import type { MatchingReleaseDto, SteppedMatchingReleaseDto } from './release.dto.js';
import type { Release } from './release.js';
import type { SteppedRelease } from './release.service.js';

export function viewSteppedRelease({ result, verdicts, dryRun }: CommandOutcome<SteppedRelease>): SteppedMatchingReleaseDto {
  const { releaseId, before, after, entries } = result;
  return { releaseId: dryRun ? null : releaseId, dryRun, before: viewBalances(before), after: viewBalances(after), verdicts: verdicts.map(shownVerdict), entries: entries.map(shownEntry) };
}

export const viewRelease = ({ amountWon, allowedWon, releasedWon, ...release }: Release): MatchingReleaseDto => ({
  ...release,
  ...{ amountWon: amountWon.toString(), allowedWon: allowedWon.toString(), releasedWon: releasedWon.toString() },
});
