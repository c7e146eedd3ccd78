import { BilingualDto, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownList, ShownObject, ShownText, ShownWon } from '#libs/http';
import { VoucherDto } from '../listing/listing.dto.js';
import { SERVICE_LIFE } from '../service/service.js';
import { ACTIONS } from './action.rules.js';

export class OfferedActionDto {
  @ShownChoice(ACTIONS)
  action!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownFlag()
  allowed!: boolean;

  @ShownObject(() => BilingualDto, { nullable: true, description: 'Why not, and what would cure it' })
  reason!: BilingualDto | null;
}

export class VoucherServiceDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownText({ nullable: true })
  name!: string | null;

  @ShownText()
  provider!: string;

  @ShownChoice(Object.keys(SERVICE_LIFE.states))
  state!: string;

  @ShownObject(() => BilingualDto)
  stateName!: BilingualDto;

  @ShownObject(() => BilingualDto, { nullable: true, description: 'The next step of its life; null where it has ended' })
  next!: BilingualDto | null;

  @ShownDate()
  contractedOn!: string;

  @ShownDate({ nullable: true })
  dueOn!: string | null;

  @ShownWon()
  supplyWon!: string;

  @ShownWon()
  governmentWon!: string;

  @ShownWon()
  selfWon!: string;

  @ShownWon()
  vatWon!: string;

  @ShownWon({ description: 'Public money decided to be paid and not returned' })
  capturedWon!: string;

  @ShownWon({ description: 'Principal of its clawbacks' })
  clawedBackWon!: string;

  @ShownText({ nullable: true })
  invoiceNumber!: string | null;
}

export class HappeningDto {
  @ShownInstant()
  at!: string;

  @ShownDate({ description: 'Business date' })
  on!: string;

  @ShownChoice(['VOUCHER', 'SERVICE', 'DEPOSIT', 'RETURN', 'REFUND', 'CLAWBACK', 'MOVEMENT'])
  kind!: string;

  @ShownText()
  event!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownText({ nullable: true, description: 'The service or clawback it happened to' })
  subject!: string | null;

  @ShownWon({ nullable: true })
  amountWon!: string | null;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownText()
  actor!: string;

  @ShownId()
  commandId!: string;

  @ShownId({ nullable: true })
  approvalId!: string | null;
}

export class AccountLineDto {
  @ShownText()
  entryId!: string;

  @ShownDate()
  on!: string;

  @ShownText()
  posting!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownText()
  memo!: string;

  @ShownChoice(['PUBLIC', 'OWN'])
  lot!: string;

  @ShownWon({ description: 'Negative where it takes' })
  amountWon!: string;

  @ShownWon()
  balanceWon!: string;
}

export class RelativeDto {
  @ShownId()
  id!: string;

  @ShownText({ nullable: true })
  number!: string | null;

  @ShownChoice(['WHOLE', 'PART'])
  relation!: string;
}

export class VoucherPageDto {
  @ShownObject(() => VoucherDto)
  voucher!: VoucherDto;

  @ShownDate({ nullable: true, description: 'The last day to which it can be extended; null where it is not issued' })
  latestValidTo!: string | null;

  @ShownList(() => OfferedActionDto)
  actions!: OfferedActionDto[];

  @ShownList(() => VoucherServiceDto)
  services!: VoucherServiceDto[];

  @ShownList(() => HappeningDto, { description: 'The latest first' })
  history!: HappeningDto[];

  @ShownList(() => AccountLineDto)
  lines!: AccountLineDto[];

  @ShownList(() => RelativeDto)
  relatives!: RelativeDto[];
}
