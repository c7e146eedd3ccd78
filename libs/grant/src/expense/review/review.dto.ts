import { ChoiceField, IdField, ListField, ShownList, TextField, WonField } from '#libs/http';
import { GrantExpenseDto } from '../expense.dto.js';
import { REVIEW_DECISIONS } from '../expense.js';

/** A month of a large project is a few hundred rows. */
const MOST_ROWS = 500;

export class ReviewRowDto {
  @IdField()
  expenseId!: string;

  @ChoiceField(REVIEW_DECISIONS)
  decision!: string;

  @WonField({ optional: true, description: 'What is not accepted of it, where that is a part' })
  disallowedWon?: string;

  @TextField({ max: 1000, optional: true, multiline: true, description: 'Needed unless it is accepted' })
  reason?: string;

  @TextField({ max: 300, optional: true, description: 'The article it rests on' })
  clause?: string;
}

export class ReviewGrantExpensesDto {
  @ListField(() => ReviewRowDto, { min: 1, max: MOST_ROWS })
  items!: ReviewRowDto[];
}

export class ReviewedExpensesDto {
  @ShownList(() => GrantExpenseDto)
  expenses!: GrantExpenseDto[];
}
