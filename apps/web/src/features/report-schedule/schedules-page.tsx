import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { refreshIssues } from '../report/issue.requests.js';
import { usePermissions } from '../session/use-session.js';
import { LayDialog } from './lay-dialog.js';
import { ReportTabs } from './report-tabs.js';
import { endReportSchedule, useSchedules, type ReportSchedule, type ScheduledKind } from './schedule.requests.js';

/** Which reports go out by the calendar, when next, and to whom. */
export function SchedulesPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const query = useSchedules();
  const [laying, setLaying] = useState(false);
  const [ending, setEnding] = useState<ReportSchedule | null>(null);
  const lay = may('report-schedule.lay') && (
    <Button tone="primary" icon="plus" onPress={() => setLaying(true)}>
      {t('reportSchedule.lay')}
    </Button>
  );
  return (
    <Page title={t('reportSchedule.title')} lead={t('reportSchedule.lead')} actions={lay}>
      <ReportTabs />
      <Card flush>
        <Loaded query={query}>
          {(schedules) => (schedules.length === 0 ? <Empty>{t('reportSchedule.empty')}</Empty> : <SchedulesTable schedules={schedules} onEnd={may('report-schedule.end') ? setEnding : null} />)}
        </Loaded>
      </Card>
      {laying && <LayDialog onClose={() => setLaying(false)} />}
      {ending !== null && <EndDialog schedule={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}

interface TableProps {
  readonly schedules: readonly ReportSchedule[];
  /** Null for those who end none. */
  readonly onEnd: ((schedule: ReportSchedule) => void) | null;
}

function SchedulesTable({ schedules, onEnd }: TableProps): ReactElement {
  const { t } = useTranslation();
  return (
    <PlainTable
      label={t('reportSchedule.title')}
      rows={schedules}
      rowKey={({ id }) => id}
      tone={({ endedOn }) => (endedOn === null ? undefined : 'muted')}
      columns={[
        { header: t('reportSchedule.name'), wrap: true, cell: ({ name }) => <strong>{name}</strong> },
        { header: t('reportSchedule.kind'), wrap: true, cell: ({ kind }) => t(`reportSchedule.kinds.${kind as ScheduledKind}`) },
        { header: t('reportSchedule.subject'), wrap: true, cell: ({ subjectNumber, subjectName }) => (subjectNumber === null ? t('reportSchedule.everything') : `${subjectNumber} ${subjectName ?? ''}`) },
        { header: t('reportSchedule.period'), cell: ({ period, daysAfter }) => t('reportSchedule.timing', { period: t(`reportSchedule.periods.${period}`), days: daysAfter }) },
        { header: t('reportSchedule.recipients'), wrap: true, cell: ({ recipients }) => recipients.join(', ') },
        { header: t('reportSchedule.owner'), cell: ({ ownerName }) => ownerName },
        { header: t('reportSchedule.next'), cell: ({ nextOn, endedOn }) => <span className="number">{endedOn === null ? (nextOn ?? '–') : t('reportSchedule.ended', { on: endedOn })}</span> },
        {
          header: '',
          align: 'right',
          cell: (schedule) =>
            onEnd !== null && schedule.endedOn === null ? (
              <Button small onPress={() => onEnd(schedule)}>
                {t('reportSchedule.end')}
              </Button>
            ) : null,
        },
      ]}
    />
  );
}

function EndDialog({ schedule, onClose }: { readonly schedule: ReportSchedule; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const end = async (reason: string): Promise<void> => {
    await endReportSchedule(schedule.id, reason, intent.headersFor({ id: schedule.id, reason }));
    intent.done();
    await refreshIssues();
  };
  return (
    <ReasonDialog title={t('reportSchedule.endTitle', { name: schedule.name })} label={t('reportSchedule.endReason')} missing={t('reportSchedule.missing')} action={t('reportSchedule.end')} tone="danger" run={end} onClose={onClose}>
      <p>{t('reportSchedule.endLead')}</p>
    </ReasonDialog>
  );
}
