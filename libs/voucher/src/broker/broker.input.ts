import { localDate } from '#libs/calendar';
import { cleanText } from '#libs/identifier';
import type { RegisterBrokerDto } from './broker.dto.js';
import type { RegisterBroker } from './broker.service.js';

const textOf = (text: string | undefined): string | null => (text === undefined ? null : cleanText(text));

export function toBroker(yearId: string, body: RegisterBrokerDto): RegisterBroker {
  return {
    yearId,
    number: cleanText(body.number),
    name: cleanText(body.name),
    ...{ organisation: textOf(body.organisation), field: textOf(body.field), area: textOf(body.area) },
    registeredOn: localDate(body.registeredOn),
    validTo: body.validTo === undefined ? null : localDate(body.validTo),
  };
}
