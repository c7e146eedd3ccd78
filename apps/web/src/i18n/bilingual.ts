import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../api/types.js';

export type Language = 'ko' | 'en';

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'ko';
}

/** Picks the user's language from a text that the server tells in both. */
export function useBilingual(): (text: Bilingual) => string {
  const language = useLanguage();
  return useCallback((text: Bilingual) => text[language], [language]);
}
