import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { formatOfficialDate } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { usePermissions } from '../session/use-session.js';
import { ReportTabs } from './report-tabs.js';
import { ScheduleStateTag } from './schedule-state-tag.js';
import { draftReportSchedule, endReportSchedule, useSchedule, type ReportScheduleDetail } from './schedule.requests.js';
import { useScheduleSubject, useScheduleTiming } from './schedule-words.js';
import { TurnsCard } from './turns-card.js';

/** One schedule: what it has come to, period by period, and what it could not draft and why. */
export function SchedulePage(): ReactElement {
  const { scheduleId = '' } = useParams();
  return <Loaded query={useSchedule(scheduleId)}>{(schedule) => <Schedule key={schedule.id} schedule={schedule} />}</Loaded>;
}

function Schedule({ schedule }: { readonly schedule: ReportScheduleDetail }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const subjectOf = useScheduleSubject();
  const [ending, setEnding] = useState(false);
  const stands = schedule.endedOn === null;
  return (
    <Page
      title={term('reportKind', schedule.kind)}
      lead={subjectOf(schedule)}
      actions={
        stands &&
        may('report-schedule.end') && (
          <Button tone="danger" onPress={() => setEnding(true)}>
            {t('reportSchedule.end')}
          </Button>
        )
      }
    >
      <ReportTabs />
      {stands && <DraftAgain schedule={schedule} />}
      <Card>
        <ScheduleFacts schedule={schedule} />
      </Card>
      <TurnsCard schedule={schedule} />
      {ending && <EndDialog schedule={schedule} onClose={() => setEnding(false)} />}
    </Page>
  );
}

function ScheduleFacts({ schedule }: { readonly schedule: ReportScheduleDetail }): ReactElement {
  const { t } = useTranslation();
  const timingOf = useScheduleTiming();
  const { recipients, ownerName, laidOn, nextOn, endReason } = schedule;
  return (
    <Facts
      columns
      facts={[
        { label: t('reportSchedule.state'), value: <ScheduleStateTag schedule={schedule} /> },
        { label: t('reportSchedule.period'), value: timingOf(schedule) },
        { label: t('reportSchedule.recipients'), value: recipients.join(', ') },
        { label: t('reportSchedule.owner'), value: ownerName },
        { label: t('reportSchedule.laidOn'), value: formatOfficialDate(laidOn) },
        nextOn === null ? null : { label: t('reportSchedule.next'), value: formatOfficialDate(nextOn) },
        endReason === null ? null : { label: t('reportSchedule.endReason'), value: endReason },
      ]}
    />
  );
}

/** What could not be drafted, and the button that tries it again; what came of the attempt is said in the same place. */
function DraftAgain({ schedule: { id, refused } }: { readonly schedule: ReportScheduleDetail }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const draft = useWrite({ mutationFn: draftReportSchedule });
  const told = draft.data;
  return (
    <>
      {told !== undefined && refused === 0 && <Callout tone="success" title={t('reportSchedule.drafted', { tried: told.tried })} urgent />}
      {refused > 0 && (
        <Callout tone="warning" title={t('reportSchedule.refusedTitle', { count: refused })} urgent={told !== undefined}>
          <p>{told === undefined ? t('reportSchedule.refusedText') : t('reportSchedule.draftedPartly', { tried: told.tried, refused: told.refused })}</p>
          {may('report-schedule.draft') && (
            <Button small pending={draft.isPending} onPress={() => draft.mutate(id)}>
              {t('reportSchedule.draft')}
            </Button>
          )}
        </Callout>
      )}
      <ProblemCallout error={draft.error} />
    </>
  );
}

function EndDialog({ schedule, onClose }: { readonly schedule: ReportScheduleDetail; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  return (
    <ReasonDialog
      title={t('reportSchedule.endTitle')}
      label={t('reportSchedule.endReason')}
      missing={t('reportSchedule.missing')}
      action={t('reportSchedule.end')}
      tone="danger"
      run={(reason) => endReportSchedule(schedule.id, reason, intent.headersFor({ id: schedule.id, reason }))}
      onClose={onClose}
    >
      <p>{t('reportSchedule.endLead')}</p>
    </ReasonDialog>
  );
}
