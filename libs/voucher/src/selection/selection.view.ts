import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import type { PlacesLeftDto, PromotedSelectionDto, RankingDto } from './selection.dto.js';
import type { DecidedSelection, PlacesLeft, PromotedSelection } from './selection.service.js';

export function viewRanking({ ranked, amountWon, before, after }: DecidedSelection): RankingDto {
  return {
    ranked: ranked.map(({ candidate, rank, outcome, why }) => {
      const { voucherId, number, company, score, receivedOn, receivedTime, requestedWon, amountWon: promised } = candidate;
      return { rank, voucherId, number, company, score, receivedOn, receivedTime, requestedWon: requestedWon.toString(), amountWon: promised.toString(), outcome, why: { ...why } };
    }),
    amountWon: amountWon.toString(),
    before: places(before),
    after: places(after),
  };
}

export function viewPromoted({ result, dryRun, verdicts }: CommandOutcome<PromotedSelection>): PromotedSelectionDto {
  return {
    promoted: result.promoted.map((each) => ({ ...each, amountWon: each.amountWon.toString() })),
    amountWon: result.amountWon.toString(),
    before: places(result.before),
    dryRun,
    verdicts: verdicts.map(shownVerdict),
  };
}

const places = ({ budgetWon, ...pieces }: PlacesLeft): PlacesLeftDto => ({ ...pieces, budgetWon: budgetWon.toString() });
