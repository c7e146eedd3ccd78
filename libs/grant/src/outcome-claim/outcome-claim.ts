import type { LocalDate } from '#libs/calendar';
import type { Bilingual, Details } from '#libs/errors';

/** What of the time after a project the Treasury has a part in. */
export type OutcomeGround = 'ROYALTY' | 'ASSET_PROCEEDS';

export const OUTCOME_GROUNDS: Readonly<Record<OutcomeGround, Bilingual & { readonly prefix: string }>> = {
  ROYALTY: { ko: '정부납부기술료', en: 'Government royalty', prefix: 'RY' },
  ASSET_PROCEEDS: { ko: '자산 처분수입 정부 몫', en: 'Government’s part of proceeds', prefix: 'AP' },
};

/** The kind under which the desk of the bank knows what came for a notice. */
export const OUTCOME_MOVE = 'grant.outcome-receipt';

export interface OutcomeReceipt {
  readonly id: string;
  /** Won, as digits. */
  readonly amountWon: string;
  readonly valueOn: LocalDate;
  readonly bankReference: string | null;
  /** It was none: why it was reversed. */
  readonly reversedFor: string | null;
}

/** A notice to an institution and what came for it; amounts in won, as digits. */
export interface OutcomeClaim {
  readonly id: string;
  readonly callId: string;
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly agreementTitle: string;
  readonly number: string;
  readonly ground: OutcomeGround;
  /** Of a royalty. */
  readonly year: number | null;
  readonly capWon: string | null;
  /** Of proceeds. */
  readonly disposalId: string | null;
  readonly assetName: string | null;
  readonly debtorId: string;
  readonly debtor: string;
  readonly debtorNumber: string | null;
  /** By the formula, before tens of won are cut off. */
  readonly computedWon: string;
  readonly amountWon: string;
  readonly noticeOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly working: Details;
  readonly knownAt: Date;
  readonly receipts: readonly OutcomeReceipt[];
}

export interface OutcomeRemittance {
  readonly id: string;
  readonly amountWon: string;
  readonly remittedOn: LocalDate;
  readonly treasuryNumber: string;
}

/** What is still open of a claim, by the receipts that stand; won. */
export const openOf = (claim: Pick<OutcomeClaim, 'amountWon' | 'receipts'>): bigint =>
  claim.receipts.reduce((open, { amountWon, reversedFor }) => (reversedFor === null ? open - BigInt(amountWon) : open), BigInt(claim.amountWon));
