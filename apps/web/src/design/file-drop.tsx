import type { ReactElement, ReactNode } from 'react';
import { DropZone, FileTrigger, type DropItem, type FileDropItem } from 'react-aria-components';
import { Button } from './button.js';
import { classes } from './classes.js';
import styles from './file-drop.module.css';

interface Props {
  readonly label: ReactNode;
  readonly buttonLabel: string;
  readonly accept?: readonly string[];
  readonly many?: boolean;
  readonly large?: boolean;
  readonly pending?: boolean;
  readonly onFiles: (files: File[]) => void;
}

/** Files are dropped here or chosen; both ways lead to the same. */
export function FileDrop({ label, buttonLabel, accept, many = false, large = false, pending = false, onFiles }: Props): ReactElement {
  const take = async (items: readonly DropItem[]): Promise<void> => {
    const files = await Promise.all(items.filter((item): item is FileDropItem => item.kind === 'file').map((item) => item.getFile()));
    if (files.length > 0) onFiles(many ? files : files.slice(0, 1));
  };
  return (
    <DropZone className={classes(styles['drop'], large && styles['large'])} onDrop={(event) => void take(event.items)}>
      <span>{label}</span>
      <FileTrigger
        allowsMultiple={many}
        onSelect={(list) => {
          if (list !== null && list.length > 0) onFiles([...list]);
        }}
        {...(accept === undefined ? {} : { acceptedFileTypes: [...accept] })}
      >
        <Button small={!large} icon="upload" tone="secondary" pending={pending}>
          {buttonLabel}
        </Button>
      </FileTrigger>
    </DropZone>
  );
}
