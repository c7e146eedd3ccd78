import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenGlass, workUnder } from '../../api/break-glass-store.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { formatInstant } from '../../format/date.js';
import { ApprovalTabs } from '../approval/approval-tabs.js';
import { useCommandName } from '../approval/command-kinds.js';
import { usePermissions } from '../session/use-session.js';
import styles from './break-glass.module.css';
import { useBreakGlasses, type BreakGlass } from './break-glass.requests.js';
import { OpenDialog } from './open-dialog.js';

/** Emergencies, and everything that was done in them: nothing that went past the approval line goes unseen. */
export function BreakGlassPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const query = useBreakGlasses();
  const [opening, setOpening] = useState(false);
  const open = may('break-glass.open') && (
    <Button tone="danger" icon="warning" onPress={() => setOpening(true)}>
      {t('breakGlass.open')}
    </Button>
  );
  return (
    <Page title={t('breakGlass.title')} lead={t('breakGlass.lead')} actions={open}>
      <ApprovalTabs box={null} />
      <Card flush>
        <Loaded query={query}>{(glasses) => (glasses.length === 0 ? <Empty>{t('breakGlass.none')}</Empty> : <GlassesTable glasses={glasses} />)}</Loaded>
      </Card>
      {opening && <OpenDialog onClose={() => setOpening(false)} />}
    </Page>
  );
}

function GlassesTable({ glasses }: { readonly glasses: readonly BreakGlass[] }): ReactElement {
  const { t } = useTranslation();
  const commandName = useCommandName();
  return (
    <PlainTable
      label={t('breakGlass.title')}
      rows={glasses}
      rowKey={({ id }) => id}
      tone={({ uses }) => (uses.length > 0 ? 'danger' : undefined)}
      columns={[
        { header: t('breakGlass.who'), cell: (glass) => <Who glass={glass} /> },
        { header: t('breakGlass.commands'), wrap: true, cell: ({ commands }) => commands.map(commandName).join(', ') },
        { header: t('breakGlass.reason'), wrap: true, cell: ({ reason }) => reason },
        { header: t('breakGlass.opened'), cell: ({ openedAt }) => <span className="number">{formatInstant(openedAt)}</span> },
        { header: t('breakGlass.until'), cell: ({ openUntil }) => <span className="number">{formatInstant(openUntil)}</span> },
        { header: t('breakGlass.uses'), wrap: true, cell: ({ uses }) => <Uses uses={uses} /> },
      ]}
    />
  );
}

function Who({ glass: { id, userName, openUntil, own } }: { readonly glass: BreakGlass }): ReactElement {
  const { t } = useTranslation();
  const worksUnder = useOpenGlass();
  const isOpen = Date.parse(openUntil) > Date.now();
  return (
    <>
      <strong>{userName}</strong> <Tag tone={isOpen ? 'danger' : 'neutral'}>{t(isOpen ? 'breakGlass.running' : 'breakGlass.closed')}</Tag>{' '}
      {own && isOpen && worksUnder?.id !== id && (
        <Button small tone="danger" onPress={() => workUnder({ id, openUntil })}>
          {t('breakGlass.use')}
        </Button>
      )}
    </>
  );
}

function Uses({ uses }: Pick<BreakGlass, 'uses'>): ReactElement {
  const { t } = useTranslation();
  const commandName = useCommandName();
  if (uses.length === 0) return <span className={styles['none']}>{t('breakGlass.usesNone')}</span>;
  return (
    <div className={styles['uses']}>
      <strong>{t('breakGlass.usesCount', { count: uses.length })}</strong>
      <ul>
        {uses.map(({ commandId, command, at }) => (
          <li key={commandId}>
            <span className="number">{formatInstant(at)}</span> {commandName(command)}
          </li>
        ))}
      </ul>
    </div>
  );
}
