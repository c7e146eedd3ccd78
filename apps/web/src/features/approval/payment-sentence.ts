import { useDottedSentence, type Sentence } from './dotted-sentence.js';

/** What a request about payments does, in one sentence; null for one without a sentence of its own. */
export const usePaymentSentence = (): Sentence => useDottedSentence('paymentApproval.sentences');
