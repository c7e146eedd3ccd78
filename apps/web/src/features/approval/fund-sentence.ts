import { useDottedSentence, type Sentence } from './dotted-sentence.js';

/** What a request about a fund does, in one sentence; null for one without a sentence of its own. */
export const useFundSentence = (): Sentence => useDottedSentence('fundApproval.sentences');
