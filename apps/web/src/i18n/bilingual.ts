import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../api/types.js';
import { withParticles } from './particles.js';
import { useWording } from './subsidy-language.js';

export type Language = 'ko' | 'en';

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'ko';
}

/** Picks the user's language from a text that the server tells in both, in the words of the law that the screen stands under. */
export function useBilingual(): (text: Bilingual) => string {
  const language = useLanguage();
  const wording = useWording();
  return useCallback((text: Bilingual) => withParticles(wording(text[language])), [language, wording]);
}
