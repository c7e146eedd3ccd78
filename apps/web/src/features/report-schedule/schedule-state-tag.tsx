import { useCallback, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../design/tag.js';
import type { ReportSchedule } from './schedule.requests.js';

type Standing = Pick<ReportSchedule, 'endedOn' | 'refused'>;

/** Whether a schedule stands, and whether somebody has to look at it, in words. */
export function useScheduleState(): (schedule: Standing) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ endedOn, refused }) => {
      if (endedOn !== null) return t('reportSchedule.ended', { on: endedOn });
      return refused > 0 ? t('reportSchedule.refused', { count: refused }) : t('reportSchedule.stands');
    },
    [t],
  );
}

/** The same as a tag. */
export function ScheduleStateTag({ schedule }: { readonly schedule: Standing }): ReactElement {
  const said = useScheduleState()(schedule);
  if (schedule.endedOn !== null) return <Tag tone="neutral">{said}</Tag>;
  if (schedule.refused === 0) return <Tag tone="success">{said}</Tag>;
  return (
    <Tag tone="warning" icon="warning">
      {said}
    </Tag>
  );
}
