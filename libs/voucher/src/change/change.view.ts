import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { Change, Standing } from './change.js';
import type { ExpiryDto, StandingDto, VoucherChangeDto } from './change.dto.js';
import type { Expiry } from './expiry.service.js';

export function viewChange({ result, verdicts, dryRun }: CommandOutcome<Change>): VoucherChangeDto {
  const { voucherId, before, after, entries, part } = result;
  return {
    voucherId,
    dryRun,
    verdicts: verdicts.map(shownVerdict),
    before: viewStanding(before),
    after: viewStanding(after),
    entries: entries.map(shownEntry),
    part: part === null ? null : { id: dryRun ? null : part.id, number: part.number },
  };
}

export function viewStanding({ state, validTo, issuedWon, toppedUpWon, splitOffWon, heldWon, capturedWon, expiredWon, revokedWon, availableWon, ownLeftWon, budgetLeftWon, vouchersLeft }: Standing): StandingDto {
  const givenWon = `${BigInt(issuedWon) + BigInt(toppedUpWon) - BigInt(splitOffWon)}`;
  return { state, validTo, givenWon, heldWon, capturedWon, expiredWon, revokedWon, availableWon, ownLeftWon, budgetLeftWon, vouchersLeft };
}

export function viewExpiry({ result, dryRun }: CommandOutcome<Expiry>): ExpiryDto {
  const { expired, spared, expiredWon, reissued, before, after } = result;
  return { dryRun, expired: expired.map((each) => ({ ...each })), spared: spared.map(({ text, ...each }) => ({ ...each, text: { ...text } })), expiredWon, reissued, before: { ...before }, after: { ...after } };
}
