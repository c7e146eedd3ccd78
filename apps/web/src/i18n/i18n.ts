import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './bilingual.js';
import { en } from './en.js';
import { ko } from './ko.js';

const STORED = 'baton.language';

/** Korean unless the user chose otherwise; the choice stays on this computer. */
export function startTranslations(): void {
  const language: Language = localStorage.getItem(STORED) === 'en' ? 'en' : 'ko';
  document.documentElement.lang = language;
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'ko',
    resources: { ko: { translation: ko }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  });
}

export function changeLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
