import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Tag } from '../../design/tag.js';
import { latenessOf, type Lateness } from './lateness.js';
import { useSealStatus } from './seal.requests.js';
import styles from './seal.module.css';

const TONES: Readonly<Record<Lateness, 'success' | 'warning' | 'neutral'>> = { ok: 'success', late: 'warning', none: 'neutral' };

/** How the seals stand, in a word, for those who watch over them. */
export function SealBadge(): ReactElement | null {
  const { t } = useTranslation();
  const { data } = useSealStatus();
  if (data === undefined) return null;
  const lateness = latenessOf(data);
  return (
    <Link to="/seals" className={styles['badge']} title={t('seals.title')}>
      <Tag tone={TONES[lateness]} icon={lateness === 'late' ? 'warning' : 'check'}>
        {t(`seals.badge.${lateness}`)}
      </Tag>
    </Link>
  );
}
