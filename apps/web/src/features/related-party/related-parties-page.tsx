import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { Person } from '../../design/person.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { formatBasisPoints } from '../../format/quantity.js';
import { useTerm } from '../../i18n/term.js';
import { usePermissions } from '../session/use-session.js';
import { EndRelationDialog } from './end-relation-dialog.js';
import { RecordRelationDialog } from './record-relation-dialog.js';
import { RelationGraph } from './relation-graph.js';
import { useRelations, type Relation } from './related-party.requests.js';

/** Who stands how to whom: what every deal is checked along. */
export function RelatedPartiesPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const query = useRelations();
  const [recording, setRecording] = useState(false);
  const [ending, setEnding] = useState<Relation | null>(null);
  const columns = useRelationColumns(may('related-party.end') ? setEnding : null);
  return (
    <Page
      title={t('relatedParties.title')}
      lead={t('relatedParties.lead')}
      actions={
        may('related-party.record') && (
          <Button tone="primary" icon="plus" onPress={() => setRecording(true)}>
            {t('relatedParties.record')}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {(relations) => (
          <>
            {relations.length > 0 && (
              <Card title={t('relatedParties.graph')}>
                <RelationGraph relations={relations} />
              </Card>
            )}
            <Card flush>
              <DataTable
                label={t('relatedParties.list')}
                title={t('relatedParties.list')}
                columns={columns}
                rows={relations}
                rowKey={({ id }) => id}
                rowTone={({ validTo }) => (validTo === null ? undefined : 'muted')}
                empty={t('relatedParties.empty')}
              />
            </Card>
          </>
        )}
      </Loaded>
      {recording && <RecordRelationDialog onClose={() => setRecording(false)} />}
      {ending !== null && <EndRelationDialog relation={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}

function useRelationColumns(onEnd: ((relation: Relation) => void) | null): readonly Column<Relation>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(
    () => [
      { id: 'from', header: t('relatedParties.from'), kind: 'text', value: (row) => row.from },
      { id: 'relation', header: t('relatedParties.relation'), kind: 'text', value: (row) => term('relation', row.relation) },
      { id: 'to', header: t('relatedParties.to'), kind: 'text', value: (row) => row.to },
      { id: 'kind', header: t('relatedParties.kind'), kind: 'text', value: (row) => term('partyKind', row.toKind) },
      { id: 'share', header: t('relatedParties.share'), kind: 'percent', value: (row) => (row.shareBasisPoints === null ? null : formatBasisPoints(row.shareBasisPoints)) },
      { id: 'key', header: t('relatedParties.keyManager'), kind: 'text', value: (row) => (row.keyManager ? t('relatedParties.yes') : null) },
      { id: 'from-on', header: t('relatedParties.validFrom'), kind: 'date', value: (row) => row.validFrom },
      { id: 'to-on', header: t('relatedParties.validTo'), kind: 'date', value: (row) => row.validTo },
      { id: 'source', header: t('relatedParties.source'), kind: 'text', value: (row) => row.source, text: 'wrap' },
      { id: 'by', header: t('relatedParties.recordedBy'), kind: 'text', value: ({ recorderName }) => recorderName, cell: ({ recorderName, recordedBy }) => <Person name={recorderName} login={recordedBy} /> },
      ...(onEnd === null
        ? []
        : [
            {
              id: 'end',
              header: '',
              kind: 'text' as const,
              value: (): string => '',
              cell: (row: Relation): ReactElement | null =>
                row.validTo === null ? (
                  <Button small onPress={() => onEnd(row)}>
                    {t('relatedParties.end')}
                  </Button>
                ) : null,
            },
          ]),
    ],
    [t, term, onEnd],
  );
}
