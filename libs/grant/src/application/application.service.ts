import { randomUUID } from 'node:crypto';
import type { Command, CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField, type FieldFault } from '#libs/errors';
import { normaliseName } from '#libs/identifier';
import { ensureParties, partyKey, type PartyDraft } from '#libs/party';
import { getCall, lockCall } from '../call/call.query.js';
import type { GrantCall } from '../call/call.js';
import { getApplication, listApplications, lockApplications } from './application.query.js';
import { applicationNumber, insertApplications, nextApplicationNumber, type ApplicationDraft } from './application.store.js';
import type { Applicant, ProjectFacts } from './application.js';
import { judgeApplications } from './check/check.query.js';
import { recordApplicationSteps } from './event.store.js';

/** An institution as it comes in: known by its business number, or by its name where it has none. */
export type ApplicantInput = Omit<Applicant, 'partyId'> & { readonly organisation: PartyDraft };

/** One application as it comes in. */
export interface ReceivedForm {
  /** Null: the next one of the call. */
  readonly number: string | null;
  readonly facts: ProjectFacts;
  readonly applicants: readonly ApplicantInput[];
}

export interface ReceiveApplication extends ReceivedForm {
  readonly callId: string;
}

export interface ReceivedApplication {
  readonly applicationId: string;
  readonly number: string;
  /** What the check would say today: an application is received whatever it says. */
  readonly verdicts: readonly Verdict[];
}

/** `grant-application.receive`: what came in is recorded, eligible or not. */
export const receiveApplication: Command<ReceiveApplication, ReceivedApplication> = {
  name: 'grant-application.receive',
  async execute(tx, context, { callId, ...form }) {
    const [received] = await receive(tx, context, callId, [form], () => '');
    const applicationId = received?.id ?? '';
    const verdicts = (await judgeApplications(tx, await getCall(tx, callId), [await getApplication(tx, applicationId)], context.today)).get(applicationId) ?? [];
    return { applicationId, number: received?.number ?? '', verdicts };
  },
};

export interface ImportApplications {
  readonly callId: string;
  readonly applications: readonly ReceivedForm[];
}

/** `grant-application.import`: many applications at once, as the application system lists them; all of them or none. */
export const importApplications: Command<ImportApplications, { readonly numbers: readonly string[] }> = {
  name: 'grant-application.import',
  async execute(tx, context, { callId, applications }) {
    const received = await receive(tx, context, callId, applications, (index) => `/rows/${index}`);
    return { numbers: received.map(({ number }) => number) };
  },
};

/** Records applications under the lock of their call; faults are told at `pointerAt(index)` of each. */
async function receive(tx: Tx, context: CommandContext, callId: string, forms: readonly ReceivedForm[], pointerAt: (index: number) => string): Promise<readonly ApplicationDraft[]> {
  await lockCall(tx, callId);
  const call = await getCall(tx, callId);
  const faults = forms.flatMap((form, index) => faultsOf(form, context, pointerAt(index)));
  const [first] = faults;
  if (first !== undefined) throw new DomainError('invalid', first.code, first.text, { faults });
  const ids = await ensureParties(tx, forms.flatMap(({ applicants }) => applicants.map(({ organisation }) => organisation)));
  const numbers = await numbersOf(tx, call, forms, pointerAt);
  const drafts = forms.map(({ facts, applicants }, index) => ({
    ...{ id: randomUUID(), callId, number: numbers[index] ?? '', facts },
    applicants: applicants.map(({ organisation, ...applicant }) => ({ ...applicant, partyId: ids.get(partyKey(organisation, normaliseName(organisation.name))) ?? '' })),
  }));
  await insertApplications(tx, context, drafts);
  context.announce('grant.changed', { callId });
  return drafts;
}

function faultsOf({ facts, applicants }: ReceivedForm, context: CommandContext, pointer: string): FieldFault[] {
  const keys = applicants.map(({ organisation }) => partyKey(organisation, normaliseName(organisation.name)));
  const twice = keys.findIndex((key, index) => keys.indexOf(key) < index);
  const leads = applicants.filter(({ role }) => role === 'LEAD');
  return [
    ...(facts.receivedOn > context.today ? [{ pointer: `${pointer}/receivedOn`, code: 'grant-application.not-received-yet', text: { ko: '접수일이 오늘보다 뒤입니다. 실제로 접수한 날을 적어 주세요.', en: 'The day of receipt lies in the future. Give the day on which it came in.' } }] : []),
    ...(facts.periodTo < facts.periodFrom ? [{ pointer: `${pointer}/periodTo`, code: 'grant-application.period-backwards', text: { ko: '종료일은 시작일보다 앞설 수 없습니다.', en: 'The project cannot end before it begins.' } }] : []),
    ...(leads.length === 1 ? [] : [{ pointer: `${pointer}/applicants`, code: 'grant-application.one-lead', text: { ko: '주관기관은 하나여야 합니다.', en: 'There has to be one lead institution.' } }]),
    ...(leads.every(({ governmentWon }) => governmentWon > 0n) ? [] : [{ pointer: `${pointer}/applicants/0/governmentWon`, code: 'grant-application.asks-nothing', text: { ko: '주관기관이 신청하는 정부지원금을 적어 주세요.', en: 'Say what the lead asks of the government.' } }]),
    ...(twice < 0 ? [] : [{ pointer: `${pointer}/applicants/${twice}/organisation`, code: 'grant-application.institution-twice', text: { ko: '같은 기관이 두 번 들어 있습니다. 한 줄로 합쳐 주세요.', en: 'The same institution is named twice. Put it on one line.' } }]),
  ];
}

/** The numbers as they were given, and the next ones of the call for those without. */
async function numbersOf(tx: Tx, call: GrantCall, forms: readonly ReceivedForm[], pointerAt: (index: number) => string): Promise<string[]> {
  const taken = new Set((await listApplications(tx, call.id)).map(({ number }) => number));
  let ordinal = await nextApplicationNumber(tx, call.id, call.fiscalYear);
  return forms.map(({ number }, index) => {
    const given = number ?? applicationNumber(call.fiscalYear, ordinal++);
    if (taken.has(given)) {
      throw invalidField(`${pointerAt(index)}/number`, 'grant-application.number-taken', { ko: `접수번호 '${given}'은(는) 이 공고에 이미 있습니다. 비워 두면 다음 번호를 붙입니다.`, en: `The number '${given}' is taken in this call. Left out, the next one is given.` });
    }
    taken.add(given);
    return given;
  });
}

export interface EndApplication {
  readonly applicationId: string;
  readonly reason: string;
}

interface Ended {
  readonly applicationId: string;
}

/** `grant-application.reject`: an application is turned down, with the reason that the applicant is told. */
export const rejectApplication: Command<EndApplication, Ended> = { name: 'grant-application.reject', execute: (tx, context, input) => end(tx, context, 'reject', input) };

/** `grant-application.withdraw`: the applicant gives up. */
export const withdrawApplication: Command<EndApplication, Ended> = { name: 'grant-application.withdraw', execute: (tx, context, input) => end(tx, context, 'withdraw', input) };

async function end(tx: Tx, context: CommandContext, event: 'reject' | 'withdraw', { applicationId, reason }: EndApplication): Promise<Ended> {
  const { callId } = await getApplication(tx, applicationId);
  await lockApplications(tx, [applicationId]);
  await recordApplicationSteps(tx, context, [{ applicationId, event, happenedOn: context.today, reason }]);
  context.announce('grant.changed', { callId });
  return { applicationId };
}
