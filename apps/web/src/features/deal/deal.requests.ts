import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type ConvertInvestment = components['schemas']['ConvertInvestmentDto'];
export type RescindInvestment = components['schemas']['RescindInvestmentDto'];
export type RecordDealTrait = components['schemas']['RecordDealTraitDto'];
type Headers = { 'Idempotency-Key': string };

export async function convertInvestment(id: string, body: ConvertInvestment, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/investments/{id}/conversions', { params: { path: { id }, header }, body }));
}

export async function rescindInvestment(id: string, body: RescindInvestment, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/investments/{id}/rescission', { params: { path: { id }, header }, body }));
}

export async function recordDealTrait(id: string, body: RecordDealTrait, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/investments/{id}/traits', { params: { path: { id }, header }, body }));
}

/** What each instrument may become; what is not here cannot be converted. */
export const CONVERTS_INTO: Readonly<Record<string, readonly ConvertInvestment['instrument'][]>> = {
  RCPS: ['COMMON', 'CPS'],
  CPS: ['COMMON'],
  CB: ['COMMON', 'RCPS', 'CPS'],
  BW: ['COMMON', 'RCPS', 'CPS'],
  EB: ['COMMON', 'RCPS', 'CPS'],
  SAFE: ['COMMON', 'RCPS', 'CPS'],
  CONVERTIBLE_NOTE: ['COMMON', 'RCPS', 'CPS'],
};
