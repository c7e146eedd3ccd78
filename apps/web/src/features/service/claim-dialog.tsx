import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { previewHeaders } from '../../api/intent.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { Stack } from '../../design/page.js';
import { TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { useDeed } from '../rule/use-deed.js';
import { VerdictList } from '../rule/verdict-list.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { SplitView } from './effect-table.js';
import { claimService, type ClaimForm, type ServiceDetail } from './service.requests.js';
import { fullNumber } from './services-table.js';
import styles from './service.module.css';

interface Props {
  readonly service: ServiceDetail;
  readonly onClose: () => void;
}

interface ClaimFields {
  invoiceNumber: string;
  invoicedOn: string;
  supplyWon: string;
  vatWon: string;
  brokerFeeWon: string;
}

const PAUSE_MS = 350;
/** Letters and digits of an approval number, hyphens left out. */
const INVOICE_LENGTH = 24;

/** A provider's bill: the number of its tax invoice, and what differs from the contract. */
export function ClaimDialog({ service, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useForm<ClaimFields>({ defaultValues: { invoiceNumber: '', invoicedOn: todayInSeoul(), supplyWon: formatWon(service.contractedWon), vatWon: '', brokerFeeWon: '' } });
  const { body, found } = useClaim(form.watch());
  const settled = useDebounced(found.length === 0 ? JSON.stringify(body) : null, PAUSE_MS);
  const deed = useDeed({
    form,
    read: () => ({ body, found }),
    send: (input: ClaimForm, header) => claimService(service.id, input, header),
    onDone: async () => {
      await refreshYear(service.yearId);
      onClose();
    },
    onDrafted: onClose,
  });
  return (
    <FormDialog title={t('voucherService.claimTitle', { number: fullNumber(service) })} action={t('voucherService.verb.claim')} {...deed} onClose={onClose} wide>
      <p className={styles['note']}>{t('voucherService.claimLead', { company: service.company, provider: service.provider })}</p>
      <div className={styles['two']}>
        <FormField form={form} name="invoiceNumber">
          {(field) => <TextField {...field} label={t('voucherService.invoiceNumber')} hint={t('voucherService.invoiceHint')} maxLength={40} />}
        </FormField>
        <FormField form={form} name="invoicedOn">
          {(field) => <DateField {...field} label={t('voucherService.invoicedOn')} />}
        </FormField>
        <FormField form={form} name="supplyWon">
          {(field) => <WonField {...field} label={t('voucherService.invoicedSupply')} hint={t('voucherService.contractedHint', { amount: formatWon(service.contractedWon) })} />}
        </FormField>
        <FormField form={form} name="vatWon">
          {(field) => <WonField {...field} label={t('voucherService.vat')} hint={t('voucherService.vatHint')} optional />}
        </FormField>
        {service.brokerRequired && (
          <FormField form={form} name="brokerFeeWon">
            {(field) => <WonField {...field} label={t('voucherService.brokerFee')} optional />}
          </FormField>
        )}
      </div>
      <ClaimPreview service={service} settled={settled} />
    </FormDialog>
  );
}

function ClaimPreview({ service, settled }: { readonly service: ServiceDetail; readonly settled: string | null }): ReactElement {
  const { t } = useTranslation();
  const preview = useQuery({
    queryKey: ['voucher-year', service.yearId, 'claim-preview', service.id, settled],
    queryFn: () => claimService(service.id, { ...(JSON.parse(settled ?? '{}') as ClaimForm), dryRun: true }, previewHeaders()),
    enabled: settled !== null,
    retry: false,
    placeholderData: (before) => (settled === null ? undefined : before),
  });
  if (settled === null) return <p className={styles['note']}>{t('voucherService.claimWaiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  const { split, verdicts, toBeReleasedWon } = preview.data;
  return (
    <Stack>
      <SplitView split={split} />
      {toBeReleasedWon !== '0' && <p className={styles['note']}>{t('voucherService.toBeReleased', { amount: formatWon(toBeReleasedWon) })}</p>}
      <VerdictList verdicts={verdicts} />
    </Stack>
  );
}

function useClaim(fields: ClaimFields): { body: ClaimForm; found: Fault[] } {
  const { t } = useTranslation();
  const [supply, vat, fee] = [parseWonInput(fields.supplyWon), parseWonInput(fields.vatWon), parseWonInput(fields.brokerFeeWon)];
  const invoicedOn = parseDateInput(fields.invoicedOn);
  const found: Fault[] = [];
  if (fields.invoiceNumber.replace(/[^0-9a-z]/gi, '').length !== INVOICE_LENGTH) found.push({ pointer: '/invoiceNumber', text: t('voucherService.missingInvoice') });
  if (invoicedOn === null) found.push({ pointer: '/invoicedOn', text: t('voucherService.missingDate') });
  if (!supply.ok || supply.amount === 0n) found.push({ pointer: '/supplyWon', text: t('voucherService.missingAmount') });
  if (fields.vatWon.trim() !== '' && !vat.ok) found.push({ pointer: '/vatWon', text: t('voucherService.missingAmount') });
  if (fields.brokerFeeWon.trim() !== '' && !fee.ok) found.push({ pointer: '/brokerFeeWon', text: t('voucherService.missingAmount') });
  const body = {
    invoiceNumber: fields.invoiceNumber.trim(),
    invoicedOn: invoicedOn ?? '',
    supplyWon: supply.ok ? supply.amount.toString() : '',
    ...(vat.ok && fields.vatWon.trim() !== '' ? { vatWon: vat.amount.toString() } : {}),
    ...(fee.ok && fields.brokerFeeWon.trim() !== '' ? { brokerFeeWon: fee.amount.toString() } : {}),
  };
  return { body, found };
}
