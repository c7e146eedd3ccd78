import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type * as terms from './ko/terms.js';

export type TermGroup = keyof typeof terms;

/** The word for a code of the API; a code this version does not know is shown as it is. */
export function useTerm(): (group: TermGroup, code: string) => string {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useCallback(
    (group, code) => {
      const words = i18n.getResource(language, 'translation', group) as Record<string, string> | undefined;
      return words?.[code] ?? code;
    },
    [i18n, language],
  );
}
