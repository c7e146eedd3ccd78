import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { useKeptText } from '../../design/form/draft.js';
import { focusFirstFault } from '../../design/form/focus.js';
import { Stack } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField } from '../../design/text-field.js';
import type { BlankFormPlace } from '../register/blank-form.js';
import { WorkbookDrop } from '../register/workbook-drop.js';
import type { SheetSource } from './roster.requests.js';
import styles from './roster.module.css';

const ACCEPTED = ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];

interface Props<Sheet extends string> {
  /** The sheets that can be pasted, the likeliest first. */
  readonly sheets: readonly Sheet[];
  /** What may be dropped, with the names of its sheets. */
  readonly dropLabel: string;
  /** The forms to start from, where there is no list yet. */
  readonly forms: readonly BlankFormPlace[];
  readonly onSource: (source: SheetSource<Sheet>) => void;
}

/** Where pasted cells are kept until they are recorded: they are still there for whoever comes back from a preview. */
export const pasteDraft = (sheets: readonly string[]): string => `paste/${sheets.join(',')}`;

/** A workbook by dropping it, or the cells of one sheet by pasting them. */
export function RosterSource<Sheet extends string>({ sheets, dropLabel, forms, onSource }: Props<Sheet>): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles['source']}>
      <Card title={t('roster.workbook')}>
        <WorkbookDrop accept={ACCEPTED} label={dropLabel} buttonLabel={t('roster.choose')} forms={forms} onFile={(file) => onSource({ kind: 'file', file })} />
      </Card>
      <Card title={t('roster.pasteTitle')}>
        <PasteForm sheets={sheets} onSource={onSource} />
      </Card>
    </div>
  );
}

function PasteForm<Sheet extends string>({ sheets, onSource }: Omit<Props<Sheet>, 'dropLabel' | 'forms'>): ReactElement {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [sheet, setSheet] = useState<string>(sheets[0] ?? '');
  const [text, type] = useKeptText(pasteDraft(sheets));
  const [tried, setTried] = useState(false);
  const missing = text.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const chosen = sheets.find((each) => each === sheet);
    if (missing || chosen === undefined) return focusFirstFault(form.current);
    onSource({ kind: 'paste', sheet: chosen, text });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        <SelectField label={t('roster.pasteSheet')} value={sheet} onChange={setSheet} choices={sheets.map((value) => ({ value, label: value }))} />
        <TextAreaField label={t('roster.pasteText')} value={text} onChange={type} error={tried && missing ? t('roster.pasteMissing') : undefined} />
        <div>
          <Button type="submit" tone="secondary">
            {t('roster.pastePreview')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
