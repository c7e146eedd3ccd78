import { randomUUID } from 'node:crypto';
import { Client, type Answer, type Json } from './client.js';
import { businessNumber } from './funds.js';

/** What was made, or why it was not. */
function made(what: string, answer: Answer): Json {
  if (answer.status !== 201) throw new Error(`${what} answered ${answer.status}: ${answer.bytes.toString()}`);
  return answer.body;
}

export interface VoucherYearOptions {
  readonly kind?: 'AS' | 'KTTN';
  readonly fiscalYear?: number;
  /** Zero: no budget is decided. */
  readonly budgetWon?: string;
  readonly vouchers?: number;
  readonly companies?: number;
  /** Terms that differ from the defaults, as they are typed: `{ 'voucher.self-burden-channel': 'DIRECT' }`. */
  readonly terms?: Readonly<Record<string, string>>;
  readonly legalRegime?: string;
  /** Default: a programme of its own, so that no other spec shares the year. */
  readonly programmeId?: string;
}

export interface TestYear {
  readonly id: string;
  readonly programmeId: string;
  readonly book: string;
  /** The key of an account of its book: `account('voucher.balance', voucherId)`. */
  readonly account: (chart: string, part?: string) => string;
}

/** A voucher programme that nobody else knows of. */
export async function voucherProgramme(): Promise<string> {
  const code = `V-${randomUUID().slice(0, 8)}`;
  const founded = await Client.as('manager').post('/programmes', { code, nameKo: `바우처 시험 ${code}`, nameEn: `Vouchers ${code}`, horizonFrom: '2021-01-01', horizonTo: '2030-12-31' });
  return made('the programme', founded).id as string;
}

/**
 * A programme year with a budget that was approved by the National Assembly: 500 million won, 100 vouchers, 100 companies
 * in 2021 unless `options` say otherwise. Face value 5 million, self-burden 20 % paid in before the issue.
 */
export async function openVoucherYear(options: VoucherYearOptions = {}): Promise<TestYear> {
  const { kind = 'AS', fiscalYear = 2021, budgetWon = '500000000', vouchers = 100, companies = vouchers, terms = {}, legalRegime = 'PUBLIC_FINANCE' } = options;
  const programmeId = options.programmeId ?? (await voucherProgramme());
  const finance = Client.as('finance');
  const decided = Object.entries(terms).map(([key, value]) => ({ key, value, clause: '시험 공고', source: 'NOTICE' }));
  const { id } = made('opening the year', await finance.post('/voucher-years', { kind, fiscalYear, legalRegime, programmeId, terms: decided })) as { id: string };
  if (budgetWon !== '0') {
    const budget = { stage: 'APPROVED', amountWon: budgetWon, vouchers, companies, decidedOn: `${fiscalYear}-01-02`, clause: '국회확정' };
    made('deciding the budget', await finance.post(`/voucher-years/${id}/budget`, budget));
  }
  const book = `voucher/${id}`;
  return { id, programmeId, book, account: (chart, part) => [book, chart, ...(part === undefined ? [] : [part])].join('/') };
}

export interface TestProvider {
  readonly id: string;
  readonly partyId: string;
}

/** A provider of a year, registered on its first day. */
export async function registerProvider(yearId: string, changes: Json = {}): Promise<TestProvider> {
  const provider = { name: `시험 공급기관 ${randomUUID().slice(0, 8)}`, businessNumber: businessNumber(), registeredOn: '2021-01-04', ...changes };
  return made('the provider', await Client.as('finance').post(`/voucher-years/${yearId}/providers`, provider)) as TestProvider;
}

/** A broker of the programme of a year, registered without an end. */
export async function registerBroker(yearId: string, changes: Json = {}): Promise<string> {
  const broker = { number: `KB-${randomUUID().slice(0, 8)}`, name: '시험 중개인', organisation: '시험 기술거래기관', field: 'ICT', area: '수도권', registeredOn: '2021-01-04', ...changes };
  return made('the broker', await Client.as('finance').post(`/voucher-years/${yearId}/brokers`, broker)).id as string;
}

/** An application that no rule has anything against but that nobody asked the tax office; 2 June 2020 + 2 years lie after its receipt. */
export function applicationForm(changes: Json = {}): Json {
  return {
    company: { name: `(주)신청 ${randomUUID().slice(0, 8)}`, businessNumber: businessNumber() },
    receivedOn: '2021-03-02',
    receivedTime: '09:30',
    representative: '한대표',
    officers: '대표이사 한대표, 사내이사 김이사',
    contractNumber: `TT-${randomUUID().slice(0, 8)}`,
    contractOn: '2020-06-02',
    technology: `이전기술 ${randomUUID().slice(0, 8)}`,
    researcher: '박연구',
    institution: '시험연구원',
    requestedWon: '5000000',
    consented: true,
    ...changes,
  };
}

/** Applies for a voucher of the year; the answer is its id. */
export async function appliedVoucher(yearId: string, changes: Json = {}): Promise<string> {
  return made('the application', await Client.as('finance').post(`/voucher-years/${yearId}/applications`, applicationForm(changes))).voucherId as string;
}

const done = (what: string, answer: Answer): Json => {
  if (answer.status !== 200 && answer.status !== 201) throw new Error(`${what} answered ${answer.status}: ${answer.bytes.toString()}`);
  return answer.body;
};

