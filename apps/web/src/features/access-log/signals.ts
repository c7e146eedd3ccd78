import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthFigures, PersonFigures } from './access-log.requests.js';

/** What of somebody's figures is over which limit, in words; one sentence for each. */
export function useSignals(limits: MonthFigures['limits']): (person: PersonFigures) => readonly string[] {
  const { t } = useTranslation();
  return useCallback(
    (person) => {
      const sentences: Readonly<Record<string, string>> = {
        OFF_HOURS: t('accessLog.signal.OFF_HOURS', { value: person.offHours, limit: limits.offHoursEntries }),
        MANY_SUBJECTS: t('accessLog.signal.MANY_SUBJECTS', { value: person.subjects, limit: limits.subjects }),
        BULK: t('accessLog.signal.BULK', { value: person.largest, limit: limits.bulkSubjects }),
        MANY_REASONED: t('accessLog.signal.MANY_REASONED', { value: person.reasoned, limit: limits.reasonedEntries }),
        REFUSALS: t('accessLog.signal.REFUSALS', { value: person.refused, limit: limits.refusals }),
      };
      return person.signals.map((signal) => sentences[signal] ?? signal);
    },
    [t, limits],
  );
}
