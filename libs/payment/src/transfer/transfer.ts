import type { LocalDate } from '#libs/calendar';
import type { PostalAddress } from '#libs/party';

/** One transfer as the bank is told of it. */
export interface Transfer {
  readonly lineNo: number;
  readonly payee: string;
  readonly businessNumber: string | null;
  /** Null: nobody recorded where the payee is. */
  readonly address: PostalAddress | null;
  readonly bankCode: string;
  /** Digits, in the open. */
  readonly account: string;
  readonly holder: string;
  readonly amountWon: bigint;
  /** What the payee reads. */
  readonly purpose: string;
}

/** Who pays, and where they are: a structured address, as ISO 20022 wants it. */
export interface Payer {
  readonly name: string;
  readonly businessNumber: string | null;
  readonly bankCode: string;
  readonly account: string;
  readonly address: PostalAddress;
}

/** A run as a bank is told of it. The same run gives the same bytes: nothing in it depends on when it is asked for. */
export interface TransferOrder {
  readonly runNumber: string;
  /** When the run was released. */
  readonly releasedAt: Date;
  readonly executeOn: LocalDate;
  readonly payer: Payer;
  readonly transfers: readonly Transfer[];
}

/** What the transfers come to; won. */
export const totalOf = ({ transfers }: Pick<TransferOrder, 'transfers'>): bigint => transfers.reduce((sum, { amountWon }) => sum + amountWon, 0n);
