import { DomainError, type FieldFault } from '#libs/errors';
import { cleanText } from '#libs/identifier';
import { readScore } from '#libs/selection';
import type { DeclareEvaluationDto, ScoreEvaluationDto } from './evaluation.dto.js';
import type { DeclareConflicts, ScoreApplications } from './evaluation.service.js';

const SCORE = /^(100|\d{1,2}(\.\d{1,2})?)$/;
const NO_SCORE = { code: 'evaluation.no-score', text: { ko: '점수는 0에서 100 사이로, 소수 둘째 자리까지 적어 주세요.', en: 'A score lies between 0 and 100, with at most two decimals.' } } as const;

const textOf = (text: string | undefined): string | null => (text === undefined ? null : cleanText(text));

/** The typed declarations as a command; a conflict without a word about it is refused at its field. */
export function toDeclarations(yearId: string, body: DeclareEvaluationDto): DeclareConflicts {
  const declarations = body.declarations.map(({ voucherId, conflicted, note }) => ({ voucherId, conflicted, note: textOf(note) }));
  const faults = declarations.flatMap(({ conflicted, note }, index): FieldFault[] =>
    conflicted && note === null
      ? [{ pointer: `/declarations/${index}/note`, code: 'evaluation.conflict-unexplained', text: { ko: '어떤 이해충돌인지 5자 이상 적어 주세요.', en: 'Say in at least five characters what the conflict is.' } }]
      : [],
  );
  const [first] = faults;
  if (first !== undefined) throw new DomainError('invalid', first.code, first.text, { faults });
  return { yearId, declarations };
}

/** The typed scores as a command; what is no score is refused at its field. */
export function toScores(yearId: string, body: ScoreEvaluationDto): ScoreApplications {
  const faults: FieldFault[] = [];
  const scores = body.scores.map(({ voucherId, score, comment }, index) => {
    const read = readScore(score);
    if (read === null || !SCORE.test(read)) faults.push({ pointer: `/scores/${index}/score`, ...NO_SCORE });
    return { voucherId, score: read ?? '', comment: textOf(comment) };
  });
  const [first] = faults;
  if (first !== undefined) throw new DomainError('invalid', first.code, first.text, { faults });
  return { yearId, scores };
}
