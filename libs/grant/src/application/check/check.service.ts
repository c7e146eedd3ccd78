import type { Command, Verdict } from '#libs/command';
import { invalidField, type DetailValue } from '#libs/errors';
import { stepOf } from '#libs/life';
import { getCall, lockCall } from '../../call/call.query.js';
import { applicationsOf, getApplication, type ApplicationRow } from '../application.query.js';
import { APPLICATION_LIFE } from '../application.js';
import { recordApplicationSteps } from '../event.store.js';
import type { Answer } from './check.js';
import { judgeApplications } from './check.query.js';
import { insertAnswers } from './check.store.js';

export interface AnswerAbout {
  readonly applicationId: string;
  readonly answers: readonly Answer[];
}

/** `grant-application.answer`: what other systems said about the institutions of an application, each with source and day. */
export const answerApplication: Command<AnswerAbout, { readonly applicationId: string; readonly recorded: number }> = {
  name: 'grant-application.answer',
  async execute(tx, context, { applicationId, answers }) {
    const { callId, applicants } = await getApplication(tx, applicationId);
    answers.forEach(({ partyId, askedOn }, index) => {
      if (!applicants.some((each) => each.partyId === partyId)) {
        throw invalidField(`/answers/${index}/partyId`, 'grant-application.no-applicant', { ko: '이 신청의 참여기관이 아닙니다.', en: 'This institution takes no part in the application.' });
      }
      if (askedOn > context.today) throw invalidField(`/answers/${index}/askedOn`, 'grant-application.answer-in-future', { ko: '조회일이 오늘보다 뒤입니다.', en: 'The answer lies in the future.' });
    });
    await insertAnswers(tx, context, applicationId, answers);
    context.announce('grant.changed', { callId });
    return { applicationId, recorded: answers.length };
  },
};

export interface CheckApplications {
  readonly callId: string;
  readonly applicationIds: readonly string[];
}

export interface CheckedApplication {
  readonly applicationId: string;
  readonly number: string;
  readonly title: string;
  readonly checked: boolean;
  readonly verdicts: readonly Verdict[];
}

/**
 * `grant-application.check`: those that every rule lets pass are eligible, with the verdicts kept; the others stay, each with
 * what refuses it. Where none passes the command is refused.
 */
export const checkApplication: Command<CheckApplications, readonly CheckedApplication[]> = {
  name: 'grant-application.check',
  async execute(tx, context, { callId, applicationIds }) {
    await lockCall(tx, callId);
    const call = await getCall(tx, callId);
    const applications = await applicationsOf(tx, callId, applicationIds, (index) => `/applicationIds/${index}`);
    const judged = await judgeApplications(tx, call, applications, context.today);
    const checked = applications.map((application): CheckedApplication => {
      const verdicts = [...outOfTurn(application), ...(judged.get(application.id) ?? [])];
      return { applicationId: application.id, number: application.number, title: application.title, checked: verdicts.every(({ result }) => result !== 'BLOCK'), verdicts };
    });
    if (!checked.some((each) => each.checked)) context.judge(checked.flatMap(({ verdicts }) => verdicts));
    const passed = checked.filter((each) => each.checked);
    await recordApplicationSteps(tx, context, passed.map(({ applicationId, verdicts }) => ({ applicationId, event: 'check' as const, happenedOn: context.today, detail: { verdicts: verdicts.map(kept) } })));
    context.announce('grant.changed', { callId });
    return checked;
  },
};

function outOfTurn({ state }: ApplicationRow): Verdict[] {
  const step = stepOf(APPLICATION_LIFE, state, 'check');
  return step.allowed ? [] : [{ rule: 'application-is-checked-once', clause: '처리 단계', result: 'BLOCK', text: step.reason, inputs: { state } }];
}

const kept = ({ text, ...verdict }: Verdict): DetailValue => ({ ...verdict, text: { ...text } });
