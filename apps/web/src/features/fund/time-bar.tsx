import { useState, type FormEvent, type ReactElement } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { classes } from '../../design/classes.js';
import { DateField } from '../../design/date-field.js';
import { Icon } from '../../design/icon.js';
import { formatOfficialDate, parseDateInput, quarterEnds, todayInSeoul } from '../../format/date.js';
import { timePoint, useTimePoint, type TimeControl, type TimePoint } from './time-point.js';
import styles from './time-bar.module.css';

/** Shows whose day the figures are of, and lets another day be chosen. */
export function TimeButton(): ReactElement {
  const { t } = useTranslation();
  const time = useTimePoint();
  const known = useKnownText();
  return (
    <DialogTrigger>
      <AriaButton className={classes(styles['trigger'], !time.isNow && styles['past'])}>
        <Icon name="clock" size={16} />
        {time.isNow ? t('time.now') : t('time.button', { asOf: time.asOf ?? todayInSeoul(), known: known(time.point) })}
        <Icon name="down" size={14} />
      </AriaButton>
      <Popover placement="bottom end" className={styles['popover'] ?? ''}>
        <Dialog className={styles['dialog'] ?? ''} aria-label={t('time.label')}>
          {({ close }) => <TimeForm time={time} close={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function useKnownText(): (point: TimePoint) => string {
  const { t } = useTranslation();
  return ({ asOf, knownAt }) => (knownAt === undefined ? t('time.asKnownNow') : knownAt === asOf ? t('time.asKnownThen') : t('time.asKnownOn', { date: knownAt }));
}

function TimeForm({ time, close }: { readonly time: TimeControl; readonly close: () => void }): ReactElement {
  const { t } = useTranslation();
  const [asOf, setAsOf] = useState(time.asOf ?? '');
  const [knownAt, setKnownAt] = useState(time.knownAt ?? '');
  const asOfDate = parseDateInput(asOf);
  const knownDate = parseDateInput(knownAt);
  const go = (point: TimePoint): void => {
    time.change(point);
    close();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if ((asOf !== '' && asOfDate === null) || (knownAt !== '' && knownDate === null)) return;
    go(timePoint(asOfDate ?? undefined, knownDate ?? undefined));
  };
  return (
    <form className={styles['dialog']} onSubmit={submit} style={{ padding: 0 }} noValidate>
      <div className={styles['dates']}>
        <DateField label={t('time.asOf')} value={asOf} onChange={setAsOf} hint={t('time.future')} error={asOf !== '' && asOfDate === null ? t('time.invalid') : undefined} />
        <DateField label={t('time.knownAt')} value={knownAt} onChange={setKnownAt} placeholder={t('time.knownNow')} error={knownAt !== '' && knownDate === null ? t('time.invalid') : undefined} />
      </div>
      <div className={styles['row']}>
        <span className={styles['note']}>{t('time.presets')}</span>
        {quarterEnds(todayInSeoul(), 4).map((end) => (
          <Button key={end} small onPress={() => setAsOf(end)}>
            {end}
          </Button>
        ))}
      </div>
      <p className={styles['note']}>{t('time.explain')}</p>
      <div className={styles['row']}>
        <Button type="submit" tone="primary" small>
          {t('time.apply')}
        </Button>
        <Button small tone="secondary" disabled={asOfDate === null} onPress={() => asOfDate !== null && go({ asOf: asOfDate, knownAt: asOfDate })}>
          {t('time.asKnownThen')}
        </Button>
        <Button small tone="quiet" icon="undo" onPress={() => go({})}>
          {t('time.toNow')}
        </Button>
      </div>
    </form>
  );
}

/** A strip that cannot be overlooked while the screen shows another day than today. */
export function TimeBanner(): ReactElement | null {
  const { t } = useTranslation();
  const time = useTimePoint();
  const known = useKnownText();
  if (time.isNow) return null;
  const asOf = formatOfficialDate(time.asOf ?? todayInSeoul());
  return (
    <div className={styles['banner']} role="status">
      <Icon name="clock" />
      <span>{time.knownAt === undefined ? t('time.bannerNow', { asOf }) : t('time.bannerThen', { asOf, known: known(time.point) })}</span>
      {time.asOf !== undefined && time.knownAt === undefined && (
        <Button small onPress={() => time.asOf !== undefined && time.change({ asOf: time.asOf, knownAt: time.asOf })}>
          {t('time.asKnownThen')}
        </Button>
      )}
      {time.asOf !== undefined && time.knownAt !== undefined && (
        <Button small onPress={() => time.asOf !== undefined && time.change({ asOf: time.asOf })}>
          {t('time.asKnownNow')}
        </Button>
      )}
      <Button small icon="undo" onPress={() => time.change({})}>
        {t('time.toNow')}
      </Button>
    </div>
  );
}
