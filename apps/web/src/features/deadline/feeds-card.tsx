import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { PlainTable } from '../../design/plain-table.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { Stack } from '../../design/page.js';
import { TextField } from '../../design/text-field.js';
import { formatInstant } from '../../format/date.js';
import styles from '../grant-outcome/grant-outcome.module.css';
import { createFeed, revokeFeed, useFeeds } from './deadline.requests.js';

/** One's own addresses for a calendar: whoever has one reads what one may read, so each can be ended. */
export function FeedsCard(): ReactElement {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const intent = useIntent();
  const create = useWrite({
    mutationFn: (text: string) => createFeed(text, intent.headersFor({ create: text })),
    onSuccess: () => {
      intent.done();
      setName('');
    },
  });
  const revoke = useWrite({ mutationFn: (id: string) => revokeFeed(id, intent.headersFor({ revoke: id })), onSuccess: () => intent.done() });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') create.mutate(name.trim());
  };
  return (
    <Card title={t('deadline.feeds')}>
      <Stack>
        <p className={styles['note']}>{t('deadline.feedsLead')}</p>
        <Loaded query={useFeeds()}>
          {(feeds) => {
            const standing = feeds.filter(({ path }) => path !== null);
            if (standing.length === 0) return <p>{t('deadline.noFeeds')}</p>;
            return (
              <PlainTable
                label={t('deadline.feeds')}
                rows={standing}
                rowKey={({ id }) => id}
                columns={[
                  { header: t('deadline.feedName'), cell: (feed) => feed.name },
                  { header: t('deadline.address'), wrap: true, cell: ({ path }) => <code className={styles['address']}>{`${location.origin}${path ?? ''}`}</code> },
                  { header: t('deadline.since'), cell: ({ createdAt }) => formatInstant(createdAt) },
                  { header: '', cell: ({ id }) => <Button small tone="quiet" onPress={() => revoke.mutate(id)}>{t('deadline.revoke')}</Button> },
                ]}
              />
            );
          }}
        </Loaded>
        <form onSubmit={submit} className={styles['filters']} noValidate>
          <TextField label={t('deadline.feedName')} hint={t('deadline.feedHint')} value={name} onChange={setName} maxLength={100} />
          <Button type="submit" pending={create.isPending}>
            {t('deadline.createFeed')}
          </Button>
        </form>
        <ProblemCallout error={create.error ?? revoke.error} />
      </Stack>
    </Card>
  );
}
