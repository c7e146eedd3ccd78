import { maxDate, type LocalDate } from '#libs/calendar';
import type { EvidenceTurn } from '../detail/evidence-detail.js';
import type { LostStatusEffect } from '../recognition.policy.js';

/**
 * From when a recognition that rests on the document counts no more; null where it goes on counting. What was false, or
 * cancelled from the start, never counted: from the payment on. A status lost later keeps a recognition unless the agreement
 * says otherwise; a document that is replaced by a better copy proves the same.
 */
export function recognitionFallsOn(turn: EvidenceTurn, happenedOn: LocalDate, paidOn: LocalDate, lostStatus: LostStatusEffect): LocalDate | null {
  switch (turn) {
    case 'FALSE_DOCUMENT':
    case 'CANCELLED_AB_INITIO':
      return paidOn;
    case 'LOST_STATUS':
      return lostStatus === 'REVOKES' ? maxDate(happenedOn, paidOn) : null;
    case 'CORRECTED':
      return null;
  }
}
