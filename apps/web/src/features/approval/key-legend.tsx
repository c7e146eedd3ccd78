import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './approvals-page.module.css';

const LEGEND = [
  ['↑ ↓', 'move'],
  ['Enter', 'open'],
  ['PgUp PgDn', 'scroll'],
  ['S', 'sign'],
  ['R', 'return'],
  ['Space', 'select'],
  ['B', 'batch'],
  ['Esc', 'close'],
] as const;

/** The keys of the inbox, always in sight. */
export function KeyLegend(): ReactElement {
  const { t } = useTranslation();
  return (
    <dl className={styles['legend']} aria-label={t('approval.keys.title')}>
      {LEGEND.map(([key, deed]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{t(`approval.keys.${deed}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
