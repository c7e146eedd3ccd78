import { ShownFlag, ShownList, ShownPercent, ShownText, ShownWon } from '#libs/http';

export class BasisEffectDto {
  @ShownText()
  basis!: string;

  @ShownPercent({ nullable: true })
  ratioPercent!: string | null;
}

export class ObligationEffectDto {
  @ShownPercent({ nullable: true })
  ratioPercent!: string | null;

  @ShownWon()
  investedWon!: string;

  @ShownWon()
  qualifyingWon!: string;

  @ShownWon()
  pendingWon!: string;

  @ShownWon()
  shortfallWon!: string;

  @ShownWon()
  remainingWon!: string;

  @ShownWon()
  headroomWon!: string;

  @ShownPercent({ nullable: true })
  maxAttainablePercent!: string | null;

  @ShownFlag()
  feasible!: boolean;

  @ShownList(() => BasisEffectDto)
  bases!: BasisEffectDto[];
}
