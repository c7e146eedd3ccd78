import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, dataOf } from '../../api/client.js';
import { previewHeaders, useIntent } from '../../api/intent.js';
import { ProblemError, problemFrom } from '../../api/problem.js';
import type { FormedFund, FormFund } from '../../api/types.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { draftOr, forgetDraft, useDraft } from '../../design/form/draft.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Page } from '../../design/page.js';
import { useDebounced } from '../../design/use-debounced.js';
import { formatWon } from '../../format/won.js';
import { VerdictList } from '../rule/verdict-list.js';
import { Refusal } from '../rule/refusal.js';
import { AgreementFields, BasicFields, PeriodFields } from './form-fund-fields.js';
import styles from './form-fund.module.css';
import { BLANK_FUND, faultPointerInForm, readFundForm, type FundForm } from './form-fund.js';
import { PartnersField } from './partners-field.js';
import { refreshFund } from './refresh-fund.js';

const DRAFT = 'fund';
const PAUSE_MS = 500;

function formFund(body: FormFund, header: { 'Idempotency-Key': string }): Promise<FormedFund> {
  return dataOf(api.POST('/api/funds', { params: { header }, body }));
}

/** The agreement on one page; the conditions of formation are checked by the server as it is typed. */
export function FormFundPage(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm<FundForm>({ defaultValues: draftOr(DRAFT, BLANK_FUND) });
  useDraft(DRAFT, form);
  const faults = useFaults(form);
  const intent = useIntent();
  const values = form.watch();
  const reading = readFundForm(values, { missing: t('formFund.missing'), ratio: t('formFund.missingRatio'), partner: t('formFund.missingPartner') });
  const record = useWrite({
    mutationFn: (body: FormFund) => formFund(body, intent.headersFor(body)),
    onError: (error) => faults.refuse(atItsLine(error, values)),
    onSubmitted: () => {
      forgetDraft(DRAFT);
      void navigate('/');
    },
    onSuccess: async ({ id }) => {
      intent.done();
      forgetDraft(DRAFT);
      await refreshFund(id ?? '');
      void navigate(`/funds/${id ?? ''}`);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    if (reading.faults.length > 0) return faults.show(reading.faults);
    record.mutate(reading.body);
  };
  return (
    <Page title={t('formFund.title')} lead={t('formFund.lead')}>
      <form ref={faults.formRef} className={styles['form']} onSubmit={submit} noValidate>
        <BasicFields form={form} />
        <PeriodFields form={form} />
        <AgreementFields form={form} />
        <PartnersField form={form} />
        <Conditions body={reading.faults.length === 0 ? reading.body : null} />
        <Refusal error={faults.refusal} />
        <div className={styles['actions']}>
          <Button type="submit" tone="primary" pending={record.isPending}>
            {t('formFund.submit')}
          </Button>
          <Button
            tone="quiet"
            onPress={() => {
              form.reset(BLANK_FUND);
              forgetDraft(DRAFT);
              faults.clear();
            }}
          >
            {t('investment.discard')}
          </Button>
          <span className={styles['note']}>{t('investment.draftKept')}</span>
        </div>
      </form>
    </Page>
  );
}

/** Whether the fund could be formed as typed: the same command, rolled back. */
function Conditions({ body }: { readonly body: FormFund | null }): ReactElement | null {
  const { t } = useTranslation();
  const settled = useDebounced(body === null ? null : JSON.stringify({ ...body, dryRun: true }), PAUSE_MS);
  const check = useQuery({
    queryKey: ['form-fund-preview', settled],
    queryFn: () => formFund(JSON.parse(settled ?? '{}') as FormFund, previewHeaders()),
    enabled: settled !== null,
    retry: false,
  });
  if (settled === null) return null;
  if (check.error !== null) return <Refusal error={check.error} />;
  if (check.data === undefined) return null;
  const { number, committedWon, partnerCount, blocked, verdicts } = check.data;
  return (
    <>
      {!blocked && <Callout tone="success" title={t('formFund.checkOk', { number, amount: formatWon(committedWon), count: partnerCount })} />}
      <VerdictList verdicts={verdicts} />
    </>
  );
}

/** The refusal with its faults at the lines as the form shows them. */
function atItsLine(error: unknown, { partners }: FundForm): ProblemError {
  const problem = problemFrom(error);
  return new ProblemError({ ...problem, errors: problem.errors.map((fault) => ({ ...fault, pointer: faultPointerInForm(fault.pointer, partners) })) });
}
