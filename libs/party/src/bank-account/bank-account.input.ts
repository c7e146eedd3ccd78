import { DomainError, invalidField } from '#libs/errors';
import { cleanText, parseBusinessNumber } from '#libs/identifier';
import type { PartyKind } from '../party.js';
import type { AccountOrganisationInput, RegisterBankAccountDto } from './bank-account.dto.js';
import type { AccountOwner } from './bank-account.service.js';

/** Whose account it is, as it was sent; refuses both and neither at `/partyId`, and a wrong number at its field. */
export function toAccountOwner({ partyId, organisation }: Pick<RegisterBankAccountDto, 'partyId' | 'organisation'>): AccountOwner {
  if ((partyId === undefined) === (organisation === undefined)) {
    throw invalidField('/partyId', 'bank-account.one-owner', {
      ko: '계좌 주인을 등록된 거래처에서 고르거나, 새 기관의 이름과 사업자등록번호를 적어 주세요. 둘 중 하나만 보내야 합니다.',
      en: 'Choose a party on record, or give the name and the business number of a new organisation: one of both.',
    });
  }
  return { partyId: partyId ?? null, organisation: organisation === undefined ? null : toOrganisation(organisation) };
}

function toOrganisation({ name, businessNumber, kind }: AccountOrganisationInput): AccountOwner['organisation'] {
  const parsed = parseBusinessNumber(businessNumber);
  if (parsed.ok) return { kind: kind as PartyKind, name: cleanText(name), businessNumber: parsed.value, corporateNumber: null, incorporatedOn: null };
  const { code, text, fix } = parsed;
  throw new DomainError('invalid', code, text, { faults: [{ pointer: '/organisation/businessNumber', code, text, ...(fix === undefined ? {} : { fix }) }] });
}
