/** The commands that book a payment of any instrument's debt: what the posting for it names in its `by`. */
export const PAYING_COMMANDS = ['payment-run.confirm', 'payment-run.answer', 'bank-match.confirm'] as const;
/** The commands that book money the bank sent back: what the posting for it names in its `by`. */
export const RETURNING_COMMANDS = ['payment-run.return-line', 'payment-run.answer', 'bank-statement.import'] as const;
