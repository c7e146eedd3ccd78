import type { ReactElement } from 'react';
import { Button } from '../../design/button.js';
import { Icon } from '../../design/icon.js';
import { useTranslation } from 'react-i18next';
import { useBilingual } from '../../i18n/bilingual.js';
import type { Tranche } from './grant-tranche.requests.js';
import styles from './grant-tranche.module.css';

interface Props {
  readonly tranche: Tranche;
  readonly onConfirm: ((position: number) => void) | null;
}

/** What has to be so before a tranche is paid, and whether it is. */
export function Conditions({ tranche, onConfirm }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <ul className={styles['conditions']}>
      {tranche.conditions.map(({ position, kind, verdict, metOn, documentName }) => (
        <li key={position} className={styles[verdict.result === 'PASS' ? 'met' : 'open']}>
          <Icon name={verdict.result === 'PASS' ? 'check' : 'warning'} size={16} />
          <span>
            {say(verdict.text)} {metOn !== null && `(${metOn}${documentName === null ? '' : `, ${documentName}`})`}{' '}
            {onConfirm !== null && verdict.result !== 'PASS' && (kind === 'MILESTONE' || kind === 'REPORT') && (
              <Button small tone="tertiary" onPress={() => onConfirm(position)}>
                {t('grantTranche.confirm')}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
