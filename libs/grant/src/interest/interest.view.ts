import { localDate } from '#libs/calendar';
import type { CommandOutcome } from '#libs/command';
import { shownEntry } from '#libs/ledger';
import { subtractWon, sumWon, won } from '#libs/money';
import type { ChangedInterestDto, InterestDto, InterestUseInput } from './interest.dto.js';
import type { ChangedInterest } from './interest.service.js';
import type { Interest, InterestPurpose, InterestUse } from './interest.js';

export const toUse = ({ purpose, amountWon, usedOn, approval }: InterestUseInput): InterestUse => ({
  purpose: purpose as InterestPurpose,
  amountWon: won(amountWon),
  usedOn: localDate(usedOn),
  approval: approval ?? null,
});

export function viewInterest({ id, stage, time, earnedOn, earnedWon, note, uses, recorder, voidedOn, voidReason }: Interest): InterestDto {
  const leftWon = voidedOn === null ? subtractWon(earnedWon, sumWon(uses.map(({ amountWon }) => amountWon))) : 0n;
  return {
    ...{ id, stage, time, earnedOn, note, recorder, voidedOn, voidReason, earnedWon: earnedWon.toString(), leftWon: leftWon.toString() },
    uses: uses.map((use) => ({ ...use, amountWon: use.amountWon.toString() })),
  };
}

export const viewChanged = ({ result, dryRun }: CommandOutcome<ChangedInterest>): ChangedInterestDto => ({
  ...{ dryRun, interest: result.interest },
  postings: result.postings.map(shownEntry),
});
