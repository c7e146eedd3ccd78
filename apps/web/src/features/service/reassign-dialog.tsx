import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { useProviders } from '../provider/provider.requests.js';
import { Refusal } from '../rule/refusal.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { reassignService, type ServiceDetail } from './service.requests.js';
import { fullNumber } from './services-table.js';
import styles from './service.module.css';

interface Props {
  readonly service: ServiceDetail;
  readonly onClose: () => void;
}

const LEAST_REASON = 2;

/** Another provider stands in for a suspended one; amounts stay as they were contracted. */
export function ReassignDialog({ service, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const providers = useProviders(service.yearId).data ?? [];
  const [providerId, setProviderId] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const reassign = useWrite({
    mutationFn: () => reassignService(service.id, providerId, reason.trim(), intent.headersFor({ providerId, reason })),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshYear(service.yearId);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (providerId !== '' && reason.trim().length >= LEAST_REASON) reassign.mutate(undefined);
  };
  const choices = providers.filter(({ id, active }) => active && id !== service.providerId).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Dialog title={t('voucherService.reassignTitle', { number: fullNumber(service) })} open onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <p className={styles['note']}>{t('voucherService.reassignLead', { provider: service.provider })}</p>
          <SelectField label={t('voucherService.provider')} value={providerId} onChange={setProviderId} emptyLabel={t('voucherService.chooseProvider')} choices={choices} error={tried && providerId === '' ? t('voucherService.missingProvider') : undefined} />
          <TextAreaField label={t('voucherService.reason')} value={reason} onChange={setReason} maxLength={500} error={tried && reason.trim().length < LEAST_REASON ? t('voucherService.missingReason') : undefined} />
          <Refusal error={reassign.error} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={reassign.isPending}>
              {t('voucherService.verb.reassign')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
