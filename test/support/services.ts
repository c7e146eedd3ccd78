import { randomBytes } from 'node:crypto';
import { registered } from './bank-accounts.js';
import { Client, type Answer, type Json } from './client.js';
import { designated } from './paying-accounts.js';
import { withSql } from './sql.js';
import { issuedVouchers, openVoucherYear, registerBroker, registerProvider, type IssuedOptions, type TestProvider, type TestYear, type VoucherYearOptions } from './vouchers.js';

/** Today in Seoul, on whatever day the specs run. */
export const today = (): string => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);

/** The approval number of an invoice that nobody has used. */
export const invoiceNumber = (): string => randomBytes(12).toString('hex');

function done(what: string, answer: Answer): Json {
  if (answer.status !== 200 && answer.status !== 201) throw new Error(`${what} answered ${answer.status}: ${answer.bytes.toString()}`);
  return answer.body;
}

/** A provider that can be paid: its account bears its name. */
export interface PayableProvider extends TestProvider {
  readonly name: string;
  readonly accountId: string;
  readonly accountNumber: string;
}

export async function payableProvider(yearId: string): Promise<PayableProvider> {
  const name = `시험 공급기관 ${randomBytes(4).toString('hex')}`;
  const provider = await registerProvider(yearId, { name });
  const account = await registered({ partyId: provider.partyId, holder: name });
  return { ...provider, name, accountId: account.id, accountNumber: account.number };
}

/** A year of today with one provider and issued vouchers of 5 million won, all of it dated today: so it can be paid. */
export interface TestUse {
  readonly year: TestYear;
  readonly provider: PayableProvider;
  readonly voucherIds: readonly string[];
  /** Of KTTN vouchers; null where nobody brokers. */
  readonly brokerId: string | null;
}

export async function yearInUse(count = 1, options: VoucherYearOptions = {}, issued: IssuedOptions = {}): Promise<TestUse> {
  const on = today();
  const year = await openVoucherYear({ fiscalYear: Number(on.slice(0, 4)), ...options });
  const provider = await payableProvider(year.id);
  await designated(year.book);
  const application = { receivedOn: on, contractOn: on, ...(issued.application as object | undefined) };
  const brokerId = options.kind === 'KTTN' ? await registerBroker(year.id) : null;
  if (count === 0) return { year, provider, brokerId, voucherIds: [] };
  const brokered = brokerId === null ? {} : { brokerId };
  return { year, provider, brokerId, voucherIds: await issuedVouchers(year.id, count, { agreedOn: on, issuedOn: on, ...brokered, ...issued, application }) };
}

/** The bill of TV-10: 3,333,333 won of which public money bears 2,666,666. */
export function contractForm(providerId: string, changes: Json = {}): Json {
  return { providerId, name: '시제품 시험분석', supplyWon: '3333333', contractedOn: today(), ...changes };
}

export const contract = (voucherId: string, providerId: string, changes: Json = {}, ask = {}): Promise<Answer> =>
  Client.as('finance').post(`/vouchers/${voucherId}/services`, contractForm(providerId, changes), ask);

export const step = (serviceId: string, verb: string, body: Json = {}, ask = {}): Promise<Answer> => Client.as('finance').post(`/services/${serviceId}/${verb}`, body, ask);

/** A service that was contracted; the answer is its id. */
export async function contractedService(voucherId: string, providerId: string, changes: Json = {}): Promise<string> {
  return done('the contract', await contract(voucherId, providerId, changes)).id as string;
}

/** A service that waits for its bill. */
export async function inspectedService(voucherId: string, providerId: string, changes: Json = {}): Promise<string> {
  const id = await contractedService(voucherId, providerId, changes);
  done('the delivery', await step(id, 'deliver', { brokerReportedOn: today() }));
  done('the acceptance', await step(id, 'accept', { rating: 5 }));
  done('the inspection', await step(id, 'inspect'));
  return id;
}

export const claimForm = (changes: Json = {}): Json => ({ invoiceNumber: invoiceNumber(), invoicedOn: today(), ...changes });

/** A service whose bill waits for a decision. */
export async function claimedService(voucherId: string, providerId: string, changes: Json = {}, claim: Json = {}): Promise<string> {
  const id = await inspectedService(voucherId, providerId, changes);
  done('the claim', await step(id, 'claim', claimForm(claim)));
  return id;
}

export const capture = (serviceId: string, ask = {}, body: Json = {}): Promise<Answer> => Client.as('checker').post(`/services/${serviceId}/capture`, body, ask);

/** A service that is owed to its provider. */
export async function capturedService(voucherId: string, providerId: string, changes: Json = {}, claim: Json = {}): Promise<string> {
  const id = await claimedService(voucherId, providerId, changes, claim);
  done('the capture', await capture(id));
  return id;
}

/** A service that has been paid, with the run in which it was. */
export async function paidService(use: TestUse, voucherId: string, changes: Json = {}): Promise<{ id: string; runId: string }> {
  const id = await capturedService(voucherId, use.provider.id, changes);
  return { id, runId: (await paidRun(use.year.id, [id])).id };
}

/** What is owed for these services, as runs know it. */
export const debtsOf = (serviceIds: readonly string[]): Promise<string[]> =>
  withSql('OWNER', async (sql) => (await sql.query<{ id: string }>(`select payable_id as id from payable_state where kind = 'voucher.claim' and subject_id = any ($1) and state <> 'WITHDRAWN' order by payable_id`, [serviceIds])).rows.map(({ id }) => id));

export interface TestRun {
  readonly id: string;
  readonly number: string;
  readonly totalWon: string;
}

/** Drafts a run of these services as its preview shows it. */
export async function draftedRun(yearId: string, serviceIds: readonly string[], changes: Json = {}): Promise<TestRun> {
  const finance = Client.as('finance');
  const body = { book: `voucher/${yearId}`, payableIds: await debtsOf(serviceIds), ...changes };
  const { totalWon } = done('the preview', await finance.post('/payment-runs', { ...body, dryRun: true })) as TestRun;
  return done('the draft', await finance.post('/payment-runs', { ...body, totalWon })) as TestRun;
}

/** The same, released by a third person and given to the bank. */
export async function exportedRun(yearId: string, serviceIds: readonly string[]): Promise<TestRun> {
  const run = await draftedRun(yearId, serviceIds);
  done('the release', await release(run.id));
  const answer = await Client.as('finance').post(`/payment-runs/${run.id}/export`, { format: 'PAIN_001', reason: '은행 이체 접수' });
  if (answer.status !== 200) throw new Error(`the export answered ${answer.status}: ${answer.bytes.toString()}`);
  return run;
}

/** The same, and the bank has paid all of it. */
export async function paidRun(yearId: string, serviceIds: readonly string[]): Promise<TestRun> {
  const run = await exportedRun(yearId, serviceIds);
  done('the confirmation', await Client.as('finance').post(`/payment-runs/${run.id}/confirm`, { paidOn: today() }));
  return run;
}

export const release = (runId: string, ask = {}, body: Json = {}): Promise<Answer> => Client.as('director').post(`/payment-runs/${runId}/release`, body, ask);
export const stateOf = async (serviceId: string): Promise<string> => (await Client.as('auditor').get(`/services/${serviceId}`)).body.state as string;
