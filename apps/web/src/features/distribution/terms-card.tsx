import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Partner } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { useWaterfallTerms, type WaterfallTerms } from './distribution.requests.js';
import { TermsDialog } from './terms-dialog.js';
import { sharesOf } from './terms-form.js';
import { typedPercent } from './typed-percent.js';

/** The terms that a distribution is divided by, and the way to change them. */
export function TermsCard({ fundId, partners }: { readonly fundId: string; readonly partners: readonly Partner[] }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { point, isNow } = useTimePoint();
  const query = useWaterfallTerms(fundId, point);
  const [changing, setChanging] = useState(false);
  const change =
    isNow && may('waterfall-term.decide') && query.data !== undefined ? (
      <Button small tone="secondary" onPress={() => setChanging(true)}>
        {t('distribution.changeTerms')}
      </Button>
    ) : undefined;
  return (
    <Card title={t('distribution.terms')} actions={change}>
      <Loaded query={query}>{(terms) => <TermFacts terms={terms} />}</Loaded>
      {changing && query.data !== undefined && <TermsDialog fundId={fundId} partners={partners} terms={query.data} onClose={() => setChanging(false)} />}
    </Card>
  );
}

function TermFacts({ terms }: { readonly terms: WaterfallTerms }): ReactElement {
  const { t } = useTranslation();
  const percent = (basisPoints: number): string => t('distribution.percent', { value: typedPercent(basisPoints) });
  const carried = terms.carried.length === 1 ? terms.carried.map(({ partner }) => partner) : sharesOf(terms.carried).map(({ share }, index) => `${terms.carried[index]?.partner ?? ''} ${t('distribution.percent', { value: share })}`);
  return (
    <Facts
      columns
      facts={[
        { label: t('distribution.hurdle'), value: percent(terms.hurdleBasisPoints) },
        { label: t('distribution.carryRate'), value: percent(terms.carryBasisPoints) },
        { label: t('distribution.catchUp'), value: terms.catchUpBasisPoints === null ? t('distribution.none') : percent(terms.catchUpBasisPoints) },
        { label: t('distribution.dayCount'), value: t(`distribution.dayCounts.${terms.dayCount}`) },
        { label: t('distribution.interim'), value: t(`distribution.interims.${terms.interim}`) },
        { label: t('distribution.firstLoss'), value: terms.firstLoss.length === 0 ? t('distribution.none') : terms.firstLoss.map(({ partner, weight }) => `${partner} ${percent(Number(weight))}`).join(', ') },
        { label: t('distribution.carried'), value: carried.length === 0 ? t('distribution.none') : carried.join(', ') },
        { label: t('distribution.clause'), value: terms.clause },
      ]}
    />
  );
}
