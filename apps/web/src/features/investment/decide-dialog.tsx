import { useQuery } from '@tanstack/react-query';
import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { previewHeaders, useIntent } from '../../api/intent.js';
import type { DecideClassification, Investment } from '../../api/types.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { draftOr, forgetDraft, useDraft } from '../../design/form/draft.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { parseDateInput } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { EffectTable } from './effect-table.js';
import { decideClassification } from './investment.requests.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { Refusal } from '../rule/refusal.js';
import { COMPANY_BASES, DECISIONS } from './choices.js';
import { useRecognitionRoutes } from './recognition-routes.js';
import styles from './record-page.module.css';
import { VerdictList } from '../rule/verdict-list.js';

interface DecisionForm {
  decision: string;
  route: string;
  companyBasis: string;
  effectiveOn: string;
  reason: string;
}

/** Compliance decides, and sees what the decision does before it is recorded. */
export function DecideDialog({ investment, onClose }: { readonly investment: Investment; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const routes = useRecognitionRoutes();
  const draftKey = `decision.${investment.id}`;
  const form = useForm<DecisionForm>({
    defaultValues: draftOr(draftKey, { decision: '', route: investment.route ?? '', companyBasis: investment.companyBasis ?? '', effectiveOn: investment.paidOn, reason: '' }),
  });
  useDraft(draftKey, form);
  const faults = useFaults(form);
  const intent = useIntent();
  const values = form.watch();
  const { body, found } = useDecision(values);

  const decide = useWrite({
    mutationFn: (input: DecideClassification) => decideClassification(investment.id, input, intent.headersFor(input)),
    onError: faults.refuse,
    onSubmitted: () => {
      forgetDraft(draftKey);
      onClose();
    },
    onSuccess: async () => {
      intent.done();
      forgetDraft(draftKey);
      await refreshFund(investment.fundId);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    if (found.length > 0) return faults.show(found);
    decide.mutate(body);
  };

  return (
    <Dialog title={`${investment.number} ${investment.company}`} open onClose={onClose} wide>
      <form ref={faults.formRef} onSubmit={submit} noValidate className={styles['decision']}>
        <Stack>
          <FormField form={form} name="decision">
            {(field) => <ChoiceField {...field} label={t('classification.decision')} choices={DECISIONS.map((value) => ({ value, label: term('status', value) }))} />}
          </FormField>
          <div className={styles['two']}>
            <FormField form={form} name="route">
              {(field) => <SelectField {...field} label={t('investment.route')} emptyLabel={t('investment.choose')} choices={routes.choices} />}
            </FormField>
            <FormField form={form} name="companyBasis">
              {(field) => <SelectField {...field} label={t('investment.companyBasis')} emptyLabel={t('investment.choose')} choices={COMPANY_BASES.map((value) => ({ value, label: term('companyBasis', value) }))} />}
            </FormField>
            <FormField form={form} name="effectiveOn">
              {(field) => <DateField {...field} label={t('classification.effectiveOn')} hint={t('classification.effectiveHint')} />}
            </FormField>
          </div>
          <FormField form={form} name="reason">
            {(field) => <TextAreaField {...field} label={t('classification.reason')} hint={t('classification.reasonHint')} maxLength={2000} />}
          </FormField>
          <Refusal error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={decide.isPending}>
              {t('classification.decide')}
            </Button>
          </DialogActions>
        </Stack>
        <DecisionPreview investment={investment} body={values.decision === '' || parseDateInput(values.effectiveOn) === null ? null : body} />
      </form>
    </Dialog>
  );
}

function useDecision({ decision, route, companyBasis, effectiveOn, reason }: DecisionForm): { body: DecideClassification; found: Fault[] } {
  const { t } = useTranslation();
  const date = parseDateInput(effectiveOn);
  const found: Fault[] = [];
  if (decision === '') found.push({ pointer: '/decision', text: t('classification.missingDecision') });
  if (decision === 'QUALIFIED' && route === '') found.push({ pointer: '/route', text: t('investment.missingRoute') });
  if (decision === 'QUALIFIED' && companyBasis === '') found.push({ pointer: '/companyBasis', text: t('investment.missingBasis') });
  if (date === null) found.push({ pointer: '/effectiveOn', text: t('investment.missingDate') });
  if (reason.trim() === '') found.push({ pointer: '/reason', text: t('classification.missingReason') });
  const body = {
    decision,
    ...(route === '' ? {} : { route }),
    ...(companyBasis === '' ? {} : { companyBasis }),
    effectiveOn: date ?? '',
    reason: reason.trim(),
  } as DecideClassification;
  return { body, found };
}

const PREVIEW_REASON = '(preview)';
const PAUSE_MS = 350;

/** The same command as a dry run: the figures before and after, and what the rules remark. */
function DecisionPreview({ investment, body }: { readonly investment: Investment; readonly body: DecideClassification | null }): ReactElement {
  const { t } = useTranslation();
  const settled = useDebounced(body === null ? null : JSON.stringify({ ...body, reason: PREVIEW_REASON, dryRun: true }), PAUSE_MS);
  const preview = useQuery({
    queryKey: ['fund', investment.fundId, 'decision-preview', investment.id, settled],
    queryFn: () => decideClassification(investment.id, JSON.parse(settled ?? '{}') as DecideClassification, previewHeaders()),
    enabled: settled !== null,
    retry: false,
  });
  if (settled === null) return <p className={styles['note']}>{t('classification.waiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  return (
    <section aria-label={t('classification.effect')} className={styles['preview']}>
      <h3>{t('classification.effect')}</h3>
      <VerdictList verdicts={preview.data.verdicts} />
      <EffectTable before={preview.data.before} after={preview.data.after} afterLabel={t('simulator.afterDecision')} />
    </section>
  );
}
