import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { previewHeaders, useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { FileDrop } from '../../design/file-drop.js';
import { Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { TextAreaField } from '../../design/text-field.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { BlankForm } from '../register/blank-form.js';
import { Refusal } from '../rule/refusal.js';
import { importInstitutes, refreshInstitutes, type ImportedInstitutes, type InstituteSource } from './public-institute.requests.js';

interface Preview {
  readonly source: InstituteSource;
  readonly result: ImportedInstitutes;
}

const describe = (source: InstituteSource): unknown => (source.kind === 'paste' ? source.text : [source.file.name, source.file.size, source.file.lastModified]);

/** A list as a workbook or pasted from Excel: first every row is judged and shown, then what is in order is recorded. */
export function ImportInstitutesDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const judge = useWrite({
    mutationFn: async (source: InstituteSource): Promise<Preview> => ({ source, result: await importInstitutes(source, true, previewHeaders()) }),
    onSuccess: setPreview,
  });
  const record = useWrite({
    mutationFn: ({ source }: Preview) => importInstitutes(source, false, intent.headersFor(describe(source))),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshInstitutes();
      onClose();
    },
  });
  return (
    <Dialog title={t('institutes.import')} open onClose={onClose} wide>
      <Stack>
        <FileDrop label={t('institutes.drop')} buttonLabel={t('evidence.choose')} accept={['.xlsx']} pending={judge.isPending} onFiles={([file]) => file !== undefined && judge.mutate({ kind: 'file', file })} />
        <BlankForm path="/api/public-institutes/import/form" />
        <TextAreaField label={t('institutes.paste')} hint={t('institutes.pasteHint')} value={text} onChange={setText} />
        <Refusal error={judge.error ?? record.error} />
        {preview !== null && <Verdicts result={preview.result} />}
        <DialogActions>
          <Button tone="secondary" pending={judge.isPending} disabled={text.trim() === ''} onPress={() => judge.mutate({ kind: 'paste', text })}>
            {t('institutes.check')}
          </Button>
          <Button tone="primary" pending={record.isPending} disabled={preview === null || preview.result.recorded === 0} onPress={() => preview !== null && record.mutate(preview)}>
            {t('institutes.record', { count: preview?.result.recorded ?? 0 })}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}

function Verdicts({ result }: { readonly result: ImportedInstitutes }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const { sheet, recorded } = result;
  const remarks = sheet.rows.flatMap(({ row, key, remarks: all }) => all.map((remark) => ({ row, key, remark })));
  return (
    <>
      <Callout tone={sheet.rejected > 0 ? 'warning' : 'success'} title={t('institutes.judged', { rows: sheet.dataRows, recorded, unchanged: sheet.unchanged, rejected: sheet.rejected })} />
      {remarks.length > 0 && (
        <PlainTable
          label={t('institutes.remarks')}
          rows={remarks}
          rowKey={(_, index) => index}
          columns={[
            { header: t('register.row'), cell: ({ row }) => row ?? t('register.wholeSheet') },
            { header: t('institutes.name'), cell: ({ key }) => key ?? '–' },
            { header: t('register.reason'), cell: ({ remark }) => say(remark.text), wrap: true },
            { header: t('register.fix'), cell: ({ remark }) => (remark.fix === null ? '–' : say(remark.fix)), wrap: true },
          ]}
        />
      )}
    </>
  );
}
