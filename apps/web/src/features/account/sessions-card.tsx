import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { Tag } from '../../design/tag.js';
import { formatInstant } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import styles from './account-page.module.css';
import { refreshAccount, revokeOtherSessions, revokeSession, useSessions, type OwnSession } from './account.requests.js';
import { browserName } from './browser-name.js';

/** Where somebody is signed in, and the way to end what they do not know. */
export function SessionsCard(): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const sessions = useSessions();
  const end = useWrite({
    mutationFn: (id: string | null) => {
      const header = { 'Idempotency-Key': newKey() };
      return id === null ? revokeOtherSessions(header) : revokeSession(id, header);
    },
    onSuccess: refreshAccount,
  });
  const columns = [
    { header: t('security.sessionStarted'), cell: ({ startedAt }: OwnSession) => formatInstant(startedAt) },
    { header: t('security.sessionSeen'), cell: ({ lastSeenAt }: OwnSession) => formatInstant(lastSeenAt) },
    { header: t('security.sessionAddress'), cell: ({ address }: OwnSession) => address ?? '' },
    { header: t('security.sessionBrowser'), cell: ({ userAgent }: OwnSession) => browserName(userAgent) ?? t('security.unknownBrowser') },
    { header: t('security.sessionMethod'), cell: ({ method }: OwnSession) => (method === null ? '' : term('proof', method)) },
    {
      header: '',
      align: 'right' as const,
      cell: ({ id, current }: OwnSession) =>
        current ? (
          <Tag tone="information">{t('security.sessionThis')}</Tag>
        ) : (
          <Button small tone="danger" onPress={() => end.mutate(id)}>
            {t('security.sessionEnd')}
          </Button>
        ),
    },
  ];
  return (
    <Card
      title={t('security.sessions')}
      actions={
        (sessions.data?.length ?? 0) > 1 ? (
          <Button small tone="danger" pending={end.isPending} onPress={() => end.mutate(null)}>
            {t('security.sessionsEndOthers')}
          </Button>
        ) : undefined
      }
    >
      <Stack>
        <p className={styles['note']}>{t('security.sessionsLead')}</p>
        <ProblemCallout error={end.error} />
        <Loaded query={sessions}>{(rows) => <PlainTable label={t('security.sessions')} columns={columns} rows={rows} rowKey={({ id }) => id} />}</Loaded>
      </Stack>
    </Card>
  );
}
