import type { Bilingual } from '#libs/errors';

/** Before the requirements are checked, while evaluators judge, after the last score. */
export type EvaluationStage = 'BEFORE' | 'OPEN' | 'OVER';

/** Where an application stands for one evaluator. */
export interface OpenEvaluation {
  readonly stage: EvaluationStage;
  /** What this evaluator declared; null before. */
  readonly conflicted: boolean | null;
  readonly hasScored: boolean;
  /** Recorded by the same natural person. */
  readonly isOwn: boolean;
}

/** Why something cannot be declared or scored, with a stable name. */
export interface EvaluationFault {
  readonly code: string;
  readonly text: Bilingual;
}

/** What keeps somebody from declaring on an application; null for nothing. */
export function declarationFault(open: OpenEvaluation): EvaluationFault | null {
  return closedFault(open) ?? (open.conflicted === null ? null : { code: 'evaluation.declared-already', text: { ko: '이미 이해충돌 여부를 신고했습니다. 신고는 고칠 수 없으니 달라진 점이 있으면 사무국에 알려 주세요.', en: 'You have declared already. A declaration stands: tell the office if something has changed.' } });
}

/** What keeps somebody from scoring an application; null for nothing. Several evaluators judge, each free of conflicts (docs/domain.md §3.2, §7.2). */
export function scoreFault(open: OpenEvaluation): EvaluationFault | null {
  const closed = closedFault(open);
  if (closed !== null) return closed;
  if (open.isOwn) {
    return { code: 'evaluation.of-own-application', text: { ko: '본인이 접수한 신청은 평가할 수 없습니다. 다른 평가위원이 평가해야 합니다.', en: 'You recorded this application yourself. Somebody else has to score it.' } };
  }
  if (open.conflicted === null) {
    return { code: 'evaluation.not-declared', text: { ko: '이해충돌 여부를 먼저 신고해 주세요. 신고한 뒤 점수를 입력할 수 있습니다.', en: 'Declare first whether you have a conflict of interest, then score.' } };
  }
  if (open.conflicted) {
    return { code: 'evaluation.conflicted', text: { ko: '이해충돌이 있다고 신고한 신청은 평가할 수 없습니다. 다른 평가위원이 평가합니다.', en: 'You declared a conflict of interest. Others score this application.' } };
  }
  return open.hasScored ? { code: 'evaluation.scored-already', text: { ko: '이미 점수를 입력했습니다. 점수는 고칠 수 없습니다.', en: 'You have scored this application. A score stands.' } } : null;
}

function closedFault({ stage }: OpenEvaluation): EvaluationFault | null {
  if (stage === 'OPEN') return null;
  return stage === 'BEFORE'
    ? { code: 'evaluation.not-screened', text: { ko: '요건검토가 끝나지 않은 신청입니다. 요건검토를 마친 뒤 평가할 수 있습니다.', en: 'The application has not been screened. It is evaluated after that.' } }
    : { code: 'evaluation.over', text: { ko: '평가가 끝난 신청입니다.', en: 'The evaluation of this application is over.' } };
}
