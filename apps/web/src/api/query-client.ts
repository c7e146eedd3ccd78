import { MutationCache, QueryClient } from '@tanstack/react-query';
import { problemFrom } from './problem.js';
import { announceSubmitted, SubmittedError } from './submitted.js';

/** Reads are repeated only when the server did not answer; a refusal stays a refusal. */
export const queryClient = new QueryClient({
  mutationCache: new MutationCache({ onError: announceDrafted }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: (count, error) => count < 2 && isTemporary(problemFrom(error).status),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Whichever form sent it: what waits for signatures is announced in one place. */
function announceDrafted(error: unknown): void {
  if (!(error instanceof SubmittedError)) return;
  announceSubmitted(error.approval);
  void queryClient.invalidateQueries({ queryKey: ['approvals'] });
}

function isTemporary(status: number): boolean {
  return status === 0 || status === 503;
}
