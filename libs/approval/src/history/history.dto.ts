import { BilingualDto, ShownChoice, ShownId, ShownInstant, ShownList, ShownObject, ShownText } from '#libs/http';

export class HistoryVerdictDto {
  @ShownText()
  rule!: string;

  @ShownText()
  clause!: string;

  @ShownChoice(['PASS', 'WARN', 'BLOCK'])
  result!: string;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;
}

export class HistorySignatureDto {
  @ShownText()
  signerName!: string;

  @ShownText({ nullable: true })
  forName!: string | null;

  @ShownChoice(['SIGNED', 'RETURNED'])
  decision!: string;

  @ShownInstant()
  at!: string;

  @ShownText({ nullable: true })
  opinion!: string | null;

  @ShownText({ description: 'SHA-256 of what the signer saw' })
  contentHash!: string;
}

export class HistoryEntryDto {
  @ShownId()
  commandId!: string;

  @ShownText()
  command!: string;

  @ShownObject(() => BilingualDto)
  title!: BilingualDto;

  @ShownText()
  actorName!: string;

  @ShownText()
  actorLogin!: string;

  @ShownChoice(['DONE', 'SUBMITTED', 'REFUSED'])
  outcome!: string;

  @ShownInstant()
  actedAt!: string;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownId({ nullable: true })
  approvalId!: string | null;

  @ShownText({ nullable: true })
  approvalNumber!: string | null;

  @ShownObject(() => BilingualDto, { nullable: true, description: 'Why it was refused' })
  problem!: BilingualDto | null;

  @ShownList(() => HistoryVerdictDto)
  verdicts!: HistoryVerdictDto[];

  @ShownList(() => HistorySignatureDto)
  signatures!: HistorySignatureDto[];
}
