import type { EvidenceInput } from '../../api/types.js';
import { parseDateInput } from '../../format/date.js';
import type { Fault } from '../../design/form/faults.js';
import { isMembers } from '../approval/input-view.js';
import { typedText } from '../approval/redraft-input.js';

/** One line of the evidence checklist as it is being filled in. */
export interface EvidenceRow {
  readonly kind: string;
  readonly issuedOn: string;
  readonly documentId: string | null;
  readonly fileName: string | null;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s·ㆍ・•_().-]/gu, '').toLowerCase();

export function blankRow(kind: string): EvidenceRow {
  return { kind, issuedOn: '', documentId: null, fileName: null };
}

export function isGiven(row: EvidenceRow): boolean {
  return row.documentId !== null || row.issuedOn.trim() !== '';
}

/** The rows with a line for every required document, required ones first; what was given stays. */
export function withRequired(rows: readonly EvidenceRow[], required: readonly string[]): EvidenceRow[] {
  const wanted = required.map((kind) => rows.find((row) => plain(row.kind) === plain(kind)) ?? blankRow(kind));
  const others = rows.filter((row) => !required.some((kind) => plain(kind) === plain(row.kind)) && isGiven(row));
  return [...wanted, ...others];
}

/** The line that a file belongs to by its name: '기술이전계약서_최종.pdf' is the 기술이전계약서; otherwise a new line. */
export function placeFile(rows: readonly EvidenceRow[], file: { readonly documentId: string; readonly fileName: string }): EvidenceRow[] {
  const name = file.fileName.normalize('NFC').replace(/\.[^.]+$/, '');
  const index = rows.findIndex((row) => row.documentId === null && plain(row.kind) !== '' && plain(name).includes(plain(row.kind)));
  if (index === -1) return [...rows, { ...blankRow(name), ...file, issuedOn: dateInName(name) }];
  return rows.map((row, position) => (position === index ? { ...row, ...file, issuedOn: row.issuedOn === '' ? dateInName(name) : row.issuedOn } : row));
}

/** '기술이전계약서_20230306.pdf' tells its date. */
function dateInName(name: string): string {
  const digits = /(?:^|[^0-9])(20[0-9]{2}[-.]?[0-9]{2}[-.]?[0-9]{2})(?:[^0-9]|$)/.exec(name)?.[1] ?? '';
  return parseDateInput(digits) ?? '';
}

/** The lines of a stored command, as they were filled in. */
export function evidenceRowsOf(input: unknown): EvidenceRow[] {
  const stored = isMembers(input) && Array.isArray(input['evidence']) ? input['evidence'].filter(isMembers) : [];
  return stored.map((line) => ({ kind: typedText(line, 'kind'), issuedOn: typedText(line, 'issuedOn'), documentId: typedText(line, 'documentId') || null, fileName: null }));
}

export interface EvidenceReading {
  readonly evidence: EvidenceInput[];
  readonly faults: Fault[];
}

/** The lines that were given, as the API takes them. Pointers count the lines of the form. */
export function readEvidence(rows: readonly EvidenceRow[], wrongDate: string): EvidenceReading {
  const faults: Fault[] = [];
  const evidence = rows.flatMap((row, index): EvidenceInput[] => {
    if (!isGiven(row) || row.kind.trim() === '') return [];
    const issuedOn = parseDateInput(row.issuedOn);
    if (row.issuedOn.trim() !== '' && issuedOn === null) faults.push({ pointer: `/evidence/${index}/issuedOn`, text: wrongDate });
    return [{ kind: row.kind.trim(), ...(issuedOn === null ? {} : { issuedOn }), ...(row.documentId === null ? {} : { documentId: row.documentId }) }];
  });
  return { evidence, faults };
}
