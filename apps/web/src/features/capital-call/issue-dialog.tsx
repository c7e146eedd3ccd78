import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import type { Fund, IssueCapitalCall } from '../../api/types.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { draftOr, forgetDraft, useDraft } from '../../design/form/draft.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { typedText } from '../approval/redraft-input.js';
import { RedraftNotice } from '../approval/redraft-notice.js';
import { useRedraft, type Redraft } from '../approval/redraft.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { Refusal } from '../rule/refusal.js';
import { CallPreview } from './call-preview.js';
import { issueCapitalCall } from './capital-call.requests.js';
import styles from './capital-calls-page.module.css';

interface CallForm {
  amountWon: string;
  kind: NonNullable<IssueCapitalCall['kind']>;
  purposeCode: NonNullable<IssueCapitalCall['purposeCode']>;
  purpose: string;
  contact: string;
  noticeOn: string;
  dueOn: string;
}

const KINDS = ['ON_DEMAND', 'INSTALMENT', 'LUMP_SUM'] as const;
const PURPOSES = ['INVESTMENT', 'MANAGEMENT_FEE', 'EXPENSE', 'MIXED', 'OTHER'] as const;

/** Blank, or as an earlier version of the same request was typed. */
function startingForm(redraft: Redraft | null): CallForm {
  const usual = { kind: 'ON_DEMAND', purposeCode: 'INVESTMENT' } as const;
  if (redraft === null) return { ...usual, amountWon: '', purpose: '', contact: '', noticeOn: todayInSeoul(), dueOn: '' };
  const text = (key: string): string => typedText(redraft.input, key);
  const kind = KINDS.find((each) => each === text('kind')) ?? usual.kind;
  const purposeCode = PURPOSES.find((each) => each === text('purposeCode')) ?? usual.purposeCode;
  return { kind, purposeCode, amountWon: formatWon(text('amountWon')), purpose: text('purpose'), contact: text('contact'), noticeOn: text('noticeOn'), dueOn: text('dueOn') };
}

const PAUSE_MS = 350;

/** Calls capital; every partner's share is worked out by the server while the amount is typed. */
export function IssueDialog({ fund, onClose }: { readonly fund: Fund; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const redraft = useRedraft();
  const draftKey = `capital-call.${fund.id}${redraft === null ? '' : `.${redraft.id}`}`;
  const form = useForm<CallForm>({ defaultValues: draftOr(draftKey, startingForm(redraft)) });
  useDraft(draftKey, form);
  const faults = useFaults(form);
  const intent = useIntent(redraft?.id);
  const { body, found } = useCall(form.watch());
  const ready = found.every(({ pointer }) => pointer === '/purpose');
  const settled = useDebounced(ready ? JSON.stringify({ ...body, purpose: body.purpose === '' ? '-' : body.purpose, dryRun: true }) : null, PAUSE_MS);

  const issue = useWrite({
    mutationFn: (input: IssueCapitalCall) => issueCapitalCall(fund.id, input, intent.headersFor(input)),
    onError: faults.refuse,
    onSubmitted: () => {
      forgetDraft(draftKey);
      onClose();
    },
    onSuccess: async () => {
      intent.done();
      forgetDraft(draftKey);
      await refreshFund(fund.id);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    if (found.length > 0) return faults.show(found);
    issue.mutate(body);
  };

  return (
    <Dialog title={t('capitalCall.issueTitle')} open onClose={onClose} wide>
      <RedraftNotice redraft={redraft} />
      <p className={styles['note']}>{t('capitalCall.issueLead')}</p>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <div className={styles['two']}>
            <FormField form={form} name="amountWon">
              {(field) => <WonField {...field} label={t('capitalCall.amount')} autoFocus />}
            </FormField>
            <FormField form={form} name="kind">
              {(field) => <SelectField {...field} label={t('capital.kind')} choices={KINDS.map((value) => ({ value, label: t(`capital.kinds.${value}`) }))} />}
            </FormField>
            <FormField form={form} name="purposeCode">
              {(field) => <SelectField {...field} label={t('capital.purposeCode')} choices={PURPOSES.map((value) => ({ value, label: t(`capital.purposes.${value}`) }))} />}
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
          <Refusal error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={issue.isPending}>
              {t('capitalCall.issue')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

function useCall({ amountWon, kind, purposeCode, purpose, contact, noticeOn, dueOn }: CallForm): { body: IssueCapitalCall; found: Fault[] } {
  const { t } = useTranslation();
  const amount = parseWonInput(amountWon);
  const [notice, due] = [parseDateInput(noticeOn), parseDateInput(dueOn)];
  const found: Fault[] = [];
  if (!amount.ok || amount.amount === 0n) found.push({ pointer: '/amountWon', text: t('capitalCall.missingAmount') });
  if (purpose.trim() === '') found.push({ pointer: '/purpose', text: t('capitalCall.missingPurpose') });
  if (notice === null) found.push({ pointer: '/noticeOn', text: t('capitalCall.missingDate') });
  if (due === null) found.push({ pointer: '/dueOn', text: t('capitalCall.missingDate') });
  const words = { purpose: purpose.trim(), ...(contact.trim() === '' ? {} : { contact: contact.trim() }) };
  return { body: { amountWon: amount.ok ? amount.amount.toString() : '', kind, purposeCode, ...words, noticeOn: notice ?? '', dueOn: due ?? '' }, found };
}
