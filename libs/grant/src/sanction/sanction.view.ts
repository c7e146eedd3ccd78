import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { AnsweredSanction } from './sanction-objection.service.js';
import type { AnsweredGrantSanctionDto, DecidedGrantSanctionDto, GrantSanctionDto } from './sanction.dto.js';
import type { SanctionRow } from './sanction.query.js';
import type { DecidedSanction } from './sanction.service.js';

export function viewSanction({ working: _working, lowestWon: _lowest, highestWon: _highest, objection, answer, bans, ...row }: SanctionRow): GrantSanctionDto {
  return { ...row, bans: bans.map((each) => ({ ...each })), objection: objection === null ? null : { ...objection }, answer: answer === null ? null : { ...answer } };
}

export function viewDecidedSanction({ result, verdicts, dryRun }: CommandOutcome<DecidedSanction>): DecidedGrantSanctionDto {
  const { id, number, proposal, band, penaltyWon, recovery, entries } = result;
  return {
    ...{ id: dryRun ? null : id, number, dryRun, penaltyWon, clause: proposal.clause, monthsFrom: band.monthsFrom, monthsTo: band.monthsTo },
    ...{ standardWon: `${proposal.standardWon}`, lowestWon: `${proposal.lowestWon}`, highestWon: `${proposal.highestWon}` },
    recovery: recovery === null ? null : { ...recovery, id: dryRun ? null : recovery.id },
    ...{ verdicts: verdicts.map(shownVerdict), entries: entries.map(shownEntry) },
  };
}

export function viewAnsweredSanction({ result, dryRun }: CommandOutcome<AnsweredSanction>): AnsweredGrantSanctionDto {
  const { sanctionId, penaltyWon, banMonths, entries } = result;
  return { sanctionId, dryRun, penaltyWon, banMonths, entries: entries.map(shownEntry) };
}
