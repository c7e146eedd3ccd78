import { invalidField } from '#libs/errors';
import type { Correction } from '#libs/sheet';
import type { CorrectionDto } from './sheet-verdict.dto.js';

/** Whoever has more cells to put right is better off in Excel. */
export const MOST_CORRECTIONS = 1_000;

export const correctionsOf = (corrections: readonly CorrectionDto[] | undefined): Correction[] =>
  (corrections ?? []).map(({ sheet, row, column, value = '' }) => ({ sheet, row, column, value }));

const LONGEST_VALUE = 500;

/** The corrections in a field of a form: JSON like the member of that name where cells are pasted. Throws `DomainError` invalid. */
export function readCorrections(field: string | undefined): Correction[] {
  if (field === undefined || field === '') return [];
  const list = parsed(field);
  if (!Array.isArray(list) || list.length > MOST_CORRECTIONS || !list.every(isCorrection)) throw malformed();
  return correctionsOf(list);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed();
  }
}

function isCorrection(each: unknown): each is CorrectionDto {
  if (typeof each !== 'object' || each === null) return false;
  const { sheet, row, column, value } = each as Record<string, unknown>;
  const isName = (name: unknown): boolean => typeof name === 'string' && name.length > 0 && name.length <= 100;
  return isName(sheet) && isName(column) && Number.isInteger(row) && (value === undefined || (typeof value === 'string' && value.length <= LONGEST_VALUE));
}

const malformed = (): ReturnType<typeof invalidField> =>
  invalidField('/corrections', 'roster.corrections-malformed', {
    ko: `corrections는 {sheet, row, column, value} 목록(최대 ${MOST_CORRECTIONS}건)의 JSON이어야 합니다.`,
    en: `corrections is a JSON list of {sheet, row, column, value}, ${MOST_CORRECTIONS} at most.`,
  });
