import { useDottedSentence, type Sentence } from './dotted-sentence.js';

/** What a request about an issued report does, in one sentence; null for one without a sentence of its own. */
export const useReportSentence = (): Sentence => useDottedSentence('reportIssue.sentences');
