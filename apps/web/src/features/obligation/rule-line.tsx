import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { MandateVerdictTag } from './mandate-verdict-tag.js';
import type { MandatePosition } from './obligation.requests.js';
import styles from './obligation.module.css';
import { RuleBar } from './rule-bar.js';

/** Where one rule stands: what it asks for, what counts, what is short and by when. */
export function RuleLine({ position }: { readonly position: MandatePosition }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const { rule, neededBy, reachedOn, fundId, ofWhom } = position;
  return (
    <section className={styles['rule']}>
      <div>
        <h3>{say(rule.name)}</h3>
        <p className={styles['subtle']}>
          {fundId === null && `${ofWhom} · `}
          {say(rule.countsInWords)} · {rule.clause}
        </p>
      </div>
      <RuleBar position={position} />
      <div>
        <p>{position.met ? t('mandate.reached') : neededBy === null ? t('mandate.shortBy', { amount: formatWon(position.shortfallWon) }) : t('mandate.dueOn', { date: neededBy.on, amount: formatWon(neededBy.neededWon) })}</p>
        <p className={styles['subtle']}>
          {position.met || position.lost ? '' : reachedOn === null ? `${t('mandate.neverReached')} · ` : `${t('mandate.reachedAt', { date: reachedOn })} · `}
          {t('mandate.headroom')} {formatWon(position.headroomWon)}
        </p>
      </div>
      <MandateVerdictTag verdict={position.verdict} />
    </section>
  );
}
