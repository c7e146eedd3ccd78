import { FlagField, IdField, ShownDate, ShownId, ShownText, ShownWon, WonField } from '#libs/http';

export class SetOffGrantRecoveryDto {
  @IdField({ description: 'A decided tranche of the same institution in the same call that no payment run has taken' })
  trancheId!: string;

  @WonField()
  amountWon!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class SetOffChoiceDto {
  @ShownId()
  trancheId!: string;

  @ShownText()
  agreementNumber!: string;

  @ShownText()
  label!: string;

  @ShownDate()
  dueOn!: string;

  @ShownWon({ description: 'What is still to be transferred' })
  owedWon!: string;
}
