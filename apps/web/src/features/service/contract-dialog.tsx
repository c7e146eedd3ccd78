import { useQuery } from '@tanstack/react-query';
import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../design/form/faults.js';
import { previewHeaders, useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { useProviders } from '../provider/provider.requests.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { useVouchers } from '../voucher/voucher.requests.js';
import { refreshYear, type VoucherYear } from '../voucher-year/voucher-year.queries.js';
import { MoneyTable, SplitView } from './effect-table.js';
import { contractService, type ContractForm } from './service.requests.js';
import { menuOf } from './service-menu.js';
import styles from './service.module.css';

interface Props {
  readonly year: VoucherYear;
  /** Empty: still to be chosen. */
  readonly voucherId: string;
  readonly onClose: () => void;
  readonly onContracted: (serviceId: string) => void;
}

interface ContractFields {
  voucherId: string;
  providerId: string;
  menuCode: string;
  name: string;
  supplyWon: string;
  taxable: string;
  contractedOn: string;
  dueOn: string;
}

const PAUSE_MS = 350;

/** A service is bought with a voucher; who pays what is worked out by the server while the price is typed. */
export function ContractDialog({ year, voucherId, onClose, onContracted }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useForm<ContractFields>({ defaultValues: { voucherId, providerId: '', menuCode: '', name: '', supplyWon: '', taxable: 'true', contractedOn: todayInSeoul(), dueOn: '' } });
  const faults = useFaults(form);
  const intent = useIntent();
  const fields = form.watch();
  const { body, found } = useContract(fields, menuOf(year));
  const settled = useDebounced(found.length === 0 ? JSON.stringify({ voucherId: fields.voucherId, body }) : null, PAUSE_MS);
  const contract = useWrite({
    mutationFn: (input: ContractForm) => contractService(fields.voucherId, input, intent.headersFor({ voucherId: fields.voucherId, input })),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async ({ id }) => {
      intent.done();
      await refreshYear(year.id);
      if (id !== null) onContracted(id);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    if (found.length > 0) return faults.show(found);
    contract.mutate(body);
  };
  return (
    <Dialog title={t('voucherService.contractTitle')} open onClose={onClose} wide>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <Choices year={year} form={form} />
          <div className={styles['two']}>
            <FormField form={form} name="supplyWon">
              {(field) => <WonField {...field} label={t('voucherService.supply')} hint={t('voucherService.supplyHint')} />}
            </FormField>
            <FormField form={form} name="taxable">
              {(field) => <ChoiceField {...field} label={t('voucherService.taxable')} choices={[{ value: 'true', label: t('voucherService.taxed') }, { value: 'false', label: t('voucherService.exempt') }]} />}
            </FormField>
            <FormField form={form} name="contractedOn">
              {(field) => <DateField {...field} label={t('voucherService.contractedOn')} />}
            </FormField>
            <FormField form={form} name="dueOn">
              {(field) => <DateField {...field} label={t('voucherService.dueOn')} optional />}
            </FormField>
          </div>
          <ContractPreview yearId={year.id} settled={settled} />
          <Refusal error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={contract.isPending}>
              {t('voucherService.contract')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

/** Which voucher, which provider, which service: lists of what is possible, nothing to be typed that is known. */
function Choices({ year, form }: { readonly year: VoucherYear; readonly form: ReturnType<typeof useForm<ContractFields>> }): ReactElement {
  const { t } = useTranslation();
  const vouchers = useVouchers(year.id, { state: 'OPEN' }).data?.vouchers ?? [];
  const providers = useProviders(year.id).data ?? [];
  const menu = menuOf(year);
  const choices = vouchers.map(({ id, number, company, availableWon }) => ({ value: id, label: `${number ?? ''} ${company} · ${t('voucherService.left', { amount: formatWon(availableWon) })}` }));
  return (
    <div className={styles['two']}>
      <FormField form={form} name="voucherId">
        {(field) => <SelectField {...field} label={t('voucherService.voucher')} emptyLabel={t('voucherService.chooseVoucher')} choices={choices} />}
      </FormField>
      <FormField form={form} name="providerId">
        {(field) => (
          <SelectField {...field} label={t('voucherService.provider')} emptyLabel={t('voucherService.chooseProvider')} choices={providers.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))} />
        )}
      </FormField>
      {menu.length > 0 && (
        <FormField form={form} name="menuCode">
          {(field) => <SelectField {...field} label={t('voucherService.service')} emptyLabel={t('voucherService.chooseService')} choices={menu.map(({ code, name }) => ({ value: code, label: name }))} />}
        </FormField>
      )}
      <div className={menu.length > 0 ? undefined : styles['wide']}>
        <FormField form={form} name="name">
          {(field) => <TextField {...field} label={t('voucherService.serviceName')} maxLength={200} optional {...(menu.length > 0 ? { hint: t('voucherService.nameHint') } : {})} />}
        </FormField>
      </div>
    </div>
  );
}

function ContractPreview({ yearId, settled }: { readonly yearId: string; readonly settled: string | null }): ReactElement {
  const { t } = useTranslation();
  const preview = useQuery({
    queryKey: ['voucher-year', yearId, 'contract-preview', settled],
    queryFn: () => {
      const { voucherId, body } = JSON.parse(settled ?? '{}') as { voucherId: string; body: ContractForm };
      return contractService(voucherId, { ...body, dryRun: true }, previewHeaders());
    },
    enabled: settled !== null,
    retry: false,
    placeholderData: (before) => (settled === null ? undefined : before),
  });
  if (settled === null) return <p className={styles['note']}>{t('voucherService.previewWaiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  const { split, verdicts, before, after } = preview.data;
  return (
    <Stack>
      <SplitView split={split} />
      <VerdictList verdicts={verdicts} />
      <MoneyTable before={before} after={after} />
    </Stack>
  );
}

function useContract(fields: ContractFields, menu: readonly { readonly code: string }[]): { body: ContractForm; found: Fault[] } {
  const { t } = useTranslation();
  const supply = parseWonInput(fields.supplyWon);
  const [contractedOn, dueOn] = [parseDateInput(fields.contractedOn), parseDateInput(fields.dueOn)];
  const found: Fault[] = [];
  if (fields.voucherId === '') found.push({ pointer: '/voucherId', text: t('voucherService.missingVoucher') });
  if (fields.providerId === '') found.push({ pointer: '/providerId', text: t('voucherService.missingProvider') });
  if (menu.length > 0 && fields.menuCode === '') found.push({ pointer: '/menuCode', text: t('voucherService.missingService') });
  if (!supply.ok || supply.amount === 0n) found.push({ pointer: '/supplyWon', text: t('voucherService.missingAmount') });
  if (contractedOn === null) found.push({ pointer: '/contractedOn', text: t('voucherService.missingDate') });
  if (fields.dueOn.trim() !== '' && dueOn === null) found.push({ pointer: '/dueOn', text: t('voucherService.missingDate') });
  const body = {
    providerId: fields.providerId,
    supplyWon: supply.ok ? supply.amount.toString() : '',
    taxable: fields.taxable === 'true',
    contractedOn: contractedOn ?? '',
    ...(fields.menuCode === '' ? {} : { menuCode: fields.menuCode }),
    ...(fields.name.trim() === '' ? {} : { name: fields.name.trim() }),
    ...(dueOn === null ? {} : { dueOn }),
  };
  return { body, found };
}
