import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Stack } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { Tag } from '../../design/tag.js';
import { formatInstant, formatOfficialDate } from '../../format/date.js';
import type { AccessReview } from './access-log.requests.js';
import styles from './access-log-page.module.css';

interface Props {
  readonly month: string;
  readonly current: string;
  readonly reviews: readonly AccessReview[];
  readonly onChoose: (month: string) => void;
  readonly actions: ReactNode;
}

const NAMED_MONTHS = 3;

/** Which month is looked at, how its review stands, and which months are late. */
export function MonthCard({ month, current, reviews, onChoose, actions }: Props): ReactElement {
  const { t } = useTranslation();
  const overdue = reviews.filter((each) => each.overdue).map((each) => each.month);
  const named = overdue.slice(0, NAMED_MONTHS).join(', ');
  const months = overdue.length > NAMED_MONTHS ? t('accessLog.overdueMore', { months: named, count: overdue.length - NAMED_MONTHS }) : named;
  const choices = [{ value: current, label: `${current} (${t('accessLog.current')})` }, ...reviews.map((each) => ({ value: each.month, label: `${each.month} · ${t(stateOf(each))}` }))];
  return (
    <Card actions={actions} title={month}>
      <Stack>
        {overdue.length > 0 && <Callout tone="warning" title={t('accessLog.overdueTitle', { months })} />}
        <div className={styles['month']}>
          <SelectField label={t('accessLog.month')} value={month} onChange={onChoose} choices={choices} />
          <ReviewState review={reviews.find((each) => each.month === month) ?? null} />
        </div>
      </Stack>
    </Card>
  );
}

function stateOf({ review, overdue }: AccessReview): 'accessLog.reviewed' | 'accessLog.overdue' | 'accessLog.due' {
  if (review !== null) return 'accessLog.reviewed';
  return overdue ? 'accessLog.overdue' : 'accessLog.due';
}

function ReviewState({ review: each }: { readonly review: AccessReview | null }): ReactElement | null {
  const { t } = useTranslation();
  if (each === null) return null;
  if (each.review === null) {
    return (
      <p>
        <Tag tone={each.overdue ? 'danger' : 'information'} icon={each.overdue ? 'warning' : 'clock'} large>
          {t(stateOf(each))}
        </Tag>{' '}
        {t('accessLog.dueOn')} {formatOfficialDate(each.dueOn)}
      </p>
    );
  }
  const { reviewerName, reviewedAt, note, findings } = each.review;
  return (
    <div>
      <p>
        <Tag tone="success" icon="check" large>
          {t('accessLog.reviewed')}
        </Tag>{' '}
        {t('accessLog.reviewedBy', { name: reviewerName, at: formatInstant(reviewedAt) })}
      </p>
      <Facts
        facts={[
          { label: t('accessLog.note'), value: note },
          ...findings.map((finding) => ({ label: finding.login ?? finding.userId, value: `${t(`accessLog.conclusions.${finding.conclusion}`)} · ${finding.note}` })),
        ]}
      />
    </div>
  );
}
