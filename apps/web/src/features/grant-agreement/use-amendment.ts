import { useRef } from 'react';
import type { DeedHeader } from '../rule/use-deed.js';
import { amendAgreement, type AmendAgreement, type AmendedAgreement } from './grant-agreement.requests.js';

/** Sends an amendment by the door that its preview named: by notice where that is enough, by approval otherwise. The server judges again. */
export function useAmendment(agreementId: string): (body: AmendAgreement, header: DeedHeader) => Promise<AmendedAgreement> {
  const need = useRef<AmendedAgreement['need']>('APPROVAL');
  return async (body, header) => {
    if (body.dryRun !== true) return amendAgreement(agreementId, need.current, body, header);
    const answer = await amendAgreement(agreementId, 'APPROVAL', body, header);
    need.current = answer.need;
    return answer;
  };
}
