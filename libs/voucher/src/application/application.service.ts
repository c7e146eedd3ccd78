import { randomUUID } from 'node:crypto';
import type { Command, CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField, type DetailValue } from '#libs/errors';
import type { Won } from '#libs/money';
import { ensureParties, type PartyDraft } from '#libs/party';
import { recordVoucherEvents } from '../voucher/event.store.js';
import { stepOf } from '#libs/life';
import { VOUCHER_LIFE } from '../voucher/voucher.js';
import { getOpenYear, getYearOfVoucher, lockYear, termsOfYear } from '../year/year.query.js';
import type { VoucherYear } from '../year/year.js';
import { strangersTo } from './application.query.js';
import { insertApplications, nextApplicationNumber } from './application.store.js';
import type { ApplicationFacts } from './application.js';
import { judgeApplications, type JudgedApplication } from './eligibility.query.js';

export interface ReceiveApplication {
  readonly yearId: string;
  readonly company: PartyDraft;
  /** Null: the next one of the year. */
  readonly number: string | null;
  /** Without an amount the face value is asked for. */
  readonly facts: Omit<ApplicationFacts, 'requestedWon'> & { readonly requestedWon: Won | null };
}

export interface ReceivedApplication {
  readonly voucherId: string;
  readonly number: string;
  /** What the screening would say today: an application is received whatever it says. */
  readonly verdicts: readonly Verdict[];
}

export interface ScreenApplications {
  readonly yearId: string;
  readonly applications: readonly { readonly voucherId: string; readonly clearance: string | null }[];
}

export interface ScreenedApplication {
  readonly voucherId: string;
  readonly number: string;
  readonly company: string;
  readonly screened: boolean;
  readonly verdicts: readonly Verdict[];
}

/** `application.receive`: what came in is recorded, eligible or not; the company is known by its business number. */
export const receiveApplication: Command<ReceiveApplication, ReceivedApplication> = {
  name: 'application.receive',
  async execute(tx, context, { yearId, company, number: wanted, facts }) {
    await lockYear(tx, yearId);
    const year = await getOpenYear(tx, yearId);
    if (facts.receivedOn > context.today) {
      throw invalidField('/receivedOn', 'application.not-received-yet', { ko: '접수일이 오늘보다 뒤입니다. 실제로 접수한 날을 적어 주세요.', en: 'The day of receipt lies in the future. Give the day on which it came in.' });
    }
    const companies = await ensureParties(tx, [company]);
    const companyId = [...companies.values()][0] ?? '';
    const number = wanted === null ? await nextApplicationNumber(tx, yearId, year.fiscalYear) : await freeNumber(tx, yearId, wanted);
    const requestedWon = facts.requestedWon ?? (await termsOfYear(tx, year, context.today)).faceWon;
    const voucherId = randomUUID();
    await insertApplications(tx, context, yearId, [{ voucherId, companyId, number, facts: { ...facts, requestedWon } }]);
    const [judged] = await judgeApplications(tx, year, context.today, [voucherId]);
    context.announce('voucher.changed', { yearId });
    return { voucherId, number, verdicts: judged?.verdicts ?? [] };
  },
};

/**
 * `application.screen`: those that every rule lets pass are eligible, with the verdicts kept; the others stay as they are, each
 * with what refuses it. Where none passes the command is refused.
 */
export const screenApplication: Command<ScreenApplications, readonly ScreenedApplication[]> = {
  name: 'application.screen',
  async execute(tx, context, { yearId, applications }) {
    await lockYear(tx, yearId);
    const year = await getOpenYear(tx, yearId);
    await requireApplications(tx, yearId, applications.map(({ voucherId }) => voucherId), (index) => `/applications/${index}/voucherId`);
    const screened = await judgeForScreening(tx, context, year, applications);
    if (!screened.some((each) => each.screened)) context.judge(screened.flatMap(({ verdicts }) => verdicts));
    const clearances = new Map(applications.map(({ voucherId, clearance }) => [voucherId, clearance]));
    await recordVoucherEvents(
      tx,
      context,
      screened
        .filter((each) => each.screened)
        .map(({ voucherId, verdicts }) => ({ voucherId, event: 'screen' as const, happenedOn: context.today, detail: { clearance: clearances.get(voucherId) ?? null, verdicts: verdicts.map(kept) } })),
    );
    context.announce('voucher.changed', { yearId });
    return screened;
  },
};

/** `application.reject`: the end of an application, with the reason that the company is told. */
export const rejectApplication: Command<{ readonly voucherId: string; readonly reason: string }, { readonly voucherId: string }> = {
  name: 'application.reject',
  async execute(tx, context, { voucherId, reason }) {
    const year = await getYearOfVoucher(tx, voucherId);
    await getOpenYear(tx, year.id);
    await recordVoucherEvents(tx, context, [{ voucherId, event: 'reject', happenedOn: context.today, reason }]);
    context.announce('voucher.changed', { yearId: year.id });
    return { voucherId };
  },
};

export const APPLICATION_COMMANDS = [receiveApplication, screenApplication, rejectApplication] as const;

async function freeNumber(tx: Tx, yearId: string, wanted: string): Promise<string> {
  const taken: unknown[] = await tx.query('select 1 from voucher_application where year_id = $1 and number = $2', [yearId, wanted]);
  if (taken.length === 0) return wanted;
  throw invalidField('/number', 'application.number-taken', {
    ko: `접수번호 '${wanted}'은(는) 이 사업연도에 이미 있습니다. 비워 두면 다음 번호를 붙입니다.`,
    en: `The number '${wanted}' is taken in this programme year. Left out, the next one is given.`,
  });
}

/** Refuses, at its place in the input, whatever is no application of the year. */
export async function requireApplications(tx: Tx, yearId: string, voucherIds: readonly string[], pointerAt: (index: number) => string): Promise<void> {
  const [stranger] = await strangersTo(tx, yearId, voucherIds);
  const double = voucherIds.findIndex((id, index) => voucherIds.indexOf(id) < index);
  if (stranger !== undefined) {
    throw invalidField(pointerAt(voucherIds.indexOf(stranger)), 'application.not-of-the-year', { ko: '이 사업연도의 신청이 아닙니다. 목록을 새로 고친 뒤 다시 골라 주세요.', en: 'This is no application of the programme year. Reload the list and choose again.' });
  }
  if (double >= 0) throw invalidField(pointerAt(double), 'application.named-twice', { ko: '같은 신청이 두 번 들어 있습니다. 하나를 지워 주세요.', en: 'The same application is named twice. Leave one of them out.' });
}

async function judgeForScreening(tx: Tx, context: CommandContext, year: VoucherYear, applications: ScreenApplications['applications']): Promise<ScreenedApplication[]> {
  const clearances = new Map(applications.flatMap(({ voucherId, clearance }) => (clearance === null ? [] : [[voucherId, clearance] as const])));
  const judged = await judgeApplications(tx, year, context.today, applications.map(({ voucherId }) => voucherId), clearances);
  return judged.map((each) => {
    const verdicts = [...outOfStep(each), ...each.verdicts];
    const { voucherId, number, company } = each;
    return { voucherId, number, company, screened: verdicts.every(({ result }) => result !== 'BLOCK'), verdicts };
  });
}

function outOfStep({ state }: JudgedApplication): Verdict[] {
  const step = stepOf(VOUCHER_LIFE, state, 'screen');
  return step.allowed ? [] : [{ rule: 'application-is-screened-once', clause: '처리 단계', result: 'BLOCK', text: step.reason, inputs: { state } }];
}

const kept = ({ text, ...verdict }: Verdict): DetailValue => ({ ...verdict, text: { ...text } });
