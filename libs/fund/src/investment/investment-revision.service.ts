import { canonicalHash, type Command } from '#libs/command';
import { DomainError } from '#libs/errors';
import { EVERYTHING, lockFund } from '../fund/fund.query.js';
import type { InvestmentDto } from './investment.dto.js';
import { getInvestment } from './investment.query.js';
import { viewInvestment } from './investment.view.js';

/** Names the state of an investment that an answer shows: what an ETag carries, without its quotes. */
export function revisionOf(shown: InvestmentDto): string {
  return canonicalHash(shown).slice(0, 32);
}

/**
 * The same command, refused (`precondition.stale`) unless the investment still is as the client saw it: `seen` are the
 * revisions that will do, null where any will. Asked under the fund's lock, so nobody can decide in between; and not part
 * of the input, so a repeated request is still answered by its key.
 */
export function ifUnchanged<Input extends { readonly investmentId: string }, Result>(
  command: Command<Input, Result>,
  seen: readonly string[] | null,
): Command<Input, Result> {
  if (seen === null) return command;
  return {
    name: command.name,
    execute: async (tx, context, input) => {
      const { fundId } = await getInvestment(tx, input.investmentId, EVERYTHING);
      await lockFund(tx, fundId);
      // Everything known, not what was known when this command began: it may have waited for the one that decided.
      const now = { asOf: context.today, knownBefore: EVERYTHING.knownBefore };
      if (!seen.includes(revisionOf(await viewInvestment(tx, input.investmentId, now)))) throw stale();
      return command.execute(tx, context, input);
    },
  };
}

const stale = (): DomainError =>
  new DomainError('conflict', 'precondition.stale', {
    ko: '그사이 다른 사람이 이 투자에 대해 판정하거나 증빙을 추가했습니다. 다시 불러온 뒤 확인해 주세요.',
    en: 'Someone decided meanwhile or attached evidence; reload and look again.',
  });
