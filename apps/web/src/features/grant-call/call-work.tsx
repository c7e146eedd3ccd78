import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../design/icon.js';
import { todayInSeoul } from '../../format/date.js';
import { useApplications, useObjections } from '../grant-application/grant-application.requests.js';
import cockpit from '../voucher-year/cockpit.module.css';

/** What waits for whom between the application and the agreement, in the order of the work; each leads to where it is done. */
export function CallWork({ callId }: { readonly callId: string }): ReactElement {
  const { t } = useTranslation();
  const applications = useApplications(callId).data ?? [];
  const open = (useObjections(callId).data ?? []).filter(({ outcome }) => outcome === null);
  const count = (state: string): number => applications.filter((each) => each.state === state).length;
  const overdue = applications.filter(({ agreeBy }) => agreeBy !== null && agreeBy < todayInSeoul()).length;
  const steps = [
    { label: t('grantCall.toCheck'), of: count('APPLIED') },
    { label: t('grantCall.toEvaluate'), of: count('CHECKED') },
    { label: t('grantCall.toSelect'), of: count('EVALUATED') },
    { label: t('grantCall.toAgree'), of: count('SELECTED'), note: overdue === 0 ? '' : t('grantCall.overdueAgree', { count: overdue }) },
    { label: t('grantCall.objections'), of: open.length },
  ];
  return (
    <ol className={cockpit['work']} aria-label={t('grantCall.work')}>
      {steps.map(({ label, of, note = '' }) => (
        <li key={label}>
          <Link to={`/grants/${callId}/applications`} className={cockpit['step']} data-idle={of === 0}>
            <span className={cockpit['label']}>{label}</span>
            <span className={cockpit['count']}>
              {of}
              <Icon name="right" size={16} />
            </span>
            <span className={cockpit['note']}>{note}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
