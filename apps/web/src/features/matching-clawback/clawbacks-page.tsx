import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import type { Room } from '../matching-cash/matching-cash.requests.js';
import { RoomsCard } from '../matching-cash/rooms-card.js';
import { usePermissions } from '../session/use-session.js';
import { DecideClawbackDialog } from './decide-clawback-dialog.js';
import { useMatchingClawbacks, type MatchingClawback } from './matching-clawback.requests.js';
import { ProposeClawbackDialog } from './propose-clawback-dialog.js';

const TONES = { PROPOSED: 'danger', DECIDED: 'success', OVERTAKEN: 'neutral' } as const;

/** What is proposed to be clawed back in a pool, and what became of it. */
export function MatchingClawbacksPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { callId = '' } = useParams();
  const query = useMatchingClawbacks(callId);
  const [deciding, setDeciding] = useState<MatchingClawback | null>(null);
  const [proposing, setProposing] = useState<Room | null>(null);
  const propose = (room: Room): ReactElement | null =>
    may('matching-clawback.propose') && room.releasedWon !== '0' ? (
      <Button small tone="quiet" onPress={() => setProposing(room)}>
        {t('matchingClawback.propose')}
      </Button>
    ) : null;
  return (
    <Page title={t('matchingClawback.title')} hideTitle>
      <Card title={t('matchingClawback.title')} note={t('matchingClawback.note')} flush>
        <Loaded query={query}>
          {(clawbacks) =>
            clawbacks.length === 0 ? (
              <Empty>
                <p>{t('matchingClawback.empty')}</p>
              </Empty>
            ) : (
              <ClawbacksTable callId={callId} clawbacks={clawbacks} onDecide={may('matching-clawback.decide') ? setDeciding : null} />
            )
          }
        </Loaded>
      </Card>
      <RoomsCard callId={callId} actions={propose} />
      {deciding !== null && <DecideClawbackDialog callId={callId} clawback={deciding} onClose={() => setDeciding(null)} />}
      {proposing !== null && <ProposeClawbackDialog callId={callId} room={proposing} onClose={() => setProposing(null)} />}
    </Page>
  );
}

function ClawbacksTable({ callId, clawbacks, onDecide }: { readonly callId: string; readonly clawbacks: readonly MatchingClawback[]; readonly onDecide: ((clawback: MatchingClawback) => void) | null }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const settled = ({ disallowedWon, unspentWon, interestWon }: MatchingClawback): string => formatWon(`${BigInt(disallowedWon) + BigInt(unspentWon) + BigInt(interestWon)}`);
  const by = ({ proposedBy, decidedBy }: MatchingClawback): string => (decidedBy === null ? t('matchingClawback.proposedBy', { name: proposedBy ?? '' }) : t('matchingClawback.decidedBy', { name: decidedBy }));
  return (
    <PlainTable
      label={t('matchingClawback.title')}
      rows={clawbacks}
      rowKey={({ id }) => id}
      tone={({ state }) => (state === 'OVERTAKEN' ? 'muted' : undefined)}
      columns={[
        { header: t('matchingCash.project'), wrap: true, cell: ({ agreementNumber, debtor }) => `${agreementNumber} ${debtor}` },
        { header: t('matchingClawback.cause'), wrap: true, cell: ({ cause }) => cause },
        { header: t('matchingClawback.over'), align: 'right', cell: ({ overReleasedWon }) => formatWon(overReleasedWon) },
        { header: t('matchingClawback.settled'), align: 'right', cell: settled },
        { header: t('matchingClawback.total'), align: 'right', cell: ({ totalWon }) => <strong>{formatWon(totalWon)}</strong> },
        { header: t('matchingClawback.state'), wrap: true, cell: (clawback) => <><Tag tone={TONES[clawback.state]}>{term('matchingClawbackState', clawback.state)}</Tag> <div>{by(clawback)}</div></> },
        { header: t('matchingClawback.recovery'), cell: ({ recoveryId, recoveryNumber, dueOn }) => recoveryId !== null && <><Link to={`/grants/${callId}/recoveries/${recoveryId}`}>{recoveryNumber}</Link> {dueOn}</> },
        {
          header: '',
          cell: (clawback) =>
            clawback.state === 'PROPOSED' && onDecide !== null ? (
              <Button small tone="primary" onPress={() => onDecide(clawback)}>
                {t('matchingClawback.decide')}
              </Button>
            ) : null,
        },
      ]}
    />
  );
}
