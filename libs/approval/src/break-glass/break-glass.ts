/** An emergency: for whom, for what, until when, and everything that was done in it. */
export interface BreakGlass {
  readonly id: string;
  readonly userId: string;
  readonly userName: string;
  readonly commands: readonly string[];
  readonly reason: string;
  readonly openedAt: Date;
  readonly openUntil: Date;
  readonly uses: readonly { readonly commandId: string; readonly command: string; readonly at: string }[];
}
