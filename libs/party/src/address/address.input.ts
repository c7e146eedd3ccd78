import { localDate } from '#libs/calendar';
import type { RecordPartyAddressDto } from './address.dto.js';
import type { RecordPartyAddress } from './address.service.js';

const HERE = 'KR';

export function toRecord({ partyId, effectiveFrom, postCode, street, building, town, country }: RecordPartyAddressDto): RecordPartyAddress {
  const letters = (text: string): string => text.trim().toUpperCase();
  return { partyId, effectiveFrom: localDate(effectiveFrom), postCode: letters(postCode), street, building: building ?? null, town, country: letters(country ?? HERE) };
}
