import { FlagField, IdField, ListField, ShownInteger, TextField } from '#libs/http';

export class DeclarationInput {
  @IdField()
  voucherId!: string;

  @FlagField({ description: 'The evaluator is related to the company, the researcher or the institution' })
  conflicted!: boolean;

  @TextField({ min: 5, max: 300, optional: true, description: 'What the conflict is; wanted where there is one' })
  note?: string;
}

export class DeclareEvaluationDto {
  @ListField(() => DeclarationInput, { min: 1, max: 1000 })
  declarations!: DeclarationInput[];
}

export class ScoreInput {
  @IdField()
  voucherId!: string;

  @TextField({ max: 20, description: 'From 0 to 100, at most two decimals', example: '87.5' })
  score!: string;

  @TextField({ max: 500, optional: true, multiline: true })
  comment?: string;
}

export class ScoreEvaluationDto {
  @ListField(() => ScoreInput, { min: 1, max: 1000 })
  scores!: ScoreInput[];
}

export class DeclaredDto {
  @ShownInteger()
  declared!: number;

  @ShownInteger()
  conflicted!: number;
}

export class ScoredDto {
  @ShownInteger()
  scored!: number;

  @ShownInteger({ description: 'How many have all the scores they need since now' })
  evaluated!: number;
}
