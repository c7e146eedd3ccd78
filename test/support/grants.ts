import { randomUUID } from 'node:crypto';
import { Client, type Answer, type Json } from './client.js';
import { businessNumber } from './funds.js';
import { voucherProgramme } from './vouchers.js';

/** What was made, or why it was not. */
export function made(what: string, answer: Answer): Json {
  if (answer.status !== 201 && answer.status !== 200) throw new Error(`${what} answered ${answer.status}: ${answer.bytes.toString()}`);
  return answer.body;
}

export interface CallOptions {
  readonly kind?: string;
  readonly regime?: 'RND' | 'SUBSIDY';
  readonly fiscalYear?: number;
  /** Zero: no budget is decided. */
  readonly budgetWon?: string;
  readonly terms?: Readonly<Record<string, string>>;
  readonly changes?: Json;
  /** Default: a programme of its own, so that no other spec shares the call or its numbers. */
  readonly programmeId?: string;
}

export interface TestCall {
  readonly id: string;
  readonly programmeId: string;
  readonly book: string;
  /** The key of an account of its book: `account('grant.line', lineId)`. */
  readonly account: (chart: string, part?: string) => string;
}

/** A call for prototypes of 2021 under the innovation act with 6.2 billion won of budget, unless `options` say otherwise. */
export async function openedCall(options: CallOptions = {}): Promise<TestCall> {
  const { kind = 'PROTOTYPE', regime = 'RND', fiscalYear = 2021, budgetWon = '6200000000', terms = {}, changes = {} } = options;
  const programmeId = options.programmeId ?? (await voucherProgramme());
  const finance = Client.as('finance');
  const decided = Object.entries(terms).map(([key, value]) => ({ key, value, clause: '시험 공고', source: 'NOTICE' }));
  const { id } = made('opening the call', await finance.post('/grant-calls', { kind, regime, fiscalYear, agency: '시험 전문기관', programmeId, terms: decided, ...changes })) as { id: string };
  if (budgetWon !== '0') await decideBudget(id, fiscalYear, budgetWon);
  const book = `grant/${id}`;
  return { id, programmeId, book, account: (chart, part) => [book, chart, ...(part === undefined ? [] : [part])].join('/') };
}

/** Budget of a fiscal year, approved by the National Assembly. */
export async function decideBudget(callId: string, fiscalYear: number, amountWon: string): Promise<void> {
  const budget = { fiscalYear, stage: 'APPROVED', amountWon, decidedOn: `${fiscalYear}-01-02`, clause: '국회확정' };
  made('deciding the budget', await Client.as('finance').post(`/grant-calls/${callId}/budget`, budget));
}

const source = (name: string, resource: string, amountWon: string, fiscalYear = 2021): Json => ({ stage: 1, fiscalYear, source: name, resource, amountWon });
const line = (code: string, amountWon: string, resource = 'CASH', fiscalYear = 2021): Json => ({ stage: 1, fiscalYear, code, resource, amountWon });

/** An SME at both limits of 별표 1 (TV-12): 150 million of the government, 5 million own cash, 45 million in kind, over 2021. */
export function agreementForm(changes: Json = {}): Json {
  return {
    organisation: { name: `(주)협약 ${randomUUID().slice(0, 8)}`, businessNumber: businessNumber() },
    institution: 'SME',
    title: '초소형 센서 시작품 제작',
    investigator: '김책임',
    agreedOn: '2021-03-02',
    periodFrom: '2021-03-02',
    periodTo: '2021-12-31',
    sources: [source('GOVERNMENT', 'CASH', '150000000'), source('OWN', 'CASH', '5000000'), source('OWN', 'IN_KIND', '45000000')],
    lines: [line('D1', '30000000'), line('D1', '45000000', 'IN_KIND'), line('D4', '80000000'), line('D8', '25000000'), line('D9', '5000000'), line('I2', '15000000')],
    ...changes,
  };
}

/** A subsidy: 90 million of the state, 10 million own cash, on lines of the Subsidy Act. */
export function subsidyForm(changes: Json = {}): Json {
  return agreementForm({ title: '지역 실증', sources: [source('GOVERNMENT', 'CASH', '90000000'), source('OWN', 'CASH', '10000000')], lines: [line('S2', '60000000'), line('S3', '40000000')], ...changes });
}

export interface TestAgreement {
  readonly id: string;
  readonly number: string;
  /** The id of a line by `code` or `code/IN_KIND`, of stage 1. */
  readonly lineOf: (name: string) => string;
}

/** An agreement concluded over the API. */
export async function concludedAgreement(callId: string, changes: Json = {}, form: (changes: Json) => Json = agreementForm): Promise<TestAgreement> {
  const finance = Client.as('finance');
  const { id, number } = made('concluding the agreement', await finance.post(`/grant-calls/${callId}/agreements`, form(changes))) as { id: string; number: string };
  const { lines } = made('the agreement', await finance.get(`/grant-agreements/${id}`)) as { lines: { id: string; stage: number; code: string; resource: string }[] };
  const lineOf = (name: string): string => {
    const [code, resource = 'CASH'] = name.split('/');
    const found = lines.find((each) => each.stage === 1 && each.code === code && each.resource === resource);
    if (found === undefined) throw new Error(`no line ${name} in ${number}`);
    return found.id;
  };
  return { id, number, lineOf };
}

/** Plans tranches of an agreement; the answer are their ids in turn. */
export async function plannedTranches(agreementId: string, amounts: readonly string[], conditions: readonly Json[][] = []): Promise<string[]> {
  const finance = Client.as('finance');
  const tranches = amounts.map((amountWon, index) => ({ fiscalYear: 2021, label: `${index + 1}차`, amountWon, plannedOn: '2021-04-01', conditions: conditions[index] ?? [] }));
  made('the plan', await finance.post(`/grant-agreements/${agreementId}/tranches`, { tranches }));
  const listed = made('the tranches', await finance.get(`/grant-agreements/${agreementId}/tranches`)) as { tranches: { id: string; state: string }[] };
  return listed.tranches.filter(({ state }) => state === 'PLANNED').map(({ id }) => id);
}

/** A tranche that was asked for by the maker and decided by the checker: owed, and not paid yet. */
export async function decidedTranche(agreementId: string, amountWon: string): Promise<string> {
  const [id = ''] = await plannedTranches(agreementId, [amountWon]);
  made('the request', await Client.as('finance').post(`/grant-tranches/${id}/request`, {}));
  made('the decision', await Client.as('checker').post(`/grant-tranches/${id}/decision`, { amountWon, payFrom: '2021-04-05' }));
  return id;
}

/** Own cash that came in on the account of a project. */
export async function receivedOwnShare(agreementId: string, amountWon: string): Promise<string> {
  return made('own cash', await Client.as('finance').post(`/grant-agreements/${agreementId}/own-shares`, { amountWon, receivedOn: '2021-03-15', reference: '2021-03-15 입금' })).id as string;
}
