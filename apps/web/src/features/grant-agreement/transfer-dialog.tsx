import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { FileField } from '../fund/file-field.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import type { ReadForm } from '../rule/use-previewed-deed.js';
import { ChangeTable } from './change-table.js';
import { DeedPreview } from './deed-preview.js';
import styles from './grant-agreement.module.css';
import type { Agreement, AmendAgreement, AmendedAgreement } from './grant-agreement.requests.js';
import { useAmendment } from './use-amendment.js';

interface TransferForm {
  from: string;
  to: string;
  fiscalYear: string;
  amountWon: string;
  decidedOn: string;
  reason: string;
}

interface Props {
  readonly call: GrantCall;
  readonly agreement: Agreement;
  readonly onClose: () => void;
}

const LEAST_REASON = 5;

/** 비목 전용: money from one line to another. Whether a notice is enough is said while it is typed, and decides by which door it goes. */
export function TransferDialog({ call, agreement, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const say = useBilingual();
  const [documentId, setDocumentId] = useState('');
  const years = [...new Set(agreement.plan.map(({ fiscalYear }) => String(fiscalYear)))];
  const read = useReading(documentId);
  const { form, preview, ...deed } = useGrantDeed<TransferForm, AmendAgreement, AmendedAgreement>({
    ...{ callId: call.id, name: `transfer ${agreement.id}`, read, send: useAmendment(agreement.id), onClose },
    defaults: { from: '', to: '', fiscalYear: years[0] ?? '', amountWon: '', decidedOn: todayInSeoul(), reason: '' },
  });
  const from = form.watch('from').split('/');
  const giving = agreement.lines.filter(({ leftWon }) => leftWon !== '0');
  const name = (line: { code: string; name: { ko: string; en: string } }): string => `${line.code} ${say(line.name)}`;
  const taking = call.lines.filter(({ code, inKind }) => code !== from[1] && (from[2] !== 'IN_KIND' || inKind));
  const need = preview.data?.need;
  return (
    <FormDialog
      title={t('grantAgreement.transferTitle', { number: agreement.number })}
      action={need === 'NOTICE' ? t('grantAgreement.byNotice') : t('grantAgreement.byApproval')}
      {...deed}
      onClose={onClose}
      wide
      aside={<DeedPreview preview={preview}>{({ changes }) => <ChangeTable changes={changes} />}</DeedPreview>}
    >
      {need !== undefined && <Callout tone={need === 'NOTICE' ? 'success' : 'warning'} title={term('changeNeed', need)}>{t(need === 'NOTICE' ? 'grantAgreement.noticeIsEnough' : 'grantAgreement.approvalIsNeeded')}</Callout>}
      <FormField form={form} name="from">
        {(field) => (
          <SelectField
            {...field}
            label={t('grantAgreement.from')}
            emptyLabel={t('grantAgreement.chooseLine')}
            choices={giving.map((line) => ({ value: `${line.stage}/${line.code}/${line.resource}`, label: `${name(line)} ${term('planResource', line.resource)} · ${t('grantAgreement.leftOf', { amount: formatWon(line.leftWon) })}` }))}
          />
        )}
      </FormField>
      <FormField form={form} name="to">
        {(field) => <SelectField {...field} label={t('grantAgreement.to')} emptyLabel={t('grantAgreement.chooseLine')} choices={taking.map((line) => ({ value: line.code, label: name(line) }))} />}
      </FormField>
      <div className={styles['two']}>
        <FormField form={form} name="fiscalYear">
          {(field) => <SelectField {...field} label={t('grantAgreement.fiscalYear')} choices={years.map((year) => ({ value: year, label: year }))} />}
        </FormField>
        <FormField form={form} name="amountWon">
          {(field) => <WonField {...field} label={t('grantAgreement.amount')} />}
        </FormField>
      </div>
      <FormField form={form} name="decidedOn">
        {(field) => <DateField {...field} label={t('grantAgreement.decidedOn')} />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('grantAgreement.reason')} maxLength={2000} />}
      </FormField>
      <FileField label={t('grantAgreement.document')} value={documentId} onChange={setDocumentId} />
    </FormDialog>
  );
}

function useReading(documentId: string): (form: TransferForm) => ReadForm<AmendAgreement> {
  const { t } = useTranslation();
  return ({ from, to, fiscalYear, amountWon, decidedOn, reason }) => {
    const [stage, code = '', resource] = from.split('/');
    const [amount, on] = [parseWonInput(amountWon), parseDateInput(decidedOn)];
    const found: Fault[] = [];
    if (code === '') found.push({ pointer: '/from', text: t('grantAgreement.chooseLine') });
    if (to === '') found.push({ pointer: '/to', text: t('grantAgreement.chooseLine') });
    if (!amount.ok || amount.amount === 0n) found.push({ pointer: '/amountWon', text: t('grantAgreement.missingAmount') });
    if (on === null) found.push({ pointer: '/decidedOn', text: t('time.invalid') });
    const complete = found.length === 0;
    if (reason.trim().length < LEAST_REASON) found.push({ pointer: '/reason', text: t('grantAgreement.missingReason') });
    const transfer = { stage: Number(stage), fiscalYear: Number(fiscalYear), resource: resource === 'IN_KIND' ? ('IN_KIND' as const) : ('CASH' as const), from: code, to, amountWon: amount.ok ? amount.amount.toString() : '' };
    const body: AmendAgreement = { decidedOn: on ?? '', reason: reason.trim(), transfers: [transfer], ...(documentId === '' ? {} : { documentId }) };
    return { body, found, preview: complete ? { ...body, reason: '-'.repeat(LEAST_REASON) } : null };
  };
}
