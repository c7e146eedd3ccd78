import { BilingualDto, ShownChoice, ShownId, ShownList, ShownObject, ShownText, ShownWon } from '#libs/http';

/** What a project's private money allows, and what was released; won. */
export class RoomBalancesDto {
  @ShownWon({ description: 'What the private money that counts allows in all' })
  allowedWon!: string;

  @ShownWon({ description: 'May still be released' })
  roomWon!: string;

  @ShownWon({ description: 'Decided to be paid and not claimed back' })
  releasedWon!: string;

  @ShownWon({ description: 'Released beyond what is allowed' })
  overReleasedWon!: string;
}

export class RoomAlertDto {
  @ShownChoice(['UNPROVEN', 'FLAGGED', 'PRIVATE_LATE', 'OVER_RELEASED'])
  code!: string;

  @ShownWon()
  amountWon!: string;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;
}

export class RoomStandingDto extends RoomBalancesDto {
  @ShownId()
  agreementId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  title!: string;

  @ShownText()
  company!: string;

  @ShownText()
  performer!: string;

  @ShownWon()
  privateWon!: string;

  @ShownWon()
  governmentWon!: string;

  @ShownWon({ description: 'Proven, and nothing stands against it' })
  countedWon!: string;

  @ShownWon({ description: 'Proven and counted as nothing' })
  uncountedWon!: string;

  @ShownWon({ description: 'Said to have come in, without a receipt' })
  unprovenWon!: string;

  @ShownWon()
  withdrawnWon!: string;

  @ShownWon({ description: 'Asked for and not decided yet' })
  requestedWon!: string;

  @ShownChoice(['PRIVATE_MONEY', 'COMMITMENT'], { description: 'What keeps the room from being more' })
  bound!: string;

  @ShownList(() => RoomAlertDto)
  alerts!: RoomAlertDto[];
}
