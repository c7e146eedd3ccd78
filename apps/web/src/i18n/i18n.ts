import i18next, { type PostProcessorModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './bilingual.js';
import { en } from './en.js';
import { ko } from './ko.js';
import { withParticles } from './particles.js';

const STORED = 'baton.language';
/** A text is put together first: only then it is known what stands before a particle. */
const spoken: PostProcessorModule = { type: 'postProcessor', name: 'particles', process: withParticles };

/** Korean unless the user chose otherwise; the choice stays on this computer. */
export function startTranslations(): void {
  const language: Language = localStorage.getItem(STORED) === 'en' ? 'en' : 'ko';
  document.documentElement.lang = language;
  void i18next.use(initReactI18next).use(spoken).init({
    lng: language,
    fallbackLng: 'ko',
    resources: { ko: { translation: ko }, en: { translation: en } },
    interpolation: { escapeValue: false },
    postProcess: spoken.name,
    returnNull: false,
    showSupportNotice: false,
  });
}

export function changeLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