/** Screens applications and has two members of the committee score each of them, free of conflicts. */
export async function evaluate(yearId: string, scores: Readonly<Record<string, string>>): Promise<void> {
  const ids = Object.keys(scores);
  done('the screening', await Client.as('finance').post(`/voucher-years/${yearId}/screenings`, { applications: ids.map((voucherId) => ({ voucherId })) }));
  for (const evaluator of ['committee1', 'committee2'] as const) {
    const client = Client.as(evaluator);
    done('the declarations', await client.post(`/voucher-years/${yearId}/declarations`, { declarations: ids.map((voucherId) => ({ voucherId, conflicted: false })) }));
    done('the scores', await client.post(`/voucher-years/${yearId}/scores`, { scores: ids.map((voucherId) => ({ voucherId, score: scores[voucherId] })) }));
  }
}

/** Whom a ranking selects, as a decision names them. */
export const promises = (ranking: Json): Json[] =>
  (ranking.ranked as Json[]).filter(({ outcome }) => outcome === 'SELECTED').map(({ voucherId, amountWon }) => ({ voucherId, amountWon }));

/** Decides on the selection as the preview shows it. */
export async function select(yearId: string, decision: Json = {}): Promise<Json> {
  const finance = Client.as('finance');
  const body = { decidedOn: '2021-03-20', ...decision };
  const ranking = done('the ranking', await finance.post(`/voucher-years/${yearId}/selection`, { ...body, dryRun: true }));
  return done('the selection', await finance.post(`/voucher-years/${yearId}/selection`, { ...body, selected: promises(ranking) }));
}

/** `count` vouchers that were selected, best first. */
export async function selectedVouchers(yearId: string, count = 1, changes: Json = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let each = 0; each < count; each += 1) ids.push(await appliedVoucher(yearId, changes));
  await evaluate(yearId, Object.fromEntries(ids.map((id, index) => [id, String(95 - (index % 60))])));
  await select(yearId);
  return ids;
}

export interface AgreedOptions {
  readonly amountWon?: string;
  readonly brokerId?: string;
  /** Nothing is paid in when false, or where the company pays its share itself. */
  readonly deposited?: boolean;
  readonly agreedOn?: string;
  /** What the applications say otherwise. */
  readonly application?: Json;
}

/** Vouchers that were agreed on, with the own money of the company paid in: ready to be issued. */
export async function agreedVouchers(yearId: string, count = 1, options: AgreedOptions = {}): Promise<string[]> {
  const { amountWon = '5000000', brokerId, deposited = true, agreedOn = '2021-04-01' } = options;
  const finance = Client.as('finance');
  const ids = await selectedVouchers(yearId, count, options.application);
  const vouchers = ids.map((voucherId) => ({ voucherId, amountWon, ...(brokerId === undefined ? {} : { brokerId }) }));
  const rows = done('the agreements', await finance.post(`/voucher-years/${yearId}/agreements`, { agreedOn, vouchers })) as { voucherId: string; agreed: boolean; selfBurdenWon: string }[];
  if (rows.some(({ agreed }) => !agreed)) throw new Error(`not agreed: ${JSON.stringify(rows)}`);
  const deposits = rows.filter(({ selfBurdenWon }) => selfBurdenWon !== '0').map(({ voucherId, selfBurdenWon }) => ({ voucherId, amountWon: selfBurdenWon, valueOn: agreedOn }));
  if (deposited && deposits.length > 0) done('the deposits', await finance.post(`/voucher-years/${yearId}/own-money-deposits`, { deposits }));
  return ids;
}

/** One of them. */
export const agreedVoucher = async (yearId: string, options: AgreedOptions = {}): Promise<string> => (await agreedVouchers(yearId, 1, options))[0] ?? '';

export interface IssuedOptions extends AgreedOptions {
  readonly issuedOn?: string;
  readonly validTo?: string;
}

/** Issues vouchers that were agreed on; the answer is what came of it. */
export async function issueVouchers(yearId: string, voucherIds: readonly string[], options: IssuedOptions = {}): Promise<Json> {
  const { amountWon = '5000000', issuedOn = '2021-05-03', validTo } = options;
  const vouchers = voucherIds.map((voucherId) => ({ voucherId, amountWon, ...(validTo === undefined ? {} : { validTo }) }));
  const body = { issuedOn, amountWon: String(BigInt(amountWon) * BigInt(voucherIds.length)), vouchers };
  return done('the issue', await Client.as('finance').post(`/voucher-years/${yearId}/issues`, body));
}

/** Vouchers that were issued: good from 3 May 2021 on. */
export async function issuedVouchers(yearId: string, count = 1, options: IssuedOptions = {}): Promise<string[]> {
  const ids = await agreedVouchers(yearId, count, options);
  const { refused } = (await issueVouchers(yearId, ids, options)) as { refused: Json[] };
  if (refused.length > 0) throw new Error(`not issued: ${JSON.stringify(refused)}`);
  return ids;
}

/** One of them. */
export const issuedVoucher = async (yearId: string, options: IssuedOptions = {}): Promise<string> => (await issuedVouchers(yearId, 1, options))[0] ?? '';
