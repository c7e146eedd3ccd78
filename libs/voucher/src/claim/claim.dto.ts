import { ChoiceField, DateField, FlagField, ObjectField, ShownFlag, ShownId, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { UseSplitDto } from '../contract/contract.dto.js';
import { ServiceEffectDto, VoucherMoneyDto } from '../service/service.dto.js';

export class ClaimServiceDto {
  @TextField({ max: 40, description: 'Approval number of the tax invoice: 24 characters, hyphens and spaces ignored' })
  invoiceNumber!: string;

  @DateField({ description: 'Date on the invoice' })
  invoicedOn!: string;

  @WonField({ optional: true, description: 'Supply price as the invoice states it; default: what was contracted' })
  supplyWon?: string;

  @WonField({ min: 0n, optional: true, description: 'VAT as the invoice states it; default: what the rate makes of the supply price' })
  vatWon?: string;

  @WonField({ min: 0n, optional: true })
  brokerFeeWon?: string;

  @DateField({ optional: true, description: 'Default: today' })
  claimedOn?: string;

  @FlagField({ optional: true, description: 'Only show the split and what the rules say' })
  dryRun?: boolean;
}

export class ClaimedServiceDto {
  @ShownId()
  id!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownText()
  invoiceNumber!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownObject(() => UseSplitDto)
  split!: UseSplitDto;

  @ShownWon({ description: 'Of what the contract holds, given back when the claim is approved' })
  toBeReleasedWon!: string;

  @ShownObject(() => VoucherMoneyDto)
  money!: VoucherMoneyDto;
}

/** Won of each lot: public money, the company's own share, VAT. */
export class LotsInput {
  @WonField({ min: 0n })
  publicWon!: string;

  @WonField({ min: 0n })
  selfWon!: string;

  @WonField({ min: 0n })
  vatWon!: string;
}

export const REFUND_KINDS = ['WHOLE', 'PART', 'PRO_RATA'] as const;

export class RefundServiceDto {
  @ChoiceField(REFUND_KINDS, { description: 'WHOLE: all that stands. PART: lot by lot as decided. PRO_RATA: a credit note over a supply price, shared as it was paid.' })
  kind!: string;

  @ObjectField(() => LotsInput, { optional: true, description: 'For PART' })
  lots?: LotsInput;

  @WonField({ min: 0n, optional: true, description: 'For PRO_RATA: supply price on the credit note' })
  supplyWon?: string;

  @WonField({ min: 0n, optional: true, description: 'For PRO_RATA: VAT on the credit note; default 0' })
  vatWon?: string;

  @DateField({ optional: true, description: 'The day on which the money came back; default: today' })
  returnedOn?: string;

  @TextField({ min: 2, max: 500 })
  reason!: string;

  @FlagField({ optional: true, description: 'Only show what would be posted' })
  dryRun?: boolean;
}

export class ReverseCaptureDto {
  @TextField({ min: 2, max: 500 })
  reason!: string;

  @FlagField({ optional: true, description: 'Only show what would be posted' })
  dryRun?: boolean;
}

export class UseLotsDto {
  @ShownWon({ description: 'Back to the voucher, or to the programme once the voucher has ended' })
  publicWon!: string;

  @ShownWon({ description: "Back to the company's lot, as far as it came out of it" })
  selfWon!: string;

  @ShownWon({ description: 'Back to the company, outside of these books' })
  vatWon!: string;
}

export class ReturnedDto extends ServiceEffectDto {
  @ShownObject(() => UseLotsDto)
  returned!: UseLotsDto;
}
