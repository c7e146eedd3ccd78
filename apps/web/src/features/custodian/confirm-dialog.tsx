import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { previewHeaders, useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { formatWon } from '../../format/won.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { Refusal } from '../rule/refusal.js';
import { matchCapital, type MatchItem } from './custodian.requests.js';
import { sumOf } from './picks.js';

interface Props {
  readonly fundId: string;
  readonly items: readonly MatchItem[];
  readonly onClose: () => void;
}

/** What confirming would post, by the same code that then does it. */
export function ConfirmDialog({ fundId, items, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const preview = useQuery({ queryKey: ['fund', fundId, 'match-preview', items], queryFn: () => matchCapital(fundId, items, true, previewHeaders()), retry: false });
  const match = useWrite({
    mutationFn: (chosen: readonly MatchItem[]) => matchCapital(fundId, chosen, false, intent.headersFor(chosen)),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      onClose();
      await refreshFund(fundId);
    },
  });
  return (
    <Dialog title={t('custodian.confirmTitle')} open onClose={onClose} wide>
      <Stack>
        <p>{t('custodian.confirmLead')}</p>
        <p>
          <strong>{t('custodian.chosen', { count: items.length, amount: formatWon(sumOf(items)) })}</strong>
        </p>
        {preview.error === null ? <Loaded query={preview}>{({ postings }) => (postings.length === 0 ? null : <PostedEntries entries={postings} />)}</Loaded> : <Refusal error={preview.error} />}
        <Refusal error={match.error} />
        <DialogActions>
          <Button tone="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button tone="primary" pending={match.isPending} disabled={preview.data === undefined} onPress={() => match.mutate(items)}>
            {t('custodian.confirm', { count: items.length })}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
