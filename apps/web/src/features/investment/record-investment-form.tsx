import { useMemo, type FormEvent, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useIntent } from '../../api/intent.js';
import { problemFrom } from '../../api/problem.js';
import type { Fund, InvestmentSummary, Obligation, RecordInvestment } from '../../api/types.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { draftOr, forgetDraft, useDraft } from '../../design/form/draft.js';
import { readableFaults } from '../../design/form/faults.js';
import { useFaults } from '../../design/form/use-faults.js';
import { useDebounced } from '../../design/use-debounced.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { RedraftNotice } from '../approval/redraft-notice.js';
import { useRedraft } from '../approval/redraft.js';
import { CompanyFields } from './company-fields.js';
import { DealFields } from './deal-fields.js';
import { recordInvestment, useSimulation } from './investment.requests.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { NatureFields, TermFields } from '../deal/particulars-fields.js';
import { RecognitionFields } from './recognition-fields.js';
import { blankRecordForm, missingForSimulation, originOf, readRecordForm, recordFormOf, simulatedBody, type FaultTexts, type RecordForm } from './record-form.js';
import styles from './record-page.module.css';
import { Refusal } from '../rule/refusal.js';
import { Simulator } from './simulator.js';

const PAUSE_MS = 350;

interface Props {
  readonly fund: Fund;
  readonly obligation: Obligation;
  readonly investments: readonly InvestmentSummary[];
}

/** The record form with the simulator beside it: what is typed is worked out by the server before it is sent. */
export function RecordInvestmentForm({ fund, obligation, investments }: Props): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const say = useBilingual();
  const texts = useFaultTexts();
  const redraft = useRedraft();
  const draftKey = `investment.${fund.id}${redraft === null ? '' : `.${redraft.id}`}`;
  const blank = redraft === null ? blankRecordForm(obligation.asOf) : recordFormOf(redraft.input);
  const form = useForm<RecordForm>({ defaultValues: draftOr(draftKey, blank) });
  useDraft(draftKey, form);
  const faults = useFaults(form);
  const intent = useIntent(redraft?.id);

  const values = form.watch();
  const origin = originOf(investments, values.company.businessNumber);
  const reading = readRecordForm(values, origin, texts);
  const simulated = useDebounced(JSON.stringify(simulatedBody(reading)), PAUSE_MS);
  const simulation = useSimulation(fund.id, JSON.parse(simulated) as RecordInvestment | null);
  const live = new Map(readableFaults(simulation.error === null ? [] : problemFrom(simulation.error).errors, say).map(({ pointer, text }) => [pointer, text]));

  const record = useWrite({
    mutationFn: (body: RecordInvestment) => recordInvestment(fund.id, body, intent.headersFor(body)),
    onError: faults.refuse,
    onSubmitted: () => {
      forgetDraft(draftKey);
      void navigate(`/funds/${fund.id}/investments`);
    },
    onSuccess: async ({ id }) => {
      intent.done();
      forgetDraft(draftKey);
      await refreshFund(fund.id);
      void navigate(`/funds/${fund.id}/investments/${id ?? ''}`, { state: { recorded: true } });
    },
  });

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    if (reading.faults.length > 0) return faults.show(reading.faults);
    record.mutate(reading.body);
  };
  const discard = (): void => {
    form.reset(blank);
    forgetDraft(draftKey);
    faults.clear();
  };

  return (
    <div className={styles['columns']}>
      <form ref={faults.formRef} className={styles['form']} onSubmit={submit} noValidate>
        <RedraftNotice redraft={redraft} />
        <CompanyFields form={form} origin={origin} live={live} />
        <DealFields form={form} live={live} />
        <TermFields form={form} live={live} />
        <NatureFields form={form} live={live} />
        <RecognitionFields form={form} live={live} />
        <Refusal error={faults.refusal} />
        <div className={styles['actions']}>
          <Button type="submit" tone="primary" pending={record.isPending}>
            {t('investment.submit')}
          </Button>
          <Button tone="quiet" onPress={discard}>
            {t('investment.discard')}
          </Button>
          <span className={styles['note']}>{t('investment.draftKept')}</span>
        </div>
      </form>
      <aside className={styles['side']}>
        <Simulator
          obligation={obligation}
          typedAmount={values.amountWon} missing={missingForSimulation(reading.faults)} simulation={simulation} claimed={values.claim === 'yes'}
          deal={{ businessNumber: values.company.businessNumber, company: values.company.name, most: values.amountWon }}
        />
      </aside>
    </div>
  );
}

function useFaultTexts(): FaultTexts {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      brn: t('investment.missingBrn'),
      name: t('investment.missingName'),
      amount: t('investment.missingAmount'),
      date: t('investment.missingDate'),
      instrument: t('investment.missingInstrument'),
      claim: t('investment.missingClaim'),
      route: t('investment.missingRoute'),
      basis: t('investment.missingBasis'),
      count: t('investment.wrongCount'),
      won: t('investment.wrongWon'),
      percent: t('deal.wrongPercent'),
      missing: t('deal.missing'),
    }),
    [t],
  );
}
