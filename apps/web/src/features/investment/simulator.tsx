import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { problemFrom } from '../../api/problem.js';
import type { Obligation, RecordedInvestment } from '../../api/types.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { classes } from '../../design/classes.js';
import { Spinner } from '../../design/spinner.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { EffectTable } from './effect-table.js';
import styles from './simulator.module.css';
import { VerdictList } from '../rule/verdict-list.js';
import { WaiverOffer } from '../waiver/waiver-offer.js';

interface Props {
  readonly obligation: Obligation;
  readonly typedAmount: string;
  /** Names of the fields that must be filled in first. */
  readonly missing: readonly string[];
  readonly simulation: UseQueryResult<RecordedInvestment>;
  readonly claimed: boolean;
  /** What a waiver would be asked for with. */
  readonly deal: { readonly businessNumber: string; readonly company: string; readonly most: string };
}

/** What would happen, by the server's own rules, while the deal is still being typed. */
export function Simulator({ obligation, typedAmount, missing, simulation, claimed, deal }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const busy = simulation.isFetching;
  const result = missing.length === 0 ? simulation.data : undefined;
  return (
    <Card
      title={t('simulator.title')}
      actions={
        busy && (
          <span className={styles['calculating']} role="status">
            <Spinner />
            {t('simulator.calculating')}
          </span>
        )
      }
    >
      <div className={classes(styles['body'], simulation.isPlaceholderData && styles['busy'])}>
        {result === undefined ? <BeforeTyping obligation={obligation} typedAmount={typedAmount} missing={missing} /> : <Outcome result={result} claimed={claimed} deal={deal} />}
        {missing.length === 0 && simulation.error !== null && problemFrom(simulation.error).errors.length === 0 && <Callout tone="danger" title={say(problemFrom(simulation.error).text)} />}
      </div>
    </Card>
  );
}

const FIELD_LABELS = { businessNumber: 'investment.businessNumber', name: 'investment.company', amountWon: 'investment.amount', paidOn: 'investment.paidOn', instrument: 'investment.instrument' } as const;

function BeforeTyping({ obligation, typedAmount, missing }: Pick<Props, 'obligation' | 'typedAmount' | 'missing'>): ReactElement {
  const { t } = useTranslation();
  const headroom = BigInt(obligation.feasibility.headroomWon);
  const parsed = parseWonInput(typedAmount);
  const left = parsed.ok && parsed.amount > 0n ? headroom - parsed.amount : null;
  return (
    <>
      <div>
        <p className={styles['label']}>{t('simulator.headroomNow')}</p>
        <p className={`${styles['headroom']} number`}>
          {formatWon(headroom)}
          {t('common.won')}
        </p>
        {left !== null && (
          <p className={classes('number', left < 0n && styles['over'])}>{left < 0n ? t('simulator.overHeadroom', { amount: formatWon(-left) }) : t('simulator.withinHeadroom', { amount: formatWon(left) })}</p>
        )}
      </div>
      {missing.length > 0 && (
        <div>
          <p>{t('simulator.waiting')}</p>
          <p className={styles['missing']}>
            {missing.map((field) => (
              <Tag key={field} tone="neutral">
                {field in FIELD_LABELS ? t(FIELD_LABELS[field as keyof typeof FIELD_LABELS]) : field}
              </Tag>
            ))}
          </p>
        </div>
      )}
    </>
  );
}

function Outcome({ result, claimed, deal }: Pick<Props, 'claimed' | 'deal'> & { readonly result: RecordedInvestment }): ReactElement {
  const { t } = useTranslation();
  const warned = result.verdicts.some((verdict) => verdict.result === 'WARN');
  const [tone, title] = result.blocked ? (['danger', 'simulator.refused'] as const) : warned ? (['warning', 'simulator.allowedWithWarnings'] as const) : (['success', 'simulator.allowed'] as const);
  return (
    <>
      <Callout tone={tone} title={t(title)} />
      {result.blocked && <WaiverOffer verdicts={result.verdicts} deal={deal} />}
      <VerdictList verdicts={result.verdicts} />
      <EffectTable before={result.before} after={result.after} afterLabel={t(claimed ? 'simulator.afterPending' : 'simulator.after')} ifAccepted={result.afterIfAccepted} />
      {result.postings.length > 0 && (
        <details className={styles['details']}>
          <summary>{t('simulator.entries')}</summary>
          <PostedEntries entries={result.postings} />
        </details>
      )}
    </>
  );
}
