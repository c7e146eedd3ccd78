import { useCallback } from 'react';
import { formatOfficialDate } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useLanguage } from '../../i18n/bilingual.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import type { Approval } from './approval.requests.js';
import { filledSentence } from './filled-sentence.js';

export type Sentence = (approval: Pick<Approval, 'command' | 'input' | 'labels'>) => string | null;

/** What a request does, in the sentence that its command has in a group of words; null for one without a sentence there. */
export function useDottedSentence(group: 'fundApproval.sentences' | 'grantApproval.sentences' | 'paymentApproval.sentences' | 'reportIssue.sentences'): Sentence {
  const templateOf = useDottedNames(group);
  const language = useLanguage();
  return useCallback(
    ({ command, input, labels }) => {
      const template = templateOf(command);
      if (template === command) return null;
      return filledSentence(template, input, {
        labelOf: (id) => labels.find((label) => label.id === id)?.label ?? null,
        won: formatWon,
        date: (date) => (language === 'ko' ? formatOfficialDate(date) : date),
      });
    },
    [templateOf, language],
  );
}
