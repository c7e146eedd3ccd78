import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { previewHeaders, useIntent } from '../../api/intent.js';
import type { components } from '../../api/schema.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { Refusal } from './refusal.js';
import type { DeedHeader } from './use-deed.js';
import { VerdictList } from './verdict-list.js';

type Schemas = components['schemas'];

/** What a release shows before it is done. */
export interface Released {
  readonly verdicts: Schemas['VerdictDto'][];
  readonly entries: Schemas['PostedEntryDto'][];
}

interface Props {
  readonly title: string;
  readonly action: string;
  /** How the entries that follow are called. */
  readonly entriesLabel: (count: number) => string;
  /** Under which the preview is kept while it is shown. */
  readonly previewKey: readonly unknown[];
  readonly send: (dryRun: boolean, header: DeedHeader) => Promise<Released>;
  readonly refresh: () => Promise<void>;
  readonly onClose: () => void;
  /** What leaves. */
  readonly children: ReactNode;
}

/** Money is let go: what that does is shown first, by the code that does it, and nothing is let go that a rule blocks. */
export function PreviewedReleaseDialog({ title, action, entriesLabel, previewKey, send, refresh, onClose, children }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const preview = useQuery({ queryKey: previewKey, queryFn: () => send(true, previewHeaders()), retry: false, staleTime: 0 });
  const release = useWrite({
    mutationFn: () => send(false, intent.headersFor({ release: previewKey })),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refresh();
      onClose();
    },
  });
  const blocked = preview.data === undefined || preview.data.verdicts.some(({ result }) => result === 'BLOCK');
  return (
    <Dialog title={title} open onClose={onClose} wide>
      <Stack>
        {children}
        <Loaded query={preview}>
          {({ verdicts, entries }) => (
            <Stack>
              <VerdictList verdicts={verdicts} />
              {entries.length > 0 && (
                <details>
                  <summary>{entriesLabel(entries.length)}</summary>
                  <PostedEntries entries={entries} />
                </details>
              )}
            </Stack>
          )}
        </Loaded>
        <Refusal error={release.error} />
        <DialogActions>
          <Button tone="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button tone="primary" disabled={blocked} pending={release.isPending} onPress={() => release.mutate(undefined)}>
            {action}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
