import { ShownDate, ShownList, ShownWon } from '#libs/http';

export class JCurvePointDto {
  @ShownDate()
  on!: string;

  @ShownWon()
  paidInWon!: string;

  @ShownWon()
  distributedWon!: string;

  @ShownWon({ description: 'Distributed less paid-in' })
  netWon!: string;

  @ShownWon()
  netAssetValueWon!: string;

  @ShownWon({ description: 'Net cash and net asset value together' })
  gainWon!: string;
}

export class JCurveDto {
  @ShownList(() => JCurvePointDto)
  points!: JCurvePointDto[];

  @ShownWon({ description: 'The most that was out at the end of a day' })
  lowestWon!: string;

  @ShownDate({ nullable: true })
  lowestOn!: string | null;

  @ShownDate({ nullable: true, description: 'The first day after it on which as much had come back as was paid in' })
  breaksEvenOn!: string | null;
}
