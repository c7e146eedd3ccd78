import { randomUUID } from 'node:crypto';
import { civilDeadline, formatOfficialDate, holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Command, Verdict } from '#libs/command';
import { DomainError, invalidField } from '#libs/errors';
import type { Sourced } from '#libs/policy';
import { getApplication, lockApplications } from '../application/application.query.js';
import { recordApplicationSteps } from '../application/event.store.js';
import { CALL_POLICIES } from '../call/call.policy.js';
import { getCall, policiesOfCall } from '../call/call.query.js';
import { getObjection, turnOf } from './objection.query.js';
import { insertObjection, insertObjectionDecision } from './objection.store.js';

export interface FileObjection {
  readonly applicationId: string;
  readonly filedOn: LocalDate;
  readonly reason: string;
}

/** `grant-objection.file`: an applicant objects to having been turned down or put on the waiting list, in time. */
export const fileGrantObjection: Command<FileObjection, { readonly id: string | null }> = {
  name: 'grant-objection.file',
  async execute(tx, context, { applicationId, filedOn, reason }) {
    await lockApplications(tx, [applicationId]);
    const { callId, state, notifiedOn } = await getApplication(tx, applicationId);
    if (state !== 'REJECTED' && state !== 'WAITLISTED') {
      throw new DomainError('conflict', 'grant-objection.nothing-against', { ko: '탈락하거나 예비가 된 신청만 이의를 신청할 수 있습니다.', en: 'Only an application that was turned down or waits can be objected for.' });
    }
    if (filedOn > context.today) throw invalidField('/filedOn', 'grant-objection.in-future', { ko: '신청일이 오늘보다 뒤입니다.', en: 'The day of the objection lies in the future.' });
    const call = await getCall(tx, callId);
    const policies = await policiesOfCall(tx, call, filedOn);
    const { happenedOn, evaluated } = await turnOf(tx, applicationId);
    // A list is told by its notice, a single refusal on its own day.
    const toldOn = evaluated ? (notifiedOn ?? happenedOn) : happenedOn;
    context.judge([objectionComesInTime(toldOn, filedOn, policies.sourced(CALL_POLICIES.objectionDays, policies.integer(CALL_POLICIES.objectionDays, 0)))]);
    if (context.blocked) return { id: null };
    const id = randomUUID();
    await insertObjection(tx, context, { id, applicationId, filedOn, reason, against: state });
    context.announce('grant.changed', { callId });
    return { id };
  },
};

/** An objection is filed within so many days of the notice, counted by the Civil Code. */
export function objectionComesInTime(toldOn: LocalDate, filedOn: LocalDate, days: Sourced<number>): Verdict {
  const { effective } = civilDeadline({ from: toldOn, period: { days: days.value } }, holidayCalendar());
  const holds = filedOn <= effective && filedOn >= toldOn;
  const [told, until] = [toldOn, effective].map(formatOfficialDate);
  return {
    rule: 'objection-comes-in-time',
    clause: days.clause,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `통보일(${told})부터 ${days.value}일 안(${until}까지)의 이의신청입니다.`, en: `Filed within ${days.value} days of the notice (${toldOn}), until ${effective}.` }
      : { ko: `이의신청 기간은 통보일(${told})부터 ${until}까지입니다. 신청일을 확인해 주세요.`, en: `Objections are taken from ${toldOn} until ${effective}. Check the day.` },
    inputs: { toldOn, filedOn, days: days.value, until: effective, source: days.source },
  };
}

export interface DecideObjection {
  readonly objectionId: string;
  readonly outcome: 'UPHELD' | 'DISMISSED';
  readonly decidedOn: LocalDate;
  readonly reason: string;
}

/**
 * `grant-objection.decide`: the decision on the application stands, or is taken back: what was refused for its requirements is
 * checked again, what was evaluated is evaluated anew. Whoever turned it down does not judge.
 */
export const decideGrantObjection: Command<DecideObjection, { readonly id: string; readonly state: string }> = {
  name: 'grant-objection.decide',
  async execute(tx, context, { objectionId, outcome, decidedOn, reason }) {
    const { callId, applicationId, filedOn, outcome: decided } = await getObjection(tx, objectionId);
    if (decided !== null) throw new DomainError('conflict', 'grant-objection.decided-already', { ko: '이미 결정한 이의신청입니다.', en: 'This objection has been decided.' });
    if (decidedOn > context.today || decidedOn < filedOn) {
      throw invalidField('/decidedOn', 'grant-objection.wrong-day', { ko: '결정일은 신청일부터 오늘까지의 날이어야 합니다.', en: 'The decision lies between the objection and today.' });
    }
    await lockApplications(tx, [applicationId]);
    const { evaluated } = await turnOf(tx, applicationId);
    await insertObjectionDecision(tx, context, { objectionId, outcome, decidedOn, reason });
    if (outcome === 'UPHELD') await recordApplicationSteps(tx, context, [{ applicationId, event: evaluated ? 'reconsider' : 'recheck', happenedOn: decidedOn, reason, detail: { objectionId } }]);
    context.announce('grant.changed', { callId });
    return { id: objectionId, state: (await getApplication(tx, applicationId)).state };
  },
};
