import { QueryClient } from '@tanstack/react-query';
import { problemFrom } from './problem.js';

/** Reads are repeated only when the server did not answer; a refusal stays a refusal. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: (count, error) => count < 2 && isTemporary(problemFrom(error).status),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

function isTemporary(status: number): boolean {
  return status === 0 || status === 503;
}
