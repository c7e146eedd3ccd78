import type { WorkbookFile } from '#libs/document';
import { invalidField } from '#libs/errors';
import { won, ZERO_WON } from '#libs/money';
import type { LegalRegime } from '../clawback/clawback.js';
import type { Correction } from './correction.import.js';
import type { CorrectionDto, RosterQuery } from './roster.dto.js';
import { MOST_CORRECTIONS } from './roster.js';
import type { ImportRoster } from './roster.service.js';

export function rosterInput(file: WorkbookFile, query: RosterQuery, corrections: readonly Correction[]): ImportRoster {
  return {
    ...file,
    yearId: query.yearId ?? null,
    programmeId: query.programmeId ?? null,
    legalRegime: (query.legalRegime ?? null) as LegalRegime | null,
    amountWon: query.amountWon === undefined ? ZERO_WON : won(query.amountWon),
    corrections,
  };
}

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
