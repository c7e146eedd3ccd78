import { Client, type Answer, type Json } from './client.js';
import { capturedService, today, yearInUse, type TestUse } from './services.js';
import type { VoucherYearOptions } from './vouchers.js';

/** A voucher of which 2,666,666 won were decided to be paid for a service, in a year of today. */
export interface PaidVoucher extends TestUse {
  readonly voucherId: string;
  readonly serviceId: string;
}

export async function paidVoucher(options: VoucherYearOptions = {}): Promise<PaidVoucher> {
  const use = await yearInUse(1, options);
  const voucherId = use.voucherIds[0] ?? '';
  return { ...use, voucherId, serviceId: await capturedService(voucherId, use.provider.id) };
}

/** 1,600,000 won were used for something else today, and the notice goes out today: no interest, a penalty of twice the gain. */
export const claimBack = (changes: Json = {}): Json => ({ ground: 'OFF_PURPOSE', principalWon: '1600000', improperOn: today(), noticeOn: today(), reason: '목적 외 사용 확인', ...changes });

export const decideClawback = (voucherId: string, changes: Json = {}, ask = {}): Promise<Answer> => Client.as('finance').post(`/vouchers/${voucherId}/clawbacks`, claimBack(changes), ask);

export const collect = (clawbackId: string, verb: string, body: Json = {}, ask = {}): Promise<Answer> => Client.as('finance').post(`/clawbacks/${clawbackId}/${verb}`, body, ask);

export const clawbackPage = async (clawbackId: string): Promise<Json> => (await Client.as('auditor').get(`/clawbacks/${clawbackId}`)).body;

/** A clawback that was decided on; the answer is its id. */
export async function decidedClawback(voucherId: string, changes: Json = {}): Promise<string> {
  const { status, body, bytes } = await decideClawback(voucherId, changes);
  if (status !== 201) throw new Error(`the clawback answered ${status}: ${bytes.toString()}`);
  return body.id as string;
}

/** Records money for a clawback; the answer is its receipt. */
export async function receivedClawback(clawbackId: string, amountWon: string): Promise<string> {
  const movements = async (): Promise<Json[]> => (await clawbackPage(clawbackId)).movements as Json[];
  const before = new Set((await movements()).map(({ id }) => id as string));
  const { status, bytes } = await collect(clawbackId, 'receive', { amountWon, valueOn: today() });
  if (status !== 201) throw new Error(`the receipt answered ${status}: ${bytes.toString()}`);
  return (await movements()).map(({ id }) => id as string).find((id) => !before.has(id)) ?? '';
}
