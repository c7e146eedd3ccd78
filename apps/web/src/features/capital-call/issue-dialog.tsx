import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Fund, IssueCapitalCall } from '../../api/types.js';
import { DateField } from '../../design/date-field.js';
import { draftOr, forgetDraft, useDraft } from '../../design/form/draft.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { WonField } from '../../design/won-field.js';
import { RedraftNotice } from '../approval/redraft-notice.js';
import { useRedraft } from '../approval/redraft.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import { CALL_KINDS, CALL_PURPOSES, startingCall, useCall, type CallForm } from './call-form.js';
import { CallPreview } from './call-preview.js';
import { issueCapitalCall } from './capital-call.requests.js';
import styles from './capital-calls-page.module.css';

const PAUSE_MS = 350;

/** Calls capital; every partner's share is worked out by the server while the amount is typed. */
export function IssueDialog({ fund, onClose }: { readonly fund: Fund; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const redraft = useRedraft();
  const draftKey = `capital-call.${fund.id}${redraft === null ? '' : `.${redraft.id}`}`;
  const form = useForm<CallForm>({ defaultValues: draftOr(draftKey, startingCall(redraft)) });
  useDraft(draftKey, form);
  const { body, found } = useCall(form.watch());
  const ready = found.every(({ pointer }) => pointer === '/purpose');
  const settled = useDebounced(ready ? JSON.stringify({ ...body, purpose: body.purpose === '' ? '-' : body.purpose, dryRun: true }) : null, PAUSE_MS);

  const deed = useFundWrite({
    fundId: fund.id,
    form,
    read: () => ({ body, found }),
    send: (input: IssueCapitalCall, header) => issueCapitalCall(fund.id, input, header),
    onClose: () => {
      forgetDraft(draftKey);
      onClose();
    },
    supersedes: redraft?.id,
  });

  return (
    <FormDialog title={t('capitalCall.issueTitle')} action={t('capitalCall.issue')} {...deed} onClose={onClose} wide>
      <RedraftNotice redraft={redraft} />
      <p className={styles['note']}>{t('capitalCall.issueLead')}</p>
      <div className={styles['two']}>
        <FormField form={form} name="amountWon">
          {(field) => <WonField {...field} label={t('capitalCall.amount')} autoFocus />}
        </FormField>
        <FormField form={form} name="kind">
          {(field) => <SelectField {...field} label={t('capital.kind')} choices={CALL_KINDS.map((value) => ({ value, label: t(`capital.kinds.${value}`) }))} />}
        </FormField>
        <FormField form={form} name="purposeCode">
          {(field) => <SelectField {...field} label={t('capital.purposeCode')} choices={CALL_PURPOSES.map((value) => ({ value, label: t(`capital.purposes.${value}`) }))} />}
        </FormField>
        <FormField form={form} name="purpose">
          {(field) => <TextField {...field} label={t('capitalCall.purpose')} maxLength={300} />}
        </FormField>
        <FormField form={form} name="noticeOn">
          {(field) => <DateField {...field} label={t('capitalCall.noticeOn')} />}
        </FormField>
        <FormField form={form} name="dueOn">
          {(field) => <DateField {...field} label={t('capitalCall.dueOn')} />}
        </FormField>
        <FormField form={form} name="contact">
          {(field) => <TextField {...field} label={t('capital.contact')} hint={t('capital.contactHint')} optional maxLength={200} />}
        </FormField>
      </div>
      <CallPreview fund={fund} settled={settled} />
    </FormDialog>
  );
}
