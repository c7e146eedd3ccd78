import { Client, type Answer, type Json } from './client.js';

export const REASON = '시험 사유입니다';

/** A deed on a voucher, by finance; with no body but a reason unless more is said. */
export const deed = (voucherId: string, verb: string, body: Json = {}, ask = {}): Promise<Answer> => Client.as('finance').post(`/vouchers/${voucherId}/${verb}`, { reason: REASON, ...body }, ask);

export const expire = (yearId: string, body: Json = {}, ask = {}): Promise<Answer> => Client.as('finance').post(`/voucher-years/${yearId}/expire`, body, ask);

export const voucherPage = async (voucherId: string): Promise<Json> => (await Client.as('auditor').get(`/vouchers/${voucherId}`)).body;

/** Some figures of a voucher, as its page shows them. */
export async function figuresOf(voucherId: string): Promise<Record<'state' | 'given' | 'available' | 'held' | 'captured' | 'expired' | 'revoked' | 'own', string>> {
  const { voucher } = await voucherPage(voucherId);
  return {
    state: voucher.state, given: voucher.givenWon, available: voucher.availableWon, held: voucher.heldWon, captured: voucher.capturedWon,
    expired: voucher.expiredWon, revoked: voucher.revokedWon, own: voucher.ownLeftWon,
  };
}
