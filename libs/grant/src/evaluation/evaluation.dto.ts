import { FlagField, IdField, ListField, ShownInteger, TextField } from '#libs/http';

export class GrantDeclarationInput {
  @IdField()
  applicationId!: string;

  @FlagField({ description: 'The evaluator is related to an institution or an investigator' })
  conflicted!: boolean;

  @TextField({ min: 5, max: 300, optional: true, description: 'What the conflict is; wanted where there is one' })
  note?: string;
}

export class DeclareGrantEvaluationDto {
  @ListField(() => GrantDeclarationInput, { min: 1, max: 1000 })
  declarations!: GrantDeclarationInput[];
}

export class GrantScoreInput {
  @IdField()
  applicationId!: string;

  @TextField({ max: 20, description: 'From 0 to 100, at most two decimals', example: '87.5' })
  score!: string;

  @TextField({ max: 500, optional: true, multiline: true })
  comment?: string;
}

export class ScoreGrantEvaluationDto {
  @ListField(() => GrantScoreInput, { min: 1, max: 1000 })
  scores!: GrantScoreInput[];
}

export class DeclaredGrantEvaluationDto {
  @ShownInteger()
  declared!: number;

  @ShownInteger()
  conflicted!: number;
}

export class ScoredGrantEvaluationDto {
  @ShownInteger()
  scored!: number;

  @ShownInteger({ description: 'How many have all the scores they need since now' })
  evaluated!: number;
}
