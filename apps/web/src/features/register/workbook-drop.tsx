import type { ReactElement } from 'react';
import { FileDrop } from '../../design/file-drop.js';
import { BlankForm, type BlankFormPlace } from './blank-form.js';
import styles from './imports-page.module.css';

interface Props {
  /** What may be dropped, with the names of its sheets. */
  readonly label: string;
  readonly buttonLabel: string;
  readonly accept: readonly string[];
  /** The forms to start from, where there is no list yet. */
  readonly forms: readonly BlankFormPlace[];
  readonly onFile: (file: File) => void;
}

/** Where a workbook is dropped, and below it the form for whoever has none yet. */
export function WorkbookDrop({ label, buttonLabel, accept, forms, onFile }: Props): ReactElement {
  return (
    <>
      <FileDrop large accept={accept} label={label} buttonLabel={buttonLabel} onFiles={([file]) => file !== undefined && onFile(file)} />
      <div className={styles['forms']}>
        {forms.map((form) => (
          <BlankForm key={form.path} {...form} />
        ))}
      </div>
    </>
  );
}
