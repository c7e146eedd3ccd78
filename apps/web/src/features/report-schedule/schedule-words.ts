import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useTerm } from '../../i18n/term.js';
import type { ReportSchedule } from './schedule.requests.js';

/** What a schedule is about: one thing, or everything. */
export function useScheduleSubject(): (schedule: Pick<ReportSchedule, 'subjectNumber' | 'subjectName'>) => string {
  const { t } = useTranslation();
  return useCallback(({ subjectNumber, subjectName }) => (subjectNumber === null ? t('reportSchedule.everything') : `${subjectNumber} ${subjectName ?? ''}`), [t]);
}

/** When its reports are drafted: '분기 종료 20일 뒤'. */
export function useScheduleTiming(): (schedule: Pick<ReportSchedule, 'period' | 'daysAfter'>) => string {
  const { t } = useTranslation();
  const term = useTerm();
  return useCallback(({ period, daysAfter }) => t('reportSchedule.timing', { period: term('schedulePeriod', period), days: daysAfter }), [t, term]);
}
