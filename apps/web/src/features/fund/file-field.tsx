import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { FileDrop } from '../../design/file-drop.js';
import { uploadDocument } from '../investment/document.requests.js';
import { Refusal } from '../rule/refusal.js';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (documentId: string) => void;
}

/** One file that goes with a deed; it is stored as soon as it is chosen, and the deed names it. */
export function FileField({ label, value, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const upload = useWrite({
    mutationFn: uploadDocument,
    onSuccess: ({ id, fileName }) => {
      setName(fileName);
      onChange(id);
    },
  });
  if (value !== '') {
    return (
      <p>
        {label}: {name === '' ? t('agreement.attached') : name}{' '}
        <Button small tone="quiet" onPress={() => onChange('')}>
          {t('agreement.detach')}
        </Button>
      </p>
    );
  }
  return (
    <>
      <FileDrop label={label} buttonLabel={t('agreement.choose')} pending={upload.isPending} onFiles={([file]) => file !== undefined && upload.mutate(file)} />
      <Refusal error={upload.error} />
    </>
  );
}
