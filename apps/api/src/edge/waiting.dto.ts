import { BilingualDto, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, VerdictDto } from '#libs/http';

export class WaitingRequestDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownInteger()
  version!: number;

  @ShownObject(() => BilingualDto)
  title!: BilingualDto;

  @ShownText({ description: 'PENDING, or how it ended without being executed: RETURNED, RECALLED, FAILED, EXPIRED' })
  state!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownFlag({ description: 'True when this repeats the answer to the same key' })
  replayed!: boolean;
}

/** What every write may answer with instead of its result: it is stored and waits for signatures. */
export class WaitingDto {
  @ShownObject(() => WaitingRequestDto)
  approval!: WaitingRequestDto;
}
