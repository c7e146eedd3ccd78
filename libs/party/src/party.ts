import type { LocalDate } from '#libs/calendar';

export const PARTY_KINDS = ['COMPANY', 'INSTITUTION', 'FUND_OF_FUNDS', 'BANK', 'PUBLIC_BODY', 'PERSON'] as const;

export type PartyKind = (typeof PARTY_KINDS)[number];

/** Those that have a business number and an account of their own. */
export const ORGANISATION_KINDS = ['COMPANY', 'INSTITUTION', 'PUBLIC_BODY', 'BANK'] as const satisfies readonly PartyKind[];

/** Somebody the programme deals with. Told apart by the business registration number, and by name where there is none. */
export interface PartyDraft {
  readonly kind: PartyKind;
  readonly name: string;
  /** Ten digits, checked. */
  readonly businessNumber: string | null;
  readonly corporateNumber: string | null;
  readonly incorporatedOn: LocalDate | null;
}

/** How a draft is found again among what is recorded. */
export function partyKey(draft: Pick<PartyDraft, 'name' | 'businessNumber'>, matchName: string): string {
  return draft.businessNumber ?? `name:${matchName}`;
}
