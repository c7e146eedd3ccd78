import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { todayInSeoul } from '../../format/date.js';
import { DownloadDialog } from '../download/download-dialog.js';
import { usePermissions } from '../session/use-session.js';
import { downloadAccessLog, useAccessFigures, useReviews, type AccessReview } from './access-log.requests.js';
import { EntriesCard } from './entries-card.js';
import { KindsCard } from './kinds-card.js';
import { MonthCard } from './month-card.js';
import { PeopleCard } from './people-card.js';
import { RetentionCard } from './retention-card.js';
import { ReviewDialog } from './review-dialog.js';

/** The monthly review of who looked at whose data, for those who watch. */
export function AccessLogPage(): ReactElement {
  const { t } = useTranslation();
  return (
    <Page title={t('accessLog.title')} lead={t('accessLog.lead')}>
      <Loaded query={useReviews()}>{(reviews) => <Months reviews={reviews} />}</Loaded>
      <RetentionCard />
    </Page>
  );
}

/** Begins with the oldest month that waits for its review, or with this one. */
function Months({ reviews }: { readonly reviews: readonly AccessReview[] }): ReactElement {
  const current = todayInSeoul().slice(0, 7);
  const [chosen, setChosen] = useState<string | null>(null);
  const month = chosen ?? reviews.findLast(({ review }) => review === null)?.month ?? current;
  const review = reviews.find((each) => each.month === month) ?? null;
  return (
    <>
      <MonthCard month={month} current={current} reviews={reviews} onChoose={setChosen} actions={<MonthActions month={month} open={review !== null && review.review === null} />} />
      <MonthFacts month={month} />
    </>
  );
}

function MonthActions({ month, open }: { readonly month: string; readonly open: boolean }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const figures = useAccessFigures(month);
  const [dialog, setDialog] = useState<'export' | 'review' | null>(null);
  const close = (): void => setDialog(null);
  return (
    <>
      <Button small icon="download" onPress={() => setDialog('export')}>
        {t('accessLog.export')}
      </Button>
      {open && may('access-review.complete') && (
        <Button small tone="primary" icon="check" disabled={figures.data === undefined} onPress={() => setDialog('review')}>
          {t('accessLog.complete')}
        </Button>
      )}
      {dialog === 'export' && (
        <DownloadDialog title={t('accessLog.exportTitle', { month })} hint={t('accessLog.exportHint')} take={(reason) => downloadAccessLog(month, reason)} onClose={close} />
      )}
      {dialog === 'review' && figures.data !== undefined && <ReviewDialog figures={figures.data} onClose={close} />}
    </>
  );
}

function MonthFacts({ month }: { readonly month: string }): ReactElement {
  return (
    <Loaded query={useAccessFigures(month)}>
      {(figures) => (
        <>
          <PeopleCard figures={figures} />
          <KindsCard kinds={figures.kinds} />
          <EntriesCard month={month} bulk={figures.limits.bulkSubjects} />
        </>
      )}
    </Loaded>
  );
}
