import { useDottedSentence, type Sentence } from './dotted-sentence.js';

/** What a request about grants does, in one sentence; null for one without a sentence of its own. */
export const useGrantSentence = (): Sentence => useDottedSentence('grantApproval.sentences');
