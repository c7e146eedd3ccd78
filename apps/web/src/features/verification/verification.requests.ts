import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type VerifiedReport = components['schemas']['VerifiedReportDto'];

/** The report with a code, asked without signing in; nothing is asked about what can be no code (null). */
export function useVerification(code: string | null): UseQueryResult<VerifiedReport> {
  return useQuery({ queryKey: ['verification', code], enabled: code !== null, retry: false, queryFn: () => dataOf(api.GET('/api/verifications/{code}', { params: { path: { code: code ?? '' } } })) });
}

/** SHA-256 of a file, made here; null where the browser makes none (over http). */
export async function hashOf(file: Blob): Promise<string | null> {
  // Typed as always there; over http it is not.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return null;
  const digest = await subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
