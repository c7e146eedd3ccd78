import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { useTerm } from '../../i18n/term.js';
import { usePermissions } from '../session/use-session.js';
import { LayDialog } from './lay-dialog.js';
import { ReportTabs } from './report-tabs.js';
import { ScheduleStateTag, useScheduleState } from './schedule-state-tag.js';
import { useSchedules, type ReportSchedule } from './schedule.requests.js';
import { useScheduleSubject, useScheduleTiming } from './schedule-words.js';

/** Which reports are drafted by the calendar, when next, and who receives them. */
export function SchedulesPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const query = useSchedules();
  const columns = useScheduleColumns();
  const [laying, setLaying] = useState(false);
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
          {(schedules) => <DataTable label={t('reportSchedule.title')} columns={columns} rows={schedules} rowKey={({ id }) => id} rowTone={({ endedOn }) => (endedOn === null ? undefined : 'muted')} empty={t('reportSchedule.empty')} />}
        </Loaded>
      </Card>
      {laying && <LayDialog onClose={() => setLaying(false)} />}
    </Page>
  );
}

function useScheduleColumns(): readonly Column<ReportSchedule>[] {
  const { t } = useTranslation();
  const term = useTerm();
  const subjectOf = useScheduleSubject();
  const timingOf = useScheduleTiming();
  const stateOf = useScheduleState();
  return useMemo(
    () => [
      { id: 'kind', header: t('reportSchedule.kind'), kind: 'text', value: ({ kind }) => term('reportKind', kind), cell: ({ id, kind }) => <Link to={`/reports/schedules/${id}`}>{term('reportKind', kind)}</Link> },
      { id: 'subject', header: t('reportSchedule.subject'), kind: 'text', value: subjectOf, text: 'wrap' },
      { id: 'period', header: t('reportSchedule.period'), kind: 'text', value: timingOf },
      { id: 'recipients', header: t('reportSchedule.recipients'), kind: 'text', value: ({ recipients }) => recipients.join(', '), text: 'wrap' },
      { id: 'owner', header: t('reportSchedule.owner'), kind: 'text', value: ({ ownerName }) => ownerName },
      { id: 'next', header: t('reportSchedule.next'), kind: 'date', value: ({ nextOn }) => nextOn },
      { id: 'state', header: t('reportSchedule.state'), kind: 'text', value: stateOf, cell: (schedule) => <ScheduleStateTag schedule={schedule} /> },
    ],
    [t, term, subjectOf, timingOf, stateOf],
  );
}
