import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useTerm } from '../../i18n/term.js';
import { usePermissions } from '../session/use-session.js';
import { promoteUser, RANKS, refreshRoles, type Rank, type RoleHolder } from './grant.requests.js';

/** The rank of an account: it decides which amounts its holder may approve. */
export function RankForm({ holder }: { readonly holder: RoleHolder }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const [rank, setRank] = useState<Rank>(holder.rank);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const intent = useIntent();
  const changed = rank !== holder.rank;
  const save = useWrite({
    mutationFn: (sent: Rank) => promoteUser(holder.id, { rank: sent, reason: reason.trim() }, intent.headersFor({ sent, reason })),
    onSubmitted: () => setRank(holder.rank),
    onSuccess: async () => {
      intent.done();
      await refreshRoles();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (changed && reason.trim() !== '') save.mutate(rank);
  };
  if (!may('user.promote')) return <Card title={t('grants.rank')}>{term('rank', holder.rank)}</Card>;
  return (
    <Card title={t('grants.rank')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <SelectField label={t('grants.rank')} hint={t('grants.rankHint')} value={rank} onChange={(value) => setRank(value as Rank)} choices={RANKS.map((value) => ({ value, label: term('rank', value) }))} />
          {changed && <TextField label={t('grants.reason')} hint={t('grants.reasonHint')} value={reason} onChange={setReason} maxLength={500} error={tried && reason.trim() === '' ? t('grants.missingReason') : undefined} />}
          <ProblemCallout error={save.error} />
          {changed && (
            <div>
              <Button type="submit" tone="primary" pending={save.isPending}>
                {t('grants.saveRank')}
              </Button>
            </div>
          )}
        </Stack>
      </form>
    </Card>
  );
}
