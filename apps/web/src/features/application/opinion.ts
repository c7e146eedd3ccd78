import type { ApplicationSummary, Declaration, Score } from './application.requests.js';

/** What an evaluator typed about one application. */
export interface Opinion {
  readonly conflicted: boolean;
  readonly note: string;
  readonly score: string;
  readonly comment: string;
}

/** By voucher; whatever nobody touched is blank. */
export type Opinions = Readonly<Record<string, Opinion>>;

export const BLANK_OPINION: Opinion = { conflicted: false, note: '', score: '', comment: '' };
export const SHORTEST_NOTE = 5;
const SCORE = /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/;

type Row = Pick<ApplicationSummary, 'voucherId' | 'ownDeclaration'>;

export const isNoScore = (text: string): boolean => text.trim() !== '' && !SCORE.test(text.trim());

/** A conflict without a word about it, or a score that is none. */
export function isWrong({ ownDeclaration }: Row, { conflicted, note, score }: Opinion): boolean {
  return ownDeclaration === null && conflicted ? note.trim().length < SHORTEST_NOTE : isNoScore(score);
}

/** Every application on which nothing has been declared: free of conflicts unless it was marked. */
export function declarationsOf(rows: readonly Row[], opinions: Opinions): Declaration[] {
  return rows
    .filter(({ ownDeclaration }) => ownDeclaration === null)
    .map(({ voucherId }) => {
      const { conflicted, note } = opinions[voucherId] ?? BLANK_OPINION;
      return { voucherId, conflicted, ...(conflicted ? { note: note.trim() } : {}) };
    });
}

/** The scores that were typed, but for those marked as conflicts. */
export function scoresOf(rows: readonly Row[], opinions: Opinions): Score[] {
  return rows.flatMap(({ voucherId }) => {
    const { conflicted, score, comment } = opinions[voucherId] ?? BLANK_OPINION;
    return conflicted || score.trim() === '' ? [] : [{ voucherId, score: score.trim(), ...(comment.trim() === '' ? {} : { comment: comment.trim() }) }];
  });
}
