const HEADER = ['거래일', '입금액', '출금액', '잔액', '입금자', '적요', '거래번호'];

/** A movement of an account as the bank lists it. */
export interface Movement {
  readonly on: string;
  readonly deposit?: string;
  readonly withdrawal?: string;
  readonly balance?: string;
  readonly from?: string;
  readonly memo?: string;
  readonly reference?: string;
}

/** Rows as Excel puts them on the clipboard. */
export const statement = (...movements: readonly Movement[]): string =>
  [HEADER, ...movements.map(({ on, deposit, withdrawal, balance, from, memo, reference }) => [on, deposit, withdrawal, balance, from, memo, reference].map((cell) => cell ?? ''))].map((row) => row.join('\t')).join('\r\n');
