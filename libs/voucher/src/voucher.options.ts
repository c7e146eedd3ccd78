/** Injection token of the `VoucherOptions`. */
export const VOUCHER_OPTIONS = Symbol('VoucherOptions');

export interface VoucherOptions {
  /** Whether the program lets vouchers lapse by itself on the day after their last one; otherwise somebody asks for it. */
  readonly expiresDaily: boolean;
}
