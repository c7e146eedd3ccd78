import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { useKeptText } from '../../design/form/draft.js';
import { focusFirstFault } from '../../design/form/focus.js';
import { Stack } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField } from '../../design/text-field.js';
import styles from './imports-page.module.css';
import { REGISTER_SHEETS, type PastedSheet, type RegisterSource } from './register.requests.js';
import { WorkbookDrop } from './workbook-drop.js';

const ACCEPTED = ['.xlsx', '.csv', '.tsv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'];

/** Where pasted cells are kept until they are recorded: they are still there for whoever comes back from a preview. */
export const REGISTER_DRAFT = 'paste/register';

/** A workbook by dropping it, or the cells of one sheet by pasting them. */
export function ChooseSource({ onSource }: { readonly onSource: (source: RegisterSource) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles['source']}>
      <Card>
        <WorkbookDrop accept={ACCEPTED} label={t('register.drop')} buttonLabel={t('register.choose')} forms={[{ path: '/api/imports/fund-register/form' }]} onFile={(file) => onSource({ kind: 'file', file })} />
      </Card>
      <Card>
        <PasteForm onPaste={(pasted) => onSource({ kind: 'paste', pasted })} />
      </Card>
    </div>
  );
}

function PasteForm({ onPaste }: { readonly onPaste: (pasted: PastedSheet) => void }): ReactElement {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [sheet, setSheet] = useState<string>('투자현황');
  const [text, type] = useKeptText(REGISTER_DRAFT);
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '') return focusFirstFault(form.current);
    onPaste({ sheet: sheet as PastedSheet['sheet'], text });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        <SelectField label={`${t('register.orPaste')}: ${t('register.pasteSheet')}`} value={sheet} onChange={setSheet} choices={REGISTER_SHEETS.map((value) => ({ value, label: value }))} />
        <TextAreaField label={t('register.pasteText')} value={text} onChange={type} error={tried && text.trim() === '' ? t('register.pasteMissing') : undefined} />
        <div>
          <Button type="submit" tone="secondary">
            {t('register.pastePreview')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
