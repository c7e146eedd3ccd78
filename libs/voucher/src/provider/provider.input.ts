import { localDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { cleanText, parseBusinessNumber } from '#libs/identifier';
import type { RegisterServiceProviderDto, TurnServiceProviderDto } from './provider.dto.js';
import type { RegisterProvider, TurnProvider } from './provider.service.js';

/** Throws `DomainError` invalid at /businessNumber. */
export function toRegistration(yearId: string, body: RegisterServiceProviderDto): RegisterProvider {
  const number = parseBusinessNumber(body.businessNumber);
  if (!number.ok) throw invalidField('/businessNumber', number.code, number.text, number.fix);
  return {
    yearId,
    party: { kind: 'COMPANY', name: cleanText(body.name), businessNumber: number.value, corporateNumber: null, incorporatedOn: null },
    registeredOn: body.registeredOn === undefined ? null : localDate(body.registeredOn),
  };
}

export const toTurn = (providerId: string, { effectiveOn, reason }: TurnServiceProviderDto): TurnProvider => ({
  providerId,
  effectiveOn: effectiveOn === undefined ? null : localDate(effectiveOn),
  reason,
});
