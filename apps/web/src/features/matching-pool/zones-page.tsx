import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { Tag } from '../../design/tag.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { usePermissions } from '../session/use-session.js';
import { recordZone, refreshZones, useZones, type RecordZone, type Zone } from './matching.queries.js';
import styles from './matching.module.css';

/** Where a project of the pilot may lie: every zone with the days on which it is one, and where that is written. */
export function ZonesPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const query = useZones();
  const [recording, setRecording] = useState(false);
  return (
    <Page
      title={t('matchingZone.title')}
      lead={<Link to="/matching">{t('matching.title')}</Link>}
      actions={
        may('matching-zone.record') && (
          <Button tone="primary" icon="plus" onPress={() => setRecording(true)}>
            {t('matchingZone.record')}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {({ zones }) => (
          <Card title={t('matchingZone.list', { count: zones.length })} note={t('matchingZone.lead')} flush>
            <Zones zones={zones} />
          </Card>
        )}
      </Loaded>
      {recording && <RecordDialog onClose={() => setRecording(false)} />}
    </Page>
  );
}

function Zones({ zones }: { readonly zones: readonly Zone[] }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  return (
    <PlainTable
      label={t('matchingZone.title')}
      rows={zones}
      rowKey={({ id }) => id}
      columns={[
        { header: t('matchingZone.name'), cell: ({ name }) => say(name) },
        { header: t('matchingZone.mode'), cell: ({ mode }) => term('zoneMode', mode) },
        { header: t('matchingZone.regions'), wrap: true, cell: ({ regions }) => regions },
        { header: t('matchingZone.from'), cell: ({ from, to }) => `${from} ~ ${to ?? ''}` },
        { header: '', cell: ({ designated }) => <Tag tone={designated ? 'success' : 'neutral'}>{t(designated ? 'matchingZone.designated' : 'matchingZone.notNow')}</Tag> },
        { header: t('terms.clause'), wrap: true, cell: ({ clause, source }) => `${clause} · ${term('source', source)}` },
      ]}
    />
  );
}

const BLANK = { code: '', nameKo: '', nameEn: '', mode: 'COMPACT', regions: '', from: '', to: '', source: 'NOTICE', clause: '' };
const SOURCES = ['LAW', 'NOTICE', 'PRACTICE', 'ASSUMPTION'] as const;

function RecordDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const form = useForm({ defaultValues: BLANK });
  const deed = useDeed({
    form,
    read: () => {
      const { from, to, ...values } = form.getValues();
      const [first, last] = [parseDateInput(from), to.trim() === '' ? null : parseDateInput(to)];
      const missing = (['code', 'nameKo', 'nameEn', 'regions', 'clause'] as const).filter((key) => values[key].trim() === '').map((key) => ({ pointer: `/${key}`, text: t('terms.missing') }));
      const dates = [...(first === null ? [{ pointer: '/from', text: t('time.invalid') }] : []), ...(to.trim() !== '' && last === null ? [{ pointer: '/to', text: t('time.invalid') }] : [])];
      return { body: { ...values, from: first ?? '', ...(last === null ? {} : { to: last }) } as RecordZone, found: [...missing, ...dates] };
    },
    send: recordZone,
    onDone: async () => {
      await refreshZones();
      onClose();
    },
    onDrafted: onClose,
  });
  return (
    <FormDialog title={t('matchingZone.record')} action={t('matchingZone.record')} {...deed} onClose={onClose} wide>
      <p>{t('matchingZone.recordLead')}</p>
      <div className={styles['two']}>
        <FormField form={form} name="code">
          {(field) => <TextField {...field} label={t('matchingZone.code')} hint={t('matchingZone.codeHint')} maxLength={40} />}
        </FormField>
        <FormField form={form} name="mode">
          {(field) => <ChoiceField {...field} label={t('matchingZone.mode')} choices={(['LARGE', 'COMPACT'] as const).map((value) => ({ value, label: term('zoneMode', value) }))} />}
        </FormField>
        <FormField form={form} name="nameKo">
          {(field) => <TextField {...field} label={t('matchingZone.nameKo')} maxLength={100} />}
        </FormField>
        <FormField form={form} name="nameEn">
          {(field) => <TextField {...field} label={t('matchingZone.nameEn')} maxLength={100} />}
        </FormField>
        <FormField form={form} name="from">
          {(field) => <DateField {...field} label={t('matchingZone.first')} />}
        </FormField>
        <FormField form={form} name="to">
          {(field) => <DateField {...field} label={t('matchingZone.last')} optional />}
        </FormField>
        <FormField form={form} name="source">
          {(field) => <SelectField {...field} label={t('matchingZone.source')} choices={SOURCES.map((value) => ({ value, label: term('source', value) }))} />}
        </FormField>
        <FormField form={form} name="clause">
          {(field) => <TextField {...field} label={t('terms.clause')} maxLength={300} />}
        </FormField>
      </div>
      <FormField form={form} name="regions">
        {(field) => <TextField {...field} label={t('matchingZone.regions')} maxLength={500} />}
      </FormField>
    </FormDialog>
  );
}
