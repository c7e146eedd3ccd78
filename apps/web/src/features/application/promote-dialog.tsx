import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../design/loaded.js';
import { PlainTable } from '../../design/plain-table.js';
import { TextField } from '../../design/text-field.js';
import { formatWon } from '../../format/won.js';
import { VerdictList } from '../rule/verdict-list.js';
import { promoteSelection, usePromotionPreview, type PromisedVoucher } from './application.requests.js';
import { DeedDialog, useDeed } from './deed-dialog.js';

interface Props {
  readonly yearId: string;
  readonly waiting: number;
  readonly onClose: () => void;
}

/** Who is next on the waiting list, and whether a place has fallen free. */
export function PromoteDialog({ yearId, waiting, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('1');
  const count = Math.min(Math.max(Number(typed) || 1, 1), waiting);
  const query = usePromotionPreview(yearId, count);
  const promote = useDeed(yearId, (selected: PromisedVoucher[], header) => promoteSelection(yearId, { selected }, header), onClose);
  const free = query.data !== undefined && !query.isPlaceholderData && query.data.verdicts.every(({ result }) => result !== 'BLOCK');
  const selected = (query.data?.promoted ?? []).map(({ voucherId, amountWon }) => ({ voucherId, amountWon }));
  const title = t('application.promoteTitle', { count: waiting });
  return (
    <DeedDialog title={title} lead={t('application.promoteLead')} action={t('application.promoteAction', { count })} run={free ? () => promote.mutate(selected) : null} pending={promote.isPending} error={promote.error} narrow onClose={onClose}>
      <TextField label={t('application.promoteCount')} inputMode="numeric" alignRight unit={t('application.pieces')} value={typed} onChange={setTyped} />
      <Loaded query={query}>
        {({ promoted, verdicts }) => (
          <>
            <PlainTable
              label={title}
              rows={promoted}
              rowKey={({ voucherId }) => voucherId}
              columns={[
                { header: t('application.number'), cell: ({ number }) => number },
                { header: t('application.company'), cell: ({ company }) => company },
                { header: t('application.promised'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
              ]}
            />
            <VerdictList verdicts={verdicts} />
          </>
        )}
      </Loaded>
    </DeedDialog>
  );
}
