import { useState, type ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { Page, Stack } from '../../design/page.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { FileField } from '../fund/file-field.js';
import { useApplications } from '../grant-application/grant-application.requests.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { Refusal } from '../rule/refusal.js';
import { orUnwritten, type ReadForm } from '../rule/use-previewed-deed.js';
import { DeedPreview } from './deed-preview.js';
import styles from './grant-agreement.module.css';
import { concludeAgreement, loadApplication, type ConcludeAgreement, type ConcludedAgreement } from './grant-agreement.requests.js';
import { columnsOf, planOf, rowsOf, stagesOf, type PlanCells, type StageManner } from './plan-grid.js';
import { PlanGrid } from './plan-table.js';
import { NO_ROLE, RoleFields, roleOf, type RoleForm } from './role-fields.js';

const TYPES = ['SME', 'MID_SIZE', 'MID_SIZE_LARGE_SALES', 'LARGE', 'NON_PROFIT'] as const;

interface ConcludeForm extends RoleForm {
  applicationId: string;
  organisation: { name: string; businessNumber: string };
  institution: string;
  title: string;
  investigator: string;
  investigatorNumber: string;
  projectNumber: string;
  agreedOn: string;
  periodFrom: string;
  periodTo: string;
  manner: string;
}

/** A new agreement: who, what, until when, and the plan as a grid; the shares of the law are judged while it is typed. */
export function ConcludePage(): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const call = useCurrentCall();
  const navigate = useNavigate();
  const [cells, setCells] = useState<PlanCells>({});
  const [documentId, setDocumentId] = useState('');
  const read = useReading(call, cells, documentId);
  // A call of an earlier year was agreed on in its year.
  const today = todayInSeoul();
  const firstDay = today.startsWith(String(call.fiscalYear)) ? today : `${call.fiscalYear}-01-01`;
  const back = `/grants/${call.id}/agreements`;
  const leadId = useSearchParams()[0].get('lead') ?? '';
  const { form, preview, faults, pending, onSubmit } = useGrantDeed<ConcludeForm, ConcludeAgreement, ConcludedAgreement>({
    ...{ callId: call.id, name: 'conclude', read, send: (body, header) => concludeAgreement(call.id, body, header), onClose: () => void navigate(back) },
    defaults: {
      ...{ applicationId: '', organisation: { name: '', businessNumber: '' }, institution: 'SME', title: '', investigator: '', investigatorNumber: '', projectNumber: '', manner: 'ONE', ...NO_ROLE, leadId, role: leadId === '' ? 'LEAD' : 'JOINT' },
      ...{ agreedOn: firstDay, periodFrom: firstDay, periodTo: `${call.fiscalYear}-12-31` },
    },
  });
  const { periodFrom, periodTo, manner } = form.watch();
  const columns = columnsOf(spanOf(periodFrom, periodTo, manner));
  return (
    <Page title={t('grantAgreement.conclude')} lead={t('grantAgreement.concludeLead')}>
      <form ref={faults.formRef} onSubmit={onSubmit} noValidate>
        <div className={styles['conclusion']}>
          <Stack>
            <Card title={t('grantAgreement.parties')}>
              <Stack>
                <ApplicationField call={call} form={form} />
                <div className={styles['two']}>
                  <RoleFields call={call} form={form} />
                  <FormField form={form} name="organisation.name">{(field) => <TextField {...field} label={t('grantAgreement.institution')} maxLength={300} />}</FormField>
                  <FormField form={form} name="organisation.businessNumber">{(field) => <TextField {...field} label={t('grantAgreement.businessNumber')} maxLength={20} placeholder="123-45-67890" />}</FormField>
                  <FormField form={form} name="institution">{(field) => <SelectField {...field} label={t('grantAgreement.institutionType')} choices={TYPES.map((value) => ({ value, label: term('institutionType', value) }))} />}</FormField>
                  <FormField form={form} name="projectNumber">{(field) => <TextField {...field} label={t('grantAgreement.projectNumber')} maxLength={60} optional />}</FormField>
                  <FormField form={form} name="title">{(field) => <TextField {...field} label={t('grantAgreement.projectTitle')} maxLength={500} />}</FormField>
                  <FormField form={form} name="investigator">{(field) => <TextField {...field} label={t('grantAgreement.investigator')} maxLength={100} optional />}</FormField>
                  <FormField form={form} name="investigatorNumber">{(field) => <TextField {...field} label={t('grantAgreement.investigatorNumber')} maxLength={20} optional />}</FormField>
                  <FormField form={form} name="agreedOn">{(field) => <DateField {...field} label={t('grantAgreement.agreedOn')} />}</FormField>
                  <FormField form={form} name="periodFrom">{(field) => <DateField {...field} label={t('grantAgreement.periodFrom')} />}</FormField>
                  <FormField form={form} name="periodTo">{(field) => <DateField {...field} label={t('grantAgreement.periodTo')} />}</FormField>
                </div>
                <FormField form={form} name="manner">
                  {(field) => <ChoiceField {...field} label={t('grantAgreement.stages')} choices={[{ value: 'ONE', label: t('grantAgreement.oneStage') }, { value: 'BY_YEAR', label: t('grantAgreement.stageByYear') }]} />}
                </FormField>
                <FileField label={t('grantAgreement.document')} value={documentId} onChange={setDocumentId} />
              </Stack>
            </Card>
            <Card title={t('grantAgreement.plan')} note={t('grantAgreement.pasteHint')} flush>
              <PlanGrid call={call} rows={rowsOf(call.lines)} columns={columns} cells={cells} onChange={setCells} />
            </Card>
            <Refusal error={faults.refusal} />
            <div className={styles['buttons']}>
              <Button type="submit" tone="primary" pending={pending}>
                {t('grantAgreement.conclude')}
              </Button>
              <Link to={back}>{t('common.cancel')}</Link>
            </div>
          </Stack>
          <div className={styles['judged']}>
            <Card title={t('grantAgreement.judged')} note={preview.data?.number}>
              <DeedPreview preview={preview} />
            </Card>
          </div>
        </div>
      </form>
    </Page>
  );
}

