import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { confirmMatches, refreshBank, type BankLine, type MatchLine } from './bank-statement.requests.js';

export const isOpen = ({ state }: BankLine): boolean => state === 'OPEN' || state === 'PARTLY';

/** What a candidate of a line is, as the request wants it. */
export const asked = ({ id, candidates }: BankLine, index: number): MatchLine => ({ lineId: id, records: (candidates[index]?.records ?? []).map(({ kind, recordId }) => ({ kind, recordId })) });

/** Says what lines are, once, and asks for all that is shown again. */
export function useConfirm() {
  const intent = useIntent();
  return useWrite({
    mutationFn: (items: readonly MatchLine[]) => confirmMatches(items, intent.headersFor(items)),
    onSuccess: async () => {
      intent.done();
      await refreshBank();
    },
  });
}
