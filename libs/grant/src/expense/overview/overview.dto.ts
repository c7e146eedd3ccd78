import { BilingualDto, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon } from '#libs/http';
import { RESOURCES } from '../../line/line.js';

export class LineStandingDto {
  @ShownId()
  lineId!: string;

  @ShownInteger()
  stage!: number;

  @ShownText()
  code!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownChoice(RESOURCES)
  resource!: string;

  @ShownFlag()
  indirect!: boolean;

  @ShownWon({ description: '① from the stage before' })
  carriedWon!: string;

  @ShownWon({ description: '② as concluded' })
  plannedWon!: string;

  @ShownWon({ description: '③ changed since' })
  changeWon!: string;

  @ShownWon({ description: '④ interest taken in' })
  interestInWon!: string;

  @ShownWon({ description: '⑤ = ① + ② + ③ + ④' })
  subtotalWon!: string;

  @ShownWon({ description: '⑥ used' })
  usedWon!: string;

  @ShownWon({ description: 'Of ⑥, not accepted' })
  disallowedWon!: string;

  @ShownWon({ description: 'Of ⑥, not reviewed yet' })
  unreviewedWon!: string;

  @ShownWon({ description: 'What may still be spent' })
  leftWon!: string;
}

export class LineStandingsDto {
  @ShownId()
  agreementId!: string;

  @ShownId()
  callId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  institution!: string;

  @ShownDate()
  periodFrom!: string;

  @ShownDate()
  periodTo!: string;

  @ShownList(() => LineStandingDto)
  lines!: LineStandingDto[];
}
