import { useMemo } from 'react';
import { useAgreements } from '../grant-agreement/grant-agreement.requests.js';

/** The agreements of a call to choose from, by number. */
export function useAgreementChoices(callId: string): readonly { readonly value: string; readonly label: string }[] {
  const { data } = useAgreements(callId);
  return useMemo(() => (data ?? []).map(({ id, number, partyName }) => ({ value: id, label: `${number} ${partyName}` })), [data]);
}
