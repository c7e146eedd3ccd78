import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { SidePanel } from '../../design/dialog.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { Toggle } from '../../design/toggle.js';
import { formatInstant } from '../../format/date.js';
import { useCommandName } from '../approval/command-kinds.js';
import { VerdictList } from '../rule/verdict-list.js';
import styles from './commands-page.module.css';

type LoggedCommand = components['schemas']['LoggedCommandDto'];

const PAGE = 100;

const shownActor = ({ name, login }: Pick<LoggedCommand, 'name' | 'login'>): string => (name === login ? login : `${name} (${login})`);

/** Every write that was asked for, done or refused: who, when, with what and why. */
export function CommandsPage(): ReactElement {
  const { t } = useTranslation();
  const [onlyRefused, setOnlyRefused] = useState(false);
  const [opened, setOpened] = useState<LoggedCommand | null>(null);
  const query = useInfiniteQuery({
    queryKey: ['commands', onlyRefused],
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/api/commands', { params: { query: { limit: PAGE, ...(onlyRefused ? { outcome: 'REFUSED' as const } : {}), ...(pageParam === null ? {} : { before: pageParam }) } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.length < PAGE ? null : (page.at(-1)?.recordedAt ?? null)),
  });
  const nameOf = useCommandName();
  const columns = useCommandColumns(setOpened);
  return (
    <Page title={t('commands.title')} lead={t('commands.lead')}>
      <Card flush>
        <Loaded query={query}>
          {({ pages }) => (
            <DataTable
              label={t('commands.title')}
              columns={columns}
              rows={pages.flat()}
              rowKey={({ id }) => id}
              onOpen={setOpened}
              rowTone={({ outcome }) => (outcome === 'REFUSED' ? 'danger' : undefined)}
              tall
              toolbar={
                <Toggle selected={onlyRefused} onChange={setOnlyRefused}>
                  {t('commands.onlyRefused')}
                </Toggle>
              }
            />
          )}
        </Loaded>
      </Card>
      {query.hasNextPage && (
        <div>
          <Button small pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t('commands.more')}
          </Button>
        </div>
      )}
      <SidePanel title={opened === null ? '' : `${nameOf(opened.command)} (${opened.command})`} open={opened !== null} onClose={() => setOpened(null)}>
        {opened !== null && <CommandDetail command={opened} />}
      </SidePanel>
    </Page>
  );
}

function useCommandColumns(onOpen: (command: LoggedCommand) => void): readonly Column<LoggedCommand>[] {
  const { t } = useTranslation();
  const nameOf = useCommandName();
  return useMemo(
    () => [
      { id: 'recordedAt', header: t('commands.recordedAt'), kind: 'date', value: ({ recordedAt }) => formatInstant(recordedAt) },
      {
        id: 'command',
        header: t('commands.command'),
        kind: 'text',
        value: ({ command }) => `${nameOf(command)} ${command}`,
        cell: (command) => (
          <button type="button" tabIndex={-1} className={styles['open']} onClick={() => onOpen(command)}>
            {nameOf(command.command)}
          </button>
        ),
      },
      { id: 'login', header: t('commands.login'), kind: 'text', value: shownActor },
      { id: 'outcome', header: t('commands.outcome'), kind: 'text', value: ({ outcome }) => t(`commands.outcomes.${outcome}`), cell: ({ outcome }) => <OutcomeTag outcome={outcome} /> },
      { id: 'reason', header: t('commands.reason'), kind: 'text', value: ({ reason }) => reason, text: 'wrap' },
      { id: 'actedAt', header: t('commands.actedAt'), kind: 'date', value: ({ actedAt }) => formatInstant(actedAt) },
      { id: 'address', header: t('commands.address'), kind: 'text', value: ({ address }) => address },
    ],
    [t, nameOf, onOpen],
  );
}

const OUTCOMES = { DONE: ['success', 'check'], SUBMITTED: ['information', 'clock'], REFUSED: ['danger', 'block'] } as const;

function OutcomeTag({ outcome }: Pick<LoggedCommand, 'outcome'>): ReactElement {
  const { t } = useTranslation();
  const [tone, icon] = OUTCOMES[outcome];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`commands.outcomes.${outcome}`)}
    </Tag>
  );
}

function CommandDetail({ command }: { readonly command: LoggedCommand }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Facts
        facts={[
          { label: t('commands.outcome'), value: <OutcomeTag outcome={command.outcome} /> },
          { label: t('commands.login'), value: shownActor(command) },
          { label: t('commands.actedAt'), value: formatInstant(command.actedAt) },
          { label: t('commands.recordedAt'), value: formatInstant(command.recordedAt) },
          command.reason === null ? null : { label: t('commands.reason'), value: command.reason },
          { label: t('commands.hash'), value: <span className={styles['code']}>{command.inputHash}</span> },
        ]}
      />
      {command.verdicts.length > 0 && <VerdictList verdicts={command.verdicts} />}
      {command.problem !== null && <pre className={styles['code']}>{JSON.stringify(command.problem, null, 2)}</pre>}
      <h3>{t('commands.input')}</h3>
      <pre className={styles['code']}>{JSON.stringify(command.input, null, 2)}</pre>
    </>
  );
}
