import { useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useSearchParams } from 'react-router';
import { Button } from '../../design/button.js';
import { classes } from '../../design/classes.js';
import { DateField } from '../../design/date-field.js';
import { Icon } from '../../design/icon.js';
import { formatInstant, formatOfficialDate, parseDateInput, todayInSeoul } from '../../format/date.js';
import { useTimePoint, type TimePoint } from '../fund/time-point.js';
import styles from './audit-layout.module.css';
import { pinnedNow, useAuditQuery } from './audit-query.js';

/** What all pages of the audit room share: where to go, and the point in both times that everything on the page is of. */
export function AuditLayout(): ReactElement {
  const { t } = useTranslation();
  const { search } = useAuditQuery();
  const time = useTimePoint();
  // Whoever comes in without a point is given this second, so that every page of the visit tells of the same state.
  // The address without one is replaced: going back must not lead here again.
  const [, setParameters] = useSearchParams();
  const unpinned = time.asOf === undefined || time.knownAt === undefined;
  useEffect(() => {
    if (!unpinned) return;
    setParameters((current) => new URLSearchParams({ ...pinnedNow(todayInSeoul()), ...Object.fromEntries(current) }), { replace: true });
  }, [unpinned, setParameters]);
  const tabs = [
    { to: '/audit', text: t('audit.packs'), end: true },
    { to: '/audit/time-machine', text: t('audit.timeMachine'), end: false },
    { to: '/audit/downloads', text: t('audit.downloads'), end: false },
  ];
  return (
    <>
      <div className={styles['bar']}>
        <nav aria-label={t('audit.tabs')} className={styles['tabs']}>
          {tabs.map(({ to, text, end }) => (
            <NavLink key={to} to={`${to}${search}`} end={end}>
              {text}
            </NavLink>
          ))}
        </nav>
        <PinnedPoint />
      </div>
      {!unpinned && <Outlet />}
    </>
  );
}

function PinnedPoint(): ReactElement {
  const { t } = useTranslation();
  const { point, asOf, change } = useTimePoint();
  const [open, setOpen] = useState(false);
  const known = useKnownText(point);
  return (
    <div className={styles['pin']} role="group" aria-label={t('audit.point')}>
      <Icon name="clock" />
      <span>
        {t('audit.asOf')} <strong>{formatOfficialDate(asOf ?? todayInSeoul())}</strong>
      </span>
      <span>
        {t('audit.knownAt')} <strong>{known}</strong>
      </span>
      <Button small tone="quiet" onPress={() => setOpen(!open)}>
        {t('audit.change')}
      </Button>
      <span className={styles['readOnly']}>{t('audit.readOnly')}</span>
      {open && (
        <PointForm
          point={point}
          onPick={(next) => {
            change(next);
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}

/** A date means the end of that day, an instant itself. */
function useKnownText({ knownAt }: TimePoint): string {
  const { t } = useTranslation();
  if (knownAt === undefined) return t('audit.knownNow');
  return knownAt.includes('T') ? formatInstant(knownAt) : `${formatOfficialDate(knownAt)} 24:00`;
}

function PointForm({ point, onPick }: { readonly point: TimePoint; readonly onPick: (point: TimePoint) => void }): ReactElement {
  const { t } = useTranslation();
  const [asOf, setAsOf] = useState(point.asOf ?? '');
  const [knownAt, setKnownAt] = useState(point.knownAt?.includes('T') === true ? '' : (point.knownAt ?? ''));
  const [on, known] = [parseDateInput(asOf), parseDateInput(knownAt)];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (on === null || (knownAt !== '' && known === null)) return;
    onPick({ asOf: on, knownAt: known ?? pinnedNow(on).knownAt ?? on });
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <DateField label={t('audit.asOf')} value={asOf} onChange={setAsOf} error={on === null ? t('audit.invalidDate') : undefined} />
      <DateField label={t('audit.knownAt')} value={knownAt} onChange={setKnownAt} placeholder={t('audit.knownNow')} error={knownAt !== '' && known === null ? t('audit.invalidDate') : undefined} />
      <div className={classes(styles['buttons'])}>
        <Button small type="submit" tone="primary">
          {t('audit.apply')}
        </Button>
        <Button small tone="secondary" disabled={on === null} onPress={() => on !== null && onPick({ asOf: on, knownAt: on })}>
          {t('audit.sameDay')}
        </Button>
        <Button small tone="quiet" icon="undo" onPress={() => onPick(pinnedNow(todayInSeoul()))}>
          {t('audit.pinNow')}
        </Button>
      </div>
    </form>
  );
}
