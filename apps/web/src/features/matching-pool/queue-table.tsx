import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable, type PlainColumn } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import type { QueuePlace } from './matching.queries.js';
import styles from './matching.module.css';

const TONES = { SELECTED: 'success', WAITLISTED: 'warning', REJECTED: 'danger' } as const;

/** The places of a queue in their order, with what binds each. */
export function QueueTable({ label, places }: { readonly label: string; readonly places: readonly QueuePlace[] }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  const { position, plan, privateMoney, government } = useQueueColumns();
  return (
    <PlainTable
      label={label}
      rows={places}
      rowKey={({ applicationId }) => applicationId}
      columns={[
        position,
        plan,
        { header: t('grantApplication.receivedOn'), cell: ({ receivedOn }) => receivedOn },
        { header: t('grantApplication.score'), align: 'right', cell: ({ score }) => score ?? '–' },
        privateMoney,
        { header: t('matchingQueue.before'), align: 'right', cell: ({ budgetLeftWon }) => (budgetLeftWon === null ? '–' : formatWon(budgetLeftWon)) },
        government,
        {
          header: t('matchingQueue.becomes'),
          wrap: true,
          cell: ({ outcome, bound, why }) => (
            <>
              {outcome !== null && <Tag tone={TONES[outcome]}>{t(`grantApplication.outcome.${outcome}`)}</Tag>} {bound !== null && <Tag tone="neutral">{term('matchBound', bound)}</Tag>}
              {why !== null && <p className={styles['note']}>{say(why)}</p>}
            </>
          ),
        },
      ]}
    />
  );
}

/** What every table of places says of one: its place, the plan, and the money of both sides. */
export function useQueueColumns(): Readonly<Record<'position' | 'plan' | 'privateMoney' | 'government', PlainColumn<QueuePlace>>> {
  const { t } = useTranslation();
  return {
    position: { header: t('matchingQueue.position'), align: 'right', cell: ({ position }) => position ?? '–' },
    plan: { header: t('matchingQueue.plan'), wrap: true, cell: (place) => <Named place={place} /> },
    privateMoney: { header: t('matching.private'), align: 'right', cell: ({ privateWon }) => formatWon(privateWon) },
    government: { header: t('matching.government'), align: 'right', cell: ({ governmentWon }) => (governmentWon === null ? '–' : formatWon(governmentWon)) },
  };
}

/** Which project it is, and who plans it with whom. */
function Named({ place: { number, title, company, performer } }: { readonly place: QueuePlace }): ReactElement {
  return (
    <>
      {number} {title}
      <p className={styles['note']}>
        {company} → {performer}
      </p>
    </>
  );
}
