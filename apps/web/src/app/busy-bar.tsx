import { useIsFetching, useIsMutating } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './shell.module.css';

const PATIENCE_MS = 700;

/** Something takes longer than a moment: a bar at the top of the window says that it is under way. */
export function BusyBar(): ReactElement | null {
  const { t } = useTranslation();
  const busy = useIsFetching() + useIsMutating() > 0;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!busy) return setShown(false);
    const timer = window.setTimeout(() => setShown(true), PATIENCE_MS);
    return () => window.clearTimeout(timer);
  }, [busy]);
  return shown ? <div className={styles['busy']} role="progressbar" aria-label={t('shell.busy')} /> : null;
}
