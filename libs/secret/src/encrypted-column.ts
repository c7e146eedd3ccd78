/**
 * A column that holds nothing but values of `Keyring.encrypt`. Each feature names its own, the composition root joins them:
 * what is not on that list is not carried over to a new key.
 */
export interface EncryptedColumn {
  readonly table: string;
  /** The one column of the primary key. */
  readonly key: string;
  readonly column: string;
  /** As it is given to `encrypt`. */
  readonly purpose: string;
  /** Where a keyed hash of the value is kept beside it for finding it again. */
  readonly index?: BlindIndexColumns;
}

export interface BlindIndexColumns {
  readonly column: string;
  /** The name of the key that the hash was made with. */
  readonly keyColumn: string;
  readonly purpose: string;
  /** What of the readable value is hashed. */
  readonly text: (plain: string) => string;
}
