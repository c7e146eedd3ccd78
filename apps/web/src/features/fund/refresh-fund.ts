import { queryClient } from '../../api/query-client.js';

/** After a write: everything that is shown about the fund is asked for again; with null, about every fund. */
export async function refreshFund(fundId: string | null): Promise<void> {
  await Promise.all([fundId === null ? ['fund'] : ['fund', fundId], ['funds'], ['programmes']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
