/** What a claim rests on that comes from no settlement and no sanction, as its notice shows it. */
export interface RecoveryGround {
  /** Title of the notice. */
  readonly title: string;
  /** Of what it follows, e.g. the number of a decision. */
  readonly reference: string;
  /** Step by step; whole won as text of digits. */
  readonly working: readonly { readonly label: string; readonly amountWon: string; readonly ground: string }[];
  /** What was found to go back, before the notice dropped its last won. */
  readonly totalWon: string;
}
