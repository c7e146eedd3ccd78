import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, dataOf } from '../../api/client.js';
import { useIntent } from '../../api/intent.js';
import type { components } from '../../api/schema.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { todayInSeoul } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { refreshYear, type VoucherYearSummary } from './voucher-year.queries.js';

type OpenYear = components['schemas']['OpenVoucherYearDto'];

const KINDS = ['AS', 'KTTN'] as const;
const REGIMES = ['PUBLIC_FINANCE', 'SUBSIDY', 'RND'] as const;

interface Props {
  /** Those that are there: the next one is offered. */
  readonly years: readonly VoucherYearSummary[];
  readonly onClose: () => void;
}

/** Which programme, which year, under which statute: all else has a default that can be decided anew later. */
export function OpenYearDialog({ years, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const navigate = useNavigate();
  const form = useForm({ defaultValues: { kind: 'AS', fiscalYear: String(nextYear(years, 'AS')), legalRegime: 'PUBLIC_FINANCE', name: '', agency: years[0]?.agency ?? '' } });
  const faults = useFaults(form);
  const intent = useIntent();
  const open = useWrite({
    mutationFn: (body: OpenYear) => dataOf(api.POST('/api/voucher-years', { params: { header: intent.headersFor(body) }, body })),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async ({ id }) => {
      intent.done();
      await refreshYear(id);
      await navigate(`/vouchers/${id}/terms`);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const { kind, fiscalYear, legalRegime, name, agency } = form.getValues();
    if (!/^\d{4}$/.test(fiscalYear.trim())) return faults.show([{ pointer: '/fiscalYear', text: t('voucherYear.missingYear') }]);
    open.mutate({
      ...{ kind: kind as OpenYear['kind'], fiscalYear: Number(fiscalYear), legalRegime: legalRegime as OpenYear['legalRegime'] },
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(agency.trim() === '' ? {} : { agency: agency.trim() }),
    });
  };
  return (
    <Dialog title={t('voucherYear.open')} open onClose={onClose}>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <p>{t('voucherYear.openLead')}</p>
          <FormField form={form} name="kind">
            {(field) => (
              <ChoiceField
                {...field}
                onChange={(kind) => {
                  field.onChange(kind);
                  form.setValue('fiscalYear', String(nextYear(years, kind)));
                }}
                label={t('voucherYear.kind')}
                choices={KINDS.map((value) => ({ value, label: term('voucherKind', value) }))}
              />
            )}
          </FormField>
          <FormField form={form} name="fiscalYear">
            {(field) => <TextField {...field} label={t('voucherYear.fiscalYear')} inputMode="numeric" maxLength={4} />}
          </FormField>
          <FormField form={form} name="legalRegime">
            {(field) => <SelectField {...field} label={t('voucherYear.legalRegime')} hint={t('voucherYear.legalRegimeHint')} choices={REGIMES.map((value) => ({ value, label: term('legalRegime', value) }))} />}
          </FormField>
          <FormField form={form} name="name">
            {(field) => <TextField {...field} label={t('voucherYear.name')} optional hint={t('voucherYear.nameHint')} maxLength={300} />}
          </FormField>
          <FormField form={form} name="agency">
            {(field) => <TextField {...field} label={t('voucherYear.agency')} optional hint={t('voucherYear.agencyHint')} maxLength={200} />}
          </FormField>
          <ProblemCallout error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={open.isPending}>
              {t('voucherYear.open')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

/** After the last year of that kind; where there is none, this one. */
function nextYear(years: readonly VoucherYearSummary[], kind: string): number {
  const known = years.filter((year) => year.kind === kind).map(({ fiscalYear }) => fiscalYear);
  return known.length === 0 ? Number(todayInSeoul().slice(0, 4)) : Math.max(...known) + 1;
}
