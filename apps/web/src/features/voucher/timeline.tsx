import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../api/schema.js';
import { Card } from '../../design/card.js';
import { WonText } from '../../design/won-text.js';
import { formatInstant } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import styles from './voucher.module.css';

type Happening = components['schemas']['HappeningDto'];

/** Everything that happened, the latest first: when, what, how much, who recorded it and which approval let it pass. */
export function Timeline({ history }: { readonly history: readonly Happening[] }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <Card title={t('voucher.history')} note={t('voucher.historyLead')}>
      <ol className={styles['timeline']}>
        {history.map(({ on, at, name, subject, amountWon, reason, actor, commandId, approvalId, kind, event }, index) => (
          <li key={`${commandId}/${kind}/${event}/${index}`}>
            <span className={styles['on']}>{on}</span>
            <span>
              <span className={styles['what']}>{say(name)}</span> {subject}
              {reason !== null && <span> · {reason}</span>}
              <span className={styles['by']}>
                {' '}
                {actor} · {formatInstant(at)}
                {approvalId !== null && (
                  <>
                    {' · '}
                    <Link to={`/approvals/${approvalId}`}>{t('voucher.approval')}</Link>
                  </>
                )}
              </span>
            </span>
            <span className={styles['won']}>{amountWon === null || amountWon === '0' ? '' : <WonText amount={amountWon} />}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
