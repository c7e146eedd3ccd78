import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../design/classes.js';
import { formatWon, sumWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { ENDED, WAY } from './next-step.js';
import type { ServiceListing, ServiceState } from './service.requests.js';
import styles from './service.module.css';

interface Props {
  readonly counts: ServiceListing['counts'];
  readonly chosen: ServiceState | null;
  readonly onChoose: (state: ServiceState | null) => void;
}

/** The way of a service, with how many stand where and what they come to; a press shows those alone. */
export function StateStrip({ counts, chosen, onChoose }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const ended = counts.filter(({ state }) => (ENDED as readonly string[]).includes(state)).reduce((sum, { count }) => sum + count, 0);
  return (
    <ol className={styles['strip']} aria-label={t('voucherService.way')}>
      {WAY.map((state) => {
        const found = counts.filter((each) => each.state === state);
        const count = found.reduce((sum, each) => sum + each.count, 0);
        return (
          <li key={state}>
            <button type="button" className={styles['place']} aria-pressed={chosen === state} onClick={() => onChoose(chosen === state ? null : state)}>
              <span className={styles['label']}>{term('serviceState', state)}</span>
              <span className={classes(styles['count'], count === 0 && styles['none'])}>{count}</span>
              <span className={styles['sum']}>{count === 0 ? ' ' : t('voucherService.supplySum', { amount: formatWon(sumWon(found.map(({ supplyWon }) => supplyWon))) })}</span>
            </button>
          </li>
        );
      })}
      <li>
        <button type="button" className={styles['place']} aria-pressed={chosen === 'CANCELLED'} onClick={() => onChoose(chosen === 'CANCELLED' ? null : 'CANCELLED')}>
          <span className={styles['label']}>{t('voucherService.endedPlace')}</span>
          <span className={classes(styles['count'], ended === 0 && styles['none'])}>{ended}</span>
        </button>
      </li>
    </ol>
  );
}
