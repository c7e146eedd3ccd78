import { localDate } from '#libs/calendar';
import { cleanText, parseBusinessNumber } from '#libs/identifier';
import { won, ZERO_WON, type Won } from '#libs/money';
import type { PartyDraft } from '#libs/party';
import { NumberFaults } from '../fund/fund.input.js';
import type { ReceiveEscrow } from './escrow/escrow.service.js';
import type { CounterpartyInput, ReceiveEscrowDto, RecordExitDto } from './exit.dto.js';
import type { LiveExitKind } from './exit.js';
import type { RecordExit } from './exit.service.js';

const amount = (text: string | undefined): Won => (text === undefined ? ZERO_WON : won(text));

export function toRecordExit(fundId: string, body: RecordExitDto): RecordExit {
  return {
    fundId,
    investmentId: body.investmentId,
    kind: body.kind as LiveExitKind,
    exitedOn: localDate(body.exitedOn),
    shares: body.shares === undefined ? null : BigInt(body.shares),
    pricePerShareWon: body.pricePerShareWon === undefined ? null : won(body.pricePerShareWon),
    proceedsWon: won(body.proceedsWon),
    costWon: body.costWon === undefined ? null : won(body.costWon),
    feeWon: amount(body.feeWon),
    taxWon: amount(body.taxWon),
    interestWon: amount(body.interestWon),
    escrowWon: amount(body.escrowWon),
    escrowUntil: body.escrowUntil === undefined ? null : localDate(body.escrowUntil),
    counterparty: body.counterparty === undefined ? null : toCounterparty(body.counterparty, '/counterparty'),
    consentDocumentId: body.consentDocumentId ?? null,
    documentId: body.documentId ?? null,
    note: body.note ?? null,
  };
}

/** Somebody who is paid or who pays: a company by its number, or whoever bears the name. Throws `DomainError` invalid at the number. */
export function toCounterparty(input: CounterpartyInput, pointer: string): PartyDraft {
  const faults = new NumberFaults();
  const businessNumber = input.businessNumber === undefined ? null : faults.take(`${pointer}/businessNumber`, parseBusinessNumber(input.businessNumber));
  faults.refuse();
  return { kind: 'COMPANY', name: cleanText(input.name), businessNumber, corporateNumber: null, incorporatedOn: null };
}

export function toReceiveEscrow(fundId: string, body: ReceiveEscrowDto): ReceiveEscrow {
  return { fundId, exitId: body.exitId, settledOn: localDate(body.settledOn), receivedWon: won(body.receivedWon), forfeitedWon: amount(body.forfeitedWon), note: body.note ?? null };
}
