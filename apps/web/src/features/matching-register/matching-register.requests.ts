import { api, dataOf } from '../../api/client.js';
import type { components, paths } from '../../api/schema.js';
import { registerDoor } from '../call-register/call-register.requests.js';

type Schemas = components['schemas'];
type PasteQuery = NonNullable<paths['/api/matching-registers/paste']['post']['parameters']['query']>;

export type MatchingRegisterResult = Schemas['MatchingRegisterResultDto'];
type RegisterSheet = Schemas['PasteMatchingRegisterDto']['sheet'];

export const REGISTER_SHEETS: readonly RegisterSheet[] = ['과제', '민간입금', '정부지급', '집행잔액'];

/** What a pool is opened by. */
export type PoolOpening = { readonly agency: string; readonly name?: string };

export const matchingRegisters = registerDoor<RegisterSheet, PoolOpening, MatchingRegisterResult>('/api/matching-registers', (query, body, header) =>
  dataOf(api.POST('/api/matching-registers/paste', { params: { query: query as PasteQuery, header }, body })),
);
