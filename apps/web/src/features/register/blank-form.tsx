import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { getFile } from '../../api/download.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { ProblemCallout } from '../../design/problem-callout.js';

/** Where the form of an import is, and which of several it is. */
export interface BlankFormPlace {
  readonly path: string;
  /** Needed where an import has more than one form. */
  readonly label?: string;
}

/** Hands out the workbook that whoever has no list yet fills in: its columns are those that the import reads. */
export function BlankForm({ path, label }: BlankFormPlace): ReactElement {
  const { t } = useTranslation();
  const fetched = useWrite({ mutationFn: () => getFile(path, 'form.xlsx') });
  return (
    <>
      <div>
        <Button small tone="quiet" icon="download" pending={fetched.isPending} onPress={() => fetched.mutate(undefined)}>
          {label ?? t('blankForm.download')}
        </Button>
      </div>
      <ProblemCallout error={fetched.error} />
    </>
  );
}
