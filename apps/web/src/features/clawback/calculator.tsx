import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Stack } from '../../design/page.js';
import { TextAreaField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { Refusal } from '../rule/refusal.js';
import { usePermissions } from '../session/use-session.js';
import { refreshYear, type VoucherYear } from '../voucher-year/voucher-year.queries.js';
import { CalculationView } from './calculation-view.js';
import { blankForm, useCircumstances, type CalculatorForm } from './calculator-form.js';
import { CircumstanceFields, ClaimFields } from './calculator-fields.js';
import { decideClawback, useCalculation } from './clawback.requests.js';
import styles from './clawback.module.css';

interface Props {
  readonly year: VoucherYear;
  /** Already chosen, where one comes from a voucher. */
  readonly voucherId: string;
}

const PAUSE_MS = 350;
const LEAST_REASON = 5;

/** Computes while it is typed and quotes the article of each figure; the decision is made of what stands there. */
export function Calculator({ year, voucherId }: Props): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const intent = useIntent();
  const [form, setForm] = useState<CalculatorForm>(() => blankForm(voucherId));
  const [tried, setTried] = useState(false);
  const set = (changes: Partial<CalculatorForm>): void => setForm((before) => ({ ...before, ...changes }));
  const { body, faults } = useCircumstances(form);
  const complete = Object.values(faults).every((fault) => fault === undefined);
  const question = { ...body, ...(form.voucherId === '' ? {} : { voucherId: form.voucherId }) };
  const settled = useDebounced(complete ? JSON.stringify(question) : null, PAUSE_MS);
  const calculation = useCalculation(year.id, settled);
  const forget = (): void => {
    intent.done();
    setForm(blankForm(''));
    setTried(false);
  };
  const decision = { ...body, reason: form.reason.trim() };
  const decide = useWrite({
    mutationFn: () => decideClawback(form.voucherId, decision, intent.headersFor(decision)),
    onSubmitted: forget,
    onSuccess: async () => {
      forget();
      await refreshYear(year.id);
    },
  });
  const missingReason = form.reason.trim().length < LEAST_REASON;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (complete && !missingReason) decide.mutate(undefined);
  };
  return (
    <Card title={t('clawback.calculate')}>
      <form onSubmit={submit} noValidate className={styles['calculator']}>
        <Stack>
          <ClaimFields year={year} form={form} set={set} faults={tried ? faults : null} calculation={calculation.data} />
          <CircumstanceFields year={year} form={form} set={set} />
          {form.voucherId !== '' && may('clawback.decide') && (
            <>
              <TextAreaField label={t('clawback.reason')} hint={t('clawback.reasonHint')} value={form.reason} onChange={(reason) => set({ reason })} maxLength={1000} error={tried && missingReason ? t('clawback.missingReason') : undefined} />
              <Refusal error={decide.error} />
              <Button type="submit" tone="primary" pending={decide.isPending}>
                {t('clawback.decide')}
              </Button>
            </>
          )}
        </Stack>
        <section aria-label={t('clawback.result')} aria-live="polite">
          {settled === null ? <p className={styles['note']}>{t('clawback.waiting')}</p> : calculation.error !== null ? <Refusal error={calculation.error} /> : calculation.data !== undefined && <CalculationView calculation={calculation.data} ground={form.ground} />}
        </section>
      </form>
    </Card>
  );
}
