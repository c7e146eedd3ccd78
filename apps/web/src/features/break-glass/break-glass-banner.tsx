import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenGlass, workUnder } from '../../api/break-glass-store.js';
import { Button } from '../../design/button.js';
import { Icon } from '../../design/icon.js';
import { formatInstant } from '../../format/date.js';
import styles from './break-glass.module.css';

/** While a window works in an emergency, every page of it says so. */
export function BreakGlassBanner(): ReactElement | null {
  const { t } = useTranslation();
  const glass = useOpenGlass();
  if (glass === null) return null;
  return (
    <div className={styles['banner']} role="status">
      <Icon name="warning" />
      <strong>{t('breakGlass.banner', { until: formatInstant(glass.openUntil) })}</strong>
      <Button small onPress={() => workUnder(null)}>
        {t('breakGlass.stop')}
      </Button>
    </div>
  );
}
