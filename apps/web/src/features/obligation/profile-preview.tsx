import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../design/plain-table.js';
import { WonText } from '../../design/won-text.js';
import { Refusal } from '../rule/refusal.js';
import { MandateVerdictTag } from './mandate-verdict-tag.js';
import styles from './obligation.module.css';
import type { RecordedProfile, StatutoryChange, StatutoryPartner } from './obligation.requests.js';

interface Props {
  readonly preview: { readonly data: RecordedProfile | undefined; readonly error: Error | null };
  readonly partners: readonly StatutoryPartner[];
}

type Standing = StatutoryChange['after'];

/** Every standing that the profile bears on, before and after. */
export function ProfilePreview({ preview: { data, error }, partners }: Props): ReactElement {
  const { t } = useTranslation();
  if (error !== null) return <Refusal error={error} />;
  if (data === undefined) return <p className={styles['subtle']}>{t('statutory.waiting')}</p>;
  const nameOf = ({ generalPartnerId, fundId }: StatutoryChange): string => {
    const partner = partners.find((each) => each.generalPartnerId === generalPartnerId);
    const fund = partner?.funds.find((each) => each.fundId === fundId);
    return fund === undefined ? (partner?.name ?? '') : `${fund.fundNumber} ${fund.fundName}`;
  };
  return (
    <section aria-label={t('statutory.preview', { date: data.on })}>
      <h3>{t('statutory.preview', { date: data.on })}</h3>
      <PlainTable
        label={t('statutory.preview', { date: data.on })}
        rows={data.changes.filter(isAsked)}
        rowKey={({ generalPartnerId, fundId, versionId }) => `${generalPartnerId}-${fundId ?? ''}-${versionId}`}
        columns={[
          { header: t('mandate.ofWhom'), wrap: true, cell: nameOf },
          { header: t('mandate.wording'), cell: ({ versionId }) => t(`mandate.wordings.${versionId as 'VENTURE_ACT_51_FROM_2026_07'}`) },
          { header: t('mandate.ratio'), align: 'right', cell: (change) => <Change change={change} of={(standing) => standing?.figures.ratioPercent ?? '–'} /> },
          { header: t('mandate.required'), align: 'right', cell: (change) => <Change change={change} of={(standing) => (standing === null ? '–' : <WonText amount={standing.figures.requiredWon} bare />)} same={(one, other) => one?.figures.requiredWon === other?.figures.requiredWon} /> },
          { header: t('mandate.verdict'), cell: (change) => <Change change={change} of={(standing) => (standing === null ? '–' : <MandateVerdictTag verdict={standing.verdict} of="statutoryVerdict" />)} same={(one, other) => one?.verdict === other?.verdict} /> },
        ]}
      />
    </section>
  );
}

/** A manager none of whose funds a wording asks for, before or after, is nothing to compare. */
const isAsked = ({ fundId, before, after }: StatutoryChange): boolean => fundId !== null || [before, after].some((standing) => standing !== null && standing.figures.baseWon !== '0');

interface ChangeProps {
  readonly change: StatutoryChange;
  readonly of: (standing: Standing) => ReactElement | string;
  readonly same?: (before: Standing, after: Standing) => boolean;
}

/** One figure; with an arrow where it moves. */
function Change({ change: { before, after }, of, same = (one, other) => of(one) === of(other) }: ChangeProps): ReactElement {
  if (same(before, after)) return <>{of(after)}</>;
  return (
    <span className={styles['change']}>
      {of(before)} → {of(after)}
    </span>
  );
}
