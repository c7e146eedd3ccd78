import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Investment } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { classes } from '../../design/classes.js';
import { formatInstant, formatOfficialDate } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { DecideDialog } from './decide-dialog.js';
import styles from './investment-page.module.css';
import { StatusTag } from './status-tag.js';

/** Who decided what, when it became known, and why; compliance decides here. */
export function ClassificationCard({ investment }: { readonly investment: Investment }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const { isNow } = useTimePoint();
  const [deciding, setDeciding] = useState(false);
  const newestFirst = [...investment.classifications].reverse();
  return (
    <Card
      title={t('classification.title')}
      actions={
        isNow &&
        !investment.voided &&
        may('classification.decide') && (
          <Button small tone="primary" onPress={() => setDeciding(true)}>
            {t('classification.decide')}
          </Button>
        )
      }
    >
      {investment.route !== null && (
        <p className={styles['note']}>
          {t('classification.claimed', { route: term('route', investment.route), basis: investment.companyBasis === null ? '–' : term('companyBasis', investment.companyBasis) })}
        </p>
      )}
      {newestFirst.length === 0 && <p>{t('classification.none')}</p>}
      <ol className={styles['history']}>
        {newestFirst.map((decision, index) => (
          <li key={decision.id} className={classes(styles['event'], index === 0 && styles['latest'])}>
            <div className={styles['line']}>
              <StatusTag status={decision.decision} />
              <strong>{t('classification.decidedBy', { name: decision.decidedBy })}</strong>
              <span>{t('classification.effective', { date: formatOfficialDate(decision.effectiveOn) })}</span>
            </div>
            <p className={styles['reason']}>{decision.reason}</p>
            <p className={styles['note']}>
              {t('classification.knownAt', { at: formatInstant(decision.knownAt) })}
              {formatInstant(decision.knownAt) !== formatInstant(decision.recordedAt) && ` · ${t('classification.recordedLater', { at: formatInstant(decision.recordedAt) })}`}
              {decision.route !== null && ` · ${term('route', decision.route)}`}
              {decision.companyBasis !== null && ` · ${term('companyBasis', decision.companyBasis)}`}
              {` · ${t('classification.ruleVersion', { version: decision.ruleVersion })}`}
            </p>
          </li>
        ))}
      </ol>
      {deciding && <DecideDialog investment={investment} onClose={() => setDeciding(false)} />}
    </Card>
  );
}
