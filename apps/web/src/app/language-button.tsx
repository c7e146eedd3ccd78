import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.js';
import { useLanguage } from '../i18n/bilingual.js';
import { changeLanguage } from '../i18n/i18n.js';

export function LanguageButton(): ReactElement {
  const { t } = useTranslation();
  const other = useLanguage() === 'ko' ? 'en' : 'ko';
  return (
    <Button small tone="quiet" onPress={() => changeLanguage(other)}>
      <span lang={other}>{t('shell.language')}</span>
    </Button>
  );
}
