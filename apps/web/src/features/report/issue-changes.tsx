import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { formatInstant } from '../../format/date.js';
import type { ReportChanges } from './issue.requests.js';

type Figure = ReportChanges['figures'][number];
type Entry = ReportChanges['entries'][number];
type Decision = ReportChanges['decisions'][number];
type Rule = ReportChanges['rules'][number];

/** What is different from the version before: figures, and the entries, decisions and rules that came in between. */
export function IssueChanges({ changes, version }: { readonly changes: ReportChanges; readonly version: number }): ReactElement {
  const { t } = useTranslation();
  const { figures, entries, decisions, rules } = useChangeColumns(changes.from.version, version);
  const none = t('reportIssue.nothingBetween');
  return (
    <>
      <Card title={t('reportIssue.figures', { from: changes.from.version, to: version })} flush>
        <DataTable label={t('reportIssue.figures', { from: changes.from.version, to: version })} columns={figures} rows={changes.figures} rowKey={({ place, item, before, after }) => `${place} ${item} ${before ?? ''} ${after ?? ''}`} empty={none} tall />
      </Card>
      <Card title={t('reportIssue.entries')} flush>
        <DataTable label={t('reportIssue.entries')} columns={entries} rows={changes.entries} rowKey={({ number }) => number} empty={none} />
      </Card>
      <Card title={t('reportIssue.decisions')} flush>
        <DataTable label={t('reportIssue.decisions')} columns={decisions} rows={changes.decisions} rowKey={({ at, title, by }) => `${at} ${title} ${by}`} empty={none} />
      </Card>
      {changes.rules.length > 0 && (
        <Card title={t('reportIssue.rules')} flush>
          <DataTable label={t('reportIssue.rules')} columns={rules} rows={changes.rules} rowKey={({ key, effectiveFrom, value }) => `${key} ${effectiveFrom} ${value}`} empty={none} />
        </Card>
      )}
    </>
  );
}

interface ChangeColumns {
  readonly figures: readonly Column<Figure>[];
  readonly entries: readonly Column<Entry>[];
  readonly decisions: readonly Column<Decision>[];
  readonly rules: readonly Column<Rule>[];
}

function useChangeColumns(from: number, to: number): ChangeColumns {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      figures: [
        { id: 'place', header: t('reportIssue.place'), kind: 'text', value: ({ place }) => place, text: 'wrap' },
        { id: 'item', header: t('reportIssue.item'), kind: 'text', value: ({ item }) => item, text: 'wrap' },
        { id: 'before', header: t('reportIssue.versionNumber', { version: from }), kind: 'text', value: ({ before }) => before ?? t('reportIssue.absent'), text: 'wrap' },
        { id: 'after', header: t('reportIssue.versionNumber', { version: to }), kind: 'text', value: ({ after }) => after ?? t('reportIssue.absent'), text: 'wrap' },
      ],
      entries: [
        { id: 'number', header: t('reportIssue.entry'), kind: 'text', value: ({ number }) => `#${number}` },
        { id: 'on', header: t('reportIssue.effectiveOn'), kind: 'date', value: ({ effectiveOn }) => effectiveOn },
        { id: 'posting', header: t('reportIssue.posting'), kind: 'text', value: ({ posting }) => posting },
        { id: 'memo', header: t('reportIssue.memo'), kind: 'text', value: ({ memo }) => memo, text: 'wrap' },
        { id: 'by', header: t('reportIssue.by'), kind: 'text', value: ({ by }) => by },
      ],
      decisions: [
        { id: 'at', header: t('downloads.at'), kind: 'date', value: ({ at }) => formatInstant(at) },
        { id: 'title', header: t('reportIssue.deed'), kind: 'text', value: ({ title }) => title },
        { id: 'by', header: t('reportIssue.by'), kind: 'text', value: ({ by }) => by },
        { id: 'reason', header: t('reportIssue.reason'), kind: 'text', value: ({ reason }) => reason, text: 'wrap' },
      ],
      rules: [
        { id: 'key', header: t('reportIssue.rule'), kind: 'text', value: ({ key }) => key },
        { id: 'value', header: t('reportIssue.value'), kind: 'text', value: ({ value }) => value, text: 'wrap' },
        { id: 'from', header: t('reportIssue.effectiveFrom'), kind: 'date', value: ({ effectiveFrom }) => effectiveFrom },
        { id: 'clause', header: t('reportIssue.clause'), kind: 'text', value: ({ clause }) => clause, text: 'wrap' },
        { id: 'by', header: t('reportIssue.by'), kind: 'text', value: ({ by }) => by },
      ],
    }),
    [t, from, to],
  );
}
