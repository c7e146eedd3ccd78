import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { viewAccount } from '../clawback.view.js';
import type { MovedClawbackDto } from './collection.dto.js';
import type { MovedClawback } from './collection.service.js';

export function viewMoved({ result, verdicts, dryRun }: CommandOutcome<MovedClawback>): MovedClawbackDto {
  const { clawbackId, amountWon, before, after, entries } = result;
  return { clawbackId, dryRun, amountWon, verdicts: verdicts.map(shownVerdict), before: viewAccount(before), after: viewAccount(after), entries: entries.map(shownEntry) };
}
