import type { Tx } from '#libs/database';
import { DomainError, invariant } from '#libs/errors';
import type { Command } from '../command.js';
import type { CommandContext } from '../context.js';

/** One request of a batch, with what its command knows beside its input. */
export interface BatchItem<Input> {
  readonly context: CommandContext;
  readonly input: Input;
}

/**
 * A hot write: many inputs in, one result or refusal for each out. As with `Command`, `executeAll` touches nothing but `tx`, and
 * may run again.
 */
export interface BatchCommand<Input, Result> {
  readonly name: string;
  /**
   * Answers in the order of `items`. A refused item is a value and leaves no row; a throw refuses the whole batch, which is then
   * tried in parts, and in the end item by item. Row-level security may know no single actor here: who acts is in the context.
   */
  executeAll(tx: Tx, items: readonly BatchItem<Input>[]): Promise<readonly (Result | DomainError)[]>;
}

/** The batch of one as a plain command: dry runs, signed and stored commands run the very same code. */
export function asCommand<Input, Result>(batch: BatchCommand<Input, Result>): Command<Input, Result> {
  return {
    name: batch.name,
    execute: async (tx, context, input) => {
      const [answer] = await executeWhole(tx, batch, [{ context, input }]);
      if (answer instanceof DomainError) throw answer;
      return answer as Result;
    },
  };
}

/** Runs a batch and makes sure that every item was answered. */
export async function executeWhole<Input, Result>(tx: Tx, batch: BatchCommand<Input, Result>, items: readonly BatchItem<Input>[]): Promise<readonly (Result | DomainError)[]> {
  const answers = await batch.executeAll(tx, items);
  invariant(answers.length === items.length, `${batch.name} answered ${answers.length} of ${items.length} items`);
  return answers;
}
