import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { ChoiceField } from '../../design/select-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { Refusal } from '../rule/refusal.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { recordStatus, type Provider, type RecordStatus } from './provider.requests.js';

const STATUSES = ['ACTIVE', 'RESTING', 'CLOSED'] as const;

interface Props {
  readonly yearId: string;
  readonly provider: Pick<Provider, 'partyId' | 'name' | 'status'>;
  readonly onClose: () => void;
}

/** What the tax office answered about a provider or company, and from which day on it holds. */
export function StatusDialog({ yearId, provider, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const intent = useIntent();
  const [status, setStatus] = useState<string>(provider.status?.status ?? 'ACTIVE');
  const [typed, setTyped] = useState(todayInSeoul());
  const day = parseDateInput(typed);
  const record = useWrite({
    mutationFn: (body: RecordStatus) => recordStatus(body, intent.headersFor(body)),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshYear(yearId);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (day !== null) record.mutate({ partyId: provider.partyId, status: status as RecordStatus['status'], effectiveOn: day });
  };
  return (
    <Dialog title={`${provider.name} ${t('providers.recordStatus')}`} open onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <ChoiceField label={t('providers.status')} value={status} onChange={setStatus} choices={STATUSES.map((value) => ({ value, label: term('businessStatus', value) }))} />
          <DateField label={t('providers.statusOn')} value={typed} onChange={setTyped} hint={t('providers.statusHint')} error={day === null ? t('time.invalid') : undefined} />
          <Refusal error={record.error} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={record.isPending}>
              {t('providers.recordStatus')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
