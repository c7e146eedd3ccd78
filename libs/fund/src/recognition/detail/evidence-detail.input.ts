import { localDate, type LocalDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { cleanText } from '#libs/identifier';
import type { EvidenceDetailInput } from './evidence-detail.dto.js';
import type { EvidenceDetail, HoldingLaw, ProjectRole } from './evidence-detail.js';

const dateOf = (text: string | undefined): LocalDate | null => (text === undefined ? null : localDate(text));
const textOf = (text: string | undefined): string | null => {
  const clean = cleanText(text ?? '');
  return clean === '' ? null : clean;
};

/** What a document says; null where nothing was typed in. Throws `DomainError` invalid at `pointer` for a term that ends before it begins. */
export function toEvidenceDetail(input: EvidenceDetailInput | undefined, pointer: string): EvidenceDetail | null {
  if (input === undefined) return null;
  const detail: EvidenceDetail = {
    number: textOf(input.number),
    counterparty: textOf(input.counterparty),
    termFrom: dateOf(input.termFrom),
    termTo: dateOf(input.termTo),
    holdingBasisPoints: input.holdingBasisPoints ?? null,
    holdingLaw: (input.holdingLaw ?? null) as HoldingLaw | null,
    valuedOn: dateOf(input.valuedOn),
    projectNumber: textOf(input.projectNumber),
    projectRole: (input.projectRole ?? null) as ProjectRole | null,
    grade: textOf(input.grade),
    zone: textOf(input.zone),
    cancelledOn: dateOf(input.cancelledOn),
  };
  if (detail.termFrom !== null && detail.termTo !== null && detail.termTo < detail.termFrom) {
    throw invalidField(`${pointer}/termTo`, 'evidence.term-ends-before-it-begins', {
      ko: `기간의 끝(${detail.termTo})이 시작(${detail.termFrom})보다 앞섭니다. 날짜를 확인해 주세요.`,
      en: `The term ends on ${detail.termTo}, before it begins on ${detail.termFrom}. Check the dates.`,
    });
  }
  return Object.values(detail).every((value) => value === null) ? null : detail;
}
