import type { Verdict } from '#libs/command';
import { shownVerdict } from '#libs/http';
import type { GrantRoomDto, GrantSelectionDto } from './selection.dto.js';
import type { Room } from './selection.rules.js';
import type { DecidedSelection } from './selection.service.js';

interface Shown {
  readonly result: DecidedSelection;
  readonly verdicts: readonly Verdict[];
  readonly dryRun: boolean;
}

export function viewSelection({ result: { ranked, amountWon, before, after }, verdicts, dryRun }: Shown): GrantSelectionDto {
  return {
    dryRun,
    ranked: ranked.map(({ candidate: { applicationId, number, title, lead, score, receivedOn, amountWon: asked }, rank, outcome, why }) => ({
      ...{ rank, applicationId, number, title, lead, score, receivedOn, amountWon: asked.toString(), outcome },
      why: { ...why },
    })),
    amountWon: amountWon.toString(),
    before: viewRoom(before),
    after: viewRoom(after),
    verdicts: verdicts.map(shownVerdict),
  };
}

const viewRoom = ({ budgetWon, projects }: Room): GrantRoomDto => ({ budgetWon: budgetWon.toString(), projects });
