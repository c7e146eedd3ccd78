import { localDate, type LocalDate } from '#libs/calendar';
import { DomainError, type FieldFault } from '#libs/errors';
import { cleanText, parseBusinessNumber, parseCorporateNumber, parseResearcherNumber, type Parsed } from '#libs/identifier';
import { won } from '#libs/money';
import { readTime } from '../roster/application/application.rules.js';
import type { ReceiveApplicationDto } from './application.dto.js';
import type { ReceiveApplication } from './application.service.js';

/** The typed form as a command; refuses all wrong numbers at once, each at its field. */
export function toReceiveApplication(yearId: string, body: ReceiveApplicationDto, today: LocalDate): ReceiveApplication {
  const faults: FieldFault[] = [];
  const { company } = body;
  const businessNumber = read('/company/businessNumber', parseBusinessNumber(company.businessNumber), faults);
  const corporateNumber = company.corporateNumber === undefined ? null : read('/company/corporateNumber', parseCorporateNumber(company.corporateNumber, null), faults);
  const researcherNumber = body.researcherNumber === undefined ? null : read('/researcherNumber', parseResearcherNumber(body.researcherNumber), faults);
  const receivedTime = body.receivedTime === undefined ? null : readTime(body.receivedTime);
  if (body.receivedTime !== undefined && receivedTime === null) faults.push(unknownTime());
  const [first] = faults;
  if (first !== undefined) throw new DomainError('invalid', first.code, first.text, { faults });
  return {
    yearId,
    number: textOf(body.number),
    company: { kind: 'COMPANY', name: cleanText(company.name), businessNumber, corporateNumber, incorporatedOn: null },
    facts: { ...statedFacts(body, today), researcherNumber, receivedTime },
  };
}

function statedFacts(body: ReceiveApplicationDto, today: LocalDate): Omit<ReceiveApplication['facts'], 'researcherNumber' | 'receivedTime'> {
  return {
    receivedOn: body.receivedOn === undefined ? today : localDate(body.receivedOn),
    contractOn: body.contractOn === undefined ? null : localDate(body.contractOn),
    requestedWon: body.requestedWon === undefined ? null : won(body.requestedWon),
    consented: body.consented ?? null,
    ...{ representative: textOf(body.representative), officers: textOf(body.officers), researcher: textOf(body.researcher), institution: textOf(body.institution) },
    ...{ contractNumber: textOf(body.contractNumber), technology: textOf(body.technology), services: textOf(body.services), clearance: textOf(body.clearance) },
    ...{ phone: textOf(body.phone), address: textOf(body.address), note: textOf(body.note) },
  };
}

function unknownTime(): FieldFault {
  return { pointer: '/receivedTime', code: 'application.time-unknown', text: { ko: "접수시각은 '09:30'이나 '오후 2:05'처럼 적어 주세요.", en: "Write a time of day as '09:30' or '14:05'." } };
}

const textOf = (text: string | undefined): string | null => (text === undefined ? null : cleanText(text));

function read<T>(pointer: string, parsed: Parsed<T>, faults: FieldFault[]): T | null {
  if (parsed.ok) return parsed.value;
  faults.push({ pointer, code: parsed.code, text: parsed.text, ...(parsed.fix === undefined ? {} : { fix: parsed.fix }) });
  return null;
}
