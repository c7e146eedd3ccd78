import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Obligation } from '../../api/types.js';
import { classes } from '../../design/classes.js';
import { useWonReading } from '../../design/won-text.js';
import { formatOfficialDate } from '../../format/date.js';
import { formatBasisPoints } from '../../format/quantity.js';
import { formatWon } from '../../format/won.js';
import { FigureButton } from './figure-button.js';
import { FIGURE_SOURCES, type FigureId } from './figures.js';
import styles from './headroom-card.module.css';
import { ObligationBar } from './obligation-bar.js';
import { VerdictTag } from './verdict-tag.js';

/** The answer first: is the obligation met, and how much room is left. */
export function HeadroomCard({ obligation }: { readonly obligation: Obligation }): ReactElement {
  const { t } = useTranslation();
  const reading = useWonReading();
  const { decisive, feasibility, rule } = obligation;
  const headroom = BigInt(feasibility.headroomWon);
  const accepted = obligation.basesIfPendingAccepted.find(({ basis }) => basis === decisive.basis);
  return (
    <section className={styles['hero']} aria-label={t('obligation.title')}>
      <div className={styles['left']}>
        <div className={styles['verdict']}>
          <VerdictTag verdict={obligation.verdict} large />
          <p className={styles['sentence']}>{useSentence(obligation)}</p>
          <p className={classes(styles['ratio'], 'number')}>{decisive.ratioPercent ?? '–'}%</p>
        </div>
        <ObligationBar
          ratioPercent={decisive.ratioPercent}
          requiredPercent={formatBasisPoints(rule.ratioBasisPoints)}
          met={decisive.met}
          pendingPercent={obligation.pendingCount > 0 ? (accepted?.ratioPercent ?? null) : null}
          maxPercent={feasibility.maxAttainablePercent}
        />
      </div>
      <div className={styles['right']}>
        <p className={styles['label']}>{t('obligation.headroom')}</p>
        <div className={classes(headroom < 0n && styles['negative'])}>
          <FigureButton figure="headroom" large>
            {formatWon(headroom)}
            {t('common.won')}
          </FigureButton>
        </div>
        <p className={styles['reading']}>{reading(headroom)}</p>
        <p className={styles['note']}>{t(headroom < 0n ? 'obligation.headroomNegative' : 'obligation.headroomNote')}</p>
      </div>
    </section>
  );
}

function useSentence({ verdict, rule, decisive, feasibility }: Obligation): string {
  const { t } = useTranslation();
  const facts = {
    deadline: rule.deadlineOn === null ? t('obligation.deadlineNone') : formatOfficialDate(rule.deadlineOn),
    required: formatWon(decisive.requiredWon),
    shortfall: formatWon(decisive.shortfallWon),
    remaining: formatWon(feasibility.remainingWon),
  };
  return t(`obligation.sentence${verdict}`, facts);
}

const TILES: readonly FigureId[] = ['qualifying', 'required', 'shortfall', 'invested', 'remaining', 'pending'];

/** The figures behind the answer; each opens what it is made of. */
export function KeyFigures({ obligation }: { readonly obligation: Obligation }): ReactElement {
  const { t } = useTranslation();
  const reading = useWonReading();
  return (
    <section className={styles['tiles']} aria-label={t('obligation.figures')}>
      {TILES.map((figure) => {
        const amount = FIGURE_SOURCES[figure].amount(obligation);
        return (
          <div key={figure} className={styles['tile']}>
            <p className={styles['note']}>
              {t(`obligation.${figure}`)}
              {figure === 'pending' && ` · ${t('obligation.routeCount', { count: obligation.pendingCount })}`}
            </p>
            <p className={styles['value']}>
              <FigureButton figure={figure}>
                {formatWon(amount)}
              </FigureButton>
            </p>
            <p className={styles['note']}>{reading(BigInt(amount))}</p>
          </div>
        );
      })}
    </section>
  );
}
