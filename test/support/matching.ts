import { randomUUID } from 'node:crypto';
import { expectStatus } from './answers.js';
import { Client, type Answer, type Json } from './client.js';
import { businessNumber } from './funds.js';
import { answered, scored } from './grant-applications.js';
import { decideBudget, made, type TestCall } from './grants.js';
import { voucherProgramme } from './vouchers.js';

const finance = Client.as('finance');

/** A pool of 2021 with 900 million won, for which two evaluators are enough, in a programme of its own, unless `options` say otherwise. */
export async function openedPool(options: { readonly fiscalYear?: number; readonly budgetWon?: string; readonly terms?: Readonly<Record<string, string>>; readonly programmeId?: string } = {}): Promise<TestCall> {
  const { fiscalYear = 2021, budgetWon = '900000000', terms = {} } = options;
  const programmeId = options.programmeId ?? (await voucherProgramme());
  const decided = Object.entries({ 'grant.evaluators-minimum': '2', ...terms }).map(([key, value]) => ({ key, value, clause: '시험 공고', source: 'NOTICE' }));
  const { id } = made('opening the pool', await finance.post('/matching-pools', { fiscalYear, agency: '시험 전문기관', programmeId, terms: decided })) as { id: string };
  if (budgetWon !== '0') await decideBudget(id, fiscalYear, budgetWon);
  const book = `grant/${id}`;
  return { id, programmeId, book, account: (chart, part) => [book, chart, ...(part === undefined ? [] : [part])].join('/') };
}

/** A company in Ansan that chose a researcher in Daedeok and commits 250 million won of its own, unless `changes` say otherwise. */
export function planForm(changes: Json = {}): Json {
  return {
    title: `현장형 수질 분석기 ${randomUUID().slice(0, 8)}`,
    receivedOn: '2021-03-02',
    periodFrom: '2021-04-05',
    periodTo: '2021-12-31',
    company: { name: `(주)매칭 ${randomUUID().slice(0, 8)}`, businessNumber: businessNumber(), institution: 'SME', zone: 'ANSAN', place: '경기도 안산시 상록구 한양대학로 55' },
    performer: { name: `매칭연구원 ${randomUUID().slice(0, 8)}`, businessNumber: businessNumber(), institution: 'NON_PROFIT', zone: 'DAEDEOK', place: '대전광역시 유성구 대덕대로 100' },
    researcher: '박다현',
    chosenBecause: '같은 방식의 센서를 실증한 연구실이 이곳뿐입니다.',
    relation: 'NONE',
    privateWon: '250000000',
    ipTerms: '결과물은 참여기업과 수행기관이 절반씩 갖는다.',
    royaltyTerms: '순매출의 2%를 수행기관에 낸다.',
    ...changes,
  };
}

/** A plan over the API; answers the id of its application. */
export async function plannedProject(callId: string, changes: Json = {}): Promise<string> {
  return made('the plan', await finance.post(`/matching-pools/${callId}/plans`, planForm(changes))).applicationId as string;
}

/** A plan that was checked and evaluated with this mean. */
export async function evaluatedPlan(callId: string, changes: Json = {}, mean = '80'): Promise<string> {
  const id = await plannedProject(callId, changes);
  expectStatus(await answered(id), 201);
  expectStatus(await finance.post(`/grant-calls/${callId}/checks`, { applicationIds: [id] }), 200);
  await scored(callId, id, { committee1: mean, committee2: mean });
  return id;
}

/** Decides the queue of a pool as the preview shows it. */
export async function decidedQueue(callId: string, changes: Json = {}): Promise<Answer> {
  const { next, amountWon } = (await finance.get(`/matching-pools/${callId}/queue`)).body as { next: { applicationId: string; outcome: string }[]; amountWon: string };
  const selectedIds = next.filter(({ outcome }) => outcome === 'SELECTED').map(({ applicationId }) => applicationId);
  return finance.post(`/matching-pools/${callId}/queue`, { selectedIds, amountWon, decidedOn: '2021-03-29', notifiedOn: '2021-03-30', ...changes });
}

/** The agreement of a selected plan: 250 million of each side on two lines, unless `changes` say otherwise. */
export function projectForm(applicationId: string, changes: Json = {}): Json {
  const line = (code: string, amountWon: string): Json => ({ stage: 1, fiscalYear: 2021, code, resource: 'CASH', amountWon });
  return { applicationId, agreedOn: '2021-04-05', periodFrom: '2021-04-05', periodTo: '2021-12-31', amountWon: '250000000', lines: [line('D4', '300000000'), line('D8', '200000000')], ...changes };
}

/** A project that was planned, evaluated, selected and agreed; answers the id of its agreement. */
export async function concludedProject(callId: string): Promise<string> {
  const applicationId = await evaluatedPlan(callId);
  expectStatus(await decidedQueue(callId), 200);
  return made('the project', await finance.post(`/matching-pools/${callId}/projects`, projectForm(applicationId))).id as string;
}
