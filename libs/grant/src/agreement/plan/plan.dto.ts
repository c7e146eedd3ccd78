import { ChoiceField, DateField, IntegerField, ShownChoice, ShownDate, ShownInteger, ShownText, ShownWon, TextField, WonField } from '#libs/http';
import { RESOURCES } from '../../line/line.js';
import { FUNDING_SOURCES } from '../agreement.js';

const LINE_KINDS = ['PLANNED', 'CARRIED', 'INTEREST'];

export class StageInput {
  @DateField()
  beginsOn!: string;

  @DateField()
  endsOn!: string;
}

export class SourcePlanInput {
  @IntegerField({ min: 1, max: 20 })
  stage!: number;

  @IntegerField({ min: 2000, max: 2199 })
  fiscalYear!: number;

  @ChoiceField([...FUNDING_SOURCES])
  source!: string;

  @ChoiceField([...RESOURCES])
  resource!: string;

  @WonField()
  amountWon!: string;
}

export class LinePlanInput {
  @IntegerField({ min: 1, max: 20 })
  stage!: number;

  @IntegerField({ min: 2000, max: 2199 })
  fiscalYear!: number;

  @TextField({ max: 4, description: 'Code of a line of the call' })
  code!: string;

  @ChoiceField([...RESOURCES])
  resource!: string;

  @ChoiceField(LINE_KINDS, { optional: true, description: 'PLANNED (default), CARRIED from the stage before, or INTEREST taken in' })
  kind?: string;

  @WonField({ min: 0n })
  amountWon!: string;
}

export class StageDto {
  @ShownInteger()
  stage!: number;

  @ShownDate()
  beginsOn!: string;

  @ShownDate()
  endsOn!: string;
}

export class SourcePlanDto {
  @ShownInteger()
  stage!: number;

  @ShownInteger()
  fiscalYear!: number;

  @ShownChoice([...FUNDING_SOURCES])
  source!: string;

  @ShownChoice([...RESOURCES])
  resource!: string;

  @ShownWon()
  amountWon!: string;
}

export class LinePlanDto {
  @ShownInteger()
  stage!: number;

  @ShownInteger()
  fiscalYear!: number;

  @ShownText()
  code!: string;

  @ShownChoice([...RESOURCES])
  resource!: string;

  @ShownChoice(LINE_KINDS)
  kind!: string;

  @ShownWon()
  amountWon!: string;
}
