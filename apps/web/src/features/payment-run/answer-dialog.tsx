import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '../../design/file-drop.js';
import { FormDialog } from '../rule/form-dialog.js';
import { OutcomePreview } from './outcome-preview.js';
import { answerRun, type AnswerRun, type PaymentRunDetail } from './payment-run.requests.js';
import styles from './payment-run.module.css';
import { useRunDeed } from './use-run-deed.js';

/** The bank's own file: what it says of each line is shown, and then booked. */
export function AnswerDialog({ run, onClose }: { readonly run: PaymentRunDetail; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { form, preview, ...deed } = useRunDeed<{ fileName: string; content: string }, AnswerRun>({
    runId: run.id,
    name: 'answer',
    defaults: { fileName: '', content: '' },
    read: ({ fileName, content }) => {
      const body = { fileName, content };
      return { body, found: content === '' ? [{ pointer: '/content', text: t('paymentRun.missingFile') }] : [], preview: content === '' ? null : body };
    },
    send: answerRun,
    onClose,
  });
  const take = async ([file]: File[]): Promise<void> => {
    if (file === undefined) return;
    form.setValue('content', await file.text());
    form.setValue('fileName', file.name);
  };
  const fileName = form.watch('fileName');
  return (
    <FormDialog title={t('paymentRun.answerTitle', { number: run.number })} action={t('paymentRun.answer')} {...deed} onClose={onClose} wide aside={<OutcomePreview preview={preview} />}>
      <p className={styles['note']}>{t('paymentRun.answerLead')}</p>
      <FileDrop label={fileName === '' ? t('paymentRun.dropFile') : fileName} buttonLabel={t('paymentRun.chooseFile')} accept={['.xml', 'application/xml', 'text/xml']} onFiles={(files) => void take(files)} />
    </FormDialog>
  );
}
