import { api, dataOf } from '../../api/client.js';
import type { components, paths } from '../../api/schema.js';
import { registerDoor } from '../call-register/call-register.requests.js';

type Schemas = components['schemas'];
type PasteQuery = NonNullable<paths['/api/grant-registers/paste']['post']['parameters']['query']>;

export type GrantRegisterResult = Schemas['GrantRegisterResultDto'];
type RegisterSheet = Schemas['PasteGrantRegisterDto']['sheet'];

export const REGISTER_SHEETS: readonly RegisterSheet[] = ['집행', '협약', '예산', '지급', '이자', '정산보고'];

/** What a call is opened by. */
export type CallOpening = { readonly kind: string; readonly agency: string; readonly name?: string };

export const grantRegisters = registerDoor<RegisterSheet, CallOpening, GrantRegisterResult>('/api/grant-registers', (query, body, header) =>
  dataOf(api.POST('/api/grant-registers/paste', { params: { query: query as PasteQuery, header }, body })),
);