/** A selected application fills the form with its lead; what was asked for stands in it, and everything may be changed. */
function ApplicationField({ call, form }: { readonly call: GrantCall; readonly form: UseFormReturn<ConcludeForm> }): ReactElement | null {
  const { t } = useTranslation();
  const selected = (useApplications(call.id).data ?? []).filter(({ state }) => state === 'SELECTED');
  if (selected.length === 0) return null;
  const fill = async (applicationId: string): Promise<void> => {
    form.setValue('applicationId', applicationId);
    if (applicationId === '') return;
    const { applicants, title, periodFrom, periodTo } = await loadApplication(applicationId);
    const lead = applicants.find(({ role }) => role === 'LEAD');
    form.setValue('title', title);
    form.setValue('periodFrom', periodFrom);
    form.setValue('periodTo', periodTo);
    if (lead === undefined) return;
    form.setValue('organisation', { name: lead.party, businessNumber: lead.businessNumber ?? '' });
    form.setValue('institution', lead.institution);
    form.setValue('investigator', lead.investigator ?? '');
    form.setValue('investigatorNumber', lead.investigatorNumber ?? '');
  };
  return <SelectField label={t('grantAgreement.application')} value={form.watch('applicationId')} onChange={(id) => void fill(id)} emptyLabel={t('grantAgreement.noApplication')} choices={selected.map(({ id, number, lead, title }) => ({ value: id, label: `${number} ${lead} · ${title}` }))} />;
}

function spanOf(periodFrom: string, periodTo: string, manner: string): { beginsOn: string; endsOn: string }[] {
  const [from, to] = [parseDateInput(periodFrom), parseDateInput(periodTo)];
  return from === null || to === null || to < from ? [] : stagesOf(from, to, manner as StageManner);
}

function useReading(call: GrantCall, cells: PlanCells, documentId: string): (form: ConcludeForm) => ReadForm<ConcludeAgreement> {
  const { t } = useTranslation();
  return (form) => {
    const [agreedOn, periodFrom, periodTo] = [parseDateInput(form.agreedOn), parseDateInput(form.periodFrom), parseDateInput(form.periodTo)];
    const stages = spanOf(form.periodFrom, form.periodTo, form.manner);
    const { sources, lines, unread } = planOf(cells, rowsOf(call.lines), columnsOf(stages));
    const found: Fault[] = [];
    for (const [pointer, date] of [['/agreedOn', agreedOn], ['/periodFrom', periodFrom], ['/periodTo', periodTo]] as const) if (date === null) found.push({ pointer, text: t('time.invalid') });
    if (unread.length > 0) found.push({ pointer: '', text: t('grantAgreement.unread', { count: unread.length }) });
    if (sources.length === 0 || lines.length === 0) found.push({ pointer: '', text: t('grantAgreement.missingPlan') });
    const complete = found.length === 0 && /\d{10}/.test(form.organisation.businessNumber.replace(/\D/g, ''));
    for (const [pointer, text] of [['/organisation/name', form.organisation.name], ['/organisation/businessNumber', form.organisation.businessNumber], ['/title', form.title]] as const) if (text.trim() === '') found.push({ pointer, text: t('terms.missing') });
    if (form.role !== 'LEAD' && form.leadId === '') found.push({ pointer: '/leadId', text: t('grantAgreement.chooseLead') });
    const optional = { investigator: form.investigator.trim(), investigatorNumber: form.investigatorNumber.trim(), projectNumber: form.projectNumber.trim(), documentId, applicationId: form.applicationId };
    const body = {
      ...{ organisation: { name: form.organisation.name.trim(), businessNumber: form.organisation.businessNumber.trim() }, institution: form.institution, title: form.title.trim() },
      ...{ agreedOn: agreedOn ?? '', periodFrom: periodFrom ?? '', periodTo: periodTo ?? '', stages, sources, lines },
      ...roleOf(form),
      ...Object.fromEntries(Object.entries(optional).filter(([, text]) => text !== '')),
    } as ConcludeAgreement;
    return { body, found, preview: complete ? { ...body, title: orUnwritten(form.title), organisation: { ...body.organisation, name: orUnwritten(form.organisation.name) } } : null };
  };
}
