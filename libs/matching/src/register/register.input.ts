import type { WorkbookFile } from '#libs/document';
import { won, ZERO_WON } from '#libs/money';
import type { Correction } from '#libs/sheet';
import type { MatchingRegisterQuery } from './register.dto.js';
import type { ImportMatchingRegister } from './register.service.js';

export function registerInput(file: WorkbookFile, { callId, fiscalYear, name, agency, programmeId, amountWon }: MatchingRegisterQuery, corrections: readonly Correction[]): ImportMatchingRegister {
  return {
    ...file,
    ...{ callId: callId ?? null, fiscalYear: fiscalYear ?? null, name: name ?? null, agency: agency ?? null, programmeId: programmeId ?? null },
    amountWon: amountWon === undefined ? ZERO_WON : won(amountWon),
    corrections,
  };
}
