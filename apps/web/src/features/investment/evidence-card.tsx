import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence, Investment } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { AttachDialog } from './attach-dialog.js';
import { DownloadDialog } from './download-dialog.js';
import styles from './investment-page.module.css';

interface Row {
  readonly kind: string;
  readonly required: boolean;
  readonly evidence: Evidence | null;
}

/** What proves the claim: the required documents with what is there, then the others. */
export function EvidenceCard({ investment }: { readonly investment: Investment }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { isNow } = useTimePoint();
  const [attaching, setAttaching] = useState(false);
  const [taking, setTaking] = useState<Evidence | null>(null);
  const rows = rowsOf(investment);
  const missing = investment.requirements.filter(({ present }) => !present).map(({ kind }) => kind);
  return (
    <Card
      title={t('evidence.title')}
      note={investment.requirements.length === 0 ? undefined : missing.length === 0 ? t('evidence.complete') : t('evidence.incomplete', { count: missing.length, list: missing.join(', ') })}
      flush
      actions={
        isNow &&
        !investment.voided &&
        may('evidence.attach') && (
          <Button small tone="secondary" icon="upload" onPress={() => setAttaching(true)}>
            {t('evidence.attachAction')}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <p className={styles['note']} style={{ padding: '0 1.6rem 1.6rem' }}>
          {t('evidence.none')}
        </p>
      ) : (
        <PlainTable
          label={t('evidence.title')}
          rows={rows}
          rowKey={(_, index) => index}
          tone={({ required, evidence }) => (required && evidence === null ? 'warning' : undefined)}
          columns={[
            {
              header: t('evidence.kind'),
              wrap: true,
              cell: ({ kind, required, evidence }) => (
                <>
                  <Tag tone={evidence === null ? 'warning' : 'success'} icon={evidence === null ? 'minus' : 'check'}>
                    {t(evidence === null ? 'evidence.missing' : 'evidence.present')}
                  </Tag>{' '}
                  {kind}
                  {!required && <span className={styles['note']}> · {t('evidence.extra')}</span>}
                </>
              ),
            },
            { header: t('evidence.issuedOn'), cell: ({ evidence }) => evidence?.issuedOn ?? '–' },
            { header: t('evidence.file'), wrap: true, cell: ({ evidence }) => <FileCell evidence={evidence} onTake={setTaking} /> },
          ]}
        />
      )}
      {attaching && <AttachDialog investment={investment} onClose={() => setAttaching(false)} />}
      {taking !== null && <DownloadDialog evidence={taking} onClose={() => setTaking(null)} />}
    </Card>
  );
}

function FileCell({ evidence, onTake }: { readonly evidence: Evidence | null; readonly onTake: (evidence: Evidence) => void }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  if (evidence === null || evidence.documentId === null) return <>–</>;
  return (
    <>
      {may('document.read') ? (
        <Button small tone="quiet" icon="download" onPress={() => onTake(evidence)}>
          {evidence.fileName ?? t('evidence.download')}
        </Button>
      ) : (
        evidence.fileName
      )}
      {evidence.sha256 !== null && (
        <span className={styles['hash']} title={`${t('evidence.hash')} ${evidence.sha256}`}>
          {evidence.sha256.slice(0, 12)}…
        </span>
      )}
    </>
  );
}

const plain = (kind: string): string => kind.normalize('NFKC').replace(/[\s·ㆍ]/g, '');

function rowsOf({ requirements, evidence }: Investment): Row[] {
  const used = new Set<string>();
  const required = requirements.map(({ kind, present }): Row => {
    const found = present ? (evidence.find((item) => plain(item.kind) === plain(kind)) ?? null) : null;
    if (found !== null) used.add(found.id);
    return { kind, required: true, evidence: found };
  });
  return [...required, ...evidence.filter(({ id }) => !used.has(id)).map((item): Row => ({ kind: item.kind, required: false, evidence: item }))];
}
