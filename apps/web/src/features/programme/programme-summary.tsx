import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Programme, ProgrammeObligation } from '../../api/types.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Tag } from '../../design/tag.js';
import { useWonReading, WonText } from '../../design/won-text.js';
import { percentOf } from '../../format/percent.js';
import { useLanguage } from '../../i18n/bilingual.js';
import { ObligationBar } from '../fund/obligation-bar.js';
import { useTimePoint } from '../fund/time-point.js';
import { VerdictTag } from '../fund/verdict-tag.js';
import styles from './programme-summary.module.css';
import { useProgrammeObligation } from './programme.queries.js';

/** The programme as a whole: how much of the policy target is formed, and its ratio over all funds. */
export function ProgrammeSummary({ programme }: { readonly programme: Programme }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const time = useTimePoint();
  const query = useProgrammeObligation(programme.id, time.point);
  const period = `${programme.horizonFrom} ~ ${programme.horizonTo}`;
  return (
    <Card title={language === 'ko' ? programme.nameKo : programme.nameEn} note={`${t('programme.horizon')} ${period}`}>
      <Loaded query={query}>{(obligation) => <Figures obligation={obligation} />}</Loaded>
    </Card>
  );
}

function Figures({ obligation }: { readonly obligation: ProgrammeObligation }): ReactElement {
  const { t } = useTranslation();
  const reading = useWonReading();
  const { position, targetCommitmentWon: target } = obligation;
  const formed = target === null ? null : percentOf(position.baseWon, target);
  return (
    <div className={styles['summary']}>
      <div>
        <p className={styles['label']}>{t('obligation.committed')}</p>
        <p className={styles['figure']}>
          <WonText amount={position.baseWon} />
        </p>
        {target !== null && (
          <>
            <div className={styles['meter']} aria-hidden="true">
              <div className={styles['fill']} style={{ width: `${Math.min(100, Number(formed ?? 0))}%` }} />
            </div>
            <p className={styles['note']}>
              {t('programme.target')} {reading(BigInt(target))} · {t('programme.ofTarget')} {formed ?? '–'}%
            </p>
          </>
        )}
      </div>
      <div>
        <div className={styles['ratio']}>
          <p className={styles['label']}>{t('programme.obligation')}</p>
          <p className={styles['figure']}>{position.ratioPercent ?? '–'}%</p>
          {position.met ? <VerdictTag verdict="MET" /> : <Tag tone="neutral" icon="minus">{t('obligation.notMet')}</Tag>}
        </div>
        <ObligationBar ratioPercent={position.ratioPercent} requiredPercent={percentOf(position.requiredWon, position.baseWon) ?? '50.00'} met={position.met} />
      </div>
      <div>
        <p className={styles['label']}>{t('programme.fundsMet')}</p>
        <p className={styles['figure']}>{t('programme.fundsMetOf', { count: obligation.fundCount, met: obligation.fundsMet })}</p>
        <p className={styles['note']}>{t('programme.bothLevels')}</p>
      </div>
    </div>
  );
}
