import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../api/download.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { FileDrop } from '../../design/file-drop.js';
import { FormField } from '../../design/form/form-field.js';
import { PlainTable } from '../../design/plain-table.js';
import { TextAreaField } from '../../design/text-field.js';
import { formatWon } from '../../format/won.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import styles from './grant-application.module.css';
import { importApplications, readApplicationFile, type ImportApplications, type ImportedApplications } from './grant-application.requests.js';
import { BLANK_LIST, readPasted, type Pasted } from './pasted.js';

/**
 * Takes a list out of a spreadsheet or a file, one line for each institution. What can be read is recorded; what cannot is
 * named cell by cell and stays in the field until it is mended.
 */
export function PasteDialog({ callId, onClose }: { readonly callId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { form, preview, ...deed } = useGrantDeed<{ text: string }, ImportApplications, ImportedApplications>({
    ...{ callId, name: 'import', defaults: { text: '' }, send: (body, header) => importApplications(callId, body, header) },
    onClose: () => {
      const { left } = readPasted(form.getValues('text'));
      if (left === '') onClose();
      else form.setValue('text', left);
    },
    read: ({ text }) => {
      const { rows } = readPasted(text);
      const body: ImportApplications = { rows: [...rows] };
      return { body, found: rows.length > 0 ? [] : [{ pointer: '/text', text: t('grantApplication.pasteUnread') }], preview: rows.length > 0 ? body : null };
    },
  });
  const read = useWrite({ mutationFn: (file: File) => readApplicationFile(callId, file), onSuccess: ({ text }) => form.setValue('text', text) });
  const { text } = form.watch();
  return (
    <FormDialog title={t('grantApplication.paste')} action={t('grantApplication.pasteAction')} {...deed} onClose={onClose} wide>
      <p>{t('grantApplication.pasteLead')}</p>
      <FileDrop label={t('grantApplication.file')} buttonLabel={t('agreement.choose')} pending={read.isPending} onFiles={([file]) => file !== undefined && read.mutate(file)} />
      <div>
        <Button small tone="quiet" icon="download" onPress={() => saveFile(new Blob([BLANK_LIST], { type: 'text/csv' }), '과제신청_빈서식.csv')}>
          {t('blankForm.download')}
        </Button>
      </div>
      <Refusal error={read.error} />
      <FormField form={form} name="text">
        {(field) => <TextAreaField {...field} label={t('grantApplication.pasted')} maxLength={500_000} />}
      </FormField>
      {text.trim() !== '' && <Reading pasted={readPasted(text)} />}
      {preview.error !== null && <Refusal error={preview.error} />}
    </FormDialog>
  );
}

function Reading({ pasted: { rows, faults, missing } }: { readonly pasted: Pasted }): ReactElement {
  const { t } = useTranslation();
  if (missing.length > 0) return <Callout tone="danger" title={t('grantApplication.columnsMissing', { columns: missing.join(', ') })} />;
  return (
    <div className={styles['scroll']}>
      {faults.length > 0 && (
        <Callout tone="warning" title={t('grantApplication.cellsUnread', { count: faults.length, rows: rows.length })}>
          <ul>
            {faults.map(({ line, column, value }) => (
              <li key={`${line} ${column}`}>{t('grantApplication.cellUnread', { line, column, value: value === '' ? t('grantApplication.blank') : value })}</li>
            ))}
          </ul>
        </Callout>
      )}
      <PlainTable
        label={t('grantApplication.pasted')}
        rows={rows}
        rowKey={(_, index) => index}
        columns={[
          { header: t('grantApplication.number'), cell: ({ number }) => number ?? '–' },
          { header: t('grantApplication.project'), cell: ({ title }) => title, wrap: true },
          { header: t('grantApplication.leadInstitution'), cell: ({ applicants }) => applicants.map(({ organisation }) => organisation.name).join(', '), wrap: true },
          { header: t('grantApplication.requested'), align: 'right', cell: ({ applicants }) => formatWon(applicants.reduce((sum, { governmentWon }) => sum + BigInt(governmentWon), 0n)) },
        ]}
      />
    </div>
  );
}
