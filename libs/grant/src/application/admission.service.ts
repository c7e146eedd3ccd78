import { formatOfficialDate, type LocalDate } from '#libs/calendar';
import type { CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Sourced } from '#libs/policy';
import { CALL_POLICIES } from '../call/call.policy.js';
import { getCall, policiesOfCall } from '../call/call.query.js';
import { agreeBy } from './application.view.js';
import { applicationsOf, lockApplications } from './application.query.js';
import { recordApplicationSteps } from './event.store.js';

interface Admission {
  readonly applicationId: string;
  readonly callId: string;
  readonly agreedOn: LocalDate;
}

/**
 * The step of an application from which an agreement follows; to be taken by the command that concludes it. Throws invalid at
 * `/applicationId` for an application of another call, and conflict for one that was not selected; being late is remarked.
 */
export async function agreeOnApplication(tx: Tx, context: CommandContext, { applicationId, callId, agreedOn }: Admission): Promise<void> {
  await lockApplications(tx, [applicationId]);
  const [application] = await applicationsOf(tx, callId, [applicationId], () => '/applicationId');
  await recordApplicationSteps(tx, context, [{ applicationId, event: 'agree', happenedOn: agreedOn }]);
  if (application === undefined || application.notifiedOn === null) return;
  const policies = await policiesOfCall(tx, await getCall(tx, callId), application.notifiedOn);
  context.judge([agreementComesInTime(application.notifiedOn, agreedOn, policies.sourced(CALL_POLICIES.agreeDays, policies.integer(CALL_POLICIES.agreeDays, 0)))]);
}

/** An agreement is concluded within so many days of the notice (국가연구개발혁신법 시행령 제13조제2항). Being late is told and undoes nothing. */
export function agreementComesInTime(notifiedOn: LocalDate, agreedOn: LocalDate, days: Sourced<number>): Verdict {
  const until = agreeBy(notifiedOn, days.value);
  const holds = agreedOn <= until;
  return {
    rule: 'agreement-comes-in-time',
    clause: days.clause,
    result: holds ? 'PASS' : 'WARN',
    text: holds
      ? { ko: `선정 통보 후 ${days.value}일 안(${formatOfficialDate(until)}까지)의 협약입니다.`, en: `Within ${days.value} days of the notice, until ${until}.` }
      : { ko: `협약 기한 ${formatOfficialDate(until)}을 넘겼습니다. 지연 사유를 남겨 두세요.`, en: `The last day to agree was ${until}. Keep the reason for the delay.` },
    inputs: { notifiedOn, agreedOn, until, days: days.value, source: days.source },
  };
}
