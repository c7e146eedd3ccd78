import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { SettledLinesDto } from './outcome.dto.js';
import type { SettledLines } from './outcome.service.js';

export function viewSettled({ result, verdicts, dryRun }: CommandOutcome<SettledLines>): SettledLinesDto {
  const { runId, number, outcomes, untouched, entries } = result;
  return { runId, number, dryRun, outcomes: outcomes.map((each) => ({ ...each })), untouched: untouched.length, verdicts: verdicts.map(shownVerdict), entries: entries.map(shownEntry) };
}
