import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../design/button.js';
import { classes } from '../../design/classes.js';
import { usePermissions } from '../session/use-session.js';
import type { VoucherYear } from '../voucher-year/voucher-year.queries.js';
import type { ApplicationSummary } from './application.requests.js';
import { awaitsEvaluator, countStages, isReadyToIssue, ownMoneyOpen, STAGES, stageOf, type Stage } from './application-stage.js';
import styles from './applications-page.module.css';

/** What can be done for many applications at once. */
export type Deed = 'receive' | 'screen' | 'evaluate' | 'select' | 'promote' | 'agree' | 'deposit';

interface Props {
  readonly year: VoucherYear;
  readonly applications: readonly ApplicationSummary[];
  readonly stage: Stage | null;
  readonly onStage: (stage: Stage | null) => void;
  readonly onDeed: (deed: Deed) => void;
}

/** The way of an application, with how many stand where; under each stage what takes them on. */
export function StageStrip({ year, applications, stage: chosen, onStage, onDeed }: Props): ReactElement {
  const { t } = useTranslation();
  const counts = countStages(applications);
  return (
    <ol className={styles['strip']} aria-label={t('application.stages')}>
      {STAGES.map((stage) => (
        <li key={stage} className={classes(styles['stage'], chosen === stage && styles['chosen'])}>
          <button type="button" className={styles['count']} aria-pressed={chosen === stage} onClick={() => onStage(chosen === stage ? null : stage)}>
            <span className={styles['label']}>{t(`application.stage.${stage}`)}</span>
            <span className={classes(styles['number'], counts[stage] === 0 && styles['none'])}>{counts[stage]}</span>
          </button>
          <StageNote stage={stage} applications={applications} />
          {year.closedOn === null && <NextDeed stage={stage} yearId={year.id} applications={applications} onDeed={onDeed} />}
        </li>
      ))}
    </ol>
  );
}

function StageNote({ stage, applications }: { readonly stage: Stage; readonly applications: readonly ApplicationSummary[] }): ReactElement | null {
  const { t } = useTranslation();
  if (stage !== 'AGREED') return null;
  const agreed = applications.filter((each) => stageOf(each) === 'AGREED');
  if (agreed.length === 0) return null;
  const ready = agreed.filter(isReadyToIssue).length;
  return <p className={styles['note']}>{t('application.paidOf', { ready, open: agreed.length - ready })}</p>;
}

interface NextProps {
  readonly stage: Stage;
  readonly yearId: string;
  readonly applications: readonly ApplicationSummary[];
  readonly onDeed: (deed: Deed) => void;
}

function NextDeed({ stage, yearId, applications, onDeed }: NextProps): ReactElement | null {
  const { t } = useTranslation();
  const may = usePermissions();
  const inStage = applications.filter((each) => stageOf(each) === stage);
  const button = (deed: Exclude<Deed, 'receive'>, permission: string, count: number): ReactElement | null =>
    count === 0 || !may(permission) ? null : (
      <Button small tone="secondary" onPress={() => onDeed(deed)}>
        {t(`application.deed.${deed}`, { count })}
      </Button>
    );
  switch (stage) {
    case 'APPLIED':
      return button('screen', 'application.screen', inStage.length);
    case 'SCREENED':
      return button('evaluate', 'evaluation.score', applications.filter(awaitsEvaluator).length);
    case 'EVALUATED':
      return button('select', 'selection.decide', inStage.length);
    case 'WAITLISTED':
      return button('promote', 'selection.promote', inStage.length);
    case 'SELECTED':
      return button('agree', 'voucher.agree', inStage.length);
    case 'AGREED':
      return (
        <>
          {button('deposit', 'own-money.deposit', inStage.filter((each) => ownMoneyOpen(each) > 0n).length)}
          {inStage.some(isReadyToIssue) && may('voucher.issue') && (
            <LinkButton small tone="primary" icon="right" to={`/vouchers/${yearId}/roster`}>
              {t('application.issue', { count: inStage.filter(isReadyToIssue).length })}
            </LinkButton>
          )}
        </>
      );
    default:
      return null;
  }
}
