import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
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
import { cellsOf, columnsOf, planOf, rowsOf, type PlanCells } from './plan-grid.js';
import { PlanGrid } from './plan-table.js';
import { useAmendment } from './use-amendment.js';

interface AmendForm {
  periodTo: string;
  title: string;
  investigator: string;
  methods: string;
  researchers: string;
  decidedOn: string;
  reason: string;
}

interface Props {
  readonly call: GrantCall;
  readonly agreement: Agreement;
  readonly onClose: () => void;
}

const LEAST_REASON = 5;

/** A new version: terms and the whole plan, beside it what differs and what each difference needs. */
export function AmendDialog({ call, agreement, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const [documentId, setDocumentId] = useState('');
  const [cells, setCells] = useState(() => cellsOf(agreement.sources, agreement.plan));
  const read = useReading(call, agreement, cells, documentId);
  const { form, preview, ...deed } = useGrantDeed<AmendForm, AmendAgreement, AmendedAgreement>({
    ...{ callId: call.id, name: `amend ${agreement.id}`, read, send: useAmendment(agreement.id), onClose },
    defaults: { periodTo: agreement.periodTo, title: agreement.title, investigator: agreement.investigator ?? '', methods: agreement.methods ?? '', researchers: agreement.researchers ?? '', decidedOn: todayInSeoul(), reason: '' },
  });
  const need = preview.data?.need;
  return (
    <FormDialog title={t('grantAgreement.amendTitle', { number: agreement.number })} action={need === 'NOTICE' ? t('grantAgreement.byNotice') : t('grantAgreement.byApproval')} {...deed} onClose={onClose} wide>
      {need !== undefined && <Callout tone={need === 'NOTICE' ? 'success' : 'warning'} title={term('changeNeed', need)}>{t(need === 'NOTICE' ? 'grantAgreement.noticeIsEnough' : 'grantAgreement.approvalIsNeeded')}</Callout>}
      <div className={styles['two']}>
        <FormField form={form} name="title">
          {(field) => <TextField {...field} label={t('grantAgreement.projectTitle')} maxLength={500} />}
        </FormField>
        <FormField form={form} name="investigator">
          {(field) => <TextField {...field} label={t('grantAgreement.investigator')} maxLength={100} optional />}
        </FormField>
        <FormField form={form} name="periodTo">
          {(field) => <DateField {...field} label={t('grantAgreement.periodTo')} />}
        </FormField>
        <FormField form={form} name="decidedOn">
          {(field) => <DateField {...field} label={t('grantAgreement.decidedOn')} />}
        </FormField>
        <FormField form={form} name="methods">
          {(field) => <TextAreaField {...field} label={t('grantAgreement.methods')} maxLength={4000} optional />}
        </FormField>
        <FormField form={form} name="researchers">
          {(field) => <TextAreaField {...field} label={t('grantAgreement.researchers')} maxLength={4000} optional />}
        </FormField>
      </div>
      <PlanGrid call={call} rows={rowsOf(call.lines)} columns={columnsOf(agreement.stages)} cells={cells} onChange={setCells} />
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('grantAgreement.reason')} maxLength={2000} />}
      </FormField>
      <FileField label={t('grantAgreement.document')} value={documentId} onChange={setDocumentId} />
      <DeedPreview preview={preview}>{({ changes }) => <ChangeTable changes={changes} />}</DeedPreview>
    </FormDialog>
  );
}

function useReading(call: GrantCall, agreement: Agreement, cells: PlanCells, documentId: string): (form: AmendForm) => ReadForm<AmendAgreement> {
  const { t } = useTranslation();
  return (form) => {
    const [periodTo, decidedOn] = [parseDateInput(form.periodTo), parseDateInput(form.decidedOn)];
    const { sources, lines, unread } = planOf(cells, rowsOf(call.lines), columnsOf(agreement.stages));
    // What was carried in or taken in from interest stays as it is: the grid shows the plan itself.
    const beside = agreement.plan.filter(({ kind }) => kind !== 'PLANNED');
    const found: Fault[] = [];
    if (periodTo === null) found.push({ pointer: '/periodTo', text: t('time.invalid') });
    if (decidedOn === null) found.push({ pointer: '/decidedOn', text: t('time.invalid') });
    if (unread.length > 0) found.push({ pointer: '', text: t('grantAgreement.unread', { count: unread.length }) });
    const said = (text: string, was: string | null): string | undefined => (text.trim() === (was ?? '') || text.trim() === '' ? undefined : text.trim());
    const changed = { title: said(form.title, agreement.title), investigator: said(form.investigator, agreement.investigator), methods: said(form.methods, agreement.methods), researchers: said(form.researchers, agreement.researchers) };
    const plan = JSON.stringify(cells) === JSON.stringify(cellsOf(agreement.sources, agreement.plan)) ? {} : { sources, lines: [...lines, ...beside] };
    const body: AmendAgreement = {
      ...{ decidedOn: decidedOn ?? '', reason: form.reason.trim(), ...plan },
      ...(periodTo !== null && periodTo !== agreement.periodTo ? { periodTo } : {}),
      ...(documentId === '' ? {} : { documentId }),
      ...Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)),
    };
    const complete = found.length === 0 && Object.keys(body).some((key) => key !== 'decidedOn' && key !== 'reason' && key !== 'documentId');
    if (form.reason.trim().length < LEAST_REASON) found.push({ pointer: '/reason', text: t('grantAgreement.missingReason') });
    return { body, found, preview: complete ? { ...body, reason: '-'.repeat(LEAST_REASON) } : null };
  };
}
