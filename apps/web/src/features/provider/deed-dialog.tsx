import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { DateField } from '../../design/date-field.js';
import { Stack } from '../../design/page.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { doDeed, type Deed } from './provider.requests.js';

interface Props {
  readonly yearId: string;
  readonly deed: Deed;
  readonly id: string;
  /** Of the provider or broker. */
  readonly name: string;
  readonly onClose: () => void;
}

/** Suspends, resumes, renews or strikes off, from a day on and with a reason. */
export function DeedDialog({ yearId, deed, id, name, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const [typed, setTyped] = useState(deed === 'renew' ? '' : todayInSeoul());
  const day = parseDateInput(typed);
  const run = async (reason: string): Promise<void> => {
    // A date that cannot be read goes to the server as it is, which says at which field.
    const on = day ?? typed;
    await doDeed(deed, id, on, reason, intent.headersFor({ deed, id, on, reason }));
    intent.done();
    await refreshYear(yearId);
  };
  return (
    <ReasonDialog
      title={`${name} ${t(`providers.deeds.${deed}`)}`}
      label={t('providers.reason')}
      hint={t('providers.reasonHint')}
      missing={t('terms.missing')}
      action={t(`providers.deeds.${deed}`)}
      tone={deed === 'suspend' || deed === 'strike-off' ? 'danger' : 'primary'}
      run={run}
      onClose={onClose}
    >
      <Stack>
        <p>{t(`providers.leads.${deed}`)}</p>
        <DateField label={t(`providers.days.${deed}`)} value={typed} onChange={setTyped} error={typed !== '' && day === null ? t('time.invalid') : undefined} />
      </Stack>
    </ReasonDialog>
  );
}
