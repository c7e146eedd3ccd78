import { sqlState } from '#libs/database';
import { DomainError, type Bilingual, type ErrorKind } from '#libs/errors';

const CHECK_VIOLATION = '23514';
const UNIQUE_VIOLATION = '23505';

/** What the database refuses a signature with, as people read it. */
const REFUSALS: Readonly<Record<string, readonly [ErrorKind, string, Bilingual]>> = {
  approval_signature_pending: [
    'conflict',
    'approval.not-pending',
    { ko: '이미 처리된 문서입니다. 화면을 새로 고쳐 결과를 확인해 주세요.', en: 'The request has been dealt with already. Refresh to see how.' },
  ],
  approval_signature_no_step: [
    'forbidden',
    'approval.no-step',
    { ko: '결재선이 비어 있어 아무도 결재할 수 없습니다. 준법감시 담당자에게 알려 주세요.', en: 'The request has nobody to sign it, so nobody can. Tell compliance.' },
  ],
  approval_signature_step: [
    'conflict',
    'approval.not-your-step',
    { ko: '그 사이 다음 단계로 넘어갔습니다. 화면을 새로 고쳐 주세요.', en: 'The request has moved on to the next step. Refresh.' },
  ],
  approval_signature_content: [
    'conflict',
    'approval.content-changed',
    { ko: '보신 내용과 문서의 내용이 다릅니다. 화면을 새로 고쳐 다시 확인해 주세요.', en: 'The request is not what you saw. Refresh and read it again.' },
  ],
  approval_signature_in_time: ['conflict', 'approval.expired', { ko: '결재 기한이 지난 문서입니다. 다시 기안해야 합니다.', en: 'The request has expired. It must be drafted again.' }],
  approval_signature_step_up: ['forbidden', 'step-up.required', { ko: '본인 확인이 필요합니다.', en: 'Prove who you are first.' }],
  approval_signature_role: [
    'forbidden',
    'approval.not-for-you',
    { ko: '이 단계의 결재 권한(역할·직급·담당 범위)이 없습니다.', en: 'Your role, rank or scope does not sign at this step.' },
  ],
  approval_signature_another_person: [
    'forbidden',
    'approval.same-person',
    { ko: '기안자이거나 이미 결재한 사람(또는 그 대리)은 이 문서에 다시 결재할 수 없습니다.', en: 'Whoever drafted or signed this request, or was stood in for, cannot sign it again.' },
  ],
  approval_signature_deputy: [
    'forbidden',
    'approval.not-a-deputy',
    { ko: '그 결재권자의 대결자로 지정되어 있지 않거나, 이 단계의 역할이 없습니다.', en: 'You are not the deputy of that person today, or do not hold the role of this step.' },
  ],
  approval_signature_once: ['conflict', 'approval.signed-already', { ko: '이미 서명한 문서입니다.', en: 'You have signed this request already.' }],
  approval_event_recall: [
    'conflict',
    'approval.not-recallable',
    { ko: '본인이 올린 문서만, 첫 서명 전까지만 회수할 수 있습니다.', en: 'Only the drafter can take a request back, and only before the first signature.' },
  ],
};

/** Turns what the database refused a signature with into a refusal that a user can read; anything else comes back as it is. */
export function explainSignatureError(error: unknown): unknown {
  const state = sqlState(error);
  if (state !== CHECK_VIOLATION && state !== UNIQUE_VIOLATION) return error;
  const driver = (error as { driverError?: { constraint?: string; detail?: string } }).driverError ?? {};
  const refusal = REFUSALS[driver.constraint ?? ''];
  if (refusal === undefined) return error;
  const [kind, code, text] = refusal;
  return new DomainError(kind, code, text, { details: { constraint: driver.constraint ?? '', state: driver.detail ?? null }, cause: error });
}
