import type { WorkbookFile } from '#libs/document';
import { won, ZERO_WON } from '#libs/money';
import type { Correction } from '#libs/sheet';
import type { GrantKind } from '../call/call.js';
import type { GrantRegisterQuery } from './register.dto.js';
import type { ImportGrantRegister } from './register.service.js';

export function registerInput(file: WorkbookFile, query: GrantRegisterQuery, corrections: readonly Correction[]): ImportGrantRegister {
  return {
    ...file,
    callId: query.callId ?? null,
    kind: (query.kind ?? 'PROTOTYPE') as GrantKind,
    ...{ fiscalYear: query.fiscalYear ?? null, name: query.name ?? null, agency: query.agency ?? null, programmeId: query.programmeId ?? null },
    amountWon: query.amountWon === undefined ? ZERO_WON : won(query.amountWon),
    corrections,
  };
}
