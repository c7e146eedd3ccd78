import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../design/icon.js';
import { todayInSeoul } from '../../format/date.js';
import { useDeadlines } from '../deadline/deadline.requests.js';
import { useApplications, useObjections } from '../grant-application/grant-application.requests.js';
import { useExpenses } from '../grant-expense/grant-expense.requests.js';
import { useRecoveries } from '../grant-recovery/recovery.requests.js';
import { useSettlementStages } from '../grant-settlement/settlement.requests.js';
import { useDueTranches } from '../grant-tranche/grant-tranche.requests.js';
import cockpit from '../voucher-year/cockpit.module.css';

interface Step {
  readonly label: string;
  readonly of: number;
  /** Where it is done, below the call. */
  readonly to: string;
  readonly note?: string;
}

/** What waits for whom, in the order of the work; each step leads to where it is done. */
export function CallWork({ callId }: { readonly callId: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Steps label={t('grantCall.work')} callId={callId} steps={useSelectionSteps(callId)} />
      <Steps label={t('grantCall.workAfter')} callId={callId} steps={useExecutionSteps(callId)} />
    </>
  );
}

/** Between the application and the agreement. */
function useSelectionSteps(callId: string): readonly Step[] {
  const { t } = useTranslation();
  const applications = useApplications(callId).data ?? [];
  const open = (useObjections(callId).data ?? []).filter(({ outcome }) => outcome === null);
  const count = (state: string): number => applications.filter((each) => each.state === state).length;
  const overdue = applications.filter(({ agreeBy }) => agreeBy !== null && agreeBy < todayInSeoul()).length;
  const to = 'applications';
  return [
    { to, label: t('grantCall.toCheck'), of: count('APPLIED') },
    { to, label: t('grantCall.toEvaluate'), of: count('CHECKED') },
    { to, label: t('grantCall.toSelect'), of: count('EVALUATED') },
    { to, label: t('grantCall.toAgree'), of: count('SELECTED'), note: overdue === 0 ? '' : t('grantCall.overdueAgree', { count: overdue }) },
    { to, label: t('grantCall.objections'), of: open.length },
  ];
}

/** Between the agreement and the last won that comes back. */
function useExecutionSteps(callId: string): readonly Step[] {
  const { t } = useTranslation();
  const tranches = useDueTranches(callId).data ?? [];
  const reviews = useExpenses(callId, { state: 'UNREVIEWED' }).data?.count ?? 0;
  const stages = useSettlementStages(callId).data ?? [];
  const owed = (useRecoveries(callId).data ?? []).filter(({ openWon }) => openWon !== '0');
  const due = useDeadlines({ callId, withinDays: 7 }).data;
  const missed = stages.filter(({ status }) => status === 'REPORT_OVERDUE').length;
  return [
    { to: 'agreements', label: t('grantCall.toDecide'), of: tranches.filter(({ state }) => state === 'REQUESTED').length },
    { to: 'agreements', label: t('grantCall.toPay'), of: tranches.filter(({ state }) => state === 'DECIDED').length },
    { to: 'expenses', label: t('grantCall.toReview'), of: reviews },
    { to: 'settlements', label: t('grantCall.toSettle'), of: stages.filter(({ status }) => status === 'REPORTED').length, note: missed === 0 ? '' : t('grantCall.reportsMissed', { count: missed }) },
    { to: 'settlements', label: t('grantCall.toCollect'), of: owed.length },
    { to: 'deadlines', label: t('grantCall.dueSoon'), of: due?.soon ?? 0, note: (due?.overdue ?? 0) === 0 ? '' : t('grantCall.deadlinesMissed', { count: due?.overdue ?? 0 }) },
  ];
}

function Steps({ label: name, callId, steps }: { readonly label: string; readonly callId: string; readonly steps: readonly Step[] }): ReactElement {
  return (
    <ol className={cockpit['work']} aria-label={name}>
      {steps.map(({ label, of, to, note = '' }) => (
        <li key={label}>
          <Link to={`/grants/${callId}/${to}`} className={cockpit['step']} data-idle={of === 0 && note === ''}>
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
