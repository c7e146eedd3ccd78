import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './shell.module.css';
import { classes } from '../design/classes.js';

/** Two strokes that meet: the hand-over from the laboratory to the company. */
export function Brand({ inverse = false }: { readonly inverse?: boolean }): ReactElement {
  const { t } = useTranslation();
  return (
    <span className={classes(styles['brand'], inverse && styles['inverse'])}>
      <svg aria-hidden="true" width="28" height="28" viewBox="0 0 32 32">
        <rect width="32" height="32" rx="6" fill="var(--krds-color-light-secondary-80)" />
        <path d="M7 21.500 17.500 11" stroke="var(--krds-color-light-primary-30)" strokeWidth="5" strokeLinecap="round" />
        <path d="M14.500 21 25 10.500" stroke="#fff" strokeWidth="5" strokeLinecap="round" />
      </svg>
      <strong>{t('common.product')}</strong>
      <span className={styles['long']}>{t('common.productLong')}</span>
    </span>
  );
}
