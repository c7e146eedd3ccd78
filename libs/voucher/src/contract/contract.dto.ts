import { DateField, FlagField, IdField, ShownFlag, ShownId, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { ServiceEffectDto, VoucherMoneyDto } from '../service/service.dto.js';

export class ContractServiceDto {
  @IdField({ description: 'A provider registered for the year' })
  providerId!: string;

  @TextField({ max: 30, optional: true, description: 'Code of the service on the menu of the year' })
  menuCode?: string;

  @TextField({ max: 200, optional: true, description: 'Default: as the menu names it' })
  name?: string;

  @WonField({ description: 'Supply price, without VAT' })
  supplyWon!: string;

  @FlagField({ optional: true, description: 'Subject to VAT; default true' })
  taxable?: boolean;

  @DateField({ optional: true, description: 'Default: today' })
  contractedOn?: string;

  @DateField({ optional: true })
  dueOn?: string;

  @FlagField({ optional: true, description: 'Only show who would pay what, and what the rules say' })
  dryRun?: boolean;
}

export class ReassignServiceDto {
  @IdField({ description: 'Who stands in' })
  providerId!: string;

  @TextField({ min: 2, max: 500 })
  reason!: string;
}

export class CancelServiceDto {
  @TextField({ min: 2, max: 500 })
  reason!: string;

  @FlagField({ optional: true, description: 'Only show what would come free' })
  dryRun?: boolean;
}

/** Who pays what of a service, in won: public + own + VAT is what the provider gets. */
export class UseSplitDto {
  @ShownWon({ description: 'What public money would bear if the voucher had enough left' })
  entitledWon!: string;

  @ShownWon()
  governmentWon!: string;

  @ShownWon()
  selfWon!: string;

  @ShownWon({ description: 'Borne by the company, which may deduct it' })
  vatWon!: string;

  @ShownWon({ description: 'Entitlement that the voucher cannot cover; part of what the company bears' })
  shortWon!: string;

  @ShownWon({ description: 'What the provider gets in all' })
  providerWon!: string;
}

export class ContractedServiceDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownObject(() => UseSplitDto)
  split!: UseSplitDto;

  @ShownObject(() => VoucherMoneyDto)
  before!: VoucherMoneyDto;

  @ShownObject(() => VoucherMoneyDto)
  after!: VoucherMoneyDto;
}

export class CancelledServiceDto extends ServiceEffectDto {
  @ShownWon({ description: 'Public money that came free' })
  releasedWon!: string;
}
