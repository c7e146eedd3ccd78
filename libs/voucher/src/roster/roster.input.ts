import type { WorkbookFile } from '#libs/document';
import { won, ZERO_WON } from '#libs/money';
import type { Correction } from '#libs/sheet';
import type { LegalRegime } from '../clawback/clawback.js';
import type { RosterQuery } from './roster.dto.js';
import type { ImportRoster } from './roster.service.js';

export function rosterInput(file: WorkbookFile, query: RosterQuery, corrections: readonly Correction[]): ImportRoster {
  return {
    ...file,
    yearId: query.yearId ?? null,
    programmeId: query.programmeId ?? null,
    legalRegime: (query.legalRegime ?? null) as LegalRegime | null,
    amountWon: query.amountWon === undefined ? ZERO_WON : won(query.amountWon),
    corrections,
  };
}
