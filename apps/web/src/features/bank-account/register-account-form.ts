import type { TypedAccount } from './account-fields.js';

/** Whose account it is: somebody on record, or an organisation that is taken up with it. */
export interface RegisterAccountForm extends TypedAccount {
  partyId: string;
  organisation: { name: string; businessNumber: string; kind: string };
}
