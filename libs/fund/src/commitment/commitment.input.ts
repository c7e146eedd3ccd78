import { localDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { NumberFaults, toParty } from '../fund/fund.input.js';
import type { PartnerKind } from '../fund/fund.js';
import type { NewPartnerInput, TransferCommitmentDto } from './commitment.dto.js';
import type { NewPartner, TransferCommitment } from './commitment.service.js';

function toNewPartner(input: NewPartnerInput): NewPartner {
  const faults = new NumberFaults();
  const party = toParty(input, input.kind === 'SPECIAL_LIMITED' ? 'FUND_OF_FUNDS' : 'COMPANY', '/newPartner', faults);
  faults.refuse();
  return { party, kind: input.kind as PartnerKind, professional: input.professional ?? false, contact: input.contact ?? null };
}

/** Somebody takes the units over: a partner, or one new partner. Throws `DomainError` invalid where it is neither or both. */
export function toTransfer(fundId: string, body: TransferCommitmentDto): TransferCommitment {
  if ((body.toPartnerId === undefined) === (body.newPartner === undefined)) {
    throw invalidField('/toPartnerId', 'commitment.one-transferee', { ko: '양수인을 기존 조합원이나 새 조합원 가운데 하나로 정해 주세요.', en: 'Name either a partner or one new partner as the transferee.' });
  }
  return {
    fundId,
    fromId: body.fromPartnerId,
    toId: body.toPartnerId ?? null,
    newPartner: body.newPartner === undefined ? null : toNewPartner(body.newPartner),
    units: BigInt(body.units),
    effectiveOn: localDate(body.effectiveOn),
    consent: body.consent,
    documentId: body.documentId ?? null,
  };
}
