import { queryClient } from '../../api/query-client.js';

/** After a write: everything that is shown about the fund is asked for again. */
export async function refreshFund(fundId: string): Promise<void> {
  await Promise.all([['fund', fundId], ['funds'], ['programmes']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
