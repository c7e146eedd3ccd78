import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { PlainTable } from '../../design/plain-table.js';
import { WonText } from '../../design/won-text.js';
import { formatBasisPoints } from '../../format/quantity.js';
import { useTerm } from '../../i18n/term.js';
import { useTimePoint, type TimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { MandateVerdictTag } from './mandate-verdict-tag.js';
import styles from './obligation.module.css';
import { FundProfileDialog, PartnerProfileDialog } from './profile-dialogs.js';
import { useStatutory, type StatutoryPartner } from './obligation.requests.js';

interface Line {
  readonly key: string;
  readonly partner: StatutoryPartner;
  /** A fund of the partner; null for all of them together. */
  readonly fund: StatutoryPartner['funds'][number] | null;
  readonly figures: StatutoryPartner['groups'][number]['figures'];
  readonly versionId: string;
  readonly ratioBasisPoints: number | null;
  readonly testOn: string | null;
  readonly verdict: string;
}

/** The law's own test beside that of the agreements: managers, and under each its funds. `fundId` leaves one fund and its managers. */
export function StatutoryCard({ point, fundId }: { readonly point: TimePoint; readonly fundId?: string }): ReactElement {
  const { t } = useTranslation();
  const query = useStatutory(point);
  const [recording, setRecording] = useState<Line | null>(null);
  const close = (): void => setRecording(null);
  return (
    <Card title={t('mandate.statutory')} note={t('mandate.statutoryLead')} flush>
      <Loaded query={query}>{(partners) => <StatutoryTable lines={partners.flatMap((partner) => linesOf(partner, fundId))} onRecord={setRecording} />}</Loaded>
      {recording !== null && recording.fund !== null && <FundProfileDialog fund={recording.fund} partners={query.data ?? []} onClose={close} />}
      {recording !== null && recording.fund === null && <PartnerProfileDialog partner={recording.partner} partners={query.data ?? []} onClose={close} />}
    </Card>
  );
}

function linesOf(partner: StatutoryPartner, fundId: string | undefined): Line[] {
  const funds = partner.funds.filter((fund) => fundId === undefined || fund.fundId === fundId);
  if (funds.length === 0) return [];
  const groups = partner.groups.filter((group) => group.fundCount > 0 || partner.groups.length === 1);
  return [
    ...groups.map((group): Line => ({ ...group, key: `${partner.generalPartnerId}-${group.versionId}`, partner, fund: null, testOn: group.nextTestOn })),
    ...funds.map((fund): Line => ({ ...fund, key: `${partner.generalPartnerId}-${fund.fundId}`, partner, fund })),
  ];
}

function StatutoryTable({ lines, onRecord }: { readonly lines: readonly Line[]; readonly onRecord: (line: Line) => void }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { isNow } = useTimePoint();
  const mayRecord = (line: Line): boolean => isNow && may(line.fund === null ? 'general-partner-profile.record' : 'statutory-profile.record');
  return (
    <PlainTable
      label={t('mandate.statutory')}
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        { header: t('mandate.ofWhom'), wrap: true, cell: (line) => <Whose line={line} /> },
        { header: t('mandate.wording'), cell: ({ versionId }) => t(`mandate.wordings.${versionId as 'VENTURE_ACT_51_FROM_2026_07'}`) },
        { header: t('mandate.testOn'), cell: ({ testOn }) => testOn ?? '–' },
        { header: t('mandate.ratio'), align: 'right', cell: ({ figures, ratioBasisPoints }) => `${figures.ratioPercent ?? '–'}${ratioBasisPoints === null ? '' : ` / ${formatBasisPoints(ratioBasisPoints)}`}` },
        { header: t('mandate.counted'), align: 'right', cell: ({ figures }) => <WonText amount={figures.countedWon} bare /> },
        { header: t('mandate.shortfall'), align: 'right', cell: ({ figures, ratioBasisPoints }) => (ratioBasisPoints === null ? '–' : <WonText amount={figures.shortfallWon} bare />) },
        { header: t('mandate.verdict'), cell: ({ verdict }) => <MandateVerdictTag verdict={verdict} of="statutoryVerdict" /> },
        { header: '', cell: (line) => mayRecord(line) && <Button small onPress={() => onRecord(line)}>{line.fund === null ? t('statutory.ofPartner') : t('statutory.ofFund')}</Button> },
      ]}
    />
  );
}

function Whose({ line: { partner, fund } }: { readonly line: Line }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  if (fund !== null) {
    return (
      <Link to={`/funds/${fund.fundId}/obligations`}>
        {fund.fundNumber} {fund.fundName}
      </Link>
    );
  }
  return (
    <span className={styles['what']}>
      <strong>{partner.name}</strong>
      <small>
        {partner.assumed ? t('mandate.assumedKind') : term('generalPartnerKind', partner.kind)}
        {partner.partial && ` · ${t('mandate.partial')}`}
      </small>
    </span>
  );
}
