import i18next, { type i18n } from 'i18next';
import { createContext, useContext, useEffect, useMemo, type ReactElement, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { bundleInSubsidyWords, inSubsidyWords } from './subsidy-words.js';

const LANGUAGES = ['ko', 'en'] as const;

const Wording = createContext<(text: string) => string>((text) => text);

/** How a text of the server is worded on this screen. */
export const useWording = (): ((text: string) => string) => useContext(Wording);

/** Everything below speaks of grants in the words of the subsidy act: texts of the screens and of the server alike. */
export function SubsidyLanguage({ children }: { readonly children: ReactNode }): ReactElement {
  const own = useMemo(subsidyTexts, []);
  useEffect(() => {
    const follow = (language: string): void => void own.changeLanguage(language);
    follow(i18next.language);
    i18next.on('languageChanged', follow);
    return () => i18next.off('languageChanged', follow);
  }, [own]);
  return (
    <I18nextProvider i18n={own}>
      <Wording value={inSubsidyWords}>{children}</Wording>
    </I18nextProvider>
  );
}

function subsidyTexts(): i18n {
  const own = i18next.cloneInstance({ forkResourceStore: true });
  for (const language of LANGUAGES) own.addResourceBundle(language, 'translation', bundleInSubsidyWords(i18next.getResourceBundle(language, 'translation')), true, true);
  return own;
}
