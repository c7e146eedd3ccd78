import { addMonths } from '#libs/calendar';
import type { Command } from '#libs/command';
import { DomainError, invalidField, type Bilingual } from '#libs/errors';
import { firstDayOf, type PersonFigures } from '../access-log/access-log.js';
import { personFigures } from '../access-log/access-log.query.js';
import type { Finding } from './access-review.js';
import { isSamePerson, reviewExists } from './access-review.query.js';
import { insertReview } from './access-review.store.js';

const CLAUSE = '개인정보의 안전성 확보조치 기준 제8조(접속기록의 보관 및 점검)';

export interface CompleteReview {
  /** `YYYY-MM` */
  readonly month: string;
  readonly findings: readonly Finding[];
  readonly note: string;
}

/**
 * `access-review.complete`: a month of the access log was looked through. Once a month, when it is over, by somebody whose
 * own figures ask for no explanation, and with a word on everybody whose figures do. The database holds all of this too.
 */
export const completeReview: Command<CompleteReview, { id: string }> = {
  name: 'access-review.complete',
  async execute(tx, context, { month, findings, note }) {
    const first = firstDayOf(month);
    if (addMonths(first, 1) > context.today) {
      throw invalidField('/month', 'access-review.month-not-over', { ko: '아직 끝나지 않은 달입니다. 지난 달을 고르십시오.', en: 'The month is not over. Choose an earlier one.' });
    }
    if (await reviewExists(tx, first)) throw alreadyReviewed(month);
    const flagged = (await personFigures(tx, month)).filter(({ signals }) => signals.length > 0);
    if (await isSamePerson(tx, context.actor.userId, flagged.map(({ userId }) => userId))) throw ownFigures();
    requireFindingOnEverybody(flagged, findings);
    return { id: await insertReview(tx, context, first, findings, note) };
  },
};

export const ACCESS_REVIEW_COMMANDS = [completeReview] as const;

function requireFindingOnEverybody(flagged: readonly PersonFigures[], findings: readonly Finding[]): void {
  const missing = flagged.find(({ userId }) => !findings.some((finding) => finding.userId === userId));
  if (missing === undefined) return;
  throw invalidField('/findings', 'access-review.finding-missing', {
    ko: `${missing.name ?? missing.login}(${missing.login})의 접근 수치가 기준을 넘었습니다. 확인한 내용을 적어 주세요.`,
    en: `The figures of ${missing.login} are over a limit. Say what you found.`,
  });
}

function alreadyReviewed(month: string): DomainError {
  return new DomainError('conflict', 'access-review.already-complete', { ko: `${month} 접속기록은 이미 점검을 마쳤습니다.`, en: `The access log of ${month} has been reviewed already.` });
}

function ownFigures(): DomainError {
  const text: Bilingual = {
    ko: '본인의 접근 수치가 기준을 넘은 달은 스스로 점검할 수 없습니다. 다른 준법감시 담당자에게 맡겨 주세요.',
    en: 'Your own figures of this month are over a limit, so somebody else of compliance has to review it.',
  };
  return new DomainError('rule_broken', 'rule.reviewer-is-not-reviewed', text, { rule: { id: 'reviewer-is-not-reviewed', clause: CLAUSE } });
}
