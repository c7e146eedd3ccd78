import { comparableWord, mostAlike, numberKey, referenceUnknown, type RemarkPlace, type RowRemark } from '#libs/sheet';
import { won } from '#libs/money';
import { commitInTurn, type QueuedCommitment } from '../../match/match.rules.js';
import type { MatchTerms } from '../../match/match.js';
import type { MatchingLimits } from '../register-limits.rules.js';
import type { MatchingFacts, ProjectFact } from '../register.js';

type Growing = { -readonly [Key in keyof MatchingFacts]: MatchingFacts[Key][number][] };

/** Everything known while a register is read: what is on record, and what the sheets read so far add to it. */
export interface MatchingBook {
  readonly limits: MatchingLimits;
  readonly known: MatchingFacts;
  readonly added: Growing;
  readonly projects: Map<string, ProjectFact>;
}

export function openMatchingBook(known: MatchingFacts, limits: MatchingLimits): MatchingBook {
  return { limits, known, added: { projects: [], moves: [], releases: [], settlements: [] }, projects: new Map(known.projects.map((fact) => [numberKey(fact.number), fact])) };
}

/** On record and read from this file, together. */
export const allOf = <Key extends keyof MatchingFacts>(book: MatchingBook, key: Key): readonly MatchingFacts[Key][number][] => [...book.known[key], ...book.added[key]];

/** The project a row refers to, or the refusal of the row. */
export function referToProject(book: MatchingBook, number: string, place: RemarkPlace): { readonly ok: true; readonly project: ProjectFact } | { readonly ok: false; readonly remark: RowRemark } {
  const project = book.projects.get(numberKey(number));
  if (project !== undefined) return { ok: true, project };
  const nearest = mostAlike(number, [...book.projects.values()].map((fact) => fact.number));
  const otherwise = { ko: "'과제' 시트에 과제를 먼저 적으십시오.", en: "Enter the project in the sheet '과제' first." };
  return { ok: false, remark: referenceUnknown(place, { ko: '과제', en: 'project' }, nearest, otherwise) };
}

/** The terms of a project: the programme's, with its own ratio where it has one. */
export const termsOf = (project: ProjectFact, limits: MatchingLimits): MatchTerms => (project.match === null ? limits.terms : { ...limits.terms, match: project.match });

/** What the government commits to every project, in turn. */
export function commitments(book: MatchingBook): ReadonlyMap<string, QueuedCommitment> {
  const queue = commitInTurn(
    won(book.limits.budgetWon),
    allOf(book, 'projects').map((project) => ({ number: project.number, agreedOn: project.agreedOn, privateWon: project.privateWon, terms: termsOf(project, book.limits) })),
  );
  return new Map(queue.map((each) => [numberKey(each.number), each]));
}

/** Whether a name is that of a special zone on a day; a trailing 강소 does not count. */
export function isZone(name: string, on: string, limits: MatchingLimits): boolean {
  const bare = (text: string): string => comparableWord(text).replace(/강소(특구)?$|특구$/u, '');
  return limits.zones.some((zone) => bare(zone.name) === bare(name) && zone.from <= on && (zone.to === null || on <= zone.to));
}
