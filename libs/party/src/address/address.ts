/** Where somebody is, in the elements that banks want to be told apart (ISO 20022 PostalAddress). */
export interface PostalAddress {
  readonly postCode: string;
  readonly street: string;
  /** Null where the place has no number. */
  readonly building: string | null;
  readonly town: string;
  /** ISO 3166, two letters. */
  readonly country: string;
}
