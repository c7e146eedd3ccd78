import { useState, type ReactElement } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../design/button.js';
import { classes } from '../../design/classes.js';
import { DateField } from '../../design/date-field.js';
import { FileDrop } from '../../design/file-drop.js';
import { Icon } from '../../design/icon.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { TextField } from '../../design/text-field.js';
import { uploadDocument } from './document.requests.js';
import styles from './evidence-editor.module.css';
import { blankRow, isGiven, placeFile, type EvidenceRow } from './evidence-rows.js';

interface Props {
  readonly rows: readonly EvidenceRow[];
  readonly required: readonly string[];
  readonly onChange: (change: (rows: readonly EvidenceRow[]) => readonly EvidenceRow[]) => void;
  readonly errorAt: (index: number) => string | undefined;
}

/** The checklist of documents: give a date, attach a file, or drop all files at once. Files are uploaded at once. */
export function EvidenceEditor({ rows, required, onChange, errorAt }: Props): ReactElement {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(0);
  const [error, setError] = useState<unknown>(null);

  const upload = async (files: readonly File[], place: (rows: readonly EvidenceRow[], file: { documentId: string; fileName: string }) => readonly EvidenceRow[]): Promise<void> => {
    setError(null);
    setBusy((count) => count + files.length);
    for (const file of files) {
      try {
        const document = await uploadDocument(file);
        onChange((current) => place(current, { documentId: document.id, fileName: document.fileName }));
      } catch (refused) {
        setError(refused);
      } finally {
        setBusy((count) => count - 1);
      }
    }
  };
  const change = (index: number, fields: Partial<EvidenceRow>): void => onChange((current) => current.map((row, position) => (position === index ? { ...row, ...fields } : row)));

  return (
    <div className={styles['rows']}>
      {rows.map((row, index) => (
        <EvidenceLine
          key={index}
          row={row}
          isRequired={required.includes(row.kind)}
          error={errorAt(index)}
          onChange={(fields) => change(index, fields)}
          onFile={(file) => void upload([file], (current, document) => current.map((each, position) => (position === index ? { ...each, ...document } : each)))}
          onRemove={() => onChange((current) => current.filter((_, position) => position !== index))}
        />
      ))}
      <FileDrop many label={t('evidence.drop')} buttonLabel={busy > 0 ? t('evidence.uploading') : t('evidence.choose')} pending={busy > 0} onFiles={(files) => void upload(files, placeFile)} />
      <div>
        <Button small tone="quiet" icon="plus" onPress={() => onChange((current) => [...current, blankRow('')])}>
          {t('evidence.add')}
        </Button>
      </div>
      <ProblemCallout error={error} />
    </div>
  );
}

interface LineProps {
  readonly row: EvidenceRow;
  readonly isRequired: boolean;
  readonly error: string | undefined;
  readonly onChange: (fields: Partial<EvidenceRow>) => void;
  readonly onFile: (file: File) => void;
  readonly onRemove: () => void;
}

function EvidenceLine({ row, isRequired, error, onChange, onFile, onRemove }: LineProps): ReactElement {
  const { t } = useTranslation();
  const given = isGiven(row);
  return (
    <div className={styles['row']}>
      <span className={classes(styles['mark'], given && styles['given'])} title={t(given ? 'evidence.present' : 'evidence.missing')}>
        <Icon name={given ? 'check' : 'minus'} size={18} />
        <span className="hidden-text">{t(given ? 'evidence.present' : 'evidence.missing')}</span>
      </span>
      {isRequired ? (
        <span className={styles['kind']}>{row.kind}</span>
      ) : (
        <div className={styles['other']}>
          <TextField label={t('evidence.kind')} placeholder={t('evidence.kind')} value={row.kind} onChange={(kind) => onChange({ kind })} maxLength={200} />
        </div>
      )}
      <div className={styles['date']}>
        <DateField label={`${row.kind} ${t('evidence.issuedOn')}`} placeholder={t('evidence.issuedOn')} value={row.issuedOn} onChange={(issuedOn) => onChange({ issuedOn })} error={error} />
      </div>
      <div className={styles['file']}>
        {row.fileName === null ? (
          <FileTrigger onSelect={(files) => files?.[0] !== undefined && onFile(files[0])}>
            <Button small tone="quiet" icon="upload">
              {t('evidence.attach')}
            </Button>
          </FileTrigger>
        ) : (
          <>
            <Icon name="file" size={16} />
            <span className={styles['name']} title={row.fileName}>
              {row.fileName}
            </span>
          </>
        )}
      </div>
      {given || !isRequired ? <IconButton small icon="close" label={t('evidence.remove', { kind: row.kind })} onPress={isRequired ? () => onChange(blankRow(row.kind)) : onRemove} /> : <span />}
    </div>
  );
}
